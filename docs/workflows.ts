import { type JobSpec } from '../core/job.ts';

/** What the page needs of a job. */
export type Described = Pick<JobSpec, 'name' | 'attempts' | 'sheet'>;

/** The committed page of workflows, `docs/workflows.md`: the sheet of every job, by the workflow of the plan it belongs to. */
export function renderWorkflowsPage(jobs: readonly Described[]): string {
  const workflows = [...new Set(jobs.flatMap(({ sheet }) => [sheet.workflow, ...(sheet.also ?? [])]))].sort();
  const lines = [
    '# Workflows',
    '',
    'What runs behind the conversations, under the name it has in the plan of the agency. A job is started by a commit or by the hour of a day',
    '(`jobs/daily.ts`), runs at least once and records its outcome once. When all its attempts have failed it leaves a critical incident, and the',
    'administrators are told at once. How that works is in [ARCHITECTURE.md](../ARCHITECTURE.md).',
    '',
    'This page is written by `npm run docs` from the sheets of the jobs in `jobs/catalogue.ts`.',
  ];
  for (const workflow of workflows) {
    lines.push('', `## ${workflow}`);
    for (const job of jobs.filter(({ sheet }) => sheet.workflow === workflow)) lines.push(...section(job));
    for (const job of jobs.filter(({ sheet }) => sheet.also?.includes(workflow) === true))
      lines.push('', `Done by \`${job.name}\`, under ${job.sheet.workflow}.`);
  }
  return `${lines.join('\n')}\n`;
}

function section({ name, attempts, sheet }: Described): string[] {
  return [
    '',
    `### ${name}`,
    '',
    sheet.purpose,
    '',
    `- Takes: ${sheet.input}`,
    `- Leads to: ${sheet.output}`,
    `- Attempts: ${attempts}, then an incident.`,
  ];
}
