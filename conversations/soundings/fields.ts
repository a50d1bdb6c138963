import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { artists, people } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { readDealLine, type DealLine } from '../../domain/booking-words/index.ts';
import { dayAt } from '../../domain/day.ts';
import { idSchema } from '../../domain/ids.ts';
import { type Person } from '../../domain/person.ts';
import { daySchema } from '../../domain/schemas.ts';
import { explainAsk, readDays } from '../../domain/spoken-days/index.ts';
import { actsFor } from '../../agency/deciders.ts';
import { contextOf } from '../absence/reading.ts';
import { knownNames } from '../deals/understand.ts';
import { readDeadline } from './deadline.ts';
import { readPeople, type PeopleSaid } from './people.ts';
import { isQuestion, isSmallTalk, plainWords, readFrom, withoutNeed } from './plain-words.ts';

/** What is known so far of a date to be asked of the members. */
export const soundingFieldsSchema = z.strictObject({
  artist: idSchema.nullable(),
  artistChoices: z.array(idSchema),
  day: daySchema.nullable(),
  dayChoices: z.array(daySchema),
  venue: idSchema.nullable(),
  venueChoices: z.array(idSchema),
  /** A place nobody has met yet, as named. */
  place: z.string().nullable(),
  /** The instant said; null: the usual one. */
  deadline: z.number().int().nullable(),
  /** Ask these alone; null: the needed members, with those of `also` and without those of `not`. */
  only: z.array(idSchema).nullable(),
  also: z.array(idSchema),
  not: z.array(idSchema),
  lead: idSchema.nullable(),
  /** What to say above the next card: words that were not understood, a day that is over. */
  hint: z.string().nullable(),
});

/** What is known so far of a date to be asked of the members. */
export type SoundingFields = z.infer<typeof soundingFieldsSchema>;

/** Nothing known. */
export const emptyFields: SoundingFields = {
  artist: null,
  artistChoices: [],
  day: null,
  dayChoices: [],
  venue: null,
  venueChoices: [],
  place: null,
  deadline: null,
  only: null,
  also: [],
  not: [],
  lead: null,
  hint: null,
};

const mostDays = 8;
const longestPlace = 120;

/** What words add to a draft, and what else stands in them. */
interface Heard {
  readonly fields: SoundingFields;
  readonly line: DealLine | null;
}

/** Adds what words say; what they say anew replaces what was known. */
export async function understandSounding(turn: Turn, fields: SoundingFields, words: string): Promise<SoundingFields> {
  return (await hear(turn, fields, words)).fields;
}

/**
 * What a further sentence makes of a draft; null when it changes nothing of it: small talk, a question, one's own days, a price or
 * hours, or mostly words that have nothing to do with it.
 */
export async function amendSounding(turn: Turn, fields: SoundingFields, words: string): Promise<SoundingFields | null> {
  if (isSmallTalk(words) || isQuestion(words) || statesOwnDays(turn, words)) return null;
  const { fields: after, line } = await hear(turn, fields, words);
  if (line !== null && (isOfADeal(line) || strayWords(line) > mostStray)) return null;
  if (
    line?.venue.type === 'new' &&
    fields.venueChoices.length === 0 &&
    !/(?<!\p{L})(?:à|a|au|aux|chez|dans|at|in)\s/iu.test(words)
  )
    return null;
  const isSame = isDeepStrictEqual({ ...after, hint: null }, { ...fields, hint: null });
  const saysWhyNot = after.hint !== null && line?.days.type === 'ask';
  return isSame && !saysWhyNot && !isTooLate(turn, after) ? null : after;
}

/** « je suis pas dispo le 14 »: a statement about oneself, whatever draft is open. */
export function statesOwnDays(turn: Turn, words: string): boolean {
  const reading = readDays(words, contextOf(turn));
  return reading.type === 'days' && reading.kind === 'absence' && reading.firstPerson;
}

/** A limit or a day that is over changes nothing, and the card says so. */
function isTooLate(turn: Turn, { hint }: SoundingFields): boolean {
  return hint === turn.texts.label('sounding-past-deadline') || hint === turn.texts.label('sounding-past-day');
}

const mostStray = 2;

function strayWords({ leftovers }: DealLine): number {
  return leftovers.join(' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Money and hours are never said of a date request. */
function isOfADeal({ price, times, vhr }: DealLine): boolean {
  return price !== null || vhr !== null || Object.values(times).some((time) => time !== null);
}

async function hear(turn: Turn, fields: SoundingFields, words: string): Promise<Heard> {
  const known = await knownNames(turn);
  const zone = turn.agency.timezone;
  const today = dayAt(turn.now, zone);
  const limit = readDeadline(withoutNeed(words), { days: contextOf(turn, today), now: turn.now, zone });
  const members = await membersOf(turn, fields.artist);
  const people = readPeople(limit.rest, members, fields.artist !== null);
  const rest = plainWords(people.rest, turn.texts.locale);
  const line = rest === '' ? null : readDealLine(rest, known, contextOf(turn, readFrom(rest, fields.day, today)));
  const begun = withPeople({ ...fields, hint: null }, people.said);
  const read = line === null ? begun : withLine(turn, begun, line);
  const [only, second] = known.artists;
  const isAlone = read.artist === null && read.artistChoices.length === 0 && second === undefined;
  const named = isAlone && only !== undefined ? { ...read, artist: only.id } : read;
  return { fields: withDeadline(turn, named, limit.at), line };
}

function withLine(turn: Turn, fields: SoundingFields, line: DealLine): SoundingFields {
  const unread = line.leftovers.join(', ');
  const hinted = unread === '' ? fields : { ...fields, hint: turn.texts.label('sounding-unread', { words: unread }) };
  return withDay(turn, withVenue(withArtist(hinted, line), line), line);
}

function withArtist(fields: SoundingFields, { artist }: DealLine): SoundingFields {
  if (artist.type === 'none') return fields;
  const changed =
    artist.type === 'one' ? { artist: artist.id, artistChoices: [] } : { artist: null, artistChoices: [...artist.ids] };
  return { ...fields, ...changed };
}

function withVenue(fields: SoundingFields, { venue }: DealLine): SoundingFields {
  const none = { venue: null, venueChoices: [], place: null };
  switch (venue.type) {
    case 'one':
      return { ...fields, ...none, venue: venue.id };
    case 'several':
      return { ...fields, ...none, venueChoices: [...venue.ids] };
    case 'new': {
      const place = venue.town === null ? venue.name : `${venue.name} (${venue.town})`;
      return { ...fields, ...none, place: place.slice(0, longestPlace) };
    }
    case 'none':
      return fields;
  }
}

function withDay(turn: Turn, fields: SoundingFields, { days }: DealLine): SoundingFields {
  if (days.type === 'none') return fields;
  if (days.type === 'ask') return { ...fields, day: null, dayChoices: [], hint: explainAsk(days.ask, contextOf(turn)) };
  const coming = days.days.filter((day) => day >= dayAt(turn.now, turn.agency.timezone));
  const [only, second] = coming;
  if (only === undefined) return { ...fields, day: null, dayChoices: [], hint: turn.texts.label('sounding-past-day') };
  return second === undefined
    ? { ...fields, day: only, dayChoices: [] }
    : { ...fields, day: null, dayChoices: coming.slice(0, mostDays) };
}

function withDeadline(turn: Turn, fields: SoundingFields, at: number | null): SoundingFields {
  if (at === null) return fields;
  if (at > turn.now) return { ...fields, deadline: at };
  return { ...fields, hint: turn.texts.label('sounding-past-deadline') };
}

function withPeople(fields: SoundingFields, said: PeopleSaid | null): SoundingFields {
  if (said === null) return fields;
  const { how, persons } = said;
  const others = (ids: readonly string[]): string[] => ids.filter((id) => !persons.includes(id));
  switch (how) {
    case 'only':
      return { ...fields, only: [...persons], also: [], not: [] };
    case 'add':
      return fields.only === null
        ? { ...fields, also: [...others(fields.also), ...persons], not: others(fields.not) }
        : { ...fields, only: [...others(fields.only), ...persons] };
    case 'remove':
      return fields.only === null
        ? { ...fields, also: others(fields.also), not: [...others(fields.not), ...persons] }
        : { ...fields, only: others(fields.only) };
  }
}

/** Everybody who plays in the act or could stand in; of all one's acts while it is not known which. */
async function membersOf(turn: Turn, artist: string | null): Promise<Person[]> {
  const named = artist === null ? null : await turn.store.get(artists, artist);
  const acts = named === null ? await actsFor(turn) : [named.value];
  const ids = acts.flatMap((act) => act.members.flatMap((member) => [member.person, ...member.substitutes]));
  const found = await turn.store.getMany(people, [...new Set(ids)]);
  return found.flatMap((record) => (record === null ? [] : [record.value]));
}

/** What is still missing before anybody can be asked; a place is not needed, but one of several must be chosen. */
export function missingIn(fields: SoundingFields): 'artist' | 'day' | 'venue' | null {
  if (fields.artist === null) return 'artist';
  if (fields.day === null) return 'day';
  return fields.venue === null && fields.venueChoices.length > 0 ? 'venue' : null;
}
