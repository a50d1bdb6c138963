import { z } from 'zod';
import { type Action } from '../../core/command.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type ConversationDefinition, type Ending } from '../../core/conversation.ts';
import { draftNotice } from '../../core/notification.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName } from '../../domain/person.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { recipients } from '../../agency/recipients.ts';
import { mayDecideDeal } from './may-decide.ts';

const inputSchema = z.strictObject({ approval: z.string() });
const longest = 1000;

/**
 * [Une question]: the words go to the booker with a way to answer, question and answer stand on every card, and the decision stays
 * open. The same conversation carries the answer back: which of the two it is follows from who writes.
 */
export const questionConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'deal-question',
  version: 1,
  permission: { roles: ['manager', 'booker', 'admin'], chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  run: async (dialogue, input, turn) => {
    const asks = await dialogue.read('asks', z.boolean(), async (now) => {
      const approval = await now.store.get(approvals, input.approval);
      return approval !== null && approval.value.askedBy !== now.person.id;
    });
    const answer = await dialogue.ask('words', {
      text: turn.texts.say(asks ? 'deal-question-write' : 'deal-answer-write'),
      rows: [[{ key: 'drop', label: turn.texts.label('talk-drop'), means: 'no' }]],
      acceptsText: true,
    });
    if (answer.type === 'choice') return async (now) => ending(now, 'deal-question-dropped', {});
    return (now) => carry(now, input.approval, answer.text.slice(0, longest));
  },
};

function ending(turn: Turn, key: string, draft: Draft): Ending {
  return { text: turn.texts.say(key), toast: null, rows: [], subject: 'deal', draft };
}

async function carry(turn: Turn, id: string, words: string): Promise<Ending> {
  const approval = await turn.store.get(approvals, id);
  if (approval === null || approval.value.state !== 'open') return ending(turn, 'deal-refuse-over', {});
  const asks = approval.value.askedBy !== turn.person.id;
  // The asker's own answer needs no right to decide; anybody else's question does, at this moment.
  if (asks && !(await mayDecideDeal(turn, approval.value))) return ending(turn, 'deal-refuse-over', {});
  const line = { by: turn.person.id, at: turn.now, text: words };
  const after: Approval = { ...approval.value, thread: [...approval.value.thread, line] };
  const cards = await rewriteCards(turn, after, () => ({ outcome: threadLine(turn, words), rows: 'as asked' }));
  const carried = asks ? await toBooker(turn, after, words) : await toDeciders(turn, after, words);
  const noted: Draft = { guards: [unchanged(approvals, approval)], writes: [put(approvals, after)] };
  return ending(turn, asks ? 'deal-question-sent' : 'deal-answer-sent', joinDrafts(noted, cards, carried));
}

function threadLine(turn: Turn, words: string): Text {
  return [{ text: `${firstName(turn.person)} : « ${words} »` }];
}

async function toBooker(turn: Turn, approval: Approval, words: string): Promise<Draft> {
  const [lead, [booker]] = await Promise.all([
    turn.store.get(leads, approval.subject.id),
    recipients(turn.store, [approval.askedBy], turn.today),
  ]);
  if (booker === undefined || lead === null) return {};
  const texts = turn.textsOf(booker.person.locale);
  const notice = {
    id: `${approval.id}.q${approval.thread.length}`,
    severity: 'action' as const,
    purpose: 'action' as const,
    subject: approval.id,
    text: [...texts.say('deal-question-carried', { name: firstName(turn.person), number: lead.value.number, words })],
    rows: [[{ key: `deal.answer:${approval.id}`, label: texts.label('talk-reply') }]],
  };
  return draftNotice(notice, booker, { now: turn.now, random: turn.random, texts });
}

/** An edited card makes no sound, so whoever asked hears of the answer as well. */
async function toDeciders(turn: Turn, approval: Approval, words: string): Promise<Draft> {
  const askers = [...new Set(approval.thread.map((line) => line.by))].filter((id) => id !== approval.askedBy);
  const told = await recipients(turn.store, askers, turn.today);
  return joinDrafts(
    ...told.map((asker) => {
      const texts = turn.textsOf(asker.person.locale);
      const id = `${approval.id}.a${approval.thread.length}.${asker.person.id}`;
      const text = [...texts.say('deal-answer-carried', { name: firstName(turn.person), words })];
      return draftNotice({ id, severity: 'action', text }, asker, { now: turn.now, random: turn.random, texts });
    }),
  );
}

/** [Répondre] under a manager's question. */
export const answerQuestion: Action = {
  permission: { roles: ['manager', 'booker'], chats: ['private'] },
  run: async (turn, subject) => {
    const approval: Versioned<Approval> | null = await turn.store.get(approvals, subject);
    if (approval === null || approval.value.state !== 'open' || approval.value.askedBy !== turn.person.id)
      return { outbound: tell(turn, turn.texts.label('approval-over'), true) };
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const talk = await beginConversation(questionConversation, { approval: subject }, place, turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, talk);
  },
};
