import { shows } from '../../core/records/agency.ts';
import { sheets } from '../../core/records/road.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, dayAt, dayNumber, timeAt, type Day } from '../../domain/day.ts';
import { departureOf, runOf, sendingDay } from '../../domain/day-sheet/run.ts';
import { type KnownSheet } from '../../agency/road/known-sheet.ts';

/** The hour at which sheets go out. */
const sendingTime = '10:00';
const runDays = 21;

/** The day on which a sheet goes out by itself; null when that comes too late for its date, and somebody has to send it. */
export async function nextSending(turn: Turn, { show, sheet }: KnownSheet): Promise<Day | null> {
  const around = {
    name: 'artist',
    value: show.artist,
    from: dayNumber(addDays(show.day, -runDays)),
    to: dayNumber(addDays(show.day, runDays)),
  };
  const others = (await turn.store.find(shows, around)).map(({ value }) => value).filter(({ id }) => id !== show.id);
  const run = runOf(show, others);
  const written = await turn.store.getMany(
    sheets,
    run.map(({ id }) => id),
  );
  const known = new Map([
    ...written.flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const])),
    [show.id, sheet] as const,
  ]);
  const day = sendingDay(departureOf(run, known) ?? show.day);
  const zone = turn.agency.timezone;
  const today = dayAt(turn.now, zone);
  const next = timeAt(turn.now, zone) < sendingTime ? today : addDays(today, 1);
  const sending = day < next ? next : day;
  return sending > show.day ? null : sending;
}
