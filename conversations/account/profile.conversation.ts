import { z } from 'zod';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type ConversationDefinition } from '../../core/conversation.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { people } from '../../core/records/agency.ts';
import { answerPress } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';

const fieldSchema = z.enum(['diet', 'town']);
const inputSchema = z.strictObject({ field: fieldSchema });
const longest = 120;

/** One line of one's own card, in one's own words: what one eats, where one lives. */
export const profileConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'profile',
  version: 1,
  permission: { roles: 'everyone', chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 3_600_000,
  run: async (dialogue, { field }, turn) => {
    const { texts } = turn;
    const answer = await dialogue.ask('value', {
      text: texts.say(`profile-ask-${field}`),
      rows: [
        [
          { key: 'none', label: texts.label(`profile-none-${field}`) },
          { key: 'drop', label: texts.label('absence-drop'), means: 'no' },
        ],
      ],
      acceptsText: true,
    });
    if (answer.type === 'choice' && answer.key === 'drop') {
      return async (now) => ({
        text: now.texts.say('profile-kept'),
        toast: null,
        rows: [],
        subject: 'profile',
        draft: {},
      });
    }
    const value = answer.type === 'text' ? answer.text.trim().slice(0, longest) : null;
    return async (now) => ({
      text: now.texts.say('profile-saved', { field: now.texts.label(`profile-${field}`), value: value ?? '—' }),
      toast: now.texts.label('settings-saved'),
      rows: [],
      subject: 'profile',
      draft: await save(now, field, value === '' ? null : value),
    });
  },
};

async function save(turn: Turn, field: z.infer<typeof fieldSchema>, value: string | null): Promise<Draft> {
  const stored = await turn.store.get(people, turn.person.id);
  return stored === null
    ? {}
    : { guards: [unchanged(people, stored)], writes: [put(people, { ...stored.value, [field]: value })] };
}

/** A button of one's card that changes one of its lines. */
export const editProfile: Action = {
  permission: { roles: 'everyone', chats: ['private'] },
  run: async (turn, subject) => {
    const field = fieldSchema.safeParse(subject);
    if (!field.success) return { outbound: answerPress(turn, '') };
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const begun = await beginConversation(profileConversation, { field: field.data }, place, turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, begun);
  },
};
