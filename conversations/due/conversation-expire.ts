import { z } from 'zod';
import { commitCard } from '../../core/card.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { put, unchanged } from '../../core/commit.ts';
import { people } from '../../core/records/agency.ts';
import { closed } from '../drop-conversation.ts';
import { conversations, questions } from '../../core/records/dialogue.ts';

const payloadSchema = z.strictObject({ conversation: z.string() });

/** A card nobody answered: it says that nothing was noted, and its buttons go. */
export const conversationExpire: DueHandler = async (step, row) => {
  const { conversation } = payloadSchema.parse(row.payload);
  const found = await step.store.get(conversations, conversation);
  if (found === null || found.value.state !== 'open') return {};
  const [person, question] = await Promise.all([
    step.store.get(people, found.value.person),
    step.store.get(questions, found.value.question ?? '-'),
  ]);
  const texts = step.textsOf(person?.value.locale ?? step.agency.locale);
  const card = commitCard(
    { text: texts.say('conversation-expired'), rows: [], acceptsText: false, target: found.value },
    step,
  );
  const ended = question === null ? [] : [put(questions, closed(question.value))];
  return {
    guards: [unchanged(conversations, found)],
    writes: [put(conversations, { ...found.value, state: 'done' }), ...ended],
    outbound: found.value.card === null ? [] : [card.outbound],
  };
};
