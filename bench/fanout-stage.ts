import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSignal } from '../bot/channels/signal/channel.ts';
import { encodeGroup, encodePrivate } from '../bot/channels/signal/refs.ts';
import { createTelegram } from '../bot/channels/telegram/channel.ts';
import { encodeChat, telegramBot } from '../bot/channels/telegram/refs.ts';
import { type Channel } from '../core/channel.ts';
import { type Log } from '../core/log.ts';
import { systemRandom } from '../core/random.ts';
import { type ChatRef } from '../core/refs.ts';
import { createSignalClient } from '../integrations/signal/client.ts';
import { createKit, type Kit } from '../sandbox/kit/kit.ts';
import { startSignal } from '../sandbox/signal/index.ts';
import { type PersonControl, type TelegramControl } from '../sandbox/telegram/control.ts';
import { startTelegram } from '../sandbox/telegram/index.ts';
import { findProgram } from '../store/server/find-redis.ts';
import { startPrivateServer } from '../store/server/private-server.ts';
import { connect, type Connection } from '../store/redis.ts';

/** Says nothing: a bench prints its numbers alone. */
export const silent: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The platforms with their limits on and a Redis of its own. */
export interface Stage {
  readonly kit: Kit;
  /** A new connection whose exchanges count. */
  readonly open: () => Connection;
  /** Exchanges with Redis so far, over all connections that were opened. */
  readonly exchanges: () => number;
  readonly telegram: TelegramControl;
  /** A bot with so many people who have written to it, and so many groups it is in. */
  readonly addBot: (name: string, people: number, groups: number) => TelegramBot;
  readonly addSignal: (people: number, groups: number) => Promise<Reached>;
  readonly stop: () => Promise<void>;
}

/** A bot and whom it can write to. */
export interface Reached {
  readonly channel: Channel;
  readonly people: readonly ChatRef[];
  readonly groups: readonly ChatRef[];
}

/** A Telegram bot, its name on the platform, and the people themselves. */
export interface TelegramBot extends Reached {
  readonly username: string;
  readonly persons: readonly PersonControl[];
}

/** Starts everything; `base` is the clock of the platforms, the machine's when it is left out. */
export async function fanoutStage(base?: () => number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-bench-'));
  const cacheDir = join(import.meta.dirname, '..', '.cache');
  const redis = await startPrivateServer(await findProgram({ redisBin: null, cacheDir, log: silent }), folder);
  const kit = createKit(0, base);
  const telegram = await startTelegram(kit, { rateLimits: true });
  const stops: (() => Promise<void>)[] = [() => telegram.stop()];
  const opened: Connection[] = [];
  return {
    kit,
    open: () => {
      const connection = connect({ address: redis.socketPath, prefix: 'bench', log: silent });
      opened.push(connection);
      return connection;
    },
    exchanges: () => opened.reduce((sum, { roundTrips }) => sum + roundTrips.count(), 0),
    telegram: telegram.control,
    addBot: (name, people, groups) => addBot(telegram.control, telegram.url, name, people, groups),
    addSignal: async (people, ours) => {
      const signal = await startSignal(kit, { limits: true, profileName: 'Régie' });
      stops.push(() => signal.stop());
      const { control } = signal;
      const client = createSignalClient({ url: signal.url, number: control.number });
      const channel = createSignal({ client, profileName: 'Régie', log: silent });
      const acis = Array.from(
        { length: people },
        (_, one) => control.addPerson({ name: `S${one}`, hasWritten: true }).aci,
      );
      const made = Array.from({ length: ours }, (_, one) => control.addGroup(`G${one}`, acis.slice(one, one + 5)));
      return {
        channel,
        people: acis.map((aci) => encodePrivate(channel.bot, aci)),
        groups: made.map(({ internalId }) => encodeGroup(channel.bot, internalId)),
      };
    },
    stop: async () => {
      await Promise.all([...opened.map(({ close }) => close()), ...stops.map((stop) => stop())]);
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function addBot(control: TelegramControl, apiRoot: string, name: string, people: number, groups: number): TelegramBot {
  const bot = telegramBot(name);
  const { token, username, id } = control.createBot({ username: `${name}_bot` });
  const channel = createTelegram({
    bot,
    token,
    apiRoot,
    intake: { type: 'polling' },
    menus: [],
    effects: (effect) => effect.run(),
    random: systemRandom,
    dispensable: false,
    log: silent,
  });
  const persons = Array.from({ length: people }, (_, one) =>
    control.user(control.createUser({ firstName: `${name}${one}` }).id),
  );
  for (const person of persons) person.start(id);
  const [first] = persons;
  const made = Array.from({ length: first === undefined ? 0 : groups }, (_, one) =>
    control.createGroup({ title: `G${one}`, members: [first?.user.id ?? 0], bots: [username] }),
  );
  return {
    channel,
    username,
    persons,
    people: persons.map(({ user }) => encodeChat(bot, user.id)),
    groups: made.map((group) => encodeChat(bot, group.id)),
  };
}
