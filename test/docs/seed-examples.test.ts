import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { artistSchema } from '../../domain/artist.ts';
import { declarationRowSchema, leadRowSchema } from '../../store/seed/seed-lead.ts';
import { textOf } from './documents.ts';

const operator = textOf('docs/operator.md');

/** The examples of rows that whoever runs Régie reads: fields of an act, an opportunity, the months of a musician. */
const examples: unknown[] = [...operator.matchAll(/```json\n(.+?)```/gs)].map(([, json = '']) => JSON.parse(json));

it('when the page on running Régie shows rows of a seed, a seed takes them', () => {
  const [act, lead, declaration, ...others] = examples;
  const [first] = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(textOf('demo/agency/artists.json')));
  expect(artistSchema.parse({ ...first, ...z.record(z.string(), z.unknown()).parse(act) })).toMatchObject({
    id: 'gribitch',
  });
  expect(leadRowSchema.parse(lead)).toEqual(expect.objectContaining({ number: 11 }));
  expect(declarationRowSchema.parse(declaration).months).toHaveLength(2);
  expect(others).toEqual([]);
});

it('when a seed may hold a file, the page names it', () => {
  const files = readdirSync(join(import.meta.dirname, '../../demo/agency'));
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => !operator.includes(`\`${file}\``))).toEqual([]);
});
