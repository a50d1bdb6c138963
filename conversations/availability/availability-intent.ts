import { type Command } from '../../core/command.ts';
import { type Draft } from '../../core/commit.ts';
import { permit } from '../../core/permission.ts';
import { artists, people } from '../../core/records/agency.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { readAvailabilityQuestion } from '../../domain/booking-words/index.ts';
import { firstName } from '../../domain/person.ts';
import { actsSeenBy } from '../../agency/seen-dates.ts';
import { contextOf } from '../absence/reading.ts';
import { answerAsked, readAsked } from './asked.ts';
import { listed } from './day-groups.ts';
import { lastSubject } from './last-subject.ts';
import { questionIn } from './question-words.ts';
import { askers } from './known-act.ts';

/** `/dispo 10-20 juin`, `/dispo gribitch mars`, `/dispo` alone. */
export const availabilityCommand: Command = {
  name: { fr: 'dispo', en: 'avail' },
  permission: askers,
  listed: true,
  needsSlash: true,
  run: async (turn, words) => {
    const acts = await actsSeenBy(turn, turn.person);
    return answerAsked(turn, readAsked(turn, words, acts), acts);
  },
};

/**
 * « Gribitch est libre quand en mars ? », in private, about an act of theirs that is named. What somebody says of their own
 * days is no question; an act that is none of theirs is as good as no act.
 */
export async function availabilityIntent(turn: Turn, text: string): Promise<Draft | null> {
  const where = { chat: turn.inbound.chatKind, today: turn.today };
  // The bare word asks, unless a card took it for its answer before it came here.
  if (/^\s*dispos?\s*\??\s*$/i.test(text) && permit(turn.person, askers, where).allowed)
    return availabilityCommand.run(turn, '');
  const question = questionIn(text);
  if (question === null || !permit(turn.person, askers, where).allowed) return null;
  const acts = await actsSeenBy(turn, turn.person);
  if (asksAboutAct(turn, question, acts)) return answerAsked(turn, readAsked(turn, question, acts), acts);
  return (await unnamed(turn, question, acts)) ?? notTheirs(turn, question);
}

function asksAboutAct(turn: Turn, question: string, acts: readonly Artist[]): boolean {
  const known = { artists: acts.map(({ id, name }) => ({ id, name })), venues: [] };
  return readAvailabilityQuestion(question, known, contextOf(turn)) !== null;
}

const own =
  /^\s*(?:(?:et|and)\s+)?(?:quand (?:est[- ]ce qu['’]?\s?)?(?:on|nous)|on|nous|when (?:do|are|can) we|are we|do we)(?!\p{L})/iu;
const they = /^\s*(?:(?:et|and)\s+)?(?:est[- ]ce qu['’]?\s?)?(?:ils|elles|are they)(?!\p{L})/iu;
const dates = /(?<!\p{L})(?:joue|jouons|jouer|play|playing|libres?|dispos?|disponibles?|free|available)(?!\p{L})/iu;

/** « on joue quand en mars ? » of one's own act, « ils sont dispo samedi ? » of the act of the card above; null for others. */
async function unnamed(turn: Turn, question: string, acts: readonly Artist[]): Promise<Draft | null> {
  const lead = own.exec(question) ?? they.exec(question);
  if (lead === null || !question.includes('?') || !dates.test(question) || acts.length === 0) return null;
  const rest = question.slice(lead[0].length);
  if (own.test(question)) return answerAsked(turn, readAsked(turn, rest, acts), acts);
  const last = await lastSubject(turn);
  const meant = acts.filter(({ id }) => id === last?.artist);
  return meant.length === 0 ? null : answerAsked(turn, readAsked(turn, rest, meant), meant);
}

/** A question about an act of the agency that somebody else books: who does, for those who book themselves. */
async function notTheirs(turn: Turn, question: string): Promise<Draft | null> {
  if (!turn.person.roles.some((role) => role === 'booker' || role === 'manager')) return null;
  const all = (await turn.store.all(artists)).map(({ value }) => value).filter(({ status }) => status !== 'archived');
  const known = { artists: all.map(({ id, name }) => ({ id, name })), venues: [] };
  const asked = readAvailabilityQuestion(question, known, contextOf(turn));
  const act = asked?.artist.type === 'one' ? asked.artist.id : null;
  const other = all.find(({ id }) => id === act);
  if (other === undefined) return null;
  const bookers = await turn.store.getMany(people, other.bookers.length > 0 ? other.bookers : other.managers);
  const names = bookers.flatMap((record) => (record === null ? [] : [firstName(record.value)]));
  if (names.length === 0) return null;
  const said = turn.texts.say('dispo-not-yours', { artist: other.name, names: listed(names, turn.texts) });
  return { outbound: [reply(turn, said)] };
}
