import { z } from 'zod';
import { auditLine } from '../../core/audit.ts';
import { joinDrafts } from '../../core/commit.ts';
import { type ConversationDefinition, type Ending, type Offer } from '../../core/conversation.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, daysBetween, weekday, type Day } from '../../domain/day.ts';
import { idSchema } from '../../domain/ids.ts';
import { workers } from '../../domain/person.ts';
import { daySchema } from '../../domain/schemas.ts';
import { lastDayOf } from '../../domain/task.ts';
import { isBareDone, readPutOff } from '../../domain/task-words/index.ts';
import { taskDue } from '../../agency/tasks.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { markDone, undoOffer } from './done-task.ts';
import { changeTask, openTask, titleOf } from './known-task.ts';

const inputSchema = z.strictObject({ task: idSchema, title: z.string() });
const readingSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('day'), day: daySchema }),
  z.strictObject({ type: z.literal('done') }),
  z.strictObject({ type: z.literal('unread') }),
]);
const mostTries = 5;
const farthestDays = 366;

/** [Plus tard]: until when a task is not brought up again, in a tap or in words. */
export const laterConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'task-later',
  version: 1,
  permission: { roles: workers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 12 * 3_600_000,
  givesWay: true,
  run: async (dialogue, input, turn) => {
    let said: string | null = null;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const answer = await dialogue.ask(`when-${tries}`, {
        text: whenText(turn, input.title, said),
        rows: whenRows(turn),
        acceptsText: true,
      });
      if (answer.type === 'choice') {
        const { key } = answer;
        return async (now) =>
          key === 'keep'
            ? ending(now.texts.say('task-later-kept', { title: input.title }))
            : putOff(now, input.task, dayOf(now, key));
      }
      const words = answer.text;
      const read = await dialogue.read(`day-${tries}`, readingSchema, (now) => readWords(now, words));
      if (read.type === 'done') return async (now) => doneInstead(now, input.task);
      if (read.type === 'day') return async (now) => putOff(now, input.task, read.day);
      said = words;
    }
    return async (now) => ending(now.texts.say('task-later-kept', { title: input.title }));
  },
};

function readWords(turn: Turn, words: string): z.infer<typeof readingSchema> {
  if (isBareDone(words)) return { type: 'done' };
  const day = readPutOff(words, contextOf(turn));
  return day === null ? { type: 'unread' } : { type: 'day', day };
}

function whenText(turn: Turn, title: string, unread: string | null): Text {
  return stacked([
    unread === null ? null : turn.texts.say('task-later-unread', { words: unread.slice(0, 200).toWellFormed() }),
    turn.texts.say('task-later-when', { title }),
  ]);
}

function whenRows({ texts }: Turn): Offer[][] {
  return [
    [
      { key: 'tomorrow', label: texts.label('task-later-tomorrow') },
      { key: 'monday', label: texts.label('task-later-monday') },
      { key: 'week', label: texts.label('task-later-week') },
    ],
    [{ key: 'keep', label: texts.label('task-later-keep'), means: 'no' }],
  ];
}

function dayOf({ today }: Turn, key: string): Day {
  if (key === 'monday') return addDays(today, 8 - weekday(today));
  return addDays(today, key === 'week' ? 7 : 1);
}

function ending(text: Text): Ending {
  return { text, toast: null, rows: [], subject: 'task', draft: {} };
}

/** The task rests until that day, if it is still to be done and still theirs. */
export async function putOff(turn: Turn, id: string, day: Day): Promise<Ending> {
  const known = await openTask(turn, id);
  if (typeof known === 'string') return ending([{ text: known }]);
  const { texts } = turn;
  const { value } = known.task;
  if (known.part !== 'doer') return ending(texts.say('task-not-yours-now'));
  const title = titleOf(turn, texts, known);
  const ahead = daysBetween(turn.today, day);
  if (ahead < 1 || ahead > farthestDays) return ending(texts.say('task-later-never', { title }));
  const last = lastDayOf(value);
  const due = taskDue(turn, texts, value);
  const late = last !== null && due !== null && last < day ? texts.say('task-later-late', { due }) : null;
  return {
    ...ending(stacked([texts.say('task-later-done', { title, day: dayName(turn, texts, day) }), late])),
    draft: joinDrafts(changeTask(known, { snoozedUntil: day }), {
      writes: [auditLine(turn, 'task.put-off', id, day)],
    }),
  };
}

async function doneInstead(turn: Turn, id: string): Promise<Ending> {
  const known = await openTask(turn, id);
  if (typeof known === 'string') return ending([{ text: known }]);
  const text = turn.texts.say('task-done', { title: titleOf(turn, turn.texts, known) });
  return { ...ending(text), rows: [[undoOffer(turn, id)]], subject: id, draft: markDone(turn, known) };
}
