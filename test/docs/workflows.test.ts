import { expect, it } from 'vitest';
import { renderWorkflowsPage } from '../../docs/workflows.ts';
import { jobs } from '../../jobs/catalogue.ts';
import { textOf } from './documents.ts';

it('when a sheet changed, docs/workflows.md was written again (npm run docs)', () => {
  expect(textOf('docs/workflows.md')).toBe(renderWorkflowsPage(Object.values(jobs)));
});

it('when two jobs belong to one workflow, they stand under one heading, workflows in the order of their names', () => {
  const sheet = { purpose: 'Does it.', input: 'A day.', output: 'Nothing.' };
  const job = (name: string, workflow: string) => ({ name, attempts: 3, sheet: { ...sheet, workflow } });
  const page = renderWorkflowsPage([job('a.late', 'WF-B'), job('a.first', 'WF-A'), job('a.later', 'WF-B')]);
  expect(page.split('\n').filter((line) => line.startsWith('##'))).toEqual([
    '## WF-A',
    '### a.first',
    '## WF-B',
    '### a.late',
    '### a.later',
  ]);
});
