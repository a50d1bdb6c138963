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

/** Ways of eating that everybody words differently; each has a name in both languages. */
export const knownDiets = [
  'vegetarian',
  'vegan',
  'gluten-free',
  'lactose-free',
  'no-pork',
  'halal',
  'kosher',
  'pescatarian',
] as const;

/** One of them. */
export type KnownDiet = (typeof knownDiets)[number];

/** Whole wordings only: « végétarien sauf le poisson » is what it says. */
const wordings: readonly (readonly [RegExp, KnownDiet])[] = [
  [/^(?:vegetarien(?:ne)?|vegetarian|vege|veggie)$/, 'vegetarian'],
  [/^(?:vegan(?:e)?|vegetalien(?:ne)?)$/, 'vegan'],
  [/^(?:sans gluten|gluten[- ]free|no gluten)$/, 'gluten-free'],
  [/^(?:sans lactose|lactose[- ]free|no lactose|dairy[- ]free)$/, 'lactose-free'],
  [/^(?:sans porc|pas de porc|no pork)$/, 'no-pork'],
  [/^(?:halal)$/, 'halal'],
  [/^(?:casher|kasher|cacher|kosher)$/, 'kosher'],
  [/^(?:pescetarien(?:ne)?|pescatarian|pescetarian)$/, 'pescatarian'],
];

/** What so many people eat or do not eat: one of the known ways, or their own words. */
export interface DietCount {
  readonly known: KnownDiet | null;
  readonly diet: string;
  readonly count: number;
}

/** What is eaten and what is not, each as often as somebody said so, the most frequent first. Nobody is named. */
export function dietsOf(people: readonly Pick<Person, 'diet'>[]): DietCount[] {
  const counted = new Map<string, DietCount>();
  for (const { diet } of people) {
    if (diet === null || diet.trim() === '') continue;
    const folded = diet.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
    const known = wordings.find(([wording]) => wording.test(folded))?.[1] ?? null;
    const key = known ?? folded;
    const before = counted.get(key) ?? { known, diet: diet.trim(), count: 0 };
    counted.set(key, { ...before, count: before.count + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || a.diet.localeCompare(b.diet));
}
