import { type Offer } from '../../core/conversation.ts';
import { type Permission } from '../../core/permission.ts';
import { artists } from '../../core/records/agency.ts';
import { nudges, type Nudge } from '../../core/records/reminders.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { isMember, type Artist } from '../../domain/artist.ts';
import { addDays, dayAt, parseDay, type Day } from '../../domain/day.ts';
import { type MissingFact } from '../../domain/missing.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { negotiates } from '../../agency/deciders.ts';
import {
  comingDates,
  doerNames,
  lineText,
  missingLines,
  type ComingDate,
  type MissingLine,
} from '../../agency/missing-lines.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { type Face } from '../pipeline/redraw.ts';

/** Who may look at what is missing; which acts depends on what they have to do with each. */
export const missingPermission: Permission = { roles: ['booker', 'manager', 'tour-manager'], chats: ['private'] };

/** How far ahead dates are looked at. */
const daysAhead = 90;
const mostButtons = 8;

/** Which dates a card of what is missing shows: one act's or all, one day's or all, from which on. */
export interface MissingScope {
  readonly artist: string | null;
  readonly day: Day | null;
  readonly from: number;
}

/** A scope as it stands in the key of a button. */
export function scopeKey({ artist, day, from }: MissingScope): string {
  return `${artist ?? '-'}/${day ?? '-'}/${from}`;
}

/** The scope of a button. */
export function scopeIn(written: readonly string[]): MissingScope {
  const [artist = '-', day = '-', from = '0'] = written;
  return {
    artist: artist === '-' ? null : artist,
    day: parseDay(day),
    from: /^\d{1,3}$/.test(from) ? Number(from) : 0,
  };
}

/** The acts whose dates somebody may look through like this: those they negotiate for, and those they travel with as tour manager. */
export async function actsLookedAfter(turn: Turn): Promise<Artist[]> {
  const found = await turn.store.find(artists, { name: 'person', value: turn.person.id });
  return found
    .map((record) => record.value)
    .filter((act) => act.status === 'active' && looksAfter(turn, act))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Whether the person of the turn sees what is missing for an act. */
export function looksAfter({ person }: Turn, act: Artist): boolean {
  return negotiates(person, act) || (person.roles.includes('tour-manager') && isMember(act, person.id));
}

const roadFacts = new Set<MissingFact>(['arrival', 'soundcheck', 'set', 'end', 'vhr']);

/** What of a date this person may read: prices, entry and contracts are for those who negotiate. */
export function seenBy(turn: Turn, date: ComingDate): ComingDate {
  if (negotiates(turn.person, date.artist)) return date;
  return { ...date, facts: date.facts.filter((fact) => roadFacts.has(fact)) };
}

/** The card: each date with its lines, each line with who has it and a way to nudge them. `just` is what this step nudges. */
export async function missingFace(turn: Turn, scope: MissingScope, just: readonly Nudge[] = []): Promise<Face> {
  const { texts } = turn;
  const all = await actsLookedAfter(turn);
  const acts = scope.artist === null ? all : all.filter((act) => act.id === scope.artist);
  const today = dayAt(turn.now, turn.agency.timezone);
  const span = scope.day === null ? { from: today, to: addDays(today, daysAhead) } : { from: scope.day, to: scope.day };
  const dates = (await comingDates(turn, acts, span))
    .map((date) => seenBy(turn, date))
    .filter((date) => date.facts.length > 0 || date.open.length > 0);
  if (dates.length === 0) return { text: noneText(turn, scope, acts), rows: [] };
  const { page, next } = pageOf(turn, dates, scope.from);
  const lines = page.flatMap((date) => missingLines(date));
  const [names, stored] = await Promise.all([doerNames(turn, lines), nudgesOf(turn, page)]);
  const known = new Map([...stored, ...just.map((nudge) => [nudge.id, nudge] as const)]);
  const text = stacked([
    texts.say('missing-head', { count: dates.length }),
    ...page.flatMap((date) => dateLines(turn, date, names, known)),
  ]);
  const rows = page.flatMap((date) => nudgeRows(turn, date, names, known, scope));
  const more: Offer[][] =
    next === null
      ? []
      : [[{ key: `missing.page:${scopeKey({ ...scope, from: next })}`, label: texts.label('missing-more') }]];
  return { text, rows: [...rows, ...more] };
}

function noneText(turn: Turn, { artist, day }: MissingScope, acts: readonly Artist[]): Text {
  const what = [
    ...(artist === null ? [] : acts.map((act) => act.name)),
    ...(day === null ? [] : [dayName(turn, turn.texts, day)]),
  ].join(', ');
  return what === '' ? turn.texts.say('missing-none') : turn.texts.say('missing-none-of', { what });
}

/** As many dates as their buttons leave room for, at least one. */
function pageOf(
  turn: Turn,
  dates: readonly ComingDate[],
  from: number,
): { readonly page: readonly ComingDate[]; readonly next: number | null } {
  const rest = dates.slice(from < dates.length ? from : 0);
  let buttons = 0;
  let count = 0;
  for (const date of rest) {
    buttons += nudgeable(turn, date).length;
    if (count > 0 && buttons > mostButtons) break;
    count += 1;
  }
  const end = dates.length - rest.length + count;
  return { page: rest.slice(0, count), next: end < dates.length ? end : null };
}

/** The lines somebody else has. */
function nudgeable(turn: Turn, date: ComingDate): MissingLine[] {
  return missingLines(date).filter(({ person }) => person !== null && person !== turn.person.id);
}

async function nudgesOf(turn: Turn, dates: readonly ComingDate[]): Promise<ReadonlyMap<string, Nudge>> {
  const ids = dates.flatMap((date) => missingLines(date).map((line) => nudgeId(date, line.person ?? '-')));
  const found = await turn.store.getMany(nudges, ids);
  const today = dayAt(turn.now, turn.agency.timezone);
  return new Map(
    found.flatMap((record) =>
      record !== null && dayAt(record.value.at, turn.agency.timezone) === today
        ? [[record.value.id, record.value] as const]
        : [],
    ),
  );
}

/** Under this name it is remembered that somebody was nudged about a date. */
export function nudgeId({ show }: Pick<ComingDate, 'show'>, person: string): string {
  return `${show.id}.${person}`;
}

function dateLines(
  turn: Turn,
  date: ComingDate,
  names: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Nudge>,
): Text[] {
  const { texts } = turn;
  const about = { artist: date.artist.name, venue: date.place, day: dayName(turn, texts, date.show.day) };
  const said = missingLines(date).map((line): Text => {
    const what = lineText(texts, line);
    if (line.person === null) return texts.say('missing-line-nobody', { what });
    const name = line.person === turn.person.id ? texts.label('missing-mine') : (names.get(line.person) ?? '?');
    const nudge = known.get(nudgeId(date, line.person));
    return nudge === undefined
      ? texts.say('missing-line', { name, what })
      : texts.say('missing-line-nudged', { name, what, time: clockTime(nudge.at, turn.person.timezone, texts) });
  });
  return [texts.say('logistics-date', about), ...said.map((line): Text => [{ text: '• ' }, ...line])];
}

function nudgeRows(
  turn: Turn,
  date: ComingDate,
  names: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Nudge>,
  scope: MissingScope,
): Offer[][] {
  const day = dayName(turn, turn.texts, date.show.day);
  return nudgeable(turn, date)
    .filter(({ person }) => !known.has(nudgeId(date, person ?? '-')))
    .slice(0, mostButtons)
    .map(({ person }) => [
      {
        key: `missing.nudge:${date.show.id}/${person ?? '-'}/${scopeKey(scope)}`,
        label: turn.texts.label('missing-nudge-of', { name: names.get(person ?? '') ?? '?', day }),
      },
    ]);
}
