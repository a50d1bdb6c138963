/*
 * Who is in two places at once, found by comparing every show with every other. Imports nothing of the product, so that it
 * shares none of its mistakes.
 */

/** What the comparison needs of a show. */
export interface BookedShow {
  readonly id: string;
  readonly artist: string;
  readonly day: string;
  readonly arrival: string | null;
  readonly end: string | null;
  readonly state: string;
  readonly cast: readonly string[] | null;
}

/** Minutes of a wall clock that an agency day takes, from 06:00 to 06:00; with times, until an hour after the end. */
function minutesOf({ day, arrival, end }: BookedShow): readonly [number, number] {
  const midnight = Math.round(Date.parse(`${day}T00:00:00Z`) / 60_000);
  const at = (time: string): number => {
    const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    return midnight + minutes + (time < '06:00' ? 24 * 60 : 0);
  };
  if (arrival === null || end === null) return [midnight + 6 * 60, midnight + 30 * 60];
  return [at(arrival), at(end) + 60];
}

/**
 * Every pair of confirmed shows that takes an act or a person twice, a line each. `members` says who plays in an act where a
 * show names nobody.
 */
export function doubleBookings(
  shows: readonly BookedShow[],
  members: Readonly<Record<string, readonly string[]>>,
): string[] {
  const live = shows.filter(({ state }) => state === 'confirmed');
  const wrong: string[] = [];
  for (const [index, one] of live.entries()) {
    for (const other of live.slice(index + 1)) {
      const [from, to] = minutesOf(one);
      const [begins, ends] = minutesOf(other);
      if (from >= ends || begins >= to) continue;
      const taken = new Set([...(one.cast ?? members[one.artist] ?? []), `act ${one.artist}`]);
      const both = [...(other.cast ?? members[other.artist] ?? []), `act ${other.artist}`].filter((who) =>
        taken.has(who),
      );
      if (both.length > 0) wrong.push(`${both.join(', ')} twice: ${one.id} and ${other.id} on ${one.day}`);
    }
  }
  return wrong;
}
