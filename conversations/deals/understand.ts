import { artists, venues } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { parseDay, type Day } from '../../domain/day.ts';
import { readDealLine, type DealLine } from '../../domain/booking-words/index.ts';
import { explainAsk } from '../../domain/spoken-days/index.ts';
import { actsFor } from '../../agency/deciders.ts';
import { contextOf } from '../absence/reading.ts';
import { withLine, type DealFields } from './fields.ts';

/** The names a booker's words are read against: the acts they negotiate for, and every place. */
export async function knownNames(turn: Turn): Promise<{
  readonly artists: { readonly id: string; readonly name: string }[];
  readonly venues: { readonly id: string; readonly name: string; readonly town: string; readonly region: string }[];
}> {
  const [acts, places] = await Promise.all([actsFor(turn), turn.store.all(venues)]);
  return {
    artists: acts.map(({ id, name }) => ({ id, name })),
    venues: places.map(({ value: { id, name, town, region } }) => ({ id, name, town, region })),
  };
}

/** Reads a line into what is known of a deal. With a single act to negotiate for, there is no need to name it. */
export async function understand(turn: Turn, fields: DealFields, words: string): Promise<DealFields> {
  const known = await knownNames(turn);
  const context = contextOf(turn, monthMeant(turn, fields, words));
  const explain = ({ days }: DealLine): string | null => (days.type === 'ask' ? explainAsk(days.ask, context) : null);
  const read = words.trim() === '' ? fields : withLine(fields, readDealLine(words, known, context), explain);
  const [only, second] = known.artists;
  const withAct =
    read.artist === null && read.artistChoices.length === 0 && only !== undefined && second === undefined
      ? { ...read, artist: only.id }
      : read;
  return onOwnActs(turn, withAct);
}

/** Words that say a month, a day counted from today, or until when something holds. */
const elsewhen =
  /janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|jan|feb|march|apr|may|june|july|aug|\d[/.-]\d|demain|tomorrow|prochain|next|semaine|week|jusqu|until|avant|before|annonce|embargo/iu;

/** « le 13 alors » under a card about the 20th of March means March: the day from which bare days are counted. */
function monthMeant(turn: Turn, { day }: DealFields, words: string): Day {
  if (day === null || elsewhen.test(words)) return turn.today;
  const first = parseDay(`${day.slice(0, 7)}-01`) ?? turn.today;
  return first > turn.today ? first : turn.today;
}

/** An act somebody may not negotiate for is as good as unnamed. */
async function onOwnActs(turn: Turn, fields: DealFields): Promise<DealFields> {
  if (fields.artist === null) return fields;
  const artist = await turn.store.get(artists, fields.artist);
  const acts = await actsFor(turn);
  return artist !== null && acts.some((act) => act.id === fields.artist) ? fields : { ...fields, artist: null };
}
