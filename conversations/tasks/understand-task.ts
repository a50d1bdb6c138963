import { z } from 'zod';
import { shows } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { dayNumber, type Day } from '../../domain/day.ts';
import { idSchema } from '../../domain/ids.ts';
import { people as everybody } from '../../core/records/agency.ts';
import { isWithUs, type Person } from '../../domain/person.ts';
import { explainAsk } from '../../domain/spoken-days/index.ts';
import { worksFor } from '../../domain/task-rights.ts';
import { matchPerson, readTaskLine, type NamedPerson } from '../../domain/task-words/index.ts';
import { contextOf } from '../absence/reading.ts';
import { orderSchema } from './create-tasks.ts';
import { takers } from './give-task.ts';

const namedSchema = z.strictObject({
  words: z.string(),
  /** Null until it is clear who is meant. */
  id: idSchema.nullable(),
  why: z.enum(['unknown', 'several', 'refused']),
  offered: z.array(idSchema),
});

/** What was understood of a new task so far. */
export const pendingSchema = orderSchema.omit({ people: true }).extend({
  people: z.array(namedSchema),
  title: z.string(),
  /** What to ask about the day; null when it is clear or nobody spoke of one. */
  dueAsk: z.string().nullable(),
});

/** What was understood of a new task so far. */
export type Pending = z.infer<typeof pendingSchema>;

/** Reads a line; `group` is the act of the group it was written in. Without a name it is for whoever wrote it. */
export async function understandTask(turn: Turn, words: string, group: string | null): Promise<Pending> {
  const { people, acts } = await takers(turn);
  const own = acts.filter((act) => worksFor(act, turn.person));
  const near = await nearby(turn, own);
  const known = [...people, ...near.filter((person) => !people.some((one) => one.id === person.id))];
  const context = contextOf(turn);
  const line = readTaskLine(words, known, turn.person.id, context);
  const artist = own.find((act) => isNamed(act, words))?.id ?? group;
  const show = line.showDay === null ? null : await showOn(turn, line.showDay, own, artist);
  const { due } = line;
  return {
    people: line.people.map((one) => resolve(one, people)),
    title: line.title,
    due: due?.day ?? null,
    dueTime: due?.time ?? null,
    dueBefore: due?.before ?? false,
    dueAsk: line.ask === null ? null : explainAsk(line.ask, context),
    priority: line.priority,
    artist: show?.artist ?? artist,
    show: show?.id ?? null,
    lead: show?.lead ?? null,
  };
}

/** Those of one's own acts, whose names are no secret even where one may not give them tasks. */
async function nearby(turn: Turn, own: readonly Artist[]): Promise<Person[]> {
  const ids = own.flatMap((act) => [...act.managers, ...act.bookers, ...act.members.map((member) => member.person)]);
  const found = await turn.store.getMany(everybody, [...new Set(ids)]);
  return found.flatMap((record) =>
    record !== null && isWithUs(record.value, turn.today) && !record.value.roles.every((role) => role === 'guest')
      ? [record.value]
      : [],
  );
}

/** Who a name means among those who may be given tasks. */
export function resolve({ words, match }: NamedPerson, may: readonly Person[]): Pending['people'][number] {
  const isTaker = (id: string): boolean => may.some((person) => person.id === id);
  if (match.type === 'one')
    return isTaker(match.id)
      ? { words, id: match.id, why: 'unknown', offered: [] }
      : { words, id: null, why: 'refused', offered: [] };
  if (match.type === 'none') return { words, id: null, why: 'unknown', offered: match.near.filter(isTaker) };
  const offered = match.ids.filter(isTaker);
  const [only, second] = offered;
  // Of two people of a name only one may be meant.
  if (only !== undefined && second === undefined) return { words, id: only, why: 'several', offered };
  return { words, id: null, why: offered.length === 0 ? 'refused' : 'several', offered };
}

/** The same for words written later. */
export async function resolveWords(turn: Turn, words: string): Promise<Pending['people'][number]> {
  const { people } = await takers(turn);
  const said = words.trim().replace(/^(?:[àa]|pour|to|for|c['’]est)\s+/iu, '');
  return resolve({ words: said.slice(0, 80).toWellFormed(), match: matchPerson(said, people) }, people);
}

function flat(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

function isNamed(act: Artist, words: string): boolean {
  return flat(words).includes(flat(act.name));
}

/** The one confirmed date of that day among the acts; null when there is none, or more than one. */
async function showOn(
  turn: Turn,
  day: Day,
  own: readonly Artist[],
  artist: string | null,
): Promise<{ id: string; artist: string; lead: string | null } | null> {
  const among = artist === null ? own : own.filter((act) => act.id === artist);
  const at = dayNumber(day);
  const found = await Promise.all(
    among.map((act) => turn.store.find(shows, { name: 'artist', value: act.id, from: at, to: at })),
  );
  const [only, second] = found.flat().filter(({ value }) => value.state === 'confirmed');
  return only === undefined || second !== undefined ? null : only.value;
}
