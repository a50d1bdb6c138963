import { type Answer } from '../../core/conversation.ts';
import { venues } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { parseDay } from '../../domain/day.ts';
import { searchByName } from '../../domain/name-search.ts';
import { explainAsk, readAnswer } from '../../domain/spoken-days/index.ts';
import { contextOf } from '../absence/reading.ts';
import { type DealOutcome } from './deal.conversation.ts';
import { missingIn, type DealFields } from './fields.ts';
import { placeInTown, townSaid } from './town-answer.ts';
import { understand } from './understand.ts';

/** What an answer to a card makes of the deal so far. */
export async function applyAnswer(turn: Turn, fields: DealFields, answer: Answer): Promise<DealOutcome> {
  if (answer.type === 'choice') return pressed(fields, answer.key);
  const missing = missingIn(fields);
  const heard = await heardFor(turn, fields, missing, answer.text);
  return { type: 'more', fields: heard };
}

function pressed(fields: DealFields, key: string): DealOutcome {
  const colon = key.indexOf(':');
  const what = colon < 0 ? key : key.slice(0, colon);
  const value = colon < 0 ? '' : key.slice(colon + 1);
  const more = (changes: Partial<DealFields>): DealOutcome => ({ type: 'more', fields: { ...fields, ...changes } });
  switch (what) {
    case 'artist':
      return more({ artist: value, artistChoices: [] });
    case 'venue':
      return more({ venue: value, venueChoices: [], newVenue: null });
    case 'day':
      return more({ day: parseDay(value), dayChoices: [], dayHint: null, keepsDay: false });
    case 'keep-day':
      return more({ keepsDay: true });
    case 'price-open':
      return more({ priceLeftOpen: true });
    case 'entry':
      return more({ terms: { ...fields.terms, entry: value === 'free' ? 'free' : 'paid' } });
    case 'entry-open':
      return more({ entryLeftOpen: true });
    case 'hold':
    case 'submit':
    case 'drop':
      return { type: 'end', how: what, fields };
    default:
      return more({});
  }
}

/** Words in answer to one question are read as that answer first, and as a line about the deal when they say more. */
async function heardFor(
  turn: Turn,
  fields: DealFields,
  missing: ReturnType<typeof missingIn>,
  words: string,
): Promise<DealFields> {
  if (missing === 'town') return withTown(turn, fields, words);
  if (missing === 'day') return withDay(turn, fields, words);
  const there = missing === 'venue' ? await placeInTown(turn, fields, words) : null;
  if (there !== null) return there;
  const read = await understand(turn, fields, words);
  if (missing === 'venue' && read.venue === null && read.venueChoices.length === 0 && read.newVenue === null)
    return withVenue(turn, fields, words);
  // A word too many in an answer is shown on the recap, not argued about here.
  return read;
}

async function withTown(turn: Turn, fields: DealFields, words: string): Promise<DealFields> {
  const town = await townSaid(turn, words);
  if (town === null) return understand(turn, fields, words);
  return fields.newVenue === null ? fields : { ...fields, newVenue: { ...fields.newVenue, town }, unread: [] };
}

async function withVenue(turn: Turn, fields: DealFields, words: string): Promise<DealFields> {
  const known = (await turn.store.all(venues)).map((record) => record.value);
  const found = searchByName(known, words);
  const [first, second] = found;
  if (first === undefined) return { ...fields, newVenue: { name: words.trim().slice(0, 120), town: null } };
  return second === undefined
    ? { ...fields, venue: first.id, venueChoices: [] }
    : { ...fields, venueChoices: found.slice(0, 8).map((venue) => venue.id) };
}

async function withDay(turn: Turn, fields: DealFields, words: string): Promise<DealFields> {
  const context = contextOf(turn);
  const reading = readAnswer(words, 'presence', context);
  if (reading.type === 'ask') return { ...fields, dayHint: explainAsk(reading, context) };
  if (reading.type === 'none') {
    const read = await understand(turn, fields, words);
    return read.day === null && read.dayHint === null ? { ...read, dayHint: turn.texts.label('deal-no-day') } : read;
  }
  const days = [...new Set(reading.parts.map((part) => part.day))];
  const [only, second] = days;
  return second === undefined
    ? { ...fields, day: only ?? null, dayChoices: [], dayHint: null, keepsDay: false }
    : { ...fields, dayChoices: days.slice(0, 8), dayHint: null };
}
