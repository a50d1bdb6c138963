import { type Draft } from '../core/commit.ts';
import { soundings } from '../core/records/booking.ts';
import { type Services } from '../core/turn.ts';
import { type Show } from '../domain/date-booking.ts';
import { dayNumber } from '../domain/day.ts';

/**
 * The act plays on that day: whatever its members are still asked about the same day needs no answer any more. Each such
 * sounding is closed by a step of its own (`sounding.decided`), which knows its cards.
 */
export async function endSoundings(
  step: Pick<Services, 'store'> & { readonly now: number },
  show: Show,
): Promise<Draft> {
  const day = dayNumber(show.day);
  const found = await step.store.find(soundings, { name: 'artist', value: show.artist, from: day, to: day });
  return {
    due: found
      .filter(({ value }) => value.state !== 'closed')
      .map(({ value }) => ({
        id: `sounding:${value.id}:decided`,
        kind: 'sounding.decided',
        at: step.now,
        payload: { sounding: value.id, show: show.id },
      })),
  };
}
