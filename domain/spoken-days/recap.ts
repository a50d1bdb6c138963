import { toNumber, weekdayOf, civilOf } from './calendar.ts';
import type { DayNumber } from './calendar.ts';
import { clock, fromParts, WHOLE } from './day-set.ts';
import type { DaySet, Span } from './day-set.ts';
import { MONTHS, PARTS, WEEKDAYS } from './names.ts';
import type { DayPart, PartOfDay } from '../day.ts';
import type { Locale, RecapOptions } from './types.ts';

/** Days in a row that are taken at the same hours. `night` when those hours are past midnight, after the last day. */
interface Run {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly spans: readonly Span[];
  readonly night: boolean;
}

const PAST_MIDNIGHT = 1440;

function runsOf(set: DaySet): readonly Run[] {
  const runs: Run[] = [];
  for (const [day, spans] of [...set].sort(([a], [b]) => a - b)) {
    for (const night of [false, true]) {
      const here = spans.filter(({ from }) => from >= PAST_MIDNIGHT === night);
      if (here.length === 0) continue;
      const last = runs.at(-1);
      const continues = last?.last === day - 1 && !night && !last.night && sameSpans(last.spans, here);
      if (continues) runs[runs.length - 1] = { ...last, last: day };
      else runs.push({ first: day, last: day, spans: here, night });
    }
  }
  return runs;
}

function sameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isWhole({ spans }: Run): boolean {
  return sameSpans(spans, [WHOLE]);
}

function dayOfMonth(day: DayNumber, locale: Locale): string {
  const { day: date } = civilOf(day);
  return locale === 'fr' && date === 1 ? '1er' : String(date);
}

/** « ven. 12 », then the month and the year as far as `upTo` says. */
function dayName(day: DayNumber, locale: Locale, upTo: 'day' | 'month' | 'year'): string {
  const { month, year } = civilOf(day);
  const words = [WEEKDAYS[locale][weekdayOf(day) - 1], dayOfMonth(day, locale)];
  if (upTo !== 'day') words.push(MONTHS[locale][month - 1]);
  if (upTo === 'year') words.push(String(year));
  return words.join(' ');
}

/** Nearly a year ahead, a date without its year sounds like the one just past. */
const FAR_DAYS = 290;

/** So does a stretch that long. */
const LONG_DAYS = 250;

/** Years are written on every item as soon as one day is not of this year, so that no item borrows another's. */
function depthFor(set: DaySet, today: DayNumber): 'month' | 'year' {
  const thisYear = civilOf(today).year;
  const near =
    [...set.keys()].every((day) => civilOf(day).year === thisYear && day - today < FAR_DAYS) && set.size < LONG_DAYS;
  return near ? 'month' : 'year';
}

function rangeName(first: DayNumber, last: DayNumber, locale: Locale, depth: 'month' | 'year'): string {
  const [from, to] = [civilOf(first), civilOf(last)];
  const sameYear = from.year === to.year;
  const startDepth = sameYear ? (from.month === to.month ? 'day' : 'month') : 'year';
  const start = dayName(first, locale, startDepth);
  const end = dayName(last, locale, depth);
  return locale === 'fr' ? `du ${start} au ${end}` : `from ${start} to ${end}`;
}

function hour(minutes: number, locale: Locale): string {
  const [hours = '', minute = ''] = clock(minutes).split(':');
  if (locale === 'en') return `${hours}:${minute}`;
  return minute === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minute}`;
}

/** Midnight has a name as an end; as a beginning nobody knows which night is meant. */
function endHour(minutes: number, locale: Locale): string {
  if (minutes !== PAST_MIDNIGHT) return hour(minutes, locale);
  return locale === 'fr' ? 'minuit' : 'midnight';
}

function spanNames({ from, to }: Span, locale: Locale): readonly string[] {
  const bounds: readonly (readonly [PartOfDay, number, number])[] = [
    ['morning', 360, 720],
    ['afternoon', 720, 1080],
    ['evening', 1080, 1800],
  ];
  const named = bounds.filter(([, start, end]) => start >= from && end <= to);
  if (named[0]?.[1] === from && named.at(-1)?.[2] === to) return named.map(([name]) => PARTS[locale][name]);
  if (to === WHOLE.to) return [locale === 'fr' ? `à partir de ${hour(from, locale)}` : `from ${hour(from, locale)}`];
  if (from === WHOLE.from) return [locale === 'fr' ? `jusqu’à ${endHour(to, locale)}` : `until ${endHour(to, locale)}`];
  const [start, end] = [hour(from, locale), endHour(to, locale)];
  return [locale === 'fr' ? `de ${start} à ${end}` : `from ${start} to ${end}`];
}

function join(items: readonly string[], locale: Locale): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return `${items.slice(0, -1).join(', ')} ${locale === 'fr' ? 'et' : 'and'} ${last}`;
}

function runName(run: Run, locale: Locale, depth: 'month' | 'year'): string {
  const hours = hoursName(run, locale);
  if (run.night) {
    const night = rangeName(run.first, run.first + 1, locale, depth).replace(/^from /, '');
    return `${locale === 'fr' ? 'la nuit' : 'the night of'} ${night}${hours}`;
  }
  if (run.first !== run.last) return rangeName(run.first, run.last, locale, depth) + hours;
  return `${locale === 'fr' ? 'le ' : ''}${dayName(run.first, locale, depth)}${hours}`;
}

/** Four single days or more, a week apart and at the same hours, are said as « tous les mer. du … au … ». */
const WEEKLY = 4;

function weeklyFrom(runs: readonly Run[], at: number): number {
  const head = runs[at];
  if (head === undefined || head.first !== head.last || head.night) return 1;
  const breaks = runs.slice(at).findIndex((run, index) => {
    const single = run.first === run.last && !run.night && sameSpans(run.spans, head.spans);
    return !single || run.first !== head.first + 7 * index;
  });
  return breaks < 0 ? runs.length - at : breaks;
}

function runNames(runs: readonly Run[], locale: Locale, depth: 'month' | 'year'): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < runs.length;) {
    const [head, length] = [runs[at], weeklyFrom(runs, at)];
    const tail = runs[at + length - 1];
    if (head === undefined || tail === undefined) break;
    if (length >= WEEKLY) names.push(weeklyName(head, tail, locale, depth));
    else names.push(...runs.slice(at, at + length).map((run) => runName(run, locale, depth)));
    at += length;
  }
  return names;
}

function weeklyName(head: Run, tail: Run, locale: Locale, depth: 'month' | 'year'): string {
  const weekday = WEEKDAYS[locale][weekdayOf(head.first) - 1] ?? '';
  const range = rangeName(head.first, tail.first, locale, depth);
  return `${locale === 'fr' ? 'tous les' : 'every'} ${weekday} ${range}${hoursName(head, locale)}`;
}

function hoursName(run: Run, locale: Locale): string {
  return isWhole(run)
    ? ''
    : ` (${join(
        run.spans.flatMap((part) => spanNames(part, locale)),
        locale,
      )})`;
}

/** « du 12 au 15, sauf le 13 » reads better than two ranges when few whole days are missing from one short stretch. */
function withException(runs: readonly Run[], locale: Locale, depth: 'month' | 'year'): string | null {
  const [head, tail] = [runs[0], runs.at(-1)];
  if (head === undefined || tail === undefined || runs.length < 2 || runs.length > 4 || !runs.every(isWhole))
    return null;
  const missing = runs.slice(1).flatMap((run, index) => {
    const before = runs[index]?.last ?? run.first;
    return Array.from({ length: run.first - before - 1 }, (_, offset) => before + 1 + offset);
  });
  const length = tail.last - head.first + 1;
  if (length < 4 || missing.length > 3 || missing.length * 4 > length + 2) return null;
  const sameMonth = civilOf(head.first).month === civilOf(tail.last).month;
  const names = missing.map((day) => dayName(day, locale, sameMonth ? 'day' : depth));
  const listed =
    locale === 'fr'
      ? `sauf ${names.length > 1 ? 'les' : 'le'} ${join(names, locale)}`
      : `except ${join(names, locale)}`;
  return `${rangeName(head.first, tail.last, locale, depth)}, ${listed}`;
}

/**
 * The days in words: « du ven. 12 au lun. 15 mars 2027, sauf le sam. 13 ». Parts of days stand in brackets after what they
 * apply to. Whatever it prints, `readAnswer` reads back to the same parts. Empty for no days.
 */
export function recapDays(parts: readonly DayPart[], options: RecapOptions): string {
  const set = fromParts(parts);
  const runs = runsOf(set);
  const depth = depthFor(set, toNumber(options.today));
  const { locale } = options;
  return withException(runs, locale, depth) ?? join(runNames(runs, locale, depth), locale);
}

/** How many calendar days are touched, in whole or in part. */
export function countDays(parts: readonly DayPart[]): number {
  return new Set(parts.map(({ day }) => day)).size;
}

/** Every day by its name, « ven. 12, dim. 14 et lun. 15 mars »: for notes after the fact, where ranges would hide a day. */
export function listDays(parts: readonly DayPart[], options: RecapOptions): string {
  const { locale } = options;
  const set = fromParts(parts);
  const runs = runsOf(set).flatMap((run) =>
    Array.from({ length: run.last - run.first + 1 }, (_, index) => ({
      ...run,
      first: run.first + index,
      last: run.first + index,
    })),
  );
  const depth = depthFor(set, toNumber(options.today));
  const names = runs.map((run, index) => {
    const next = runs[index + 1];
    const plain = isWhole(run) && !run.night && next !== undefined && isWhole(next);
    const [here, there] = [civilOf(run.first), civilOf(next?.first ?? run.first)];
    const borrowed = plain && here.month === there.month && here.year === there.year;
    if (borrowed) return dayName(run.first, locale, 'day');
    return runName(run, locale, depth).replace(/^le /, '');
  });
  return join(names, locale);
}
