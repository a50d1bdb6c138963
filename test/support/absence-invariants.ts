import { deliveries, questions, conversations } from '../../core/records/dialogue.ts';
import { approvals, audit, incidents } from '../../core/records/oversight.ts';
import { daysFromTo, addDays } from '../../domain/day.ts';
import { messageIdOf, newAbsences, type Cast, type Musician } from './absence-flow.ts';
import { staffBot, type FaultWorld } from './fault-world.ts';

/** A new message that appeared on a platform, as the platform's own ledger has it; edits are not among them. */
interface Sent {
  readonly chat: string;
  readonly text: string;
  /** Our reference to it, once the answer has reached us and is stored. */
  readonly reference: string | null;
}

/** Every new message that really appeared since. */
export function sentSince(world: FaultWorld, since: number): Sent[] {
  const entries = world.sandbox.ledger.entries({ since, kind: 'request' }).filter((entry) => entry.applied);
  return entries.flatMap((entry): Sent[] => {
    if (entry.method === 'sendMessage') {
      const id = messageIdOf(entry.result);
      return [
        { chat: entry.chat ?? '?', text: field(entry.params, 'text'), reference: id === null ? null : String(id) },
      ];
    }
    if (entry.method !== 'POST /v2/send' || field(entry.params, 'edit_timestamp') !== '') return [];
    const answer: unknown = Array.isArray(entry.result) ? entry.result[0] : entry.result;
    return [{ chat: entry.chat ?? '?', text: field(entry.params, 'message'), reference: field(answer, 'timestamp') }];
  });
}

function field(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** Messages that appeared and that the store knows nothing of: the only ones of which a second copy may follow. */
export async function unrecorded(world: FaultWorld, since: number): Promise<Set<string>> {
  const known = new Set(
    (await world.runtime.store.all(deliveries)).flatMap(({ value }) =>
      value.messages.map((message) => `${value.chat.split(':').at(-1) ?? ''} ${message}`),
    ),
  );
  return new Set(
    sentSince(world, since)
      .filter(({ chat, reference }) => !known.has(`${chat} ${reference}`))
      .map(({ chat, text }) => `${chat} ${text}`),
  );
}

/** Messages whose sending was begun and of which no result is stored: on Signal they are not sent again, and that is an incident. */
export async function begunAndUnsettled(world: FaultWorld): Promise<Set<string>> {
  const { redis, key } = world.runtime.connection;
  const prefix = key('attempts:');
  const begun = (await redis.keys(`${prefix}*`)).map((name) => name.slice(prefix.length));
  const settled = new Set((await world.runtime.store.all(deliveries)).map(({ value }) => value.id));
  return new Set(begun.filter((id) => !settled.has(id)));
}

/** What a run with kills may lead to, by what stood at each kill. */
export interface Run {
  /** Where the platforms' ledger stood before. */
  readonly since: number;
  /** Messages that may be there a second time. */
  readonly mayRepeat: ReadonlySet<string>;
  /** Messages that may have been given up on Signal, with an incident. */
  readonly mayBeGivenUp: ReadonlySet<string>;
}

/** What is wrong after the story has been played, one line each; empty when all is as it must be. */
export async function wrongAfterAbsence(
  world: FaultWorld,
  cast: Cast,
  musician: Musician,
  run: Run,
): Promise<string[]> {
  return [
    ...(await wrongRecords(world, musician, run)),
    ...wrongCounts(world, cast, musician, run),
    ...wrongCards(world, cast, musician),
  ];
}

async function wrongRecords(world: FaultWorld, musician: Musician, run: Run): Promise<string[]> {
  const { store, connection } = world.runtime;
  const absences = await newAbsences(world);
  const decisions = (await store.all(approvals)).map(({ value }) => value);
  const lines = (await store.all(audit)).filter(({ value }) => value.what === 'approval.decided');
  const talks = (await store.all(conversations)).map(({ value }) => value);
  const cards = (await store.all(questions)).filter(({ value }) => value.id.includes('.gribitch.'));
  const troubles = (await store.all(incidents))
    .map(({ value }) => value)
    .filter(({ code, detail }) => code !== 'signal.no_answer' || !run.mayBeGivenUp.has(detail.replace(/^send /, '')))
    .map(({ code, detail }) => `${code} ${detail}`);
  // The deadlines of an approval outlive its decision, which may be taken back; they find nothing to do.
  const deadlines = new Set(decisions.flatMap(({ id }) => [`remind:${id}`, `expire:${id}`]));
  const rows = (await connection.redis.zrangebyscore(connection.key('due'), '-inf', '+inf')).filter(
    (id) => !/^(daily|hold:|lead:)/.test(id) && !deadlines.has(id),
  );
  const days = daysFromTo(addDays(world.touched, -2), addDays(world.touched, 1)).join(' ');
  const person = musician === 'tom' ? 'tom-garnier' : 'lea-moreau';
  return [
    ...expected(
      'absences',
      absences.map((one) => `${one.person} ${one.firmness} ${one.parts.map(({ day }) => day).join(' ')}`),
      [`${person} firm ${days}`],
    ),
    ...expected(
      'approvals',
      decisions.map((one) => `${one.state} ${one.decision?.by} ${one.decision?.choice} ${one.announced}`),
      ['decided marc-delaunay noted true'],
    ),
    ...expected(
      'decisions in the audit trail',
      lines.map(({ value }) => value.outcome),
      ['noted'],
    ),
    ...expected(
      'conversations',
      talks.map(({ state }) => state),
      ['done'],
    ),
    ...expected('people asked to decide', cards.map(({ value }) => value.person).sort(), [
      'anna-kervella',
      'marc-delaunay',
    ]),
    ...expected('incidents', troubles, []),
    ...expected('rows still waiting', rows, []),
  ];
}

function expected(what: string, found: readonly string[], wanted: readonly string[]): string[] {
  return JSON.stringify(found) === JSON.stringify(wanted)
    ? []
    : [`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
}

function wrongCounts(world: FaultWorld, cast: Cast, musician: Musician, run: Run): string[] {
  const copies = new Map<string, number>();
  for (const { chat, text } of sentSince(world, run.since))
    copies.set(`${chat} ${text}`, (copies.get(`${chat} ${text}`) ?? 0) + 1);
  const chats = { ...cast, tom: String(cast.tom), marc: String(cast.marc), nadia: String(cast.nadia) };
  // The question and the outcome for the musician, one card for each manager, one line for the booker.
  const wanted = [chats[musician], chats[musician], chats.marc, chats.anna, chats.nadia].sort();
  const distinct = [...copies.keys()].map((message) => message.split(' ')[0] ?? '').sort();
  // Where Signal's answer was lost nobody knows which message to rewrite, so the outcome comes as a message of its own.
  const retold = new Set([...run.mayRepeat].map((message) => message.split(' ')[0] ?? '').filter(isSignal));
  const allowed = distinct.filter(
    (chat, index) => !(retold.has(chat) && index > 0 && distinct[index - 1] === chat && !twice(wanted, chat)),
  );
  return [
    ...expected('messages by chat', allowed, wanted),
    ...[...copies].flatMap(([message, count]) => {
      const most = run.mayRepeat.has(message) ? 2 : 1;
      return count > most ? [`${count} copies where ${most} may be: ${message}`] : [];
    }),
  ];
}

const isSignal = (chat: string): boolean => chat.includes('-');
const twice = (chats: readonly string[], chat: string): boolean => chats.filter((one) => one === chat).length > 1;

/** What people see in the end: every card tells its outcome. */
function wrongCards(world: FaultWorld, cast: Cast, musician: Musician): string[] {
  const { telegram, signal } = world.sandbox;
  const seen = (user: number): string[] =>
    telegram.control
      .user(user)
      .view(staffBot)
      .messages.map(({ text }) => text);
  const phone = (aci: string): string[] =>
    signal.control
      .person(aci)
      .see()
      .messages.filter(({ author, poll }) => author.us && poll === null)
      .map(({ text }) => text);
  const ofMusician = musician === 'tom' ? seen(cast.tom) : phone(cast.lea);
  return [
    ...(ofMusician.slice(-3).some((text) => text.startsWith('C’est noté, '))
      ? []
      : ['the musician’s card does not say that it is noted']),
    ...(seen(cast.marc)
      .slice(-2)
      .some((text) => text.includes('Bien noté par toi'))
      ? []
      : ['the card of who decided does not say so']),
    ...(phone(cast.anna).at(-1)?.includes('Bien noté par Marc') === true
      ? []
      : ['the other manager’s last message does not say who decided']),
  ];
}
