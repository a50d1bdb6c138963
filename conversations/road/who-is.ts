import { people } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { searchByName } from '../../domain/name-search.ts';
import { firstName, isWithUs, type Person } from '../../domain/person.ts';
import { type KnownSheet } from '../../agency/road/known-sheet.ts';

/** Who is meant by a name on a sheet: those on the road and around the act first, then everybody of the agency; null when it could be two. */
export async function whoIs(turn: Turn, known: KnownSheet): Promise<(name: string) => string | null> {
  const all = (await turn.store.all(people)).map(({ value }) => value).filter((person) => isWithUs(person, turn.today));
  const { artist, party } = known;
  const near = new Set([
    ...party.people,
    ...artist.members.flatMap((member) => [member.person, ...member.substitutes]),
    ...artist.managers,
    ...artist.bookers,
  ]);
  const circles = [all.filter(({ id }) => near.has(id)), all];
  return (name) => {
    for (const circle of circles) {
      const found = named(circle, name);
      if (found.length === 1) return found[0]?.id ?? null;
      if (found.length > 1) return null;
    }
    return null;
  };
}

/** A first name that is somebody's is theirs, however many longer names are like it. */
function named(circle: readonly Person[], name: string): Person[] {
  const folded = fold(name);
  const exact = circle.filter((person) => fold(firstName(person)) === folded || fold(person.name) === folded);
  return exact.length > 0 ? exact : searchByName(circle, name);
}

function fold(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
