import { people } from '../../core/records/agency.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt, parseDay } from '../../domain/day.ts';
import { leadStatusSchema, type Lead, type LeadEvent } from '../../domain/lead.ts';
import { firstName } from '../../domain/person.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { dayName } from '../../agency/wording.ts';
import { statusName } from './lead-words.ts';

/** How many lines of history a card shows at once. */
export const historyPage = 8;

/** Some lines of what happened, newest first: « 12 janv. 14 h 02, Nadia : option 1 posée ». */
export async function historyLines(turn: Turn, lead: Lead, from: number): Promise<Text[]> {
  const shown = lead.history.toReversed().slice(from, from + historyPage);
  const names = await namesOf(turn, shown);
  return shown.map((event) => {
    const zone = turn.agency.timezone;
    const who = event.by === null ? turn.texts.label('pipeline-event-nobody') : (names.get(event.by) ?? '?');
    return turn.texts.say('pipeline-event', {
      day: shortDay(turn, event.at, zone),
      time: clockTime(event.at, zone, turn.texts),
      who,
      what: whatHappened(turn, event, names),
    });
  });
}

/** « 12 janv. », the year only when it is not this one. */
function shortDay(turn: Turn, at: number, zone: string): string {
  const year = dayAt(at, zone).slice(0, 4) === dayAt(turn.now, zone).slice(0, 4) ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(turn.texts.locale === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: zone,
    ...year,
  }).format(at);
}

async function namesOf(turn: Turn, events: readonly LeadEvent[]): Promise<ReadonlyMap<string, string>> {
  const ids = events.flatMap((event) => [
    ...(event.by === null ? [] : [event.by]),
    ...(event.from === 'booker' && event.to !== null ? [event.to] : []),
  ]);
  const found = await turn.store.getMany(people, [...new Set(ids)]);
  return new Map(
    found.flatMap((record) => (record === null ? [] : [[record.value.id, firstName(record.value)] as const])),
  );
}

function whatHappened(turn: Turn, event: LeadEvent, names: ReadonlyMap<string, string>): Text {
  const { texts } = turn;
  switch (event.what) {
    case 'status':
      return texts.say('pipeline-event-status', { from: statusOf(turn, event.from), to: statusOf(turn, event.to) });
    case 'note':
      return noteWords(turn, event, names);
    case 'hold':
      return holdWords(turn, event);
    case 'approval':
      return approvalWords(turn, event);
    case 'show':
      return texts.say('pipeline-event-show');
    case 'created':
    case 'terms':
    case 'moved':
    case 'cancelled': {
      const to = event.to === null ? null : parseDay(event.to);
      const day: Text = to === null ? [] : [{ text: ` (${dayName(turn, texts, to)})` }];
      return [...texts.say(`pipeline-event-${event.what}`), ...day, ...quoted(turn, event.note)];
    }
  }
}

function statusOf(turn: Turn, name: string | null): string {
  const status = leadStatusSchema.safeParse(name);
  return status.success ? statusName(turn.texts, status.data) : (name ?? '?');
}

/** « : « trop loin » », in the person's own words. */
function quoted(turn: Turn, note: string | null): Text {
  return note === null ? [] : [{ text: ' ' }, ...turn.texts.say('pipeline-quoted', { words: note })];
}

function noteWords(turn: Turn, event: LeadEvent, names: ReadonlyMap<string, string>): Text {
  const { texts } = turn;
  if (event.from === 'contact') return texts.say('pipeline-event-chased');
  if (event.from === 'undo') return texts.say('pipeline-event-undo');
  if (event.from === 'booker') return texts.say('pipeline-event-booker', { name: names.get(event.to ?? '') ?? '?' });
  if (event.from !== 'follow-up') return [...texts.say('pipeline-quoted', { words: event.note ?? '' })];
  const day = parseDay(event.to ?? '');
  const what =
    day === null
      ? texts.say('pipeline-event-done')
      : texts.say('pipeline-event-follow-up', { day: dayName(turn, texts, day) });
  return [...what, ...quoted(turn, event.note)];
}

const holdEnds = new Set(['released', 'expired', 'confirmed']);

/** « option 1 posée », and what became of it. */
function holdWords(turn: Turn, { to }: LeadEvent): Text {
  const rank = /^held\.(\d)$/.exec(to ?? '')?.[1];
  if (rank !== undefined) return turn.texts.say('pipeline-event-hold', { rank });
  return to !== null && holdEnds.has(to)
    ? turn.texts.say(`pipeline-event-hold-${to}`)
    : turn.texts.say('pipeline-event-terms');
}

const approvalTurns = new Set(['asked', 'approve', 'refused', 'taken-back', 'withdrawn', 'expired']);

function approvalWords(turn: Turn, { to, note }: LeadEvent): Text {
  const how = to !== null && approvalTurns.has(to) ? to : 'other';
  return [...turn.texts.say(`pipeline-event-approval-${how}`), ...quoted(turn, note)];
}
