import { type Outbound } from '../core/outbound.ts';

/** A message that waits for its turn. */
export interface Waiting {
  readonly message: Outbound;
  readonly isGroup: boolean;
  readonly go: () => void;
}

/** Those who wait, in the order in which they would be served. */
export interface Queue {
  readonly add: (one: Waiting) => void;
  /** Takes one out; of bulk, its source goes to the end of the round. */
  readonly remove: (one: Waiting) => void;
  readonly replies: () => Iterable<Waiting>;
  /** Source by source, one round after the other, each in the order of arrival. */
  readonly bulk: () => Iterable<Waiting>;
}

/** Replies in the order of arrival; bulk in turns, one of each source, so that three people need not wait for a thousand. */
export function createQueue(): Queue {
  const replies = new Set<Waiting>();
  const sources = new Map<string, Set<Waiting>>();
  return {
    add: (one) => {
      if (one.message.lane === 'reply') return void replies.add(one);
      const source = sourceOf(one.message);
      const known = sources.get(source);
      if (known === undefined) sources.set(source, new Set([one]));
      else known.add(one);
    },
    remove: (one) => {
      replies.delete(one);
      const source = sourceOf(one.message);
      const known = sources.get(source);
      if (known?.delete(one) !== true) return;
      sources.delete(source);
      if (known.size > 0) sources.set(source, known);
    },
    replies: () => replies,
    bulk: () => inTurns(sources),
  };
}

/** First the one at the front of each source, then the next of each. */
function* inTurns(sources: ReadonlyMap<string, ReadonlySet<Waiting>>): Generator<Waiting> {
  let rows = [...sources.values()].map((source) => source.values());
  while (rows.length > 0) {
    const going: typeof rows = [];
    for (const row of rows) {
      const next = row.next();
      if (next.done === true) continue;
      yield next.value;
      going.push(row);
    }
    rows = going;
  }
}

/** What a message is one of: the id of a notification names its person last, that of any other message its place in the step. */
export function sourceOf({ notification, id }: Pick<Outbound, 'notification' | 'id'>): string {
  return (notification ?? id).replace(/[.:][^.:]*$/, '');
}
