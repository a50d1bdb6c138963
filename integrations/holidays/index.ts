import Holidays from 'date-holidays';
import { addDays, parseDay } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { HolidayCalendar, HolidayName } from '../../domain/spoken-days/index.ts';

/** The library's own rules, which name a holiday alike in every language and country. */
const RULES: ReadonlyMap<string, HolidayName> = new Map<string, HolidayName>([
  ['01-01', 'new-year'],
  ['easter', 'easter'],
  ['easter 1', 'easter-monday'],
  ['05-01', 'labour-day'],
  ['05-08', 'victory-day'],
  ['easter 39', 'ascension'],
  ['easter 49', 'pentecost'],
  ['easter 50', 'whit-monday'],
  ['07-14', 'bastille-day'],
  ['08-15', 'assumption'],
  ['11-01', 'all-saints'],
  ['11-11', 'armistice'],
  ['12-25', 'christmas'],
]);

/** Which country's holidays (ISO 3166, France by default), and the years kept, both included. */
export interface HolidayOptions {
  readonly country?: string;
  readonly from: number;
  readonly to: number;
}

function daysIn(holidays: Holidays, year: number): ReadonlyMap<HolidayName, Day> {
  const found = new Map<HolidayName, Day>();
  for (const { rule, date } of holidays.getHolidays(year)) {
    const name = RULES.get(rule);
    const day = parseDay(date.slice(0, 10));
    if (name !== undefined && day !== null) found.set(name, day);
  }
  // France lists Easter Monday only; people say « à Pâques » of the Sunday.
  const monday = found.get('easter-monday');
  if (monday !== undefined) found.set('easter', addDays(monday, -1));
  return found;
}

/**
 * Holidays by name for a range of years, computed once, so that reading a sentence never runs the library. Bridges are
 * not here: they follow from the weekday of the holiday, which the grammar knows.
 * @returns a calendar that answers null outside the range and for holidays the country does not have
 */
export function holidayCalendar({ country = 'FR', from, to }: HolidayOptions): HolidayCalendar {
  const holidays = new Holidays(country);
  const years = new Map<number, ReadonlyMap<HolidayName, Day>>();
  for (let year = from; year <= to; year += 1) years.set(year, daysIn(holidays, year));
  return { dayOf: (name, year) => years.get(year)?.get(name) ?? null };
}
