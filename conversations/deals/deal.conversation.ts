import { z } from 'zod';
import { type Answer, type ConversationDefinition, type Finish } from '../../core/conversation.ts';
import { type Turn } from '../../core/turn.ts';
import { dealers } from '../../agency/deciders.ts';
import { applyAnswer } from './deal-answers.ts';
import { cardFor } from './deal-cards.ts';
import { dealFieldsSchema, emptyFields, type DealFields } from './fields.ts';
import { placeOption, submitDeal } from './finish-deal.ts';
import { understand } from './understand.ts';

const inputSchema = z.strictObject({
  words: z.string(),
  /** What is known already, when the deal begins from somewhere else than a line. */
  fields: dealFieldsSchema.nullable(),
});

/** Where writing a deal down leads: one more card, or an end. */
const outcomeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('more'), fields: dealFieldsSchema }),
  z.strictObject({ type: z.literal('end'), how: z.enum(['hold', 'submit', 'drop']), fields: dealFieldsSchema }),
]);

/** Where writing a deal down leads. */
export type DealOutcome = z.infer<typeof outcomeSchema>;

/**
 * Writes a deal down from one line or step by step: asks only for what is missing, shows what stands in the way, and places
 * nothing before somebody presses.
 */
export const dealConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'deal',
  version: 1,
  permission: { roles: dealers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  givesWay: true,
  run: async (dialogue, input) => {
    let fields: DealFields = await dialogue.read('start', dealFieldsSchema, (now) =>
      understand(now, input.fields ?? emptyFields, input.words),
    );
    for (let step = 0; ; step += 1) {
      const shown = fields;
      const answer = await dialogue.ask(`answer-${step}`, (now) => cardFor(now, shown));
      const outcome = await dialogue.read(`outcome-${step}`, outcomeSchema, (now) =>
        next(now, shown, answer, input.words),
      );
      if (outcome.type === 'end') return finishing(outcome);
      fields = outcome.fields;
    }
  },
};

async function next(turn: Turn, fields: DealFields, answer: Answer, first: string): Promise<DealOutcome> {
  // The first message was edited: it says everything anew.
  if (answer.type === 'text' && answer.corrects === true && first !== '')
    return { type: 'more', fields: await understand(turn, emptyFields, withoutCommand(answer.text)) };
  return applyAnswer(turn, fields, answer);
}

function withoutCommand(text: string): string {
  return text.replace(/^\/\S+\s*/, '');
}

function finishing(outcome: Extract<DealOutcome, { type: 'end' }>): Finish {
  switch (outcome.how) {
    case 'hold':
      return placeOption(outcome.fields);
    case 'submit':
      return submitDeal(outcome.fields);
    case 'drop':
      return async (turn) => ({
        text: turn.texts.say('deal-dropped'),
        toast: turn.texts.label('deal-dropped'),
        rows: [],
        subject: 'deal',
        draft: {},
      });
  }
}
