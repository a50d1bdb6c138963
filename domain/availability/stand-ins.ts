import { type PersonId } from '../ids.ts';

/** Who could take each empty place, first choice first. */
type Places = readonly (readonly PersonId[])[];

/**
 * Gives each place one person and nobody two places. Places are filled in order by their first choice; a first choice is
 * passed over only when that alone lets every place be filled. When not all can be, the earlier places are served.
 * @returns one person a place, null where nobody is left
 */
export function standIns(places: Places): (PersonId | null)[] {
  const served = inOrder(places);
  const hopeless = places.some((choices) => choices.length === 0);
  return served.includes(null) && !hopeless && canFill(places, new Set()) ? fillAll(places) : served;
}

function inOrder(places: Places): (PersonId | null)[] {
  const used = new Set<PersonId>();
  return places.map((choices) => {
    const chosen = choices.find((choice) => !used.has(choice)) ?? null;
    if (chosen !== null) used.add(chosen);
    return chosen;
  });
}

/** All places filled, each with the first choice that leaves enough for those after it. */
function fillAll(places: Places): (PersonId | null)[] {
  const used = new Set<PersonId>();
  return places.map((choices, index) => {
    const rest = places.slice(index + 1);
    const chosen = choices.find((choice) => !used.has(choice) && canFill(rest, new Set([...used, choice]))) ?? null;
    if (chosen !== null) used.add(chosen);
    return chosen;
  });
}

/** Whether every place can have somebody of its own (bipartite matching by augmenting paths), `used` left out. */
function canFill(places: Places, used: ReadonlySet<PersonId>): boolean {
  const holder = new Map<PersonId, number>();
  const seat = (place: number, tried: Set<PersonId>): boolean => {
    for (const choice of places[place] ?? []) {
      if (used.has(choice) || tried.has(choice)) continue;
      tried.add(choice);
      const current = holder.get(choice);
      if (current === undefined || seat(current, tried)) {
        holder.set(choice, place);
        return true;
      }
    }
    return false;
  };
  return places.every((_, place) => seat(place, new Set()));
}
