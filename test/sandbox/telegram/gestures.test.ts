import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stage } from './harness.ts';
import type { Stage } from './harness.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.stop());

const lea = (): number => on.lea.user.id;

describe('reactions, pins, commands, files', () => {
  it('when the emoji is not among the allowed ones, refuses', async () => {
    const { message_id: id } = on.lea.write('regie_bot', 'salut');
    const react = (...emojis: string[]): object => ({
      chat_id: lea(),
      message_id: id,
      reaction: emojis.map((emoji) => ({ type: 'emoji', emoji })),
    });
    expect(await on.refused('setMessageReaction', react('✅'))).toBe('Bad Request: REACTION_INVALID');
    expect(await on.refused('setMessageReaction', react('❤️'))).toBe('Bad Request: REACTION_INVALID');
    expect(await on.refused('setMessageReaction', react('👀', '👍'))).toBe('Bad Request: REACTIONS_TOO_MANY');
    await on.call('setMessageReaction', react('👀'));
    expect(on.lea.view('regie_bot').messages.at(-1)?.reactions).toEqual([{ userId: on.botId, emoji: '👀' }]);
  });

  it('when a command name has an accent or a capital, refuses', async () => {
    const set = (command: string): object => ({ commands: [{ command, description: 'x' }] });
    expect(await on.refused('setMyCommands', set('août'))).toBe('Bad Request: BOT_COMMAND_INVALID');
    expect(await on.refused('setMyCommands', set('Dispo'))).toBe('Bad Request: BOT_COMMAND_INVALID');
    expect((await on.call('setMyCommands', set('dispo_1'))).ok).toBe(true);
  });

  it('when commands differ by scope and language, each person sees theirs', async () => {
    const group = on.telegram.createGroup({ title: 'Équipe', members: [lea(), on.tom.user.id], bots: ['regie_bot'] });
    const set = (command: string, extra: object): Promise<unknown> =>
      on.call('setMyCommands', { commands: [{ command, description: 'x' }], ...extra });
    await set('help', {});
    await set('aide', { language_code: 'fr' });
    await set('prive', { scope: { type: 'all_private_chats' }, language_code: 'fr' });
    await set('gestion', { scope: { type: 'chat_administrators', chat_id: group.id } });
    expect(on.lea.menu('regie_bot').map(({ command }) => command)).toEqual(['prive']);
    expect(on.tom.menu('regie_bot').map(({ command }) => command)).toEqual(['help']);
    expect(on.lea.menu('regie_bot', group.id).map(({ command }) => command)).toEqual(['gestion']);
    expect(on.tom.menu('regie_bot', group.id).map(({ command }) => command)).toEqual(['help']);
  });

  it('when a document is sent, it can be fetched back byte for byte', async () => {
    const form = new FormData();
    form.set('chat_id', String(lea()));
    form.set('caption', 'la feuille');
    form.set('document', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'route.pdf');
    await fetch(`${on.url}/bot${on.token}/sendDocument`, { method: 'POST', body: form });
    const file = on.lea.view('regie_bot').messages.at(-1)?.file;
    expect(file).toMatchObject({ name: 'route.pdf', mime: 'application/pdf', size: 8 });
    expect(Buffer.from(on.telegram.file(file?.id ?? '').bytes).toString()).toBe('%PDF-1.4');
    const described = await on.call('getFile', { file_id: file?.id });
    const path = JSON.stringify(described.result).replace(/.*"file_path":"([^"]+)".*/, '$1');
    expect(await (await fetch(`${on.url}/file/bot${on.token}/${path}`)).text()).toBe('%PDF-1.4');
    expect((await fetch(`${on.url}/file/bot1:x/${path}`)).status).toBe(401);
  });

  it('when a poll has no or too many options, refuses', async () => {
    const poll = (count: number): object => ({
      chat_id: lea(),
      question: 'Quand ?',
      options: Array.from({ length: count }, (_, n) => ({ text: `${n}` })),
    });
    expect(await on.refused('sendPoll', poll(0))).toBe('Bad Request: poll must have at least 1 option');
    expect(await on.refused('sendPoll', poll(13))).toBe("Bad Request: poll can't have more than 12 options");
  });
});
