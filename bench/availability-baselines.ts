import { type BenchSeason, type BenchShow } from './availability-season.ts';

/** The free days of every act, one bit each, an act after the other. */
export type FreeDays = Uint32Array;

/** How many words hold the days of one act. */
export function wordsOf(season: BenchSeason): number {
  return Math.ceil(season.days / 32);
}

const dayTurns = 360;

/** When a show lets its players go: an hour after its end, or as the agency day ends. */
function span({ day, minutes }: BenchShow): [number, number] {
  const [from, to] = minutes === null ? [dayTurns, dayTurns + 1440] : [minutes[0], minutes[1] + 60];
  return [day * 1440 + from, day * 1440 + to];
}

/** The least a machine can do: one word for 32 days of one person. Bits are set beforehand. */
export function bitsetKernel(season: BenchSeason): () => FreeDays {
  const words = wordsOf(season);
  const busy = new Uint32Array(season.people * words);
  const own = new Uint32Array(season.acts.length * words);
  const mark = (bits: Uint32Array, row: number, day: number): void => {
    if (day >= season.days) return;
    const word = row * words + (day >> 5);
    bits[word] = (bits[word] ?? 0) | (1 << (day & 31));
  };
  for (const show of season.shows) {
    const late = show.minutes !== null && show.minutes[1] + 60 > dayTurns + 1440;
    for (const day of late ? [show.day, show.day + 1] : [show.day]) {
      mark(own, show.act, day);
      for (const person of season.acts[show.act] ?? []) mark(busy, person, day);
    }
  }
  for (const { person, day, length } of season.absences) {
    for (let away = 0; away < length; away += 1) mark(busy, person, day + away);
  }
  return () => {
    const free = new Uint32Array(season.acts.length * words);
    for (const [act, people] of season.acts.entries()) {
      for (let word = 0; word < words; word += 1) {
        let taken = own[act * words + word] ?? 0;
        for (const person of people) taken |= busy[person * words + word] ?? 0;
        free[act * words + word] = ~taken;
      }
    }
    return free;
  };
}

/** What one would write first: every span of every person, looked through for every day. */
export function naiveScan(season: BenchSeason): () => FreeDays {
  const words = wordsOf(season);
  const spans: [number, number][][] = Array.from({ length: season.people }, () => []);
  for (const show of season.shows) for (const person of season.acts[show.act] ?? []) spans[person]?.push(span(show));
  for (const { person, day, length } of season.absences) {
    spans[person]?.push([day * 1440 + dayTurns, (day + length) * 1440 + dayTurns]);
  }
  return () => {
    const free = new Uint32Array(season.acts.length * words);
    for (const [act, people] of season.acts.entries()) {
      for (let day = 0; day < season.days; day += 1) {
        const [from, to] = [day * 1440 + dayTurns, (day + 1) * 1440 + dayTurns];
        const taken = people.some((person) => spans[person]?.some((busy) => busy[0] < to && from < busy[1]));
        if (!taken) free[act * words + (day >> 5)] = (free[act * words + (day >> 5)] ?? 0) | (1 << (day & 31));
      }
    }
    return free;
  };
}
