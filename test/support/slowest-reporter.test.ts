import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { expect, it } from 'vitest';

/** Runs vitest on these files with our reporter alone, as a process of its own. */
function reportOf(files: Record<string, string>): { code: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'regie-report-'));
  const reporter = join(import.meta.dirname, 'slowest-reporter.ts');
  const config = `import { SlowestReporter } from ${JSON.stringify(reporter)};\nexport default { test: { globals: true, reporters: [new SlowestReporter()] } };\n`;
  for (const [name, text] of Object.entries({ ...files, 'vitest.config.mjs': config }))
    writeFileSync(join(folder, name), text);
  const vitest = join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
  const { status, stdout } = spawnSync(execPath, [vitest, 'run', '--root', folder], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  rmSync(folder, { recursive: true, force: true });
  return { code: status, output: stdout };
}

it('when tests pass, fail and cannot be loaded, lists the slowest first and counts all of them in its last line', () => {
  const { code, output } = reportOf({
    'a.test.js':
      "it('is quick', () => undefined);\nit('is slow', () => new Promise((done) => setTimeout(done, 60)));\n",
    'b.test.js': "it('fails', () => { throw new Error('no'); });\n",
    'c.test.js': "throw new Error('cannot be loaded');\n",
  });
  const lines = output.trimEnd().split('\n');
  expect(lines.at(-1)).toBe('2 passed, 2 failed');
  expect(lines[lines.indexOf('Slowest tests:') + 1]).toMatch(/^ +\d+ ms {2}a\.test\.js › is slow$/);
  expect(code).toBe(1);
});

it('when a promise is rejected outside of any test, does not count zero failures', () => {
  const { code, output } = reportOf({
    'a.test.js': "it('passes', () => { void Promise.reject(new Error('late')); });\n",
  });
  expect(output.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed');
  expect(code).toBe(1);
});
