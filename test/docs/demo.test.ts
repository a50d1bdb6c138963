import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { expect, it } from 'vitest';
import { textOf } from './documents.ts';

const root = join(import.meta.dirname, '..', '..');

/** The demo as a newcomer runs it, in a folder of its own so that nobody else's demo is disturbed. */
function play(folder: string): Promise<{ readonly code: number; readonly printed: string }> {
  const args = ['--import', import.meta.resolve('tsx'), join(root, 'main.ts'), 'demo', '--once'];
  return new Promise((resolve) => {
    execFile(execPath, args, { cwd: folder, encoding: 'utf8' }, (error, printed) => {
      resolve({ code: error === null ? 0 : 1, printed });
    });
  });
}

it(
  'when the README shows what the demo prints, the demo prints it, every line of it',
  { timeout: 180_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'regie-readme-'));
    try {
      const { code, printed } = await play(folder);
      const lines = new Set(printed.split('\n').map((line) => line.trimEnd()));
      const shown = (textOf('README.md').split('```')[3] ?? '').split('\n').map((line) => line.trimEnd());
      const expected = shown.filter((line) => line !== '' && line.trim() !== '…');
      expect({ code, missing: expected.filter((line) => !lines.has(line)) }).toEqual({ code: 0, missing: [] });
      expect(expected.length).toBeGreaterThan(10);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
