import { civilOf, numberOf, toNumber } from '../calendar.ts';
import type { DayNumber } from '../calendar.ts';
import { span } from '../day-set.ts';
import type { Core } from '../grammar/syntax.ts';
import type { HolidayName } from '../types.ts';
import { days, trouble } from './environment.ts';
import type { Environment, Meaning } from './environment.ts';

/** Holidays by the number the vocabulary gives them. */
const NAMES: readonly HolidayName[] = [
  'christmas',
  'new-year',
  'easter',
  'easter-monday',
  'ascension',
  'pentecost',
  'whit-monday',
  'all-saints',
  'armistice',
  'bastille-day',
  'assumption',
  'labour-day',
];
const RECENT_DAYS = 31;

/** The coming one; a holiday of the last month without a year is asked about, unless only what is ahead can be meant. */
function upcoming(dayIn: (year: number) => DayNumber | null, year: number | null, environment: Environment): Meaning {
  const { today, ahead } = environment;
  const thisYear = civilOf(today).year;
  if (year !== null && year > thisYear + 5) return trouble('too-far');
  const candidates = (year === null ? [thisYear - 1, thisYear, thisYear + 1] : [year]).flatMap(
    (candidate) => dayIn(candidate) ?? [],
  );
  const next = candidates.find((day) => day >= today);
  const recent = candidates.some((day) => day < today && today - day <= RECENT_DAYS);
  if (candidates.length === 0) return trouble('not-covered');
  if ((recent && !ahead) || (year !== null && next === undefined)) return trouble('past');
  return next === undefined ? trouble('not-covered') : days(span(next, next));
}

/** A named holiday, from the calendar handed in. */
export function holidayMeaning(core: Extract<Core, { type: 'holiday' }>, environment: Environment): Meaning {
  const name = NAMES[core.holiday - 1];
  if (name === undefined) return trouble('not-covered');
  const dayIn = (year: number): DayNumber | null => {
    const day = environment.holidays.dayOf(name, year);
    return day === null ? null : toNumber(day);
  };
  return upcoming(dayIn, core.year, environment);
}

/** 24 or 31 December. */
export function eveMeaning(core: Extract<Core, { type: 'eve' }>, environment: Environment): Meaning {
  return upcoming((year) => numberOf(year, 12, core.eve === 1 ? 24 : 31), core.year, environment);
}
