import { type Inbound } from '../../core/inbound.ts';
import { type Outbound } from '../../core/outbound.ts';
import { type Question } from '../../core/records/dialogue.ts';
import { type Account } from '../../core/records/identity.ts';
import { type Approval } from '../../core/records/oversight.ts';
import {
  accountRefSchema,
  botRefSchema,
  chatRefSchema,
  messageRefSchema,
  type AccountRef,
  type BotRef,
  type ChatRef,
  type MessageRef,
} from '../../core/refs.ts';
import { type Day } from '../../domain/day.ts';
import { personSchema, type Person } from '../../domain/person.ts';
import { daySchema } from '../../domain/schemas.ts';

/** Wednesday 10 March 2027, 12:00 UTC: 13:00 in Paris, four days before any clock changes. */
export const noon = Date.UTC(2027, 2, 10, 12);

export const hour = 3_600_000;

/** A day written in ISO form. */
export function day(text: string): Day {
  return daySchema.parse(text);
}

export const botRef = (text: string): BotRef => botRefSchema.parse(text);
export const chatRef = (text: string): ChatRef => chatRefSchema.parse(text);
export const accountRef = (text: string): AccountRef => accountRefSchema.parse(text);
export const messageRef = (text: string): MessageRef => messageRefSchema.parse(text);

/** Léa of the demo agency, reached on Telegram first, never quiet. */
export function person(changes: Partial<Person> = {}): Person {
  return personSchema.parse({
    id: 'lea-moreau',
    name: 'Léa Moreau',
    roles: ['musician'],
    locale: 'fr',
    timezone: 'Europe/Paris',
    quiet: null,
    channels: ['telegram', 'signal'],
    joined: null,
    leaves: null,
    town: null,
    diet: null,
    ...changes,
  });
}

/** Léa's Telegram account with an open private chat. */
export function account(changes: Partial<Account> = {}): Account {
  return {
    id: accountRef('telegram:1001'),
    person: 'lea-moreau',
    linkedAt: noon,
    revokedAt: null,
    reach: [{ bot: botRef('telegram:staff'), chat: chatRef('telegram:staff:1001'), open: true }],
    ...changes,
  };
}

/** Something Léa did in her private chat with the staff bot. */
export function inbound(content: Inbound['content'], changes: Partial<Inbound> = {}): Inbound {
  return {
    dedupe: 'telegram:staff:1',
    bot: botRef('telegram:staff'),
    chat: chatRef('telegram:staff:1001'),
    chatKind: 'private',
    chatTitle: null,
    sender: accountRef('telegram:1001'),
    senderName: 'Léa Moreau',
    senderLocale: 'fr',
    senderIsBot: false,
    message: messageRef('50'),
    at: noon,
    content,
    ...changes,
  };
}

/** Words said to us, quoting nothing. */
export function said(text: string): Inbound['content'] {
  return { type: 'text', text, addressed: true, replyTo: null, forwarded: false };
}

/** A plain message to Léa. */
export function outbound(changes: Partial<Outbound> = {}): Outbound {
  return {
    id: 'out:1',
    bot: botRef('telegram:staff'),
    chat: chatRef('telegram:staff:1001'),
    lane: 'reply',
    at: noon,
    until: null,
    notification: null,
    important: false,
    operation: sending('Bonjour'),
    ...changes,
  };
}

type Send = Extract<Outbound['operation'], { type: 'send' }>;

/** The sending of one unstyled text. */
export function sending(text: string, changes: Partial<Send> = {}): Send {
  return {
    type: 'send',
    text: [{ text }],
    withoutButtons: null,
    rows: [],
    replyTo: null,
    silent: false,
    poll: null,
    ...changes,
  };
}

/** An open question to Léa with "oui" and "non". */
export function question(changes: Partial<Question> = {}): Question {
  return {
    id: 'q1',
    bot: botRef('telegram:staff'),
    chat: chatRef('telegram:staff:1001'),
    person: 'lea-moreau',
    account: accountRef('telegram:1001'),
    purpose: 'conversation',
    subject: 'c1',
    choices: [
      { key: 'firm', label: 'C’est ferme', nonce: 'n-firm', numbered: true, means: 'yes' },
      { key: 'drop', label: 'Laisser tomber', nonce: 'n-drop', numbered: true, means: 'no' },
    ],
    retired: [],
    poll: ['firm', 'drop'],
    acceptsText: false,
    careful: false,
    state: 'open',
    openedAt: noon,
    until: noon + 24 * hour,
    card: 'card1',
    ...changes,
  };
}

/** An open approval about version 3 of an absence, for an hour. */
export function approval(changes: Partial<Approval> = {}): Approval {
  return {
    id: 'approval-1',
    kind: 'absence',
    subject: { collection: 'absences', id: 'absence-1', version: 3 },
    artist: 'gribitch',
    askedBy: 'lea-moreau',
    state: 'open',
    decision: null,
    announced: false,
    askedAt: noon,
    deadline: noon + hour,
    thread: [],
    cards: [],
    ...changes,
  };
}
