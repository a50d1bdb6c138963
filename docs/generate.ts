import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderEnvExample, renderVariablesPage } from '../config/render.ts';
import { jobs } from '../jobs/catalogue.ts';
import { renderWorkflowsPage } from './workflows.ts';

/** Every committed file that is written from code, by its path from the root. Tests hold the files equal to these texts. */
export function generatedFiles(): Record<string, string> {
  return {
    '.env.example': renderEnvExample(),
    'docs/variables.md': renderVariablesPage(),
    'docs/workflows.md': renderWorkflowsPage(Object.values(jobs)),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(generatedFiles()))
    writeFileSync(join(import.meta.dirname, '..', path), text);
}
