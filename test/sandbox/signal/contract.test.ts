import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startBench } from './support.ts';

/** What the sandbox leaves out: registering and linking, settings of the account, and what the product has no use for. */
const LEFT_OUT = [
  'DELETE /v1/accounts/{number}/pin',
  'DELETE /v1/accounts/{number}/username',
  'DELETE /v1/devices/{number}/local-data',
  'DELETE /v1/devices/{number}/{deviceId}',
  'GET /v1/configuration',
  'GET /v1/configuration/{number}/settings',
  'GET /v1/contacts/{number}/{uuid}/avatar',
  'GET /v1/devices/{number}',
  'GET /v1/groups/{number}/{groupid}/avatar',
  'GET /v1/qrcodelink',
  'GET /v1/qrcodelink/raw',
  'GET /v1/sticker-packs/{number}',
  'POST /v1/accounts/{number}/pin',
  'POST /v1/accounts/{number}/username',
  'POST /v1/configuration',
  'POST /v1/configuration/{number}/settings',
  'POST /v1/contacts/{number}/sync',
  'POST /v1/devices/{number}',
  'POST /v1/groups/{number}/{groupid}/join',
  'POST /v1/register/{number}',
  'POST /v1/register/{number}/verify/{token}',
  'POST /v1/send',
  'POST /v1/sticker-packs/{number}',
  'POST /v1/unregister/{number}',
  'PUT /v1/accounts/{number}/settings',
];

const folder = process.env['CONTRACTS_DIR'];

describe.runIf(folder !== undefined)('the published operations', () => {
  test('when an operation is published, the sandbox answers it, or it is named here as left out', async () => {
    const bench = await startBench();
    const published = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(JSON.parse(readFileSync(join(folder ?? '', 'signal', 'swagger.json'), 'utf8')));
    const unanswered: string[] = [];
    for (const [path, operations] of Object.entries(published.paths))
      for (const method of Object.keys(operations).map((name) => name.toUpperCase())) {
        const filled = path.replaceAll('{number}', encodeURIComponent(bench.number)).replaceAll(/\{\w+\}/g, 'x');
        const response = await fetch(bench.url + filled, { method, ...(method === 'GET' ? {} : { body: '{}' }) });
        if ((await response.text()) === '404 page not found') unanswered.push(`${method} ${path}`);
      }
    expect(unanswered.toSorted()).toEqual(LEFT_OUT);
  });
});

test('when a path does not exist, the answer is a 404 and the ledger has it', async () => {
  const bench = await startBench();
  expect((await fetch(`${bench.url}/v3/send`, { method: 'POST', body: '{}' })).status).toBe(404);
  expect(bench.kit.ledger.entries({ method: 'POST /v3/send' })).toMatchObject([{ status: 404, applied: false }]);
});
