import { join } from 'node:path';
import { createCounter, nameOfRequest, tookEntries, type Boundary, type Depth } from './boundaries.ts';
import { eventually, type FaultWorld } from './fault-world.ts';
import { startProduct, type ProductProcess } from './product-process.ts';
import { startRedisProxy, type RedisProxy, type Watcher } from './redis-proxy.ts';

/** One process of the product behind a door of its own to Redis. */
interface Member {
  readonly product: ProductProcess;
  readonly proxy: RedisProxy;
  /** Under which names it asked for leases. */
  readonly holders: Set<string>;
  readonly leases: Set<string>;
}

/** What a run with the pair recorded, and where it was struck. */
export interface Watch {
  readonly depth: Depth;
  /** The boundaries to kill at, in order: the next one counts from the kill before. */
  readonly targets: readonly Boundary[];
}

/** A process at work and one standing by, so that a kill is followed by a takeover and not by a cold start. */
export interface StandbyPair {
  /** Starts to count boundaries from here, and kills whoever reaches the targets. */
  readonly watch: (watch: Watch) => void;
  /** The boundaries met since `watch`, each name as often as it came. */
  readonly met: () => Boundary[];
  /** How many targets have been struck, and the process that was killed is gone. */
  readonly struck: () => number;
  /** Waits until one is at work and another stands by again. */
  readonly complete: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What counts as a boundary besides what every story has. */
export interface PairOptions {
  /** Names requests to the store; as `nameOfRequest` unless given. */
  readonly nameOf?: typeof nameOfRequest;
  /** Whether calls of the calendar count; whoever began the effect is then the one that makes them. */
  readonly calendar?: boolean;
}

/** Starts the pair. Its processes do everything: bots, jobs and due rows. `onKill` runs when a process was killed and is gone. */
export async function startPair(
  world: FaultWorld,
  onKill: () => Promise<void>,
  { nameOf = nameOfRequest, calendar = false }: PairOptions = {},
): Promise<StandbyPair> {
  const leaseNames = ['bot:telegram:staff', `bot:signal:${world.sandbox.signal.control.number}`];
  const members = new Set<Member>();
  let serial = 0;
  let struck = 0;
  let watch: Watch = { depth: 'changes', targets: [] };
  let counter = createCounter();
  let seen: Boundary[] = [];
  let failed: unknown = null;
  /** Whoever began the last effect on the calendar. */
  let lastEffect: Member | undefined;

  const target = (): Boundary | undefined => watch.targets[struck];
  const isTarget = (name: string, nth: number, when: Boundary['when']): boolean => {
    const wanted = target();
    return wanted?.where === 'redis' && wanted.when === when && wanted.name === name && wanted.nth === nth;
  };

  async function strike(member: Member): Promise<void> {
    members.delete(member);
    await member.product.kill();
    await member.proxy.stop();
    world.sandbox.faults.clear();
    // What the store would do by itself once the lease has run out; that it does is shown by the test of takeovers.
    for (const name of leaseNames) {
      const key = world.runtime.connection.key(`lease:${name}`);
      const holder = await world.runtime.connection.redis.hget(key, 'holder');
      if (holder !== null && member.holders.has(holder)) await world.runtime.connection.redis.del(key);
    }
    await onKill();
    struck += 1;
    counter = createCounter();
    armPlatform();
    add().catch((error: unknown) => (failed = error));
  }

  /** Platform calls are held at the boundary by a call that hangs; whoever made it is then killed. */
  function armPlatform(): void {
    const wanted = target();
    if (wanted === undefined || wanted.where === 'redis') return;
    const [method = '', chat] = wanted.name.split(' → ');
    world.sandbox.faults.add({
      match: { platform: wanted.where, method, ...(chat === undefined ? {} : { chat }) },
      nth: wanted.nth,
      action: { type: 'hang', afterApply: wanted.when === 'after' },
    });
  }

  const stopListening = world.sandbox.ledger.onAppend((entry) => {
    if (entry.kind !== 'request' || entry.method === 'getUpdates') return;
    if (entry.platform === 'sandbox' || (entry.platform === 'google' && !calendar)) return;
    const name = entry.chat === undefined ? entry.method : `${entry.method} → ${entry.chat}`;
    if (entry.fault === 'hang') {
      const { platform } = entry;
      void (
        platform === 'google'
          ? Promise.resolve(lastEffect)
          : ownerOf(platform === 'telegram' ? leaseNames[0] : leaseNames[1])
      )
        .then((owner) => (owner === undefined ? undefined : strike(owner)))
        .catch((error: unknown) => (failed = error));
    }
    const nth = counter.next(`${entry.platform} ${name}`);
    for (const when of ['before', 'after'] as const) seen.push({ where: entry.platform, when, name, nth });
  });

  async function ownerOf(lease = ''): Promise<Member | undefined> {
    const holder = await world.runtime.connection.redis.hget(world.runtime.connection.key(`lease:${lease}`), 'holder');
    return [...members].find((member) => holder !== null && member.holders.has(holder));
  }

  function watcherFor(own: { member?: Member; holders: Set<string>; leases: Set<string> }): Watcher {
    let awaited: readonly string[] | null = null;
    const hit = (): void => {
      if (own.member !== undefined) strike(own.member).catch((error: unknown) => (failed = error));
    };
    return {
      request: (words) => {
        if (words[0] === 'evalsha' && words[4]?.startsWith('bot:') === true) {
          own.leases.add(words[4]);
          own.holders.add(words[5] ?? '');
        }
        if (words[0] === 'evalsha' && words[4]?.startsWith('calendar:') === true) lastEffect = own.member;
        const name = nameOf(words, watch.depth);
        if (name === null || name.startsWith('take ')) return 'pass';
        const nth = counter.next(name);
        for (const when of ['before', 'after'] as const) seen.push({ where: 'redis', when, name, nth });
        if (isTarget(name, nth, 'before')) {
          hit();
          return 'stop';
        }
        if (!isTarget(name, nth, 'after')) return 'pass';
        awaited = words;
        return 'last';
      },
      reply: (words, reply) => {
        if (words === awaited) {
          hit();
          return 'stop';
        }
        const name = words[0]?.toLowerCase() === 'xreadgroup' ? nameOf(words, watch.depth) : null;
        if (name === null || !tookEntries(reply)) return 'pass';
        const nth = counter.next(name);
        seen.push({ where: 'redis', when: 'after', name, nth });
        if (!isTarget(name, nth, 'after')) return 'pass';
        hit();
        return 'stop';
      },
    };
  }

  async function add(): Promise<Member> {
    serial += 1;
    const own: { member?: Member; holders: Set<string>; leases: Set<string> } = {
      holders: new Set(),
      leases: new Set(),
    };
    const proxy = await startRedisProxy(world.redis.url, join(world.folder, `${serial}.sock`), watcherFor(own));
    const product = startProduct(['bot', 'worker'], world.environment(proxy.url));
    const member = { product, proxy, holders: own.holders, leases: own.leases };
    own.member = member;
    members.add(member);
    void product.ended.then(({ code }) => {
      if (members.delete(member)) failed = new Error(`a process ended by itself with ${code}: ${product.errors()}`);
    });
    return member;
  }

  const first = await add();
  await first.product.ready;
  await add();
  return {
    watch: (next) => {
      watch = next;
      struck = 0;
      seen = [];
      counter = createCounter();
      armPlatform();
    },
    met: () => seen,
    struck: () => struck,
    complete: async () => {
      await eventually('two processes, both having asked for the leases', () => {
        if (failed instanceof Error) throw failed;
        return members.size === 2 && [...members].every(({ leases }) => leaseNames.every((name) => leases.has(name)));
      });
    },
    stop: async () => {
      stopListening();
      const all = [...members];
      members.clear();
      await Promise.all(all.map(({ product }) => product.kill()));
      await Promise.all(all.map(({ proxy }) => proxy.stop()));
    },
  };
}
