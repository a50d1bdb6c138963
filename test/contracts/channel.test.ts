import { createSignal } from '../../bot/channels/signal/channel.ts';
import { createTelegram } from '../../bot/channels/telegram/channel.ts';
import { telegramBot } from '../../bot/channels/telegram/refs.ts';
import { type EffectRunner } from '../../core/effect.ts';
import { type Inbound } from '../../core/inbound.ts';
import { systemRandom } from '../../core/random.ts';
import { chatRefSchema, messageRefSchema, type ChatRef } from '../../core/refs.ts';
import { createSignalClient } from '../../integrations/signal/client.ts';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { type FaultAction } from '../../sandbox/kit/faults.ts';
import { type ChatView } from '../../sandbox/telegram/view.ts';
import { type SeenChat } from '../../sandbox/signal/view.ts';
import { silentLog } from '../support/silent-log.ts';
import { type ChannelBench, type Shown } from './channel-bench.ts';
import { describeChannel } from './channel-contract.ts';

function collector(): {
  readonly all: Inbound[];
  readonly sink: { receive: (messages: readonly Inbound[]) => Promise<void>; fatal: () => void; refused: () => void };
} {
  const all: Inbound[] = [];
  return {
    all,
    sink: { receive: async (messages) => void all.push(...messages), fatal: () => undefined, refused: () => undefined },
  };
}

/** No menus are set here, so nothing is asked of it. */
const noEffects: EffectRunner = async (effect) => effect.run();

/** A fault on the next sending. */
function next(sandbox: Sandbox, method: string, action: FaultAction): () => void {
  return () => void sandbox.faults.add({ match: { method }, on: 'request', action });
}

async function openTelegram(): Promise<ChannelBench> {
  const sandbox = await startSandbox();
  const { control } = sandbox.telegram;
  const bot = control.createBot({ username: 'regie_bot', privacy: false });
  const [one, two] = ['Tom', 'Malo'].map((firstName) => control.user(control.createUser({ firstName }).id));
  if (one === undefined || two === undefined) throw new Error('nobody came');
  const group = control.createGroup({ title: 'Groupe', members: [one.user.id, two.user.id], bots: [bot.username] }).id;
  const doomed = control.createGroup({ title: 'Sans nous', members: [one.user.id], bots: [bot.username] }).id;
  const moving = control.createGroup({ title: 'Qui grandit', members: [one.user.id], bots: [bot.username] }).id;
  const channel = createTelegram({
    bot: telegramBot('staff'),
    token: bot.token,
    apiRoot: sandbox.telegram.apiRoot,
    intake: { type: 'polling' },
    menus: [],
    effects: noEffects,
    random: systemRandom,
    dispensable: false,
    log: silentLog,
  });
  const { all, sink } = collector();
  await channel.start(sink);
  const view = (place: 'private' | 'group' = 'private'): ChatView =>
    place === 'private' ? one.view(bot.id) : control.chat(group);
  const at = (place: 'private' | 'group' = 'private'): number => (place === 'private' ? bot.id : group);
  const shown = (place: 'private' | 'group' = 'private'): Shown[] =>
    view(place)
      .messages.filter((message) => message.from.isBot && message.service === null)
      .map((message) => ({
        text: message.text,
        bold: message.entities
          .filter((entity) => entity.type !== 'bot_command' && entity.type !== 'mention' && entity.type !== 'url')
          .map((entity) => message.text.slice(entity.offset, entity.offset + entity.length)),
        answers: message.keyboard.flat().map((button) => button.text),
        carried: message.keyboard.flat().map((button) => button.callback_data ?? null),
      }));
  const chat = (id: number): ChatRef => chatRefSchema.parse(`telegram:staff:${id}`);
  return {
    channel,
    received: () => all,
    write: (text, { place, to, mention, by } = {}) =>
      String(
        (by === 'other' ? two : one).write(
          at(place),
          mention === true ? `@${bot.username} ${text}` : text,
          to === undefined ? {} : { replyTo: Number(to) },
        ).message_id,
      ),
    edit: (message, text, place) => void one.edit(at(place), Number(message), text),
    react: (message, emoji, on) => one.react(bot.id, Number(message), on ? [emoji] : []),
    choose: (index) => {
      const card = view().messages.findLast((message) => message.keyboard.length > 0);
      one.press(bot.id, { data: card?.keyboard.flat()[index]?.callback_data, messageId: card?.id });
    },
    send: (what) => void one.send(bot.id, what === 'document' ? { kind: what, name: 'rib.pdf' } : { kind: what }),
    shown,
    repeatNext: () => void sandbox.faults.add({ match: { method: 'message' }, action: { type: 'duplicate' } }),
    lose: () => ({ target: [messageRefSchema.parse('12345')], at: sandbox.clock.now() }),
    chosen: (cards, index, nonces) => ({ type: 'press', nonce: nonces[index] ?? '', message: cards[0] ?? null }),
    failures: [
      {
        name: 'too many requests',
        arrange: next(sandbox, 'sendMessage', {
          type: 'status',
          code: 429,
          body: {
            ok: false,
            error_code: 429,
            description: 'Too Many Requests: retry after 7',
            parameters: { retry_after: 7 },
          },
        }),
        outcome: { type: 'wait', ms: 7000 },
      },
      {
        name: 'a fault of the platform',
        arrange: next(sandbox, 'sendMessage', { type: 'status', code: 502 }),
        outcome: { type: 'wait' },
      },
      {
        name: 'the answer is lost',
        arrange: next(sandbox, 'sendMessage', { type: 'reset-after-apply' }),
        outcome: { type: 'unknown' },
      },
      {
        name: 'the answer is no JSON',
        arrange: next(sandbox, 'sendMessage', { type: 'garbage' }),
        outcome: { type: 'unknown' },
      },
      {
        name: 'half of the answer comes',
        arrange: next(sandbox, 'sendMessage', { type: 'truncate' }),
        outcome: { type: 'unknown' },
      },
      {
        name: 'the bot is blocked',
        arrange: () => two.block(bot.id),
        chat: () => chat(two.user.id),
        outcome: { type: 'failed', blocked: true },
      },
      {
        name: 'the bot was thrown out',
        arrange: () => control.setMember(doomed, bot.username, 'kicked', one.user.id),
        chat: () => chat(doomed),
        outcome: { type: 'failed', blocked: true },
      },
      {
        name: 'the chat does not exist',
        arrange: () => undefined,
        chat: () => chat(12_345),
        outcome: { type: 'failed', blocked: true },
      },
      {
        name: 'the group became a supergroup',
        arrange: () => void control.migrate(moving),
        chat: () => chat(moving),
        outcome: { type: 'moved' },
      },
    ],
    stop: async () => {
      await channel.stop();
      await sandbox.stop();
    },
  };
}

async function openSignal(): Promise<ChannelBench> {
  const sandbox = await startSandbox();
  const { control } = sandbox.signal;
  const one = control.addPerson({ name: 'Léa' });
  const two = control.addPerson({ name: 'Inès' });
  const gone = control.addPerson({ name: 'Partie' });
  const untrusted = control.addPerson({ name: 'Nouveau téléphone', hasWritten: true });
  const group = control.addGroup('Groupe', [one.aci, two.aci]);
  const channel = createSignal({
    client: createSignalClient({ url: sandbox.signal.apiUrl, number: control.number }),
    profileName: 'Régie',
    log: silentLog,
  });
  const { all, sink } = collector();
  await channel.start(sink);
  const view = (place: 'private' | 'group' = 'private'): SeenChat =>
    one.see(place === 'private' ? undefined : group.id);
  const chatOf = (place: 'private' | 'group' = 'private'): string | undefined =>
    place === 'private' ? undefined : group.id;
  const at = (ref: string): number => Number(ref.replace(/@.*$|^poll\./g, ''));
  const shown = (place: 'private' | 'group' = 'private'): Shown[] =>
    view(place)
      .messages.filter((message) => message.author.us && message.poll === null)
      .map((message) => {
        const lines = message.text.split('\n').filter((line) => /^\d+\. /.test(line));
        return {
          text: message.text,
          bold: message.styles.map((style) => message.text.slice(style.start, style.start + style.length)),
          answers: lines.map((line) => line.replace(/^\d+\. /, '')),
          carried: lines.map(() => null),
        };
      });
  const chat = (aci: string): ChatRef => chatRefSchema.parse(`signal:${control.number}:${aci}`);
  return {
    channel,
    received: () => all,
    write: (text, { place, to, mention, by } = {}) => {
      const author = by === 'other' ? two : one;
      const words = mention === true ? `\uFFFC ${text}` : text;
      const mentions = mention === true ? [{ start: 0, length: 1, author: control.aci }] : [];
      return String(
        author.write({
          text: words,
          chat: chatOf(place),
          mentions,
          ...(to === undefined ? {} : { quote: { timestamp: at(to) } }),
        }),
      );
    },
    edit: (message, text, place) => void one.edit({ chat: chatOf(place), timestamp: Number(message), text }),
    react: (message, emoji, on) => void one.react({ timestamp: at(message), emoji, remove: !on }),
    choose: (index) => {
      const poll = view().messages.findLast((message) => message.poll !== null && !message.poll.closed);
      one.vote({ timestamp: poll?.timestamp ?? 0, options: [index] });
    },
    send: (what) => {
      if (what === 'voice') one.voiceNote();
      else if (what === 'sticker') one.write({ sticker: { packId: 'aa', stickerId: 1 } });
      else one.write({ files: [{ base64: 'AAAA', contentType: what === 'photo' ? 'image/png' : 'application/pdf' }] });
    },
    shown,
    repeatNext: () => void sandbox.faults.add({ match: { method: 'message' }, action: { type: 'duplicate' } }),
    lose: (messages) => {
      sandbox.clock.advance(25 * 3_600_000);
      return { target: messages, at: sandbox.clock.now() };
    },
    chosen: (cards, index) => ({
      type: 'vote',
      target: cards[1] ?? messageRefSchema.parse('no poll'),
      options: [index],
    }),
    failures: [
      {
        name: 'too many requests',
        arrange: next(sandbox, 'POST /v2/send', {
          type: 'status',
          code: 429,
          body: { error: 'rate limit', challenge_tokens: [''], account: control.number },
        }),
        outcome: { type: 'failed', code: 'signal.limited', blocked: false },
      },
      {
        name: 'delivered, and yet too many requests',
        arrange: () => control.nextSend('429-but-delivered'),
        outcome: { type: 'failed', code: 'signal.limited', blocked: false },
      },
      {
        name: 'a captcha is wanted',
        arrange: next(sandbox, 'POST /v2/send', {
          type: 'status',
          code: 429,
          body: { error: 'captcha', challenge_tokens: ['tok'], account: control.number },
        }),
        outcome: { type: 'failed', code: 'signal.challenge', blocked: false },
      },
      {
        name: 'a fault of the gateway',
        arrange: next(sandbox, 'POST /v2/send', { type: 'status', code: 500 }),
        outcome: { type: 'unknown' },
      },
      {
        name: 'the answer is lost',
        arrange: next(sandbox, 'POST /v2/send', { type: 'reset-after-apply' }),
        outcome: { type: 'unknown' },
      },
      {
        name: 'the answer is no JSON',
        arrange: next(sandbox, 'POST /v2/send', { type: 'garbage' }),
        outcome: { type: 'unknown' },
      },
      {
        // Of a lone recipient who left, the gateway says no more than « Failed to send message », as for a network failure.
        name: 'the person left Signal',
        arrange: () => gone.setRegistered(false),
        chat: () => chat(gone.aci),
        outcome: { type: 'failed', code: 'signal.refused', blocked: false },
      },
      {
        name: 'the safety number changed',
        arrange: () => untrusted.changeIdentity(),
        chat: () => chat(untrusted.aci),
        outcome: { type: 'failed', code: 'signal.untrusted', blocked: false },
      },
    ],
    stop: async () => {
      await channel.stop();
      await sandbox.stop();
    },
  };
}

describeChannel('Telegram', openTelegram);
describeChannel('Signal', openSignal);
