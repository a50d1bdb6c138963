import { z } from 'zod';
import { type Action } from '../../core/command.ts';
import { joinDrafts } from '../../core/commit.ts';
import {
  type Answer,
  type Card,
  type ConversationDefinition,
  type Dialogue,
  type Finish,
} from '../../core/conversation.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { type Offer } from '../../core/conversation.ts';
import { answerPress } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { profileFieldSchema, readProfileValue, type ProfileField } from '../../domain/profile.ts';
import { saveProfile, type Change, type Saved } from './save-profile.ts';

const inputSchema = z.strictObject({
  field: profileFieldSchema,
  /** What was said already could not be a number or an address. */
  wrong: z.boolean().default(false),
});

/** More tries help nobody: the last words are then left aside. */
const mostTries = 4;
const sizes = ['XS', 'S', 'M', 'L', 'XL', 'XXL'] as const;

/**
 * One line of one's own card, in one's own words: what one eats, where one lives, whom to call. Numbers are said in it, so its
 * history is private.
 */
export const profileConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'profile',
  version: 2,
  permission: { roles: 'everyone', chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 3_600_000,
  isPrivate: true,
  run: async (dialogue, { field, wrong }, { texts }) => {
    const said =
      field === 'emergency' ? await askContact(dialogue, texts, wrong) : await askLine(dialogue, texts, field, wrong);
    return said === null ? kept : saved(said);
  },
};

/** Asks until the words fit the line; null: leave it as it is. */
async function askLine(
  dialogue: Dialogue,
  texts: Texts,
  field: Exclude<ProfileField, 'emergency'>,
  wrong: boolean,
): Promise<Change | null> {
  let isWrong = wrong;
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const answer = await dialogue.ask(`value-${attempt}`, card(texts, field, isWrong));
    if (answer.type === 'choice') return byChoice(answer, field);
    const value = readProfileValue(field, answer.text);
    if (value.type === 'nothing') return { field, text: null };
    if (value.type === 'text') return { field, text: value.text };
    isWrong = true;
  }
  return null;
}

function byChoice(
  answer: Extract<Answer, { type: 'choice' }>,
  field: Exclude<ProfileField, 'emergency'>,
): Change | null {
  if (answer.key === 'drop') return null;
  return { field, text: answer.key.startsWith('size-') ? answer.key.slice('size-'.length) : null };
}

/** A name and a number, in one sentence or one after the other. */
async function askContact(dialogue: Dialogue, texts: Texts, wrong: boolean): Promise<Change | null> {
  let name: string | null = null;
  let phone: string | null = null;
  let isWrong = wrong;
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const missing = name === null ? (phone === null ? 'emergency' : 'emergency-name') : 'emergency-phone';
    const answer = await dialogue.ask(`value-${attempt}`, card(texts, missing, isWrong));
    if (answer.type === 'choice') return answer.key === 'drop' ? null : { field: 'emergency', contact: null };
    const value = readProfileValue('emergency', answer.text);
    if (value.type === 'nothing') return { field: 'emergency', contact: null };
    isWrong = value.type === 'wrong';
    if (value.type !== 'emergency') continue;
    name = value.name ?? name;
    phone = value.phone ?? phone;
    if (name !== null && phone !== null) return { field: 'emergency', contact: { name, phone } };
  }
  return null;
}

function card(texts: Texts, what: ProfileField | 'emergency-name' | 'emergency-phone', isWrong: boolean): Card {
  const line = what === 'emergency-name' || what === 'emergency-phone' ? 'emergency' : what;
  const problem: Text = isWrong
    ? [...texts.say(line === 'email' ? 'profile-wrong-email' : 'profile-wrong-phone'), { text: '\n' }]
    : [];
  const letters: Offer[] = line === 'size' ? sizes.map((size) => ({ key: `size-${size}`, label: size })) : [];
  return {
    text: [...problem, ...texts.say(`profile-ask-${what}`)],
    rows: [
      ...[letters.slice(0, 3), letters.slice(3)].filter((row) => row.length > 0),
      [
        { key: 'none', label: texts.label(`profile-none-${line}`) },
        { key: 'drop', label: texts.label('absence-drop'), means: 'no' },
      ],
    ],
    acceptsText: true,
    refuses: isWrong,
  };
}

const kept: Finish = async (turn) => ({
  text: turn.texts.say('profile-kept'),
  toast: null,
  rows: [nextRow(turn.texts)],
  subject: 'profile',
  draft: {},
});

function saved(change: Change): Finish {
  return async (turn) => {
    const done = await saveProfile(turn, change);
    return {
      text: savedText(turn.texts, change.field, done),
      toast: turn.texts.label('settings-saved'),
      rows: [nextRow(turn.texts)],
      subject: 'profile',
      draft: done.draft,
    };
  };
}

/** « C'est enregistré. Taille : M (avant : S) ». */
export function savedText(texts: Texts, field: ProfileField, { shown, before }: Saved): Text {
  const value: Text = shown ?? [{ text: '—' }];
  const label = texts.label(`profile-${field}`);
  return before === null
    ? texts.say('profile-saved', { field: label, value })
    : texts.say('profile-saved-before', { field: label, value, before });
}

/** Where one goes from a line that was changed. */
export function nextRow(texts: Texts): Offer[] {
  return [
    { key: 'command:moi', label: texts.label('home-moi') },
    { key: 'command:start', label: texts.label('home-back') },
  ];
}

/** A button of one's card that changes one of its lines. */
export const editProfile: Action = {
  permission: { roles: 'everyone', chats: ['private'] },
  run: async (turn, subject) => {
    const field = profileFieldSchema.safeParse(subject);
    if (!field.success) return { outbound: answerPress(turn, '') };
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const begun = await beginConversation(profileConversation, { field: field.data, wrong: false }, place, turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, begun);
  },
};
