import { createSearchIndex } from '../../agency/search/search-index.ts';
import { createRouter } from '../../bot/router.ts';
import { catalogue } from '../../conversations/catalogue.ts';
import { commitOf, put, type Draft, type Write } from '../../core/commit.ts';
import { type InboundContent } from '../../core/inbound.ts';
import { unseal } from '../../core/intake.ts';
import { type Choice } from '../../core/outbound.ts';
import { people } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { charactersOf } from '../../core/text.ts';
import { type Person } from '../../domain/person.ts';
import { createChanges } from '../../store/changes.ts';
import { accountRef, botRef, chatRef, inbound, messageRef, noon, said } from './builders.ts';
import { type Bench } from './store.ts';
import { seededRandom, services, testCipher } from './turn.ts';

/** What somebody reads: the words as they leave, the buttons, and whether a card was rewritten. */
export interface Read {
  readonly text: string;
  readonly buttons: readonly string[];
  /** What each button stands for. */
  readonly keys: readonly string[];
  readonly toasts: readonly string[];
  readonly edits: number;
  readonly draft: Draft;
}

/** Some people in private with Régie, over a real store, the product's own router and its own index. */
export interface Room {
  readonly store: Bench['store'];
  readonly roundTrips: () => number;
  readonly save: (...writes: readonly Write[]) => Promise<void>;
  readonly says: (who: string, text: string) => Promise<Read>;
  /** Presses the latest button whose label contains this. */
  readonly presses: (who: string, label: string) => Promise<Read>;
  /** Presses the latest button that stands for this. */
  readonly pressesKey: (who: string, key: string) => Promise<Read>;
}

const bot = botRef('telegram:staff');

/** Opens a room in a corner of Redis. It is Wednesday 10 March 2027, 13:00 in Paris. */
export async function openRoom(bench: Bench, cast: readonly Person[], writes: readonly Write[]): Promise<Room> {
  const { store, connection } = bench;
  const random = seededRandom(5);
  const search = createSearchIndex(store, createChanges(connection));
  const shown = new Map<string, readonly Choice[]>();
  let step = 0;
  const save: Room['save'] = async (...all) => {
    for (let at = 0; at < all.length; at += 100)
      await store.commit(commitOf(`save:${(step += 1)}`, { writes: all.slice(at, at + 100) }));
  };
  await save(...cast.flatMap(memberWrites), ...writes);
  const router = createRouter({
    store,
    catalogue,
    clock: { now: () => noon, sleep: async () => undefined },
    services: async () => ({ ...services(), store, random, search, commands: catalogue.commands }),
    gate: { pass: async () => true },
  });
  const send = async (who: string, content: InboundContent): Promise<Read> => {
    const name = `step:${(step += 1)}`;
    const number = 5001 + cast.findIndex(({ id }) => id === who);
    const message = inbound(content, {
      dedupe: `telegram:staff:${step}`,
      chat: chatRef(`telegram:staff:${number}`),
      sender: accountRef(`telegram:${number}`),
      message: content.type === 'press' ? null : messageRef(String(step)),
      at: noon,
    });
    const draft = await router.handle(message, name);
    const result = await store.commit(commitOf(name, draft));
    if (result.type !== 'done') throw new Error(`the step of ${who} came to ${result.type}`);
    const choices = (draft.outbound ?? []).flatMap(({ operation }) =>
      'rows' in operation ? operation.rows.flat() : [],
    );
    if (choices.length > 0) shown.set(who, choices);
    return readFrom(draft, choices);
  };
  const press = (who: string, fits: (choice: Choice) => boolean, what: string): Promise<Read> => {
    const found = shown.get(who)?.find(fits);
    if (found === undefined) throw new Error(`${who} sees no button ${what}`);
    return send(who, { type: 'press', query: `q-${found.nonce}`, nonce: found.nonce, message: messageRef('77') });
  };
  return {
    store,
    roundTrips: connection.roundTrips.count,
    save,
    says: (who, text) => send(who, said(text)),
    presses: (who, label) => press(who, (choice) => choice.label.includes(label), label),
    pressesKey: (who, key) => press(who, (choice) => choice.key === key, key),
  };
}

function memberWrites(person: Person, index: number): Write[] {
  const number = 5001 + index;
  const reach = [{ bot, chat: chatRef(`telegram:staff:${number}`), open: true }];
  return [
    put(people, person),
    put(accounts, { id: accountRef(`telegram:${number}`), person: person.id, linkedAt: noon, revokedAt: null, reach }),
  ];
}

function readFrom(draft: Draft, choices: readonly Choice[]): Read {
  const operations = (draft.outbound ?? []).map((message) => unseal(message, testCipher).operation);
  return {
    draft,
    text: operations
      .flatMap((one) => (one.type === 'send' || one.type === 'edit' ? [charactersOf(one.text)] : []))
      .join('\n---\n'),
    buttons: choices.map(({ label }) => label),
    keys: choices.map(({ key }) => key),
    toasts: operations.flatMap((one) => (one.type === 'answer' ? [one.text] : [])),
    edits: operations.filter(({ type }) => type === 'edit').length,
  };
}
