import { addDays, weekday, type Day } from '../day.ts';
import { mostTimes, timesTold, type Morning, type Reminder, type Snoozed, type Told } from './reminder.ts';

/** How many months ahead members are asked about; the present one is over too soon to plan. */
export const monthsAhead = 3;

/** Months in which somebody said something: `2027-03`, or a day `2027-03-13` that stands for its month. */
export type Heard = ReadonlySet<string>;

/** The month so many after that of a day, `2027-03`. */
export function monthAfter(day: Day, count: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The coming months about which somebody was not heard, the first one first. */
export function silentMonths(heard: Heard, today: Day): string[] {
  const said = new Set([...heard].map((one) => one.slice(0, 7)));
  return Array.from({ length: monthsAhead }, (_, index) => monthAfter(today, index + 1)).filter(
    (month) => !said.has(month),
  );
}

/** The Monday that this morning answers for: today, or one that was missed since the last digest; null when there is none. */
export function mondayOf({ today, last }: Morning): Day | null {
  const monday = addDays(today, 1 - weekday(today));
  return monday === today || (last !== null && last < monday) ? monday : null;
}

/** Under this name somebody puts the question about their months off. */
export const monthsObject = 'months';

/**
 * On Mondays, the months about which a member said nothing; on other days only when they put it off until then. A person who put
 * it off is asked on the day they named, and not before.
 */
export function monthReminders(
  heard: Heard,
  morning: Morning,
  memory: { readonly snoozed: readonly Snoozed[] },
  now: number,
): Reminder[] {
  const waits = memory.snoozed.find(({ object }) => object === monthsObject);
  if (waits !== undefined && waits.until > now) return [];
  const occurrence = waits === undefined ? mondayOf(morning) : `again-${waits.until}`;
  if (occurrence === null) return [];
  return silentMonths(heard, morning.today).map((month) => ({
    section: 'months',
    month,
    object: `month:${month}`,
    occurrence,
  }));
}

/** Members who were asked as often as anybody is and still said nothing, for those who look after their act: once a month of theirs. */
export function silenceReminders(
  members: readonly { readonly person: string; readonly heard: Heard; readonly told: readonly Told[] }[],
  morning: Morning,
): Reminder[] {
  if (mondayOf(morning) === null) return [];
  return members.flatMap(({ person, heard, told }) =>
    silentMonths(heard, morning.today)
      .filter((month) => timesTold(told, `month:${month}`) >= mostTimes)
      .map((month) => ({
        section: 'months' as const,
        month,
        silent: person,
        object: `silence:${person}.${month}`,
        occurrence: 'once',
      })),
  );
}
