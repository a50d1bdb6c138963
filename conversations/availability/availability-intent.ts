import { type Command } from '../../core/command.ts';
import { type Draft } from '../../core/commit.ts';
import { permit } from '../../core/permission.ts';
import { type Turn } from '../../core/turn.ts';
import { readAvailabilityQuestion } from '../../domain/booking-words/index.ts';
import { actsSeenBy } from '../../agency/seen-dates.ts';
import { contextOf } from '../absence/reading.ts';
import { answerAsked, readAsked } from './asked.ts';
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
  const known = { artists: acts.map(({ id, name }) => ({ id, name })), venues: [] };
  if (readAvailabilityQuestion(question, known, contextOf(turn)) === null) return null;
  return answerAsked(turn, readAsked(turn, question, acts), acts);
}
