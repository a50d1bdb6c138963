import { z } from 'zod';
import { beginConversation } from '../core/conversation-step.ts';
import { type Action } from '../core/command.ts';
import { joinDrafts, type Draft } from '../core/commit.ts';
import { type ConversationDefinition, type Ending } from '../core/conversation.ts';
import { draftNotice, routeTo } from '../core/notification.ts';
import { people } from '../core/records/agency.ts';
import { answerPress } from '../core/replies.ts';
import { type Turn } from '../core/turn.ts';
import { daysBetween } from '../domain/day.ts';
import { idSchema } from '../domain/ids.ts';
import { firstName } from '../domain/person.ts';
import { roadDay, knownSheet } from '../agency/road/known-sheet.ts';
import { recipients } from '../agency/recipients.ts';

const inputSchema = z.strictObject({ with: idSchema, about: z.string() });
const longest = 2000;

/** « On en parle »: one person writes, Régie carries it to the other with a way to answer; no numbers change hands. */
export const talkConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'talk',
  version: 1,
  permission: { roles: 'everyone', chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  run: async (dialogue, input, turn) => {
    const name = await dialogue.read('name', z.string(), async (now) => {
      const other = await now.store.get(people, input.with);
      return other === null ? '?' : firstName(other.value);
    });
    const answer = await dialogue.ask('message', {
      text: turn.texts.say('talk-write', { name }),
      rows: [[{ key: 'drop', label: turn.texts.label('talk-drop'), means: 'no' }]],
      acceptsText: true,
    });
    if (answer.type === 'choice') return async (now) => ending(now, 'talk-dropped', name, {});
    return async (now) => {
      const carried = await carry(now, input, answer.text.slice(0, longest));
      return ending(now, carried === null ? 'talk-unreachable' : 'talk-sent', name, carried ?? {});
    };
  },
};

function ending(turn: Turn, key: string, name: string, draft: Draft): Ending {
  return { text: turn.texts.say(key, { name }), toast: null, rows: [], subject: 'talk', draft };
}

/** Null: no way leads to them. */
async function carry(turn: Turn, input: z.infer<typeof inputSchema>, words: string): Promise<Draft | null> {
  const [other] = await recipients(turn.store, [input.with], turn.today);
  if (other === undefined || routeTo(other, 'action', [], turn.now).type === 'nowhere') return null;
  const texts = turn.textsOf(other.person.locale);
  const notice = {
    id: `talk-${turn.random.token()}`,
    severity: (await isOfToday(turn, input.about)) ? ('urgent' as const) : ('action' as const),
    purpose: 'action' as const,
    subject: input.about,
    text: [...texts.say('talk-carried', { name: firstName(turn.person), words })],
    rows: [[{ key: `talk.reply:${turn.person.id}/${input.about}`, label: texts.label('talk-reply') }]],
  };
  return draftNotice(notice, other, { now: turn.now, random: turn.random, texts });
}

/** What is said about a date on its day or the evening before does not wait for the end of anybody's quiet hours. */
async function isOfToday(turn: Turn, about: string): Promise<boolean> {
  const known = idSchema.safeParse(about).success ? await knownSheet(turn, about) : null;
  if (known === null) return false;
  const away = daysBetween(roadDay(turn), known.sheet.departs ?? known.show.day);
  return away <= 1 && daysBetween(roadDay(turn), known.show.day) >= -1;
}

/** [Répondre] under a carried message. */
export const talkReply: Action = {
  permission: { roles: 'everyone', chats: ['private'] },
  run: async (turn, subject) => {
    const [to = '', ...about] = subject.split('/');
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const talk = await beginConversation(talkConversation, { with: to, about: about.join('/') }, place, turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, talk);
  },
};
