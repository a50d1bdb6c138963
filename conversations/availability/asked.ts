import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { venues } from '../../core/records/agency.ts';
import { reply } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { takeDays } from '../../domain/booking-words/days.ts';
import { groupsOf, lineOf, quote, take, type Line } from '../../domain/booking-words/line.ts';
import { findNames, findTowns, matchOf } from '../../domain/booking-words/places.ts';
import { type DaysFound, type Match } from '../../domain/booking-words/index.ts';
import { type Venue } from '../../domain/venue.ts';
import { explainAsk } from '../../domain/spoken-days/index.ts';
import { negotiates } from '../../agency/deciders.ts';
import { contextOf } from '../absence/reading.ts';
import { menuCard } from '../menu-card.ts';
import { askedDays } from './asked-days.ts';
import { listed } from './day-groups.ts';
import { gone, knownAct } from './known-act.ts';
import { overviewCard, usualDays } from './overview-card.ts';
import { agencyToday, subjectKey, type Subject } from './subject.ts';

/** A question about dates as it was understood. */
export interface Asked {
  readonly artist: Match;
  readonly days: DaysFound;
  /** What was said besides: a place, or words nobody understood. */
  readonly rest: Line;
}

/** Words that only make a question of it. */
const asking =
  /(?<!\p{L})(?:quand|quoi|quels?|quelles?|est[- ]ce qu[e']?|est|sont|sera|ils?|elles?|les?|libres?|dispos?|disponibles?|disponibilites?|pour|chez|joue|jouer|peut|when|what|which|is|are|be|will|free|available|availability|for|play|can|open|montre|donne|voir|show|me|moi|stp|svp|please|merci)(?!\p{L})/gu;

/** Reads an act, days and the rest of a line; names count only among `acts`. */
export function readAsked(turn: Turn, text: string, acts: readonly Artist[]): Asked {
  const { line } = lineOf(text);
  const found = findNames(line, { artists: acts.map(({ id, name }) => ({ id, name })), venues: [] });
  const { line: rest, spans } = takeDays(found.line, contextOf(turn));
  return { artist: matchOf(found.artists), days: askedDays(spans, line.flat), rest: withoutAsking(rest) };
}

function withoutAsking(line: Line): Line {
  return [...line.flat.matchAll(asking)].reduce(
    (left, match) => take(left, { from: match.index, to: match.index + match[0].length }),
    line,
  );
}

/** Answers a question: the card of dates, the choice among acts, or the sentence that says what is missing. */
export async function answerAsked(turn: Turn, asked: Asked, acts: readonly Artist[]): Promise<Draft> {
  const { texts } = turn;
  const [only, second] = acts;
  if (only === undefined) return { outbound: [reply(turn, texts.say('dispo-no-act'))] };
  const unread = groupsOf(asked.rest).map((group) => quote(asked.rest, group));
  const isUnnamed = asked.artist.type === 'none';
  // Words that are no act of theirs may name somebody else's, and that is not told apart from nonsense.
  if (isUnnamed && unread.length > 0) return unknown(turn, acts);
  const days = daysOf(turn, asked);
  if (!Array.isArray(days)) return days;
  if (asked.artist.type === 'several' || (isUnnamed && second !== undefined)) {
    const choices = asked.artist.type === 'several' ? asked.artist.ids : acts.map(({ id }) => id);
    return which(
      turn,
      acts.filter(({ id }) => choices.includes(id)),
      days,
    );
  }
  const artist = asked.artist.type === 'one' ? asked.artist.id : only.id;
  const act = acts.find((one) => one.id === artist);
  if (act === undefined) return unknown(turn, acts);
  const place = unread.length > 0 && negotiates(turn.person, act) ? await placeIn(turn, asked.rest) : null;
  const known = await knownAct(turn, { artist, days, venue: place?.id ?? null });
  if (known === null) return gone(turn);
  const note: Text = unread.length > 0 && place === null ? texts.say('dispo-unread', { words: unread.join(', ') }) : [];
  return overviewCard(turn, known, null, note);
}

function unknown(turn: Turn, acts: readonly Artist[]): Draft {
  const names = listed(
    acts.map(({ name }) => name),
    turn.texts,
  );
  return { outbound: [reply(turn, turn.texts.say('dispo-unknown', { names }))] };
}

/** The days asked about that are still to come, or the sentence to put back. */
function daysOf(turn: Turn, { days }: Asked): Subject['days'][number][] | Draft {
  if (days.type === 'none') return [...usualDays(turn)];
  if (days.type === 'ask') return { outbound: [reply(turn, [{ text: explainAsk(days.ask, contextOf(turn)) }])] };
  const today = agencyToday(turn);
  const coming = days.days.filter((day) => day >= today);
  return coming.length > 0 ? coming : { outbound: [reply(turn, turn.texts.say('dispo-past'))] };
}

function which(turn: Turn, acts: readonly Artist[], days: Subject['days']): Draft {
  const rows = acts.map(({ id, name }): Offer[] => [
    { key: `dispo.show:${subjectKey({ artist: id, days, venue: null })}`, label: name },
  ]);
  return joinDrafts(menuCard(turn, turn.texts.say('dispo-which'), rows));
}

/** The place named, or one of the town named: the road to it and the clauses around it are looked at as well. */
async function placeIn(turn: Turn, line: Line): Promise<Venue | null> {
  const known = (await turn.store.all(venues)).map((record) => record.value);
  const found = matchOf(findNames(line, { artists: [], venues: known }).venues);
  if (found.type === 'one') return known.find(({ id }) => id === found.id) ?? null;
  const [town] = findTowns(line, known);
  const fits = (venue: Venue): boolean => found.type === 'none' || found.ids.includes(venue.id);
  return known.find((venue) => venue.town === town?.town && venue.latitude !== null && fits(venue)) ?? null;
}
