import { z } from 'zod';
import { type ConversationDefinition, type Ending } from '../../core/conversation.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { idSchema } from '../../domain/ids.ts';
import { firstName, workers } from '../../domain/person.ts';
import { giveBack, giverOf } from './give-task.ts';
import { openTask, titleOf } from './known-task.ts';

const inputSchema = z.strictObject({ task: idSchema, title: z.string(), name: z.string() });
const longestReason = 500;

/** [Je ne peux pas]: the task goes back to whoever asked for it, with a reason for those who want to give one. */
export const backConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'task-back',
  version: 1,
  permission: { roles: workers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 12 * 3_600_000,
  givesWay: true,
  run: async (dialogue, input, turn) => {
    const { texts } = turn;
    const answer = await dialogue.ask('why', {
      text: texts.say('task-back-why', { title: input.title, name: input.name }),
      rows: [
        [{ key: 'plain', label: texts.label('task-back-plain') }],
        [{ key: 'keep', label: texts.label('task-back-keep'), means: 'no' }],
      ],
      acceptsText: true,
    });
    if (answer.type === 'choice' && answer.key === 'keep')
      return async (now) => ending(now.texts.say('task-kept', { title: input.title }));
    const reason = answer.type === 'text' ? answer.text.trim().slice(0, longestReason).toWellFormed() : null;
    return async (now) => back(now, input.task, reason);
  },
};

function ending(text: Text): Ending {
  return { text, toast: null, rows: [], subject: 'task', draft: {} };
}

async function back(turn: Turn, id: string, reason: string | null): Promise<Ending> {
  const known = await openTask(turn, id);
  if (typeof known === 'string') return ending([{ text: known }]);
  if (known.part !== 'doer') return ending(turn.texts.say('task-not-yours-now'));
  const giver = await giverOf(turn, known.task.value);
  if (giver === null) return ending(turn.texts.say('task-back-nobody'));
  return {
    ...ending(turn.texts.say('task-back-done', { name: firstName(giver), title: titleOf(turn, turn.texts, known) })),
    draft: await giveBack(turn, known, giver, reason),
  };
}
