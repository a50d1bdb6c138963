import { type Artist } from '../artist.ts';
import { addDays, daysBetween, daysFromTo, type Day } from '../day.ts';
import { type Agenda, type DateAvailability, type Wish } from './agenda.ts';
import { anything, availabilityOf } from './availability.ts';
import { compiled, type CompiledAgenda } from './compiled-agenda.ts';

/** How many days before and after are looked through. */
const reach = 28;

/** So many days further away counts a day that hangs on an answer nobody has given: a free one nearly as near is better. */
const silentCosts = 7;

/**
 * Other dates to propose instead of `day`, from today on, in order of the calendar: the nearest that are free, to be talked
 * about, or free once those who are silent say so. Of two as near, the free one, then the earlier.
 * @param count how many at most
 */
export function nearestFree(
  artist: Artist,
  day: Day,
  agenda: Agenda | CompiledAgenda,
  count: number,
  wish: Wish = anything,
): DateAvailability[] {
  const ready = compiled(agenda);
  const days = daysFromTo(addDays(day, -reach), addDays(day, reach)).filter(
    (other) => other >= ready.today && other !== day,
  );
  const cost = ({ day: other, state }: DateAvailability): number =>
    Math.abs(daysBetween(day, other)) + (state === 'silent' ? silentCosts : 0);
  // Days come in order and the sort keeps it, so the earlier of two as near stays first.
  return availabilityOf(artist, days, ready, wish)
    .filter(({ state }) => state === 'free' || state === 'flexible' || state === 'silent')
    .sort((a, b) => cost(a) - cost(b) || Number(a.state === 'silent') - Number(b.state === 'silent'))
    .slice(0, count)
    .sort((a, b) => a.day.localeCompare(b.day));
}
