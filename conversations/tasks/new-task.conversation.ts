import { z } from 'zod';
import { undoMs } from '../../core/approval.ts';
import { joinDrafts } from '../../core/commit.ts';
import {
  type Answer,
  type Card,
  type ConversationDefinition,
  type Ending,
  type Offer,
} from '../../core/conversation.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { idSchema } from '../../domain/ids.ts';
import { workers } from '../../domain/person.ts';
import { readDue, readPutOff } from '../../domain/task-words/index.ts';
import { stacked } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { announceRow, cancelOffer, createTasks, notedText, type Order } from './create-tasks.ts';
import { takers } from './give-task.ts';
import { pendingSchema, resolveWords, type Pending } from './understand-task.ts';

/** What was written, and what was understood of it when it was. */
const inputSchema = z.strictObject({ words: z.string(), pending: pendingSchema, self: idSchema });
const mostQuestions = 12;
const mostOffered = 8;

/** A new task of which something was not clear: only that is asked, and nothing of what was written has to be written again. */
export const newTaskConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'task-new',
  version: 1,
  permission: { roles: workers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  givesWay: true,
  run: async (dialogue, input) => {
    let pending: Pending = input.pending;
    for (let asked = 0; asked < mostQuestions && isOpen(pending); asked += 1) {
      const shown = pending;
      const answer = await dialogue.ask(`ask-${asked}`, (now) => cardFor(now, shown));
      if (answer.type === 'choice' && answer.key === 'drop')
        return async (now) => ending(now.texts.say('task-not-written', { words: input.words }));
      pending = await dialogue.read(`read-${asked}`, pendingSchema, (now) => answered(now, shown, answer));
    }
    const clear = pending;
    return async (now) => write(now, clear, input.words);
  },
};

/** Whether something is to be asked before it can be written down. */
export function isOpen(pending: Pending): boolean {
  return pending.dueAsk !== null || pending.people.some((one) => one.id === null);
}

/** What is written down, once everything is clear; whoever wrote no name meant themselves. */
export function orderOf({ people, dueAsk: _asked, ...rest }: Pending, self: string): Order {
  const ids = [...new Set(people.flatMap((one) => one.id ?? []))];
  return { ...rest, people: ids.length === 0 ? [self] : ids };
}

async function cardFor(turn: Turn, pending: Pending): Promise<Card> {
  const { texts } = turn;
  const drop: Offer = { key: 'drop', label: texts.label('task-drop-writing'), means: 'no' };
  const open = pending.people.find((one) => one.id === null);
  const about = texts.say('task-writing', { title: pending.title });
  if (open === undefined) {
    const why: Text = [{ text: pending.dueAsk ?? '' }];
    return {
      text: stacked([about, texts.say('task-when-unclear', { why })]),
      rows: [[{ key: 'no-day', label: texts.label('task-no-day') }], [drop]],
      acceptsText: true,
    };
  }
  const { people } = await takers(turn);
  const near = people.filter((person) => open.offered.includes(person.id)).slice(0, mostOffered);
  const others =
    pending.people.length > 1 ? [{ key: 'skip', label: texts.label('task-skip-name', { words: open.words }) }] : [];
  const mine = open.why === 'several' ? [] : [{ key: 'mine', label: texts.label('task-no-name') }];
  return {
    text: stacked([about, texts.say(`task-who-${open.why}`, { words: open.words })]),
    rows: [
      ...near.map((person): Offer[] => [{ key: `to.${person.id}`, label: person.name }]),
      ...[[...others, ...mine]].filter((row) => row.length > 0),
      [drop],
    ],
    acceptsText: true,
  };
}

async function answered(turn: Turn, pending: Pending, answer: Answer): Promise<Pending> {
  const at = pending.people.findIndex((one) => one.id === null);
  const open = pending.people[at];
  if (open === undefined) return withDay(turn, pending, answer);
  const withOne = (one: Pending['people'][number]): Pending => ({ ...pending, people: pending.people.with(at, one) });
  if (answer.type === 'text') return withOne(await resolveWords(turn, answer.text));
  if (answer.key.startsWith('to.')) return withOne({ ...open, id: answer.key.slice('to.'.length) });
  const people = pending.people.filter((_one, index) => index !== at);
  // « Fil : rappeler » names no person: the word belongs to what is to be done.
  return answer.key === 'skip'
    ? { ...pending, people }
    : { ...pending, people, title: `${open.words} : ${pending.title}` };
}

function withDay(turn: Turn, pending: Pending, answer: Answer): Pending {
  if (answer.type === 'choice') return { ...pending, dueAsk: null };
  const context = contextOf(turn);
  const { due } = readDue(answer.text, context);
  const day = due?.day ?? readPutOff(answer.text, context);
  if (day === null) return pending;
  return { ...pending, due: day, dueTime: due?.time ?? null, dueBefore: due?.before ?? false, dueAsk: null };
}

function ending(text: Text): Ending {
  return { text, toast: null, rows: [], subject: 'task', draft: {} };
}

/** Decided from who may give tasks to whom now; whoever may not any more gets their words back. */
async function write(turn: Turn, pending: Pending, words: string): Promise<Ending> {
  if (isOpen(pending)) return ending(turn.texts.say('task-not-written', { words }));
  const order = orderOf(pending, turn.person.id);
  const { people } = await takers(turn);
  if (order.people.some((id) => !people.some((person) => person.id === id)))
    return ending(turn.texts.say('task-refused-now', { words }));
  const { tasks, draft } = createTasks(turn, order);
  return {
    ...ending(await notedText(turn, turn.texts, tasks)),
    rows: [[cancelOffer(turn.texts, tasks)]],
    openMs: undoMs,
    draft: joinDrafts(draft, { due: [announceRow(tasks, null, turn.now)] }),
  };
}
