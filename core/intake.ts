import { dayAt } from '../domain/day.ts';
import { readDays, type HolidayCalendar } from '../domain/spoken-days/index.ts';
import { readTrouble } from '../domain/road-words/index.ts';
import { findSensitive } from '../domain/sensitive.ts';
import { type FieldCipher } from './cipher.ts';
import { inboundSchema, type Inbound } from './inbound.ts';
import { type Outbound } from './outbound.ts';
import { type Span, type Text } from './text.ts';

/** The record under which a sealed item of this message is kept; the seal is bound to it. */
export function vaultId(dedupe: string): string {
  return `vault:${dedupe}`;
}

/** What taking messages in needs. */
export interface IntakeOptions {
  readonly cipher: FieldCipher;
  readonly holidays: HolidayCalendar;
}

/**
 * Everything that happens to messages before they are stored anywhere: private data is sealed, and what was overheard in a
 * group without concerning us is dropped.
 */
export function admit(messages: readonly Inbound[], options: IntakeOptions): Inbound[] {
  return messages
    .map((message) => protect(wellFormed(message), options.cipher))
    .filter((message) => concernsUs(message, options.holidays));
}

/** Half characters come in from forged or broken clients, and no store or platform takes them out again. */
function wellFormed(message: Inbound): Inbound {
  return inboundSchema.parse(mapStrings(message));
}

function mapStrings(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(mapStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapStrings(inner)]));
}

/** A text with an IBAN or a social security number is sealed whole, and the handle of a file likewise. */
function protect(message: Inbound, cipher: FieldCipher): Inbound {
  const { content } = message;
  const seal = (plain: string): string => cipher.seal(plain, vaultId(message.dedupe));
  if (content.type === 'file') {
    return { ...message, content: { ...content, sealed: content.sealed === null ? null : seal(content.sealed) } };
  }
  if (content.type !== 'text' && content.type !== 'edit') return message;
  const what = findSensitive(content.text);
  return what === null ? message : { ...message, content: { type: 'sensitive', what, sealed: seal(content.text) } };
}

/**
 * In a group, words count when they are said to us, when they tell of a trouble on the road, or when they could be about the writer's own days; a statement in either language
 * does, since who wrote it is not known yet. Pictures, voice notes and reactions
 * there are the group's own.
 */
function concernsUs({ content, chatKind, at }: Inbound, holidays: HolidayCalendar): boolean {
  if (chatKind === 'private') return true;
  if (['file', 'unsupported', 'reaction', 'vote', 'receipt'].includes(content.type)) return false;
  if ((content.type !== 'text' && content.type !== 'edit') || content.addressed) return true;
  // Whether it is the day of a date is found out later; whoever is in charge must hear of a cancelled train wherever it is said.
  if (readTrouble(content.text) !== null) return true;
  const today = dayAt(at, 'UTC');
  return (['fr', 'en'] as const).some((locale) => readDays(content.text, { today, locale, holidays }).type !== 'none');
}

/** The same message with its sealed words opened, for the moment in which it leaves. */
export function unseal(message: Outbound, cipher: FieldCipher): Outbound {
  const { operation } = message;
  const open = (text: Text): Span[] =>
    text.map((span) =>
      span.sealed === undefined ? span : { text: cipher.open(span.sealed.value, span.sealed.record) },
    );
  switch (operation.type) {
    case 'send':
    case 'edit':
      return { ...message, operation: { ...operation, text: open(operation.text) } };
    case 'file':
      return { ...message, operation: { ...operation, caption: open(operation.caption) } };
    case 'close':
    case 'react':
    case 'answer':
    case 'menu':
    case 'pin':
    case 'leave':
      return message;
  }
}
