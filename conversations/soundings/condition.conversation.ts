import { z } from 'zod';
import { type ConversationDefinition, type Ending } from '../../core/conversation.ts';
import { type Draft } from '../../core/commit.ts';
import { questions } from '../../core/records/dialogue.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { idSchema } from '../../domain/ids.ts';
import { noMoreKey, readSounding } from './known-sounding.ts';
import { recordAnswer } from './record-answer.ts';

const inputSchema = z.strictObject({
  sounding: idSchema,
  /** The question on whose card it was pressed. */
  card: z.string(),
});
const longest = 500;

/** On what condition a member would play: one sentence, seen by who negotiates. */
export const conditionConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'sounding-condition',
  version: 1,
  permission: { roles: 'everyone', chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  run: async (dialogue, input, turn) => {
    const answer = await dialogue.ask('condition', {
      text: turn.texts.say('sounding-which-condition'),
      rows: [[{ key: 'drop', label: turn.texts.label('sounding-drop'), means: 'no' }]],
      acceptsText: true,
    });
    if (answer.type === 'choice') return async (now) => ending(now.texts.say('sounding-condition-dropped'), {});
    return async (now) => noteCondition(now, input, answer.text.trim().slice(0, longest));
  },
};

function ending(text: Text, draft: Draft): Ending {
  return { text, toast: null, rows: [], subject: 'sounding', draft };
}

async function noteCondition(turn: Turn, input: z.infer<typeof inputSchema>, condition: string): Promise<Ending> {
  const known = await readSounding(turn, input.sounding);
  const asked = known?.about.sounding.asked.find((one) => one.person === turn.person.id);
  if (known === null || asked === undefined) return ending(turn.texts.say('sounding-no-more'), {});
  const { sounding } = known.about;
  if (sounding.state === 'closed') return ending(turn.texts.say(noMoreKey(sounding)), {});
  const said = { says: 'condition' as const, condition, until: null };
  const { text, draft } = await recordAnswer(turn, known, asked, said, await turn.store.get(questions, input.card));
  return ending(text, draft);
}
