import { artists, holds, people, shows, venues } from '../../core/records/agency.ts';
import { leads, tasks } from '../../core/records/booking.ts';
import { type SearchEntry } from '../../core/search.ts';
import { type Turn } from '../../core/turn.ts';
import { dayName, placeName } from '../../agency/wording.ts';

const longestLabel = 40;

/** One thing that was found, as it stands on the card. */
export interface ResultLine {
  readonly entry: SearchEntry;
  readonly line: string;
  /** The same in a button's few words. */
  readonly label: string;
}

/** Names what was found, from the records as they are now; what is gone meanwhile is left out. */
export async function resultLines(turn: Turn, entries: readonly SearchEntry[]): Promise<ResultLine[]> {
  const lines = await Promise.all(entries.map((entry) => nameOf(turn, entry)));
  return entries.flatMap((entry, index) => {
    const found = lines[index] ?? null;
    return found === null ? [] : [{ entry, ...found }];
  });
}

type Named = Pick<ResultLine, 'line' | 'label'> | null;

async function nameOf(turn: Turn, entry: SearchEntry): Promise<Named> {
  switch (entry.kind) {
    case 'person':
      return personLine(turn, entry);
    case 'artist': {
      const name = (await turn.store.get(artists, entry.id))?.value.name;
      return name === undefined ? null : { line: name, label: name };
    }
    case 'venue': {
      const venue = await turn.store.get(venues, entry.id);
      return venue === null ? null : { line: placeName(venue.value), label: placeName(venue.value) };
    }
    case 'show':
      return showLine(turn, entry);
    case 'hold':
      return holdLine(turn, entry);
    case 'lead':
      return leadLine(turn, entry);
    case 'task':
      return taskLine(turn, entry);
    case 'absence': {
      const day = entry.day === null ? '' : dayName(turn, turn.texts, entry.day);
      const line = turn.texts.label('search-absence', { day });
      return { line, label: line };
    }
  }
}

async function personLine({ store, texts }: Turn, { id }: SearchEntry): Promise<Named> {
  const found = await store.get(people, id);
  if (found === null) return null;
  const { name, roles } = found.value;
  const named = new Intl.ListFormat(texts.locale).format(roles.map((role) => texts.label(`role-${role}`)));
  return { line: `${name} (${named})`, label: name };
}

async function showLine(turn: Turn, entry: SearchEntry): Promise<Named> {
  const [found, { line, label }] = await Promise.all([turn.store.get(shows, entry.id), dated(turn, entry)]);
  if (found === null) return null;
  const { state } = found.value;
  return { line: state === 'confirmed' ? line : `${line} (${turn.texts.label(`search-show-${state}`)})`, label };
}

async function holdLine(turn: Turn, entry: SearchEntry): Promise<Named> {
  const [found, { line, label }] = await Promise.all([turn.store.get(holds, entry.id), dated(turn, entry)]);
  if (found === null) return null;
  return { line: `${line} (${turn.texts.label('search-rank', { rank: found.value.rank })})`, label };
}

async function leadLine(turn: Turn, entry: SearchEntry): Promise<Named> {
  const [found, { line }, place] = await Promise.all([
    turn.store.get(leads, entry.id),
    dated(turn, entry),
    placeOf(turn, entry),
  ]);
  if (found === null) return null;
  const number = turn.texts.label('search-deal', { number: String(found.value.number) });
  const status = turn.texts.label(`lead-status-${found.value.status}`);
  return { line: `${number} · ${line} (${status})`, label: `${number}, ${place}` };
}

async function taskLine(turn: Turn, { id, day }: SearchEntry): Promise<Named> {
  const title = (await turn.store.get(tasks, id))?.value.title;
  if (title === undefined) return null;
  const due = day === null ? '' : ` (${dayName(turn, turn.texts, day)})`;
  return { line: `${title}${due}`, label: title.slice(0, longestLabel).toWellFormed() };
}

/** « sam. 13 mars, Le Fil (Saint-Étienne), Gribitch ». */
async function dated(turn: Turn, entry: SearchEntry): Promise<Pick<ResultLine, 'line' | 'label'>> {
  const [place, act] = await Promise.all([placeOf(turn, entry), turn.store.get(artists, entry.artist ?? '-')]);
  const day = entry.day === null ? null : dayName(turn, turn.texts, entry.day);
  const parts = [day, place, act?.value.name ?? '?'].filter((part) => part !== null);
  return { line: parts.join(', '), label: [day, place].filter((part) => part !== null).join(', ') };
}

async function placeOf(turn: Turn, entry: SearchEntry): Promise<string> {
  return placeName((await turn.store.get(venues, entry.venue ?? '-'))?.value);
}
