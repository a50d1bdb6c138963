import { describe, expect, test } from 'vitest';
import { errorOf, startBench, timestampOf } from './support.ts';

describe('groups', () => {
  test('when no profile name is set, group sends and new groups fail; setting one heals both', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const group = bench.signal.addGroup('Gribitch', [lea.aci]);
    const create = { name: 'Nouveau', members: [lea.aci] };
    expect(errorOf(await bench.send(group.id, 'x'))).toBe(
      'Cannot send message to group - please first update your profile.',
    );
    expect(errorOf(await bench.call('POST', '/v1/groups/{number}', create))).toMatch(
      /please first update your profile/,
    );
    expect((await bench.call('PUT', '/v1/profiles/{number}', { name: 'Régie' })).status).toBe(204);
    expect((await bench.send(group.id, 'x')).status).toBe(201);
    const made = await bench.call('POST', '/v1/groups/{number}', create);
    expect(made).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^group\./) } });
  });

  test('when members, admins, name and pins change, the group and the phones show it', async () => {
    const bench = await startBench({ profileName: 'Régie' });
    const [lea, tom] = [bench.signal.addPerson({ name: 'Léa' }), bench.signal.addPerson({ name: 'Tom' })];
    const group = bench.signal.addGroup('Gribitch', [lea.aci]);
    const path = `/v1/groups/{number}/${group.id}`;
    expect((await bench.call('POST', `${path}/members`, { members: [tom.aci] })).status).toBe(204);
    expect((await bench.call('POST', `${path}/admins`, { admins: [tom.aci] })).status).toBe(204);
    expect((await bench.call('PUT', path, { name: 'Gribitch (équipe)', description: 'ici' })).status).toBe(204);
    const pinned = timestampOf(await bench.send(group.id, 'feuille de route'));
    expect(
      (await bench.call('POST', `${path}/pin-message`, { target_author: bench.number, timestamp: pinned })).status,
    ).toBe(200);
    expect(tom.see(group.id).messages).toMatchObject([{ text: 'feuille de route', pinned: true }]);
    expect((await bench.call('GET', path)).body).toMatchObject({
      name: 'Gribitch (équipe)',
      internal_id: group.internalId,
      members: [bench.number, lea.aci, tom.aci],
      admins: [bench.number, tom.aci],
    });
    expect((await bench.call('DELETE', `${path}/members`, { members: [tom.aci] })).status).toBe(204);
    await bench.send(group.id, 'sans Tom');
    expect(tom.see(group.id).messages.map((message) => message.text)).toEqual(['feuille de route']);
  });

  test('when the account left or the group is unknown, sending says which', async () => {
    const bench = await startBench({ profileName: 'Régie' });
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const group = bench.signal.addGroup('Gribitch', [lea.aci]);
    expect((await bench.call('DELETE', `/v1/groups/{number}/${group.id}`)).status).toBe(200);
    expect(errorOf(await bench.send(group.id, 'x'))).toBe(
      `User is not a member in group: Gribitch (${group.internalId})`,
    );
    const other = Buffer.alloc(32, 7).toString('base64');
    expect(errorOf(await bench.send(`group.${Buffer.from(other).toString('base64')}`, 'x'))).toBe(
      `Group not found: ${other}`,
    );
    expect(errorOf(await bench.send(group.internalId, 'x'))).toBe('Failed to send message');
  });

  test('when another member throws the account out, that update is the last it hears of the group', async () => {
    const bench = await startBench({ profileName: 'Régie' });
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const group = bench.signal.addGroup('Gribitch', [lea.aci]);
    const reader = await bench.read();
    bench.signal.leave(group.id, bench.signal.aci);
    lea.write('entre nous', group.id);
    await reader.settle();
    expect(reader.frames).toMatchObject([{ envelope: { dataMessage: { groupInfo: { type: 'UPDATE' } } } }]);
    expect((await bench.call('GET', '/v1/groups/{number}')).body).toMatchObject([
      { member: false, members: [lea.aci] },
    ]);
    expect((await bench.send(group.id, 'x')).status).toBe(400);
  });

  test('when one member has a changed key, the others get the message and the 201 names them', async () => {
    const bench = await startBench({ profileName: 'Régie' });
    const [lea, tom] = [bench.signal.addPerson({ name: 'Léa' }), bench.signal.addPerson({ name: 'Tom' })];
    const group = bench.signal.addGroup('Gribitch', [lea.aci, tom.aci]);
    tom.changeIdentity();
    expect((await bench.send(group.id, 'x')).body).toMatchObject({
      errors: {
        recipients: [{ groupId: group.internalId, recipientAddress: { uuid: tom.aci }, type: 'IDENTITY_FAILURE' }],
      },
    });
    expect([lea.see(group.id).messages, tom.see(group.id).messages]).toMatchObject([[{ text: 'x' }], []]);
  });
});

describe('changing what was sent', () => {
  test('when the account edits, the message changes in place; phones ignore the eleventh edit and old ones', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const timestamp = timestampOf(await bench.send(lea.aci, 'v0'));
    for (let version = 1; version <= 11; version += 1)
      expect((await bench.send(lea.aci, `v${version}`, { edit_timestamp: timestamp })).status).toBe(201);
    expect(lea.see().messages).toMatchObject([{ text: 'v10', edits: 10, timestamp }]);
    const late = timestampOf(await bench.send(lea.aci, 'ancien'));
    bench.kit.clock.advance(25 * 3600 * 1000);
    expect((await bench.send(lea.aci, 'trop tard', { edit_timestamp: late })).status).toBe(201);
    expect(lea.see().messages[1]).toMatchObject({ text: 'ancien', edits: 0 });
  });

  test('when the account deletes or reacts, phones follow', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const sent = timestampOf(await bench.send(lea.aci, 'erreur'));
    const asked = lea.write('ok ?');
    const reaction = { recipient: lea.aci, reaction: '👀', target_author: lea.aci, timestamp: asked };
    expect((await bench.call('POST', '/v1/reactions/{number}', reaction)).status).toBe(204);
    expect(lea.see().messages[1]?.reactions).toMatchObject([{ emoji: '👀', author: { us: true } }]);
    expect((await bench.call('DELETE', '/v1/reactions/{number}', reaction)).status).toBe(204);
    expect(lea.see().messages[1]?.reactions).toEqual([]);
    const deleted = await bench.call('DELETE', '/v1/remote-delete/{number}', { recipient: lea.aci, timestamp: sent });
    expect(deleted).toMatchObject({ status: 201, body: { timestamp: expect.stringMatching(/^\d{13}$/) } });
    expect(lea.see().messages[0]).toMatchObject({ deleted: true, text: '' });
  });

  test('when a deletion comes a day late, phones keep the message', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const timestamp = timestampOf(await bench.send(lea.aci, 'trop vieux'));
    bench.kit.clock.advance(24 * 3600 * 1000 + 60_000);
    expect((await bench.call('DELETE', '/v1/remote-delete/{number}', { recipient: lea.aci, timestamp })).status).toBe(
      201,
    );
    expect(lea.see().messages).toMatchObject([{ text: 'trop vieux', deleted: false }]);
  });

  test('when the account shows typing, it lasts until it stops or sends', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const typing = (method: string): Promise<unknown> =>
      bench.call(method, '/v1/typing-indicator/{number}', { recipient: lea.aci });
    await typing('PUT');
    expect(lea.see().typing).toBe(true);
    await typing('DELETE');
    expect(lea.see().typing).toBe(false);
    await typing('PUT');
    await bench.send(lea.aci, 'voilà');
    expect(lea.see().typing).toBe(false);
  });
});

describe('the account and whom it knows', () => {
  test('when asked about itself, it says versions, mode and capabilities, and that it is well', async () => {
    const bench = await startBench();
    expect((await bench.call('GET', '/v1/about')).body).toMatchObject({
      mode: 'json-rpc',
      build: 2,
      versions: ['v1', 'v2'],
    });
    expect((await bench.call('GET', '/v1/health')).status).toBe(204);
    expect((await bench.call('GET', '/v1/accounts')).body).toEqual([bench.number]);
    expect((await bench.call('GET', `/v1/receive/{number}`)).status).toBe(400);
    expect(errorOf(await bench.call('GET', '/v1/groups/%2B4900000'))).toBe('Specified account does not exist');
  });

  test('when contacts are listed, they are those who wrote, were named or share a group; a receipt needs its type', async () => {
    const bench = await startBench();
    const [lea, tom] = [
      bench.signal.addPerson({ name: 'Léa' }),
      bench.signal.addPerson({ name: 'Tom', number: '+33600000002' }),
    ];
    lea.write('salut');
    expect((await bench.call('GET', '/v1/contacts/{number}')).body).toMatchObject([{ uuid: lea.aci, number: '' }]);
    expect((await bench.call('GET', '/v1/contacts/{number}?all_recipients=true')).body).toHaveLength(2);
    expect(
      (await bench.call('PUT', '/v1/contacts/{number}', { recipient: tom.aci, name: 'Tom (batterie)' })).status,
    ).toBe(204);
    expect((await bench.call('GET', `/v1/contacts/{number}/${tom.aci}`)).body).toMatchObject({
      name: 'Tom (batterie)',
    });
    const found = await bench.call('GET', '/v1/search/{number}?numbers=%2B33600000002&numbers=%2B33699999999');
    expect(found.body).toEqual([
      { number: '+33600000002', registered: true },
      { number: '+33699999999', registered: false },
    ]);
    const receipt = { recipient: lea.aci, receipt_type: 'seen', timestamp: 1 };
    expect(errorOf(await bench.call('POST', '/v1/receipts/{number}', receipt))).toMatch(
      /receipt type must be read or viewed/,
    );
    expect((await bench.call('POST', '/v1/receipts/{number}', { ...receipt, receipt_type: 'read' })).status).toBe(204);
  });
});
