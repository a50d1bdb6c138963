import { type Artist } from '../artist.ts';
import { addDays, daysFromTo, type Day } from '../day.ts';
import { type Agenda, type DateAvailability, type Wish } from './agenda.ts';
import { anything, availabilityOf } from './availability.ts';
import { compiled, type CompiledAgenda } from './compiled-agenda.ts';

/** How many days before and after are looked through. */
const reach = 28;

/**
 * Other dates to propose instead of `day`: free or to be talked about, from today on. Those on the same weekday come first,
 * then the nearest; of two as near, the earlier.
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
  const middle = ready.times.point(day).number;
  const away = (other: DateAvailability): number => Math.abs(ready.times.point(other.day).number - middle);
  // Days come in order and the sort keeps it, so the earlier of two as near stays first.
  return availabilityOf(artist, days, ready, wish)
    .filter(({ state }) => state === 'free' || state === 'flexible')
    .sort((a, b) => Number(away(a) % 7 !== 0) - Number(away(b) % 7 !== 0) || away(a) - away(b))
    .slice(0, count);
}
