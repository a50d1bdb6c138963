import { addDays, daysFromTo, parseDay, type Day, type DayPart } from '../day.ts';

/**
 * The months that these days are all of, in order; of the present month its days from today on. Null when a day stands outside of
 * a whole month: then it is not said of months.
 */
export function wholeMonths(parts: readonly DayPart[], today: Day): string[] | null {
  const whole = new Set(parts.filter(({ part }) => part === 'day').map(({ day }) => day));
  if (parts.length === 0 || whole.size < new Set(parts.map(({ day }) => day)).size) return null;
  const months = [...new Set([...whole].map((day) => day.slice(0, 7)))].sort();
  return months.every((month) => daysLeftIn(month, today).every((day) => whole.has(day))) ? months : null;
}

function daysLeftIn(month: string, today: Day): Day[] {
  const first = parseDay(`${month}-01`);
  if (first === null) return [];
  const next = parseDay(`${addDays(first, 31).slice(0, 7)}-01`);
  return next === null ? [] : daysFromTo(first < today ? today : first, addDays(next, -1));
}
