import { defineHandler, jobOf, type JobStep } from '../../core/job.ts';
import { artists, shows } from '../../core/records/agency.ts';
import { sheets } from '../../core/records/road.ts';
import { type Show } from '../../domain/date-booking.ts';
import { addDays, dayNumber, type Day } from '../../domain/day.ts';
import { departureOf, runOf, sendingDay } from '../../domain/day-sheet/run.ts';
import { itinerary } from './itinerary.job.ts';
import { sheetSend } from './sheet-send.job.ts';

/** A run is rarely longer; a sheet never goes out more than so many days before its own show. */
const daysLookedAt = 21;

/** Every sheet whose day has come, also when the day itself was missed, and every one that is out: it may have moved untold. */
export const itineraryHandler = defineHandler(itinerary, async (step, { day }) => {
  const acts = (await step.store.all(artists)).filter(({ value }) => value.status === 'active');
  const due = await Promise.all(acts.map(({ value }) => dueOf(step, value.id, day)));
  return { jobs: due.flat().map((show) => jobOf(sheetSend, { show, cause: day })) };
});

async function dueOf(step: JobStep, artist: string, day: Day): Promise<string[]> {
  const span = { from: dayNumber(day) - 2, to: dayNumber(addDays(day, daysLookedAt)) };
  const found = await step.store.find(shows, { name: 'artist', value: artist, ...span });
  const dates = found.map(({ value }) => value).filter((show) => show.state === 'confirmed');
  const written = await step.store.getMany(
    sheets,
    dates.map(({ id }) => id),
  );
  const known = new Map(
    written.flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const])),
  );
  return dates.filter((show) => show.day >= day && isDue(show, dates, known, day)).map(({ id }) => id);
}

function isDue(show: Show, dates: readonly Show[], known: Parameters<typeof departureOf>[1], day: Day): boolean {
  const departure = departureOf(runOf(show, dates), known);
  return departure !== null && sendingDay(departure) <= day;
}
