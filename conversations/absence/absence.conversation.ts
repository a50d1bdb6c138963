import { z } from 'zod';
import { type Answer, type ConversationDefinition, type Dialogue, type Finish } from '../../core/conversation.ts';
import { plain, type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type DayPart } from '../../domain/day.ts';
import { workers } from '../../domain/person.ts';
import { daySchema } from '../../domain/schemas.ts';
import {
  countDays,
  explainAsk,
  readAnswer,
  readDays,
  type Context,
  type Reading,
} from '../../domain/spoken-days/index.ts';
import { monthName, monthOf, monthRows, type Month } from './calendar.ts';
import { noteAbsence } from './note-absence.ts';
import { amend, contextOf, readAmendment, recap, restOfDays } from './reading.ts';

const inputSchema = z.strictObject({ words: z.string().nullable(), today: daySchema });

const longestCondition = 500;

/** Where the talk stands: finding the days, having them confirmed, or hearing on what condition they could move. */
type Stage =
  | { readonly at: 'collect'; readonly parts: readonly DayPart[]; readonly hint: Text | null; readonly month: Month }
  | { readonly at: 'recap'; readonly parts: readonly DayPart[]; readonly hint: Text | null }
  | { readonly at: 'condition'; readonly parts: readonly DayPart[] }
  | { readonly at: 'end'; readonly finish: Finish };

/** A musician says when they cannot play; the card repeats it until they confirm, change or drop it. */
export const absenceConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'absence',
  version: 1,
  permission: { roles: workers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  givesWay: true,
  run: async (dialogue, input, turn) => {
    const context = contextOf(turn, input.today);
    let stage = opening(input.words, context, turn);
    for (let step = 0; ; step += 1) {
      if (stage.at === 'end') return stage.finish;
      stage = await advance(stage, `answer-${step}`, dialogue, context, turn);
    }
  },
};

function opening(words: string | null, context: Context, turn: Turn): Stage {
  const empty = { at: 'collect', parts: [], hint: null, month: monthOf(context.today) } as const;
  if (words === null || words.trim() === '') return empty;
  const reading = readDays(words, context);
  const heard = reading.type === 'ask' && reading.why === 'kind' ? readAnswer(words, 'absence', context) : reading;
  if (heard.type !== 'days') return collecting(heard, context, turn);
  if (heard.kind === 'absence') return { at: 'recap', parts: heard.parts, hint: null };
  const rest = restOfDays(heard.parts);
  if (rest.length > 0) return { at: 'recap', parts: rest, hint: null };
  // « dispo seulement le 12 » says when, and leaves open on which other days not.
  return { ...empty, hint: turn.texts.say('absence-only', { days: recap(turn, heard.parts) }) };
}

/** Back to finding the days, saying what was understood and what is missing. */
function collecting(reading: Exclude<Reading, { type: 'days' }>, context: Context, turn: Turn): Stage {
  const parts = reading.type === 'ask' ? reading.understood : [];
  const hint = reading.type === 'ask' ? plain(explainAsk(reading, context)) : turn.texts.say('absence-not-understood');
  return { at: 'collect', parts, hint, month: monthOf(parts[0]?.day ?? context.today) };
}

async function advance(
  stage: Exclude<Stage, { at: 'end' }>,
  key: string,
  dialogue: Dialogue,
  context: Context,
  turn: Turn,
): Promise<Stage> {
  const answer = await askFor(stage, key, dialogue, turn);
  if (answer.type === 'text' && answer.corrects === true) return opening(answer.text, context, turn);
  switch (stage.at) {
    case 'collect':
      return collected(stage, answer, context, turn);
    case 'recap':
      return confirmed(stage, answer, context, turn);
    case 'condition': {
      const condition = answer.type === 'text' ? answer.text.slice(0, longestCondition) : null;
      return { at: 'end', finish: noteAbsence(stage.parts, 'flexible', condition) };
    }
  }
}

function askFor(stage: Exclude<Stage, { at: 'end' }>, key: string, dialogue: Dialogue, turn: Turn): Promise<Answer> {
  switch (stage.at) {
    case 'collect':
      return askDays(stage, key, dialogue, turn);
    case 'recap':
      return askConfirmation(stage, key, dialogue, turn);
    case 'condition':
      return askCondition(key, dialogue, turn);
  }
}

function askDays(
  stage: Extract<Stage, { at: 'collect' }>,
  key: string,
  dialogue: Dialogue,
  turn: Turn,
): Promise<Answer> {
  const { texts } = turn;
  const month = { text: `\n${monthName(stage.month, texts)}`, style: 'bold' as const };
  return dialogue.ask(key, {
    text: [...(stage.hint ?? texts.say('absence-when')), month],
    withoutButtons: stage.hint ?? texts.say('absence-when-in-words'),
    rows: [
      ...monthRows(stage.month, stage.parts, turn.today, texts),
      [{ key: 'drop', label: texts.label('absence-drop'), means: 'no' }],
    ],
    acceptsText: true,
    refuses: stage.hint !== null,
  });
}

function collected(stage: Extract<Stage, { at: 'collect' }>, answer: Answer, context: Context, turn: Turn): Stage {
  if (answer.type === 'text') {
    const reading = readAnswer(answer.text, 'absence', context);
    if (reading.type !== 'days') return collecting(reading, context, turn);
    const taken =
      reading.kind === 'absence' ? reading.parts : amend(stage.parts, { type: 'remove', parts: reading.parts });
    return taken.length === 0 ? { ...stage, parts: [], hint: null } : { at: 'recap', parts: taken, hint: null };
  }
  const [what, value = ''] = answer.key.split(':');
  if (what === 'drop') return dropped;
  if (what === 'month') return { ...stage, month: value };
  if (what === 'done' && stage.parts.length > 0) return { at: 'recap', parts: stage.parts, hint: null };
  const day = what === 'day' ? daySchema.safeParse(value).data : undefined;
  if (day === undefined) return stage;
  const isPicked = stage.parts.some((part) => part.day === day);
  return { ...stage, parts: amend(stage.parts, { type: isPicked ? 'remove' : 'add', parts: [{ day, part: 'day' }] }) };
}

function askConfirmation(
  stage: Extract<Stage, { at: 'recap' }>,
  key: string,
  dialogue: Dialogue,
  turn: Turn,
): Promise<Answer> {
  const { texts } = turn;
  const days = [{ text: recap(turn, stage.parts), style: 'bold' as const }];
  const understood = texts.say('absence-recap', { days, count: countDays(stage.parts) });
  return dialogue.ask(key, {
    text: stage.hint === null ? understood : [...stage.hint, { text: '\n' }, ...understood],
    rows: [
      [
        { key: 'firm', label: texts.label('absence-firm'), tone: 'primary', means: 'yes' },
        { key: 'flexible', label: texts.label('absence-flexible') },
      ],
      [
        { key: 'correct', label: texts.label('absence-correct') },
        { key: 'drop', label: texts.label('absence-drop'), means: 'no' },
      ],
    ],
    acceptsText: true,
    refuses: stage.hint !== null,
    poll: texts.label('absence-poll'),
  });
}

function confirmed(stage: Extract<Stage, { at: 'recap' }>, answer: Answer, context: Context, turn: Turn): Stage {
  if (answer.type === 'text') {
    const amendment = readAmendment(answer.text, stage.parts, context);
    if (amendment.type === 'unclear') {
      const { reading } = amendment;
      return {
        ...stage,
        hint: reading.type === 'ask' ? plain(explainAsk(reading, context)) : turn.texts.say('absence-still-waiting'),
      };
    }
    const parts = amend(stage.parts, amendment);
    return parts.length === 0 ? dropped : { at: 'recap', parts, hint: null };
  }
  switch (answer.key) {
    case 'firm':
      return { at: 'end', finish: noteAbsence(stage.parts, 'firm', null) };
    case 'flexible':
      return { at: 'condition', parts: stage.parts };
    case 'correct':
      return { at: 'collect', parts: stage.parts, hint: null, month: monthOf(stage.parts[0]?.day ?? turn.today) };
    case 'drop':
      return dropped;
    default:
      return stage;
  }
}

function askCondition(key: string, dialogue: Dialogue, turn: Turn): Promise<Answer> {
  const { texts } = turn;
  return dialogue.ask(key, {
    text: texts.say('absence-condition'),
    rows: [[{ key: 'none', label: texts.label('absence-no-condition') }]],
    acceptsText: true,
  });
}

const dropped: Stage = {
  at: 'end',
  finish: async (turn) => ({
    text: turn.texts.say('absence-dropped'),
    toast: turn.texts.label('absence-dropped'),
    rows: [],
    subject: 'absence',
    draft: {},
  }),
};
