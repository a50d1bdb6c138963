import { venues } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { readDealLine, type DealLine } from '../../domain/booking-words/index.ts';
import { lineOf } from '../../domain/booking-words/line.ts';
import { findTowns } from '../../domain/booking-words/places.ts';
import { contextOf } from '../absence/reading.ts';
import { type DealFields } from './fields.ts';
import { knownNames } from './understand.ts';

const longestTown = 120;
const around = /^\s*(?:(?:c['’ ]?\s?est|non|plut[oô]t|it['’]?s)[\s,]+)*(?:(?:[àa]|in|at)\s+)?|[\s.,!]+$/giu;

/** The town of a new place, as known or else as typed; null when the words say something else of the deal. */
export async function townSaid(turn: Turn, words: string): Promise<string | null> {
  const known = await knownNames(turn);
  if (saysMore(readDealLine(words, known, contextOf(turn)))) return null;
  const said = words.replaceAll(around, '').trim().slice(0, longestTown);
  const [town, second] = findTowns(lineOf(said).line, known.venues);
  const isWhole = town?.from === 0 && town.to === said.length && second === undefined;
  return isWhole ? town.town : said === '' ? null : said;
}

/** Whether words say anything of a deal besides where it is. */
export function saysMore({ artist, days, price, entry, vhr, kind, times, firm, rank }: DealLine): boolean {
  const timed = Object.values(times).some((time) => time !== null);
  const termed = price !== null || entry !== null || vhr !== null || kind !== null || rank !== null;
  return artist.type !== 'none' || days.type !== 'none' || termed || timed || firm;
}

/** A town in answer to places of one name: the one that is there, or a new one of that name; null when it is no town. */
export async function placeInTown(turn: Turn, fields: DealFields, words: string): Promise<DealFields | null> {
  const found = await turn.store.getMany(venues, fields.venueChoices);
  const choices = found.flatMap((record) => (record === null ? [] : [record.value]));
  const [first, second] = choices;
  if (first === undefined || second === undefined) return null;
  const { venues: all } = await knownNames(turn);
  const town = await townSaid(turn, words);
  if (town === null) return null;
  const there = choices.filter((choice) => choice.town === town);
  const [only, other] = there;
  if (only !== undefined)
    return other === undefined ? { ...fields, venue: only.id, venueChoices: [], newVenue: null, unread: [] } : null;
  const isTown = all.some((venue) => venue.town === town);
  return isTown && choices.every(({ name }) => name === first.name)
    ? { ...fields, venueChoices: [], newVenue: { name: first.name, town }, unread: [] }
    : null;
}
