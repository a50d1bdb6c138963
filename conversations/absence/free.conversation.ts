import { z } from 'zod';
import { type ConversationDefinition, type Finish } from '../../core/conversation.ts';
import { joinDrafts } from '../../core/commit.ts';
import { absences } from '../../core/records/agency.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { withoutParts, type Absence } from '../../domain/absence.ts';
import { dayNumber, type DayPart } from '../../domain/day.ts';
import { workers } from '../../domain/person.ts';
import { dayPartSchema, daySchema } from '../../domain/schemas.ts';
import { changeAbsence } from './change-absence.ts';
import { contextOf, readFreed, recap } from './reading.ts';

const inputSchema = z.strictObject({ parts: z.array(dayPartSchema).min(1), today: daySchema });

/** « Finalement je suis dispo le 13 »: gives days back that were noted as absences. */
export const freeConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'free',
  version: 2,
  permission: { roles: workers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  run: async (dialogue, input, turn) => {
    let parts: readonly DayPart[] = input.parts;
    for (let step = 0; ; step += 1) {
      const { texts } = turn;
      const answer = await dialogue.ask(`answer-${step}`, {
        text: texts.say('free-recap', { days: [{ text: recap(turn, parts), style: 'bold' }] }),
        rows: [
          [
            { key: 'yes', label: texts.label('free-yes'), tone: 'primary', means: 'yes' },
            { key: 'drop', label: texts.label('absence-drop'), means: 'no' },
          ],
        ],
        acceptsText: true,
        poll: texts.label('absence-poll'),
      });
      if (answer.type === 'choice') return answer.key === 'yes' ? give(parts) : kept;
      // Read against the day on which it was said: the history is read again at every step, after midnight too.
      const heard = readFreed(answer.text, parts, contextOf(turn, input.today));
      if (heard !== null && heard.length === 0) return kept;
      parts = heard ?? parts;
    }
  },
};

const kept: Finish = async (turn) => ({
  text: turn.texts.say('free-kept'),
  toast: null,
  rows: [],
  subject: 'free',
  draft: {},
});

function give(parts: readonly DayPart[]): Finish {
  return async (turn) => {
    const noted = await absencesOn(turn, parts);
    const changes = noted.map((absence) => ({ absence, left: withoutParts(absence.value.parts, parts) }));
    const real = changes.filter(({ absence, left }) => JSON.stringify(left) !== JSON.stringify(absence.value.parts));
    const drafts = await Promise.all(real.map(({ absence, left }) => changeAbsence(turn, absence, left, parts)));
    const days = recap(turn, parts);
    return {
      text: turn.texts.say(real.length === 0 ? 'free-nothing-noted' : 'free-noted', { days }),
      toast: turn.texts.label('absence-noted-toast'),
      rows: [],
      subject: 'free',
      draft: joinDrafts(...drafts),
    };
  };
}

/** The person's own live absences that reach any of these days. */
export async function absencesOn(turn: Turn, parts: readonly DayPart[]): Promise<readonly Versioned<Absence>[]> {
  const days = new Set(parts.map((part) => part.day));
  const first = [...days].sort()[0];
  if (first === undefined) return [];
  const later = await turn.store.find(absences, { name: 'person', value: turn.person.id, from: dayNumber(first) });
  return later.filter((absence) => absence.value.parts.some((part) => days.has(part.day)));
}
