import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stage } from './harness.ts';
import type { Stage } from './harness.ts';

let on: Stage;
let group: number;
beforeEach(async () => {
  on = await stage();
  group = on.telegram.createGroup({
    title: 'Gribitch',
    members: [on.lea.user.id, on.tom.user.id],
    bots: ['regie_bot'],
  }).id;
});
afterEach(() => on.stop());

const texts = async (): Promise<unknown[]> => {
  const seen: unknown[] = [];
  for (const update of await on.updates()) {
    const message = update['message'];
    if (typeof message === 'object' && message !== null && 'text' in message) seen.push(message.text);
  }
  return seen;
};

describe('privacy mode', () => {
  it('when on, the bot sees commands, replies to it and mentions of it, and nothing else', async () => {
    const sent = await on.say({ chat_id: group, text: 'Bonjour' });
    on.lea.write(group, 'on répète quand ?');
    on.lea.write(group, '/dispo');
    on.lea.write(group, '/dispo@regie_bot vendredi');
    on.lea.write(group, '/dispo@other_bot');
    on.lea.write(group, 'demande à @regie_bot');
    on.lea.write(group, 'demande à @regie_bottle');
    on.lea.write(group, 'oui', { replyTo: sent });
    expect(await texts()).toEqual(['/dispo', '/dispo@regie_bot vendredi', 'demande à @regie_bot', 'oui']);
  });

  it('when off, the bot sees everything, and getMe says so', async () => {
    on.telegram.setPrivacy('regie_bot', false);
    on.lea.write(group, 'on répète quand ?');
    expect(await texts()).toEqual(['on répète quand ?']);
    expect(await on.call('getMe')).toMatchObject({ result: { can_read_all_group_messages: true } });
  });

  it('when the bot administers the group, it sees everything', async () => {
    on.telegram.setMember(group, 'regie_bot', 'administrator');
    on.lea.write(group, 'on répète quand ?');
    expect(await texts()).toEqual(['on répète quand ?']);
  });
});

describe('coming and going', () => {
  it('when added, made administrator and removed, the bot hears of each', async () => {
    on.telegram.setMember(group, 'regie_bot', 'administrator');
    on.telegram.setMember(group, 'regie_bot', 'kicked');
    const updates = await on.updates();
    const statuses = updates.flatMap((update) =>
      update['my_chat_member'] === undefined ? [] : [update['my_chat_member']],
    );
    expect(statuses).toMatchObject([
      {
        old_chat_member: { status: 'left' },
        new_chat_member: { status: 'member' },
        chat: { id: group, type: 'group' },
      },
      { new_chat_member: { status: 'administrator' } },
      { new_chat_member: { status: 'kicked' } },
    ]);
    expect(await on.refused('sendMessage', { chat_id: group, text: 'x' })).toBe(
      'Forbidden: bot was kicked from the group chat',
    );
  });

  it('when a person blocks and comes back, the bot hears of both', async () => {
    await on.updates();
    on.lea.block('regie_bot');
    on.lea.start('regie_bot', 'abc-123');
    expect(await on.updates()).toMatchObject([
      { my_chat_member: { chat: { id: on.lea.user.id, type: 'private' }, new_chat_member: { status: 'kicked' } } },
      { my_chat_member: { new_chat_member: { status: 'member' } } },
      { message: { text: '/start abc-123', entities: [{ type: 'bot_command', offset: 0, length: 6 }] } },
    ]);
  });

  it('when the bot leaves, it can no longer write', async () => {
    expect((await on.call('leaveChat', { chat_id: group })).ok).toBe(true);
    expect(await on.refused('sendMessage', { chat_id: group, text: 'x' })).toBe(
      'Forbidden: bot is not a member of the group chat',
    );
    expect(await on.refused('getChatAdministrators', { chat_id: group })).toBe(
      'Forbidden: bot is not a member of the group chat',
    );
  });

  it('when the group becomes a supergroup, the old id answers with the new one and both sides say so', async () => {
    await on.updates();
    const { id } = on.telegram.migrate(group);
    expect(String(id)).toMatch(/^-100\d+$/);
    expect(await on.call('sendMessage', { chat_id: group, text: 'x' })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: id },
    });
    expect((await on.call('sendMessage', { chat_id: id, text: 'x' })).ok).toBe(true);
    expect(await on.updates()).toMatchObject([
      { message: { chat: { id: group }, migrate_to_chat_id: id } },
      { message: { chat: { id }, migrate_from_chat_id: group } },
    ]);
  });
});

describe('who is who', () => {
  it('when asked, names the administrators and the members', async () => {
    expect(await on.call('getChatAdministrators', { chat_id: group })).toMatchObject({
      result: [{ status: 'creator', user: { id: on.lea.user.id } }],
    });
    expect(await on.call('getChatMember', { chat_id: group, user_id: on.tom.user.id })).toMatchObject({
      result: { status: 'member' },
    });
    expect(await on.refused('getChatMember', { chat_id: group, user_id: 77 })).toBe(
      'Bad Request: invalid user_id specified',
    );
  });

  it('when an administrator writes behind the group, the message comes from the stand-in', async () => {
    on.telegram.setPrivacy('regie_bot', false);
    await on.updates();
    on.lea.write(group, 'avis', { anonymous: true });
    expect(await on.updates()).toMatchObject([
      { message: { from: { username: 'GroupAnonymousBot' }, sender_chat: { id: group } } },
    ]);
  });

  it('when the bot has no rights, it cannot pin; as administrator it can, and people see it', async () => {
    const id = await on.say({ chat_id: group, text: 'Feuille de route' });
    const pin = { chat_id: group, message_id: id };
    expect(await on.refused('pinChatMessage', pin)).toBe(
      'Bad Request: not enough rights to manage pinned messages in the chat',
    );
    on.telegram.setMember(group, 'regie_bot', 'administrator');
    expect((await on.call('pinChatMessage', pin)).ok).toBe(true);
    expect(on.telegram.chat(group).pinned).toEqual([id]);
  });
});

describe('rate limits', () => {
  it('when off, a hundred messages pass', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => on.call('sendMessage', { chat_id: group, text: `${n}` })),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
  });

  it('when on, a private chat takes a burst of 5 and then one a second', async () => {
    on.telegram.setRateLimits(true);
    const send = (): Promise<{ ok: boolean }> => on.call('sendMessage', { chat_id: on.lea.user.id, text: 'x' });
    for (let n = 0; n < 5; n += 1) expect((await send()).ok).toBe(true);
    expect(await send()).toMatchObject({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    on.kit.clock.advance(1000);
    expect((await send()).ok).toBe(true);
    expect((await send()).ok).toBe(false);
  });

  it('when on, a group takes 20 a minute, and waiting as told is enough', async () => {
    on.telegram.setRateLimits(true);
    for (let n = 0; n < 20; n += 1) {
      expect((await on.call('sendMessage', { chat_id: group, text: 'x' })).ok).toBe(true);
      on.kit.clock.advance(100);
    }
    const refused = await on.call('sendMessage', { chat_id: group, text: 'x' });
    const seconds = refused.parameters?.retry_after ?? 0;
    expect(seconds).toBeGreaterThan(50);
    on.kit.clock.advance(seconds * 1000);
    expect((await on.call('sendMessage', { chat_id: group, text: 'x' })).ok).toBe(true);
  });

  it('when on, the bot as a whole takes 30 a second', async () => {
    on.telegram.setRateLimits({ privateBurst: 100 });
    const answers: boolean[] = [];
    for (let n = 0; n < 31; n += 1)
      answers.push((await on.call('sendMessage', { chat_id: on.lea.user.id, text: 'x' })).ok);
    expect(answers.filter(Boolean)).toHaveLength(30);
  });
});
