import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

it('when a secret address is about to be logged, what makes it one is masked, wherever it stands', async () => {
  const secret = 'Zx9'.repeat(14);
  const lines = [`GET /calendar/${secret}.ics`, `https://regie.test/sheet/${secret}.${secret}?x=1`, '/calendar/today'];
  const script = `import { createLog } from './cli/log.ts';
    const log = createLog('info');
    const [one, two, three] = ${JSON.stringify(lines)};
    log.info({ path: one, inner: { at: two } }, two);
    log.error({ path: three }, one);`;
  const { stderr } = await promisify(execFile)('npx', ['tsx', '--input-type=module', '-e', script], { cwd: root });
  expect(stderr).toContain('/calendar/[masked]');
  expect(stderr).toContain('/sheet/[masked]?x=1');
  expect(stderr).toContain('/calendar/today');
  expect(stderr).not.toContain(secret.slice(0, 9));
});
