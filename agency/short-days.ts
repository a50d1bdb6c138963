import { addDays, parseDay, type Day } from '../domain/day.ts';
import { type Locale } from '../domain/schemas.ts';

/** So many days in a row are said as one range; fewer are quicker to read by name. */
const shortestRange = 3;

/**
 * Days of one month in as few words as are still exact: « ven. 5, sam. 6, mar. 9 au lun. 15 ». Neither month nor year: a
 * heading has said them.
 */
export function shortDays(days: readonly Day[], locale: Locale): string {
  return runsOf(days)
    .flatMap((run) => {
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) return [];
      if (run.length < shortestRange) return run.map((day) => shortDay(day, locale));
      return [`${shortDay(first, locale)} ${locale === 'fr' ? 'au' : 'to'} ${shortDay(last, locale)}`];
    })
    .join(', ');
}

/** « ven. 12 », « mar. 1er », "Fri 12". */
export function shortDay(day: Day, locale: Locale): string {
  const weekday = formatted(day, locale, { weekday: 'short' });
  const number = Number(day.slice(8));
  return `${weekday} ${locale === 'fr' && number === 1 ? '1er' : number}`;
}

/** « mars 2027 », "March 2027", of a month written `2027-03`. */
export function monthTitle(month: string, locale: Locale): string {
  const first = parseDay(`${month}-01`);
  return first === null ? month : formatted(first, locale, { month: 'long', year: 'numeric' });
}

/** « mars », "March". */
export function monthWord(month: string, locale: Locale): string {
  const first = parseDay(`${month}-01`);
  return first === null ? month : formatted(first, locale, { month: 'long' });
}

function formatted(day: Day, locale: Locale, parts: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { ...parts, timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

function runsOf(days: readonly Day[]): Day[][] {
  const runs: Day[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && addDays(last, 1) === day) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
