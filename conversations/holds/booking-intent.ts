import { type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { holds, shows, venues } from '../../core/records/agency.ts';
import { permit } from '../../core/permission.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { readBookingSentence, type BookingSentence } from '../../domain/booking-words/index.ts';
import { type Hold, type Show } from '../../domain/date-booking.ts';
import { dayNumber, type Day } from '../../domain/day.ts';
import { explainAsk } from '../../domain/spoken-days/index.ts';
import { agencyDay } from '../../agency/agency-day.ts';
import { actsFor, dealers } from '../../agency/deciders.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { knownNames } from '../deals/understand.ts';
import { changeDate } from '../deals/change-date.ts';
import { menuCard } from '../menu-card.ts';
import { actOn } from './act-on-hold.ts';

const mostOffered = 8;

/** « le 13 mars », « 13/3 », « demain »: more than a number of the month was said. */
const namesMonth =
  /\d\s*[/.-]\s*\d|janv|f[ée]vr|mars|avr|mai\b|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|jan\b|feb|march|apr|may\b|june|july|aug|demain|tomorrow|aujourd|today/i;

/** « ils lâchent le 13 », « le fil confirme », « reporte au 12 sept »: what a booker says about a date, in private. */
export async function bookingIntent(turn: Turn, text: string): Promise<Draft | null> {
  const where = { chat: turn.inbound.chatKind, today: turn.today };
  if (!permit(turn.person, { roles: dealers, chats: ['private'] }, where).allowed) return null;
  const known = await knownNames(turn);
  if (known.artists.length === 0) return null;
  const context = contextOf(turn);
  const sentence = readBookingSentence(text, known, context);
  if (sentence === null) return null;
  for (const named of [sentence.days, sentence.to])
    if (named?.type === 'ask') return { outbound: [reply(turn, [{ text: explainAsk(named.ask, context) }])] };
  const found = await candidates(turn, sentence, !namesMonth.test(text));
  const [only, second] = found;
  if (only === undefined) return { outbound: [reply(turn, turn.texts.say(`booking-none-${sentence.type}`))] };
  if (second !== undefined) return which(turn, sentence, found);
  return carryOut(turn, sentence.type, only, toDay(sentence));
}

function toDay(sentence: BookingSentence): Day | null {
  return sentence.to?.type === 'days' ? (sentence.to.days[0] ?? null) : null;
}

/** The live options and coming dates of one's acts that the sentence fits, the nearest first. */
async function candidates(turn: Turn, sentence: BookingSentence, bare: boolean): Promise<(Hold | Show)[]> {
  const acts = await actsFor(turn);
  const from = dayNumber(agencyDay(turn));
  const of = acts.map((act) => ({ name: 'artist', value: act.id, from }));
  const [held, shown] = await Promise.all([
    Promise.all(of.map((query) => turn.store.find(holds, query))),
    Promise.all(of.map((query) => turn.store.find(shows, query))),
  ]);
  const live = held
    .flat()
    .map((record) => record.value)
    .filter((hold) => hold.state === 'held' && hold.validUntil >= agencyDay(turn));
  const booked = shown
    .flat()
    .map((record) => record.value)
    .filter((show) => show.state === 'confirmed');
  const dates: (Hold | Show)[] =
    sentence.type === 'postpone' || sentence.type === 'cancel' ? [...booked, ...live] : [...live];
  const days = sentence.days?.type === 'days' ? new Set(sentence.days.days) : null;
  const meant = dates
    .filter((date) => fitsMatch(sentence.venue, date.venue) && fitsMatch(sentence.artist, date.artist))
    .sort((a, b) => a.day.localeCompare(b.day));
  const named = meant.filter((date) => days === null || days.has(date.day));
  // « ils lâchent le 13 » is said of the 13th that is held, in whatever month; the card says which before anything happens.
  const fits = named.length > 0 || days === null || !bare ? named : meant.filter((date) => isSameDate(days, date.day));
  // A confirmed date is what « annule » and « reporte » are said of; options count where there is none.
  const confirmed = fits.filter((date) => !('rank' in date));
  return confirmed.length > 0 ? confirmed : fits;
}

function isSameDate(days: ReadonlySet<Day>, day: Day): boolean {
  return [...days].some((one) => one.slice(8) === day.slice(8));
}

function fitsMatch(match: BookingSentence['venue'], id: string): boolean {
  if (match === null || match.type === 'none') return true;
  return match.type === 'one' ? match.id === id : match.ids.includes(id);
}

async function which(turn: Turn, sentence: BookingSentence, found: readonly (Hold | Show)[]): Promise<Draft> {
  const shown = found.slice(0, mostOffered);
  const places = await turn.store.getMany(
    venues,
    shown.map((date) => date.venue),
  );
  const to = toDay(sentence);
  const rows = shown.map((date, index): Offer[] => {
    const label = `${dayName(turn, turn.texts, date.day)} · ${placeName(places[index]?.value)}`;
    const target = 'rank' in date ? 'hold' : 'show';
    return [{ key: `booking.do:${sentence.type}/${target}/${date.id}/${to ?? ''}`, label }];
  });
  return menuCard(turn, turn.texts.say('booking-which'), rows);
}

/** Carries a sentence out on the date it means: nothing happens without one more press. */
export function carryOut(turn: Turn, type: BookingSentence['type'], date: Hold | Show, to: Day | null): Promise<Draft> {
  if (!('rank' in date)) return changeDate(turn, type === 'postpone' ? 'postpone' : 'cancel', date, to);
  return actOn(turn, type, date, to);
}
