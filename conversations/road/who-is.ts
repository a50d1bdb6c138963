import { people } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { searchByName } from '../../domain/name-search.ts';
import { firstName, isWithUs, type Person, type Role } from '../../domain/person.ts';
import { type KnownSheet } from '../../agency/road/known-sheet.ts';

/** Who is meant by the names on a sheet. */
export interface WhoIs {
  /** Null: nobody known, or more than one. */
  readonly who: (name: string) => string | null;
  readonly isShared: (name: string) => boolean;
}

/** They go on the road for any act; who plays elsewhere is meant only by their whole name. */
const onAnyRoad: ReadonlySet<Role> = new Set(['tour-manager', 'technician']);

/**
 * Those on the road and around the act first, then who looks after roads and sound for any act, then anybody by their whole name:
 * a stranger called like a musician of another act must not get that musician a sheet.
 */
export async function whoIs(turn: Turn, known: KnownSheet): Promise<WhoIs> {
  const all = (await turn.store.all(people)).map(({ value }) => value).filter((person) => isWithUs(person, turn.today));
  const { artist, party } = known;
  const near = new Set([
    ...party.people,
    ...artist.members.flatMap((member) => [member.person, ...member.substitutes]),
    ...artist.managers,
    ...artist.bookers,
  ]);
  const crew = all.filter(({ roles }) => roles.some((role) => onAnyRoad.has(role)));
  const found = (name: string): readonly Person[] => {
    const circles = [
      () =>
        named(
          all.filter(({ id }) => near.has(id)),
          name,
        ),
      () => called(crew, name),
      () => all.filter((person) => fold(person.name) === fold(name)),
    ];
    return circles.map((circle) => circle()).find((some) => some.length > 0) ?? [];
  };
  return {
    who: (name) => {
      const [only, second] = found(name);
      return only === undefined || second !== undefined ? null : only.id;
    },
    isShared: (name) => found(name).length > 1,
  };
}

/** A first name that is somebody's is theirs, however many longer names are like it. */
function named(circle: readonly Person[], name: string): readonly Person[] {
  const exact = called(circle, name);
  return exact.length > 0 ? exact : searchByName(circle, name);
}

function called(circle: readonly Person[], name: string): readonly Person[] {
  const folded = fold(name);
  return circle.filter((person) => fold(firstName(person)) === folded || fold(person.name) === folded);
}

function fold(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
