import { holds, shows } from '../../core/records/agency.ts';
import { leads, tasks } from '../../core/records/booking.ts';
import { deliveries } from '../../core/records/dialogue.ts';
import { approvals, audit, incidents } from '../../core/records/oversight.ts';
import { messageIdOf } from './absence-flow.ts';
import { sentSince, type Run } from './absence-invariants.ts';
import { type DealCast } from './deal-flow.ts';
import { type FaultWorld } from './fault-world.ts';

/** Everything the story led to, a line each, in an order of its own; what differs from run to run by chance is left out. */
export async function factsOfDeal(
  world: FaultWorld,
  cast: DealCast,
  kept: ReadonlySet<string>,
  run: Run,
): Promise<string[]> {
  const { store, connection } = world.runtime;
  const isNew = (collection: string) => (record: { value: { id: string } }) =>
    !kept.has(`${collection} ${record.value.id}`);
  const deals = (await store.all(leads)).filter(isNew(leads.name)).map(({ value }) => value);
  const dates = (await store.all(shows)).filter(isNew(shows.name)).map(({ value }) => value);
  const options = (await store.all(holds)).filter(isNew(holds.name)).map(({ value }) => value);
  const days = new Map(dates.map((show) => [show.id, show.day]));
  const rows = await connection.redis.zrangebyscore(connection.key('due'), '-inf', '+inf');
  const troubles = (await store.all(incidents)).filter(
    ({ value }) => value.code !== 'signal.no_answer' || !run.mayBeGivenUp.has(value.detail.replace(/^send /, '')),
  );
  return [
    ...deals.map((lead) => `deal ${lead.status} ${lead.day} linked ${lead.link !== null} change ${lead.change?.type}`),
    ...dates.map((show) => `show ${show.state} ${show.day} v${show.version}`),
    ...options.map((hold) => `option ${hold.state} ${hold.day} ${hold.rank}`),
    ...(await store.all(tasks)).map(
      ({ value }) => `task ${value.template} ${value.state} ${days.get(value.show ?? '')}`,
    ),
    ...(await store.all(approvals)).map(
      ({ value }) => `approval ${value.state} ${value.decision?.by} ${value.announced}`,
    ),
    ...(await store.all(audit))
      .filter(({ value }) => value.what === 'approval.decided')
      .map(({ value }) => `audit ${value.outcome}`),
    ...troubles.map(({ value }) => `incident ${value.code} ${value.detail}`),
    ...rows.filter((id) => !id.startsWith('daily')).map((id) => `row ${id.replaceAll(/(?<=[:.-])[\w-]{6,}/g, '*')}`),
    ...eventsOf(world, cast, run.since).map((line) => `event ${line}`),
  ].sort();
}

/** The events of the act's calendar that this story wrote, cancelled ones as well. */
function eventsOf(world: FaultWorld, cast: DealCast, since: number): string[] {
  const written = new Set(
    world.sandbox.ledger
      .entries({ since, platform: 'google', kind: 'request' })
      .flatMap((entry) => idsIn(entry.params)),
  );
  return world.sandbox.google.control
    .events(cast.calendar, true)
    .filter((event) => written.has(String(event['id'])))
    .map((event) => {
      const start = event['start'];
      const day = typeof start === 'object' && start !== null && 'date' in start ? String(start.date) : '?';
      return `${String(event['status'])} ${day}`;
    });
}

function idsIn(params: unknown): string[] {
  if (typeof params !== 'object' || params === null) return [];
  const body = 'body' in params && typeof params.body === 'object' ? params.body : null;
  const ids = ['eventId' in params ? params.eventId : undefined, body !== null && 'id' in body ? body.id : undefined];
  return ids.filter((id) => typeof id === 'string');
}

/** New messages by chat, each as often as it really appeared; numbers of deals and clock times left out. */
export function messagesOfDeal(world: FaultWorld, since: number): Map<string, number> {
  const copies = new Map<string, number>();
  for (const { chat, text } of sentSince(world, since)) {
    const message = plain(`${chat} ${text}`);
    copies.set(message, (copies.get(message) ?? 0) + 1);
  }
  for (const { chat } of documentsSince(world, since))
    copies.set(document(chat), (copies.get(document(chat)) ?? 0) + 1);
  return copies;
}

/** Files that appeared and that the store knows nothing of: a second copy of each may follow. */
export async function unrecordedFiles(world: FaultWorld, since: number): Promise<string[]> {
  const known = new Set(
    (await world.runtime.store.all(deliveries)).flatMap(({ value }) =>
      value.messages.map((message) => `${value.chat.split(':').at(-1) ?? ''} ${message}`),
    ),
  );
  return documentsSince(world, since)
    .filter(({ chat, id }) => !known.has(`${chat} ${id}`))
    .map(({ chat }) => document(chat));
}

const document = (chat: string): string => `${chat} a file`;

function documentsSince(world: FaultWorld, since: number): { chat: string; id: number | null }[] {
  return world.sandbox.ledger
    .entries({ since, kind: 'request', method: 'sendDocument' })
    .filter(({ applied }) => applied)
    .map((entry) => ({ chat: entry.chat ?? '?', id: messageIdOf(entry.result) }));
}

/** A message without what differs from run to run. */
export function plain(message: string): string {
  return message.replaceAll(/\d{1,2} h \d{2}/g, '*').replaceAll(/n°\s?\d+|deal \d+|valider \d+/gi, '*');
}

const isSignal = (message: string): boolean => /^[\da-f]{8}-/.test(message);

/** How the messages of a run differ from those of a run without kills, a line each. */
export function wrongMessages(
  wanted: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
  { mayRepeat, mayBeGivenUp }: Pick<Run, 'mayRepeat' | 'mayBeGivenUp'>,
): string[] {
  // A question whose sending on Signal was cut off comes after a minute, with the outcome below if there is one by then.
  const late = mayBeGivenUp.size > 0 || [...mayRepeat].some(isSignal);
  const asks = (one: string, other: string): boolean =>
    late && isSignal(one) && one.split('\n\n')[0] === other.split('\n\n')[0];
  const repeats = new Set([...mayRepeat].map(plain));
  const missing = [...wanted]
    .filter(([message]) => !found.has(message) && ![...found.keys()].some((one) => asks(one, message)))
    .map(([message]) => `never said: ${message}`);
  const wrong = [...found].flatMap(([message, count]) => {
    const usual = wanted.get(message) ?? 0;
    if (usual === 0 && [...wanted.keys()].some((one) => asks(message, one))) return [];
    if (usual === 0) return [`said and not expected: ${message}`];
    const most = repeats.has(message) ? usual + 1 : usual;
    return count < usual || count > most ? [`${count} copies where ${usual} to ${most} may be: ${message}`] : [];
  });
  return [...missing, ...wrong];
}

/** What stands in one list and not in the other. */
export function differences(wanted: readonly string[], found: readonly string[]): string[] {
  const left = [...found];
  const missing = wanted.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((line) => `missing: ${line}`), ...left.map((line) => `too much: ${line}`)];
}
