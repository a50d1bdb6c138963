import { z } from 'zod';
import { beginConversation, originOf } from '../../core/conversation-step.ts';
import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Answer, type ConversationDefinition, type Finish } from '../../core/conversation.ts';
import { artists } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type ConversationState } from '../../core/records/dialogue.ts';
import { type Turn } from '../../core/turn.ts';
import { type Day } from '../../domain/day.ts';
import { idSchema } from '../../domain/ids.ts';
import { daySchema } from '../../domain/schemas.ts';
import { dealers, negotiates } from '../../agency/deciders.ts';
import {
  amendSounding,
  emptyFields,
  missingIn,
  soundingFieldsSchema,
  understandSounding,
  type SoundingFields,
} from './fields.ts';
import { besidesDraft } from './besides-draft.ts';
import { dropsIt } from './plain-words.ts';
import { soundingCard } from './recap.ts';
import { rosterOf } from './roster.ts';
import { dropSounding, showOpen, startSounding } from './start-sounding.ts';

const inputSchema = z.strictObject({
  words: z.string(),
  /** What is known already, when it begins from a button. */
  fields: soundingFieldsSchema.nullable(),
});

const outcomeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('more'), fields: soundingFieldsSchema }),
  /** Everybody has been asked already. */
  z.strictObject({ type: z.literal('asked'), sounding: idSchema }),
  z.strictObject({ type: z.literal('go'), fields: soundingFieldsSchema }),
  z.strictObject({ type: z.literal('drop') }),
]);

type Outcome = z.infer<typeof outcomeSchema>;

/** Asks the members of an act for a date: one recap says who is asked what until when; words change it; nothing goes out before the press. */
export const soundingConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'sounding',
  version: 1,
  permission: { roles: dealers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  givesWay: true,
  besides: async (turn, state, text) => {
    const fields = fieldsIn(state.log);
    return fields === null || dropsIt(text) ? null : besidesDraft(turn, fields, text);
  },
  run: async (dialogue, input) => {
    let outcome: Outcome = await dialogue.read('start', outcomeSchema, async (now) =>
      settle(now, await understandSounding(now, input.fields ?? emptyFields, input.words)),
    );
    for (let step = 0; outcome.type === 'more'; step += 1) {
      const { fields } = outcome;
      const answer = await dialogue.ask(`answer-${step}`, (now) => soundingCard(now, fields));
      outcome = await dialogue.read(`outcome-${step}`, outcomeSchema, (now) => next(now, fields, answer));
    }
    return finishing(outcome);
  },
};

function finishing(outcome: Exclude<Outcome, { type: 'more' }>): Finish {
  switch (outcome.type) {
    case 'drop':
      return dropSounding;
    case 'go':
      return startSounding(outcome.fields);
    case 'asked':
      return (turn) => showOpen(turn, outcome.sounding);
  }
}

/** One more card, unless everybody who could be asked has been already. */
async function settle(turn: Turn, fields: SoundingFields): Promise<Outcome> {
  if (missingIn(fields) !== null) return { type: 'more', fields };
  const roster = await rosterOf(turn, fields);
  const isAsked = roster !== null && roster.toAsk.length === 0 && roster.notAsked.some((one) => one.why === 'asked');
  return isAsked && roster.open !== null ? { type: 'asked', sounding: roster.open.id } : { type: 'more', fields };
}

async function next(turn: Turn, fields: SoundingFields, answer: Answer): Promise<Outcome> {
  if (answer.type === 'text') {
    // The first message was edited: it says everything anew.
    const isAnew = answer.corrects === true;
    if (isAnew) return settle(turn, await anew(turn, fields, answer.text));
    if (dropsIt(answer.text)) return { type: 'drop' };
    return settle(turn, (await amendSounding(turn, fields, answer.text)) ?? fields);
  }
  const [what = '', value = ''] = answer.key.split(':');
  const known = { ...fields, hint: null };
  switch (what) {
    case 'go':
      return { type: 'go', fields };
    case 'drop':
      return { type: 'drop' };
    case 'artist':
      return settle(turn, { ...known, artist: value, artistChoices: [] });
    case 'venue':
      return settle(turn, { ...known, venue: value, venueChoices: [] });
    case 'no-venue':
      return settle(turn, { ...known, venue: null, venueChoices: [], place: null });
    case 'day':
      return settle(turn, { ...known, day: daySchema.safeParse(value).data ?? null, dayChoices: [] });
    default:
      return { type: 'more', fields };
  }
}

function anew(turn: Turn, { lead }: SoundingFields, text: string): Promise<SoundingFields> {
  return understandSounding(turn, { ...emptyFields, lead }, text.replace(/^\/\S+\s*/u, ''));
}

/** The draft as its card shows it. */
function fieldsIn(log: ConversationState['log']): SoundingFields | null {
  const last = log.findLast(({ key }) => key === 'start' || key.startsWith('outcome-'));
  const outcome = outcomeSchema.safeParse(last?.value);
  return outcome.success && outcome.data.type === 'more' ? outcome.data.fields : null;
}

/** What a date request begins from when it does not begin from words. */
export interface SoundingStart {
  readonly artist: string;
  readonly day: Day | null;
  readonly venue: string | null;
  readonly lead: string | null;
}

/** Opens the recap of a date that is known already, as a button elsewhere asks for it. */
export async function beginSounding(turn: Turn, { artist, day, venue, lead }: SoundingStart): Promise<Draft> {
  const act = await turn.store.get(artists, artist);
  if (act === null || !negotiates(turn.person, act.value))
    return { outbound: tell(turn, turn.texts.label('answer-not-yours'), true) };
  const begun = await begin(turn, '', { ...emptyFields, artist, day, venue, lead });
  return joinDrafts({ outbound: answerPress(turn, '') }, begun);
}

function begin(turn: Turn, words: string, fields: SoundingFields | null): Promise<Draft> {
  const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
  return beginConversation(soundingConversation, { words, fields }, place, turn);
}

/** [Demander au groupe] under an option or a deal: `sounding.start:<lead>`. */
export const startFromLead: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const lead = await turn.store.get(leads, subject);
    if (lead === null) return { outbound: tell(turn, turn.texts.label('answer-stale'), true) };
    const { artist, day, venue, id } = lead.value;
    return beginSounding(turn, { artist, day, venue, lead: id });
  },
};

/** `/sonder gribitch 13 mars le fil avant jeudi 18h`. */
export const soundingCommand: Command = {
  name: { fr: 'sonder', en: 'sound' },
  permission: { roles: dealers, chats: ['private'] },
  listed: true,
  opensSentence: (words) => /\d|jan|f[ée]v|mar|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[ée]c/i.test(words),
  run: async (turn, words) => {
    const { inbound } = turn;
    const origins = inbound.message === null ? [] : [originOf(inbound.chat, inbound.message)];
    return beginConversation(
      soundingConversation,
      { words, fields: null },
      { bot: inbound.bot, chat: inbound.chat, origins },
      turn,
    );
  },
};
