import { type Artist } from '../artist.ts';
import { type Show } from '../date-booking.ts';
import { type Person } from '../person.ts';
import { type CrewMember, type DaySheet } from './sheet.ts';

/** Everybody on the road for a show. */
export interface Party {
  /** Those Régie knows, the cast first, in the order of the line-up. */
  readonly people: readonly string[];
  /** Those it does not know: named on the sheet, and sent a link where there is one. */
  readonly others: readonly CrewMember[];
}

/**
 * The cast that plays there (named substitutes instead of those they stand in for), members without whom the act could play
 * but who come along, the crew, and the régisseur.
 */
export function partyOf(show: Show, artist: Artist, sheet: DaySheet): Party {
  const members = artist.members.filter((member) => show.cast === null || !member.needed);
  const cast = [...(show.cast ?? []), ...members.map((member) => member.person)];
  const crew = sheet.crew.flatMap(({ person }) => (person === null ? [] : [person]));
  const regisseur = sheet.regisseur === null ? [] : [sheet.regisseur];
  return {
    people: [...new Set([...cast.filter((person) => !sheet.home.includes(person)), ...crew, ...regisseur])],
    others: sheet.crew.filter(({ person }) => person === null),
  };
}

/** What is eaten and what is not, each as often as somebody said so, the most frequent first. Nobody is named. */
export function dietsOf(people: readonly Pick<Person, 'diet'>[]): { readonly diet: string; readonly count: number }[] {
  const counted = new Map<string, { diet: string; count: number }>();
  for (const { diet } of people) {
    if (diet === null || diet.trim() === '') continue;
    const key = diet.trim().toLowerCase();
    const known = counted.get(key) ?? { diet: diet.trim(), count: 0 };
    counted.set(key, { ...known, count: known.count + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || a.diet.localeCompare(b.diet));
}
