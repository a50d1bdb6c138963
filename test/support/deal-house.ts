import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { createRouter } from '../../bot/router.ts';
import { type Handler } from '../../bot/consumer.ts';
import { openRuntime, type Runtime, type Shelf } from '../../cli/runtime.ts';
import { catalogue } from '../../conversations/catalogue.ts';
import { commitOf, put, type Draft, type Write } from '../../core/commit.ts';
import { type Collection } from '../../core/collection.ts';
import { people } from '../../core/records/agency.ts';
import { accounts, type Account } from '../../core/records/identity.ts';
import { type Store } from '../../core/store.ts';
import { type Services, type Step, type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { type Person, type Role } from '../../domain/person.ts';
import { accountRef, botRef, chatRef, inbound, noon, said } from './builders.ts';
import { startTestRedis, type TestRedis } from './redis.ts';
import { silentLog } from './silent-log.ts';

/** One process of the product, as far as deciding goes: its own connection, store and router. */
export interface Desk {
  readonly store: Store;
  readonly services: () => Promise<Services>;
  readonly handler: Handler;
}

/** A made-up agency on a real Redis, decided about at two desks at once; its time stands still unless moved. */
export interface DealHouse {
  readonly redis: TestRedis;
  readonly runtime: Runtime;
  readonly desks: readonly [Desk, Desk];
  readonly time: { now: number };
  /** Whoever has an account, by id. */
  readonly staff: ReadonlyMap<string, Staff>;
  /** Somebody more with an account; returns their id. */
  readonly hire: (role: Role) => Promise<string>;
  /** Writes everybody with an account down again, after the store was emptied. */
  readonly restaff: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Somebody with an account and a private chat. */
export interface Staff {
  readonly person: Person;
  readonly account: Account;
}

/** Two managers and a booker. */
const staffRoles: readonly (readonly [string, Role])[] = [
  ['marc', 'manager'],
  ['anna', 'manager'],
  ['nadia', 'booker'],
];

/** Opens the house at noon of a Wednesday in March 2027. */
export async function openDealHouse(): Promise<DealHouse> {
  const redis = await startTestRedis();
  const folder = await mkdtemp(join(tmpdir(), 'regie-deals-'));
  const read = readConfig({
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    ENCRYPTION_KEY: '0123456789abcdef'.repeat(4),
    WEB_PORT: 'off',
  });
  if (!read.ok) throw new Error(read.problems.map(({ problem }) => problem).join('; '));
  const runtime = await openRuntime(read.config, silentLog, 'deals');
  const time = { now: noon };
  const desks = [deskOver(runtime.newShelf(), time), deskOver(runtime.newShelf(), time)] as const;
  const staff = new Map(staffRoles.map(([id, role], index) => [id, staffMember(id, role, 2001 + index)]));
  const restaff = (): Promise<void> =>
    save(
      runtime.store,
      [...staff.values()].flatMap((one) => [put(people, one.person), put(accounts, one.account)]),
    );
  await restaff();
  return {
    redis,
    runtime,
    desks,
    time,
    staff,
    restaff,
    hire: async (role) => {
      const id = fresh('hired');
      const one = staffMember(id, role, 3000 + staff.size);
      staff.set(id, one);
      await save(runtime.store, [put(people, one.person), put(accounts, one.account)]);
      return id;
    },
    stop: async () => {
      await runtime.close();
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function deskOver(shelf: Shelf, time: { now: number }): Desk {
  const { store } = shelf;
  const services = async (): Promise<Services> => ({ ...(await shelf.services()), now: time.now });
  const clock = { now: () => time.now, sleep: async () => undefined };
  const handler = createRouter({ store, catalogue, services, clock, gate: { pass: async () => true } });
  return { store, services, handler };
}

/** A person of the agency, never quiet. */
export function personOf(id: string, role: Role): Person {
  return people.schema.parse({
    id,
    name: `${id[0]?.toUpperCase()}${id.slice(1)} Essai`,
    roles: [role],
    locale: 'fr',
    timezone: 'Europe/Paris',
    quiet: null,
    channels: ['telegram'],
    joined: null,
    leaves: null,
    town: null,
    diet: null,
  });
}

function staffMember(id: string, role: Role, number: number): Staff {
  const bot = botRef('telegram:staff');
  return {
    person: personOf(id, role),
    account: {
      id: accountRef(`telegram:${number}`),
      person: id,
      linkedAt: noon,
      revokedAt: null,
      reach: [{ bot, chat: chatRef(`telegram:staff:${number}`), open: true }],
    },
  };
}

let serial = 0;

/** A name nobody has used. */
export function fresh(what: string): string {
  serial += 1;
  return `${what}${serial}`;
}

/** Writes records as they are, whatever anybody decided. */
export async function save(store: Store, writes: readonly Write[]): Promise<void> {
  await store.commit(commitOf(fresh('test:'), { writes }));
}

/** Reads what must be there. */
export async function existing<T extends { readonly id: string }>(
  store: Store,
  collection: Collection<T>,
  id: string,
): Promise<T> {
  const found = await store.get(collection, id);
  if (found === null) throw new Error(`there is no ${collection.name} ${id}`);
  return found.value;
}

/** A step of no person, such as a due row's or a job's. */
export async function stepAt(desk: Desk, name: string): Promise<Step> {
  let count = 0;
  return { ...(await desk.services()), nextId: () => `${name}:${count++}` };
}

/** A turn of somebody in private, for decisions that are called by themselves. */
export async function turnAt(desk: Desk, who: Person, name: string): Promise<Turn> {
  const step = await stepAt(desk, name);
  return {
    ...step,
    inbound: inbound(said('oui'), { at: step.now }),
    person: who,
    account: {
      id: accountRef('telegram:1001'),
      person: who.id,
      linkedAt: noon,
      revokedAt: null,
      reach: [],
    },
    today: dayAt(step.now, who.timezone),
    texts: step.textsOf(who.locale),
  };
}

/** What somebody is about to do, decided at a desk as often as it takes. */
export interface Contender {
  readonly desk: Desk;
  readonly decide: (name: string) => Promise<Draft>;
}

/** The step that was committed in the end, and how often it was decided. */
export interface Settled {
  readonly draft: Draft;
  readonly decided: number;
}

/** Decides and commits as the consumer does: anew for as long as something decided on has changed. */
export async function settle({ desk, decide }: Contender, ready?: () => Promise<void>): Promise<Settled> {
  const name = fresh('in:test:');
  for (let decided = 1; ; decided += 1) {
    const draft = await decide(name);
    if (decided === 1) await ready?.();
    const result = await desk.store.commit(commitOf(name, draft));
    if (result.type === 'done') return { draft, decided };
    if (result.type !== 'conflict') throw new Error(`a step of a new name was ${result.type}`);
    if (decided > 50) throw new Error(`never settled: ${JSON.stringify(result.lost)}`);
  }
}

/**
 * Lets everybody do their thing at the same instant. When `together`, all have decided from the same state before the first
 * commits, which is the worst that can happen; otherwise their reads and commits interleave as they come.
 */
export function race(contenders: readonly Contender[], together: boolean): Promise<Settled[]> {
  let missing = contenders.length;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  const ready = (): Promise<void> => {
    missing -= 1;
    if (missing === 0) open();
    return all;
  };
  return Promise.all(contenders.map((one) => settle(one, together ? ready : undefined)));
}
