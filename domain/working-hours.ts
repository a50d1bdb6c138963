import { type HolidayCalendar, type HolidayName } from './spoken-days/index.ts';
import { addDays, dayAt, instantOf, timeAt, weekday, type Day } from './day.ts';

/** The days off work that a calendar may know; a country without one answers null for it. */
const daysOff: readonly HolidayName[] = [
  'new-year',
  'easter-monday',
  'labour-day',
  'victory-day',
  'ascension',
  'whit-monday',
  'bastille-day',
  'assumption',
  'all-saints',
  'armistice',
  'christmas',
];

function isHoliday(day: Day, holidays: HolidayCalendar): boolean {
  return daysOff.some((name) => holidays.dayOf(name, Number(day.slice(0, 4))) === day);
}

const opens = '09:00';
const closes = '18:00';
const dayMinutes = 9 * 60;

/**
 * The instant at which `hours` working hours have passed since `now`: Monday to Friday, 9 to 18 h, public holidays left out. A
 * deadline that would fall on an opening hour falls on the closing one before, so that « avant vendredi 18 h » can be said.
 */
export function afterWorkingHours(now: number, hours: number, zone: string, holidays: HolidayCalendar): number {
  let left = hours * 60;
  let day = dayAt(now, zone);
  let from = timeAt(now, zone);
  for (;;) {
    if (isWorkingDay(day, holidays) && from < closes) {
      const start = from < opens ? opens : from;
      const available = Math.min(minutesBetween(start, closes), dayMinutes);
      if (left <= available) return instantOf(day, clock(minutesOf(start) + left), zone);
      left -= available;
    }
    day = addDays(day, 1);
    from = opens;
  }
}

/** Monday to Friday without public holidays. */
function isWorkingDay(day: Day, holidays: HolidayCalendar): boolean {
  return weekday(day) <= 5 && !isHoliday(day, holidays);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function minutesBetween(from: string, to: string): number {
  return minutesOf(to) - minutesOf(from);
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
