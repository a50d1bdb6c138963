import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examineGoogle } from '../../cli/doctor.ts';
import { createAccount } from '../../sandbox/google/accounts.ts';

const credentialsFile = join(mkdtempSync(join(tmpdir(), 'regie-doctor-')), 'key.json');

describe('doctor on Google', () => {
  it('when nothing is set, has nothing to add to what is off', async () => {
    expect(await examineGoogle(null)).toEqual([]);
  });

  it('when the key file cannot be read or used, says so in one line', async () => {
    expect(await examineGoogle({ credentialsFile, apiRoot: null })).toEqual([
      { ok: false, about: 'Google', says: 'GOOGLE_CREDENTIALS: the file cannot be read' },
    ]);
    writeFileSync(credentialsFile, '{"client_email":"regie@example.com"}');
    expect(await examineGoogle({ credentialsFile, apiRoot: null })).toEqual([
      { ok: false, about: 'Google', says: 'GOOGLE_CREDENTIALS: private_key is missing' },
    ]);
  });

  it('when it can be used, names the address with which calendars are shared', async () => {
    writeFileSync(credentialsFile, createAccount('regie@example.com', () => 'http://127.0.0.1:1/token').credentials());
    expect(await examineGoogle({ credentialsFile, apiRoot: null })).toEqual([
      { ok: true, about: 'Google', says: expect.stringContaining('regie@example.com') },
    ]);
  });
});
