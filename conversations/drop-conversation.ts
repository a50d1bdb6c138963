import { commitCard } from '../core/card.ts';
import { joinDrafts, put, unchanged, type Draft } from '../core/commit.ts';
import { conversations, questions, type ConversationState, type Question } from '../core/records/dialogue.ts';
import { retire } from '../core/replies.ts';
import { type Versioned } from '../core/store.ts';
import { type Turn } from '../core/turn.ts';

/** A question that takes no answer any more; its buttons still say what became of it. */
export function closed(question: Question): Question {
  return { ...question, state: 'closed', choices: [], poll: null, retired: retire(question) };
}

/** Ends an open conversation without a result; its card says so. */
export async function dropConversation(turn: Turn, open: Versioned<ConversationState>): Promise<Draft> {
  const { value } = open;
  const question = await turn.store.get(questions, value.question ?? '-');
  const card = commitCard({ text: turn.texts.say('cancel-card'), rows: [], acceptsText: false, target: value }, turn);
  return joinDrafts(
    {
      guards: [unchanged(conversations, open)],
      writes: [put(conversations, { ...value, state: 'done' })],
      cancel: [`conversation:${value.id}`],
      outbound: value.card === null ? [] : [card.outbound],
    },
    question === null ? {} : { writes: [put(questions, closed(question.value))] },
  );
}
