import { absences } from '../../core/records/agency.ts';
import { declarations, soundings } from '../../core/records/booking.ts';
import { type Records } from '../../core/store.ts';
import { absenceDays } from '../../domain/absence.ts';
import { isMember, type Artist } from '../../domain/artist.ts';
import { dayNumber, type Day } from '../../domain/day.ts';

/** The months and days about which somebody said something: that there is nothing, when they are away, whether they can play. */
export async function heardOf(
  store: Records,
  person: string,
  acts: readonly Artist[],
  today: Day,
): Promise<ReadonlySet<string>> {
  const from = dayNumber(today);
  const played = acts.filter((act) => isMember(act, person));
  const [declared, away, sounded] = await Promise.all([
    store.find(declarations, { name: 'person', value: person }),
    store.find(absences, { name: 'person', value: person, from }),
    Promise.all(played.map((act) => store.find(soundings, { name: 'artist', value: act.id, from }))),
  ]);
  return new Set([
    ...declared.map(({ value }) => value.month),
    ...away.flatMap(({ value }) => absenceDays(value.parts)),
    ...sounded.flat().flatMap(({ value }) => {
      const answer = value.asked.find((one) => one.person === person)?.answer ?? null;
      return answer === null || answer.says === 'later' ? [] : [value.day];
    }),
  ]);
}

/** The acts of which somebody's months are asked about: those at work in which they play or stand in. */
export function playedActs(person: string, acts: readonly Artist[]): Artist[] {
  return acts.filter((act) => act.status === 'active' && isMember(act, person));
}
