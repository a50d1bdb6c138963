import { addDays, dayAt, instantOf, type Day, type DayPart } from '../../domain/day.ts';
import { daysIn, type Context } from '../../domain/spoken-days/index.ts';

/** Until when answers are wanted, as said in a line, and the line without it. `at` is null when nothing was said. */
export interface DeadlineRead {
  readonly rest: string;
  readonly at: number | null;
}

/** What a deadline is read against. */
export interface DeadlineContext {
  readonly days: Context;
  readonly now: number;
  /** The agency's: hours said are hours there. */
  readonly zone: string;
}

const limit =
  /(?<![\p{L}'’])(?:(?:r[ée]ponses?|r[ée]pondre|answers?|reply)\s+)?(?<word>avant|before|d['’]\s?ici(?:\s(?:à|au))?|au plus tard|jusqu['’]\s?(?:à|au)|by|until|no later than)(?!\p{L})\s*/iu;
const within = /(?<!\p{L})(?:sous|within)\s+(?<hours>\d{1,3})\s?h(?:eures|ours|rs)?(?![\p{L}\d])/iu;
const clock =
  /(?<![\p{L}\d])(?:(?:à|a|at|vers)\s+)?(?:(?<hour>\d{1,2})\s?h(?:\s?(?<minute>\d{2}))?|(?<colon>\d{1,2}:\d{2})|(?<half>\d{1,2})\s?(?<meridiem>[ap])m|(?<noon>midi|noon)|(?<tonight>ce soir|tonight))(?![\p{L}\d])/iu;

/** How far behind « avant » a deadline may reach. */
const reach = 40;

/** « avant jeudi 18 h », « d'ici vendredi », "by Friday noon", « sous 48 h »: taken out of a line. */
export function readDeadline(text: string, context: DeadlineContext): DeadlineRead {
  const words = text.normalize('NFC');
  const soon = within.exec(words);
  if (soon !== null)
    return {
      rest: without(words, soon.index, soon[0].length),
      at: context.now + Number(soon.groups?.['hours']) * 3_600_000,
    };
  const match = limit.exec(words);
  if (match === null) return { rest: words, at: null };
  const start = match.index + match[0].length;
  const tail = /^[^,;\n]*/u.exec(words.slice(start, start + reach))?.[0] ?? '';
  const named = readTail(tail, context);
  if (named === null) return { rest: words, at: null };
  const isStrict = /^(?:avant|before)$/iu.test(match.groups?.['word'] ?? '');
  return {
    rest: without(words, match.index, match[0].length + named.length),
    at: instantFor(named, isStrict, context),
  };
}

function without(words: string, from: number, length: number): string {
  return `${words.slice(0, from)} ${words.slice(from + length)}`.replaceAll(/\s+/gu, ' ').trim();
}

interface Named {
  readonly day: DayPart | null;
  readonly time: string | null;
  /** How much of the tail it takes. */
  readonly length: number;
}

/** A day, a time or both, at the very beginning. */
function readTail(tail: string, { days }: DeadlineContext): Named | null {
  const at = clock.exec(tail);
  const time = at === null ? null : timeOf(at);
  const blank = at === null || time === null ? tail : blotted(tail, at);
  const lead = /^\s*\d/u.test(blank) ? (days.locale === 'fr' ? 'le ' : 'the ') : '';
  const [span] = daysIn(lead + blank, days);
  const from = span === undefined ? 0 : Math.max(0, span.from - lead.length);
  const begins = span !== undefined && /^\s*(?:le|la|l['’]|the|on|ce|this)?\s*$/iu.test(blank.slice(0, from));
  const [part] = begins ? span.parts : [];
  const dayEnd = span === undefined || part === undefined ? 0 : span.to - lead.length;
  const isNear = at !== null && time !== null && tail.slice(dayEnd, Math.max(dayEnd, at.index)).trim() === '';
  if (part === undefined && !isNear) return null;
  const timeEnd = isNear ? at.index + at[0].length : 0;
  return { day: part ?? null, time: isNear ? time : null, length: Math.max(dayEnd, timeEnd) };
}

function blotted(tail: string, at: RegExpExecArray): string {
  return tail.slice(0, at.index) + ' '.repeat(at[0].length) + tail.slice(at.index + at[0].length);
}

function timeOf(match: RegExpExecArray): string | null {
  const { hour, minute, colon, half, meridiem, noon, tonight } = match.groups ?? {};
  if (noon !== undefined) return '12:00';
  if (tonight !== undefined) return '20:00';
  const [h, m] = colon === undefined ? [Number(hour ?? half), Number(minute ?? 0)] : colon.split(':').map(Number);
  const full = meridiem === undefined ? (h ?? 0) : ((h ?? 0) % 12) + (meridiem.toLowerCase() === 'p' ? 12 : 0);
  if (full > 23 || (m ?? 0) > 59) return null;
  return `${String(full).padStart(2, '0')}:${String(m ?? 0).padStart(2, '0')}`;
}

const hourOfPart = { day: '18:00', morning: '12:00', afternoon: '18:00', evening: '20:00' } as const;

/** « avant vendredi » means the evening before; « d'ici vendredi » Friday evening; an hour alone the next time clocks show it. */
function instantFor({ day, time }: Named, isStrict: boolean, { now, zone }: DeadlineContext): number {
  const today = dayAt(now, zone);
  if (day === null) {
    const first = instantOf(today, time ?? '18:00', zone);
    return first > now ? first : instantOf(addDays(today, 1), time ?? '18:00', zone);
  }
  if (time !== null) return instantOf(day.day, time, zone);
  if (typeof day.part !== 'string' || day.part !== 'day')
    return instantOf(day.day, typeof day.part === 'string' ? hourOfPart[day.part] : day.part.from, zone);
  if (!isStrict) return instantOf(day.day, '18:00', zone);
  return evening(addDays(day.day, -1), now, zone) ?? instantOf(day.day, '09:00', zone);
}

function evening(day: Day, now: number, zone: string): number | null {
  const instant = instantOf(day, '18:00', zone);
  return instant > now ? instant : null;
}
