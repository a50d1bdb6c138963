import { type Draft } from '../../core/commit.ts';
import { people } from '../../core/records/agency.ts';
import { permit } from '../../core/permission.ts';
import { type Turn } from '../../core/turn.ts';
import { negotiates } from '../../agency/deciders.ts';
import { actsSeenBy } from '../../agency/seen-dates.ts';
import { type Artist } from '../../domain/artist.ts';
import { takeDays } from '../../domain/booking-words/days.ts';
import { lineOf, type Line } from '../../domain/booking-words/line.ts';
import { findNames, matchOf } from '../../domain/booking-words/places.ts';
import { type Day } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';
import { contextOf } from '../absence/reading.ts';
import { askers, knownAct } from './known-act.ts';
import { lastSubject } from './last-subject.ts';
import { agencyToday } from './subject.ts';
import { whyCard } from './why-card.ts';

/** More days than these are a period: its overview answers better. */
const mostDays = 4;

const who = /^\s*(?:et |and )?(?:c'est )?(?:qui|who)(?!\p{L})/u;
const about =
  /(?<!\p{L})(?:la|libres?|dispos?|disponibles?|joue|jouent|peut|manque|absente?s?|option|free|available|away|plays?|playing|missing|hold)(?!\p{L})/u;
const asksOf = /(?<!\p{L})(?:libre|dispo|disponible|la|free|available|away)(?!\p{L})/u;

/**
 * « qui est pas là le 13 mars », « Léa est dispo le 13 mars ? » from who negotiates: what the date is and because of whom. Null
 * when it asks nothing of the kind, or of nobody in their acts.
 */
export async function whoIntent(turn: Turn, text: string): Promise<Draft | null> {
  const where = { chat: turn.inbound.chatKind, today: turn.today };
  const { line, beyond } = lineOf(text);
  const asksWho = who.test(line.flat) && about.test(line.flat);
  if (beyond !== null || !(asksWho || (text.includes('?') && asksOf.test(line.flat)))) return null;
  if (!permit(turn.person, askers, where).allowed) return null;
  const acts = (await actsSeenBy(turn, turn.person)).filter((act) => negotiates(turn.person, act));
  const days = daysIn(turn, line);
  if (acts.length === 0 || days.length === 0 || days.length > mostDays) return null;
  const meant = asksWho ? acts : await actsOfPerson(turn, line, acts);
  const act = await actAsked(turn, line, meant);
  if (act === null) return null;
  const known = await knownAct(turn, { artist: act.id, days, venue: null });
  return known === null ? null : whyCard(turn, known, days, null);
}

function daysIn(turn: Turn, line: Line): Day[] {
  const { spans } = takeDays(line, contextOf(turn));
  if (spans.some(({ why }) => why !== null)) return [];
  const days = spans.flatMap(({ parts }) => parts.map(({ day }) => day));
  return [...new Set(days)].filter((day) => day >= agencyToday(turn)).sort();
}

/** The acts in which somebody called so plays or stands in. */
async function actsOfPerson(turn: Turn, line: Line, acts: readonly Artist[]): Promise<Artist[]> {
  const first = /[\p{L}-]+/u.exec(line.flat)?.[0] ?? '';
  const ids = acts.flatMap(({ members }) => members.flatMap(({ person, substitutes }) => [person, ...substitutes]));
  const found = await turn.store.getMany(people, [...new Set(ids)]);
  const called = new Set(
    found.flatMap((record) =>
      record !== null && lineOf(firstName(record.value)).line.flat === first ? [record.value.id] : [],
    ),
  );
  return acts.filter(({ members }) =>
    members.some(({ person, substitutes }) => [person, ...substitutes].some((id) => called.has(id))),
  );
}

/** The act named, else that of the latest card, else the only one there is. */
async function actAsked(turn: Turn, line: Line, acts: readonly Artist[]): Promise<Artist | null> {
  const named = matchOf(findNames(line, { artists: acts.map(({ id, name }) => ({ id, name })), venues: [] }).artists);
  if (named.type === 'one') return acts.find(({ id }) => id === named.id) ?? null;
  const last = await lastSubject(turn);
  const [only, second] = acts;
  return acts.find(({ id }) => id === last?.artist) ?? (second === undefined ? (only ?? null) : null);
}
