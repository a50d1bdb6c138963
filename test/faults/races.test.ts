import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createRouter } from '../../bot/router.ts';
import { runConsumer } from '../../bot/consumer.ts';
import { encodeAccount, encodeChat, encodeMessage, telegramBot } from '../../bot/channels/telegram/refs.ts';
import { catalogue } from '../../conversations/catalogue.ts';
import { type Channel } from '../../core/channel.ts';
import { wait } from '../../core/clock.ts';
import { commitOf, put } from '../../core/commit.ts';
import { type Inbound } from '../../core/inbound.ts';
import { absences, holds } from '../../core/records/agency.ts';
import { questions, type Question } from '../../core/records/dialogue.ts';
import { accounts } from '../../core/records/identity.ts';
import { approvals, audit, type Approval } from '../../core/records/oversight.ts';
import { type Entry, type Reader } from '../../core/streams.ts';
import { eventually, setFaultWorld, touchedHold, type FaultWorld } from '../support/fault-world.ts';
import { silentLog } from '../support/silent-log.ts';

let world: FaultWorld;
const bot = telegramBot('staff');
const managers = [
  { person: 'marc-delaunay', id: 1001 },
  { person: 'anna-kervella', id: 1002 },
] as const;
type Manager = (typeof managers)[number];

beforeAll(async () => {
  world = await setFaultWorld();
  const { store, clock } = world.runtime;
  const linked = managers.map(({ person, id }) =>
    put(accounts, {
      id: encodeAccount(id),
      person,
      linkedAt: clock.now(),
      revokedAt: null,
      reach: [{ bot, chat: encodeChat(bot, id), open: true }],
    }),
  );
  await store.commit(commitOf('accounts', { writes: linked }));
});

afterAll(() => world.stop());

let serial = 0;
beforeEach(() => {
  serial += 1000;
});

/** An open question about an absence, with a card for each manager; returns what pressing « Bien noté » on each carries. */
async function ask(name: string): Promise<Map<Manager, string>> {
  const { store, clock } = world.runtime;
  const now = clock.now();
  const hold = await store.get(holds, touchedHold);
  const approval: Approval = {
    id: `${name}.r1.gribitch`,
    kind: 'absence',
    subject: { collection: absences.name, id: name, version: 1 },
    artist: 'gribitch',
    askedBy: 'tom-garnier',
    state: 'open',
    decision: null,
    announced: false,
    askedAt: now,
    deadline: now + 3_600_000,
    thread: [],
    cards: [],
  };
  const cards = managers.map((manager): Question => ({
    id: `${approval.id}.${manager.person}:0`,
    bot,
    chat: encodeChat(bot, manager.id),
    person: manager.person,
    account: encodeAccount(manager.id),
    purpose: 'approval',
    subject: approval.id,
    choices: [{ key: 'noted', label: 'Bien noté', nonce: `${name}-${manager.person}`, numbered: true, means: 'yes' }],
    retired: [],
    poll: [],
    acceptsText: false,
    careful: false,
    state: 'open',
    openedAt: now,
    until: now + 3_600_000,
    card: `${approval.id}.${manager.person}:0`,
  }));
  const absence = {
    id: name,
    person: 'tom-garnier',
    parts: [{ day: hold?.value.day ?? world.touched, part: 'day' as const }],
    firmness: 'firm' as const,
    condition: null,
    revision: 1,
    state: 'noted' as const,
    notedAt: now,
    acknowledgedBy: null,
  };
  await store.commit(
    commitOf(`ask:${name}`, {
      writes: [put(absences, absence), put(approvals, approval), ...cards.map((card) => put(questions, card))],
    }),
  );
  return new Map(managers.map((manager) => [manager, `${name}-${manager.person}`]));
}

function press(manager: Manager, nonce: string, id: number): Inbound {
  return {
    dedupe: `press:${id}`,
    bot,
    chat: encodeChat(bot, manager.id),
    chatKind: 'private',
    chatTitle: null,
    sender: encodeAccount(manager.id),
    senderName: manager.person,
    senderLocale: 'fr',
    senderIsBot: false,
    message: null,
    at: world.runtime.clock.now(),
    content: { type: 'press', query: String(id), nonce, message: encodeMessage(1) },
  };
}

/** The consumer of the product on the product's router and store, fed with these presses at once. */
async function consumeAtOnce(presses: readonly Inbound[]): Promise<void> {
  const { store, gate, clock, services, attempts } = world.runtime;
  const handler = createRouter({ store, catalogue, gate, services, clock });
  const ending = new AbortController();
  let batch: Entry<Inbound>[] = presses.map((value, index) => ({
    stream: 'in:races',
    entry: `${serial}${index}-${value.dedupe}`,
    value,
  }));
  const reader: Reader<Inbound> = {
    take: async () => {
      const taken = batch;
      batch = [];
      if (taken.length === 0) await wait(1, ending.signal);
      return taken;
    },
    drop: async () => undefined,
    close: async () => undefined,
  };
  const channel: Channel = {
    bot,
    limits: {
      perSecond: 30,
      mostPerSecond: 30,
      privateBurst: 5,
      groupPerMinute: 20,
      isGroup: () => false,
      whenUnknown: 'resend-once',
    },
    start: async () => ({ id: bot, username: '', readsGroups: false, platformId: '0' }),
    deliver: async () => ({ type: 'done', messages: [] }),
    stop: async () => undefined,
  };
  const options = {
    channel,
    handler,
    store,
    attempts,
    clock,
    log: silentLog,
    fence: () => null,
    deadLetters: world.runtime.deadLetters,
  };
  const consuming = runConsumer(options, reader, ending.signal);
  const done = async (): Promise<boolean> => {
    const { redis, key } = world.runtime.connection;
    const keys = presses.map((value, index) => key(`done:in:races:${serial}${index}-${value.dedupe}`));
    return (await redis.exists(...keys)) === keys.length;
  };
  await eventually('every press is settled', done);
  ending.abort();
  await consuming;
}

/** What became of each question, in the order of the names. */
async function outcomes(
  names: readonly string[],
): Promise<{ name: string; decided: number; told: number; by: string | undefined; due: boolean }[]> {
  const { store, due } = world.runtime;
  const lines = (await store.all(audit)).map(({ value }) => value);
  return Promise.all(
    names.map(async (name) => {
      const id = `${name}.r1.gribitch`;
      const own = lines.filter(({ subject }) => subject === id);
      return {
        name,
        decided: own.filter(({ what }) => what === 'approval.decided').length,
        told: own.filter(({ what, outcome }) => what === 'approval.press' && outcome === 'already').length,
        by: (await store.get(approvals, id))?.value.decision?.by,
        due: await due.has(`announce:${id}`),
      };
    }),
  );
}

const races = 25;
const rounds = 20;

it('when two managers press at once, 500 times, one decides each time and the other is told', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const names = Array.from({ length: races }, (_, index) => `absence-both-${round}-${index}`);
    const cards = await Promise.all(names.map(ask));
    const presses = cards.flatMap((card, index) =>
      // Who is first in the batch changes from race to race.
      (index % 2 === 0 ? managers : managers.toReversed()).map((manager) =>
        press(manager, card.get(manager) ?? '', serial++),
      ),
    );
    await consumeAtOnce(presses);
    for (const { by, name, ...rest } of await outcomes(names)) {
      expect({ name, ...rest }).toEqual({ name, decided: 1, told: 1, due: true });
      expect(['marc-delaunay', 'anna-kervella']).toContain(by);
    }
    await emptyAudit();
  }
}, 120_000);

it('when one manager presses twice, 500 times, it counts once each time', async () => {
  const [marc] = managers;
  for (let round = 0; round < rounds; round += 1) {
    const names = Array.from({ length: races }, (_, index) => `absence-twice-${round}-${index}`);
    const cards = await Promise.all(names.map(ask));
    const presses = cards.flatMap((card) => [0, 1].map(() => press(marc, card.get(marc) ?? '', serial++)));
    await consumeAtOnce(presses);
    for (const { name, decided, by } of await outcomes(names)) {
      expect({ name, decided, by }).toEqual({ name, decided: 1, by: 'marc-delaunay' });
    }
    await emptyAudit();
  }
}, 120_000);

/** The trail of past rounds is read again and again otherwise. */
async function emptyAudit(): Promise<void> {
  const { redis, key } = world.runtime.connection;
  await redis.del(key(`all:${audit.name}`), key('out:telegram:staff:reply'));
}
