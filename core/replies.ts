import { createHash } from 'node:crypto';
import { type Offer } from './conversation.ts';
import { mostFileBytes, unfitInFileName, type Choice, type Operation, type Outbound } from './outbound.ts';
import { type Question } from './records/dialogue.ts';
import { type Random } from './random.ts';
import { type BotRef, type ChatRef, type MessageRef } from './refs.ts';
import { type Text } from './text.ts';
import { type Step, type Turn } from './turn.ts';

/** Where a message goes. */
export interface Place {
  readonly bot: BotRef;
  readonly chat: ChatRef;
}

/**
 * Gives every offered choice the nonce that the platform will carry for it. A cell (a day of a month) means the same for
 * as long as its card lives, so its nonce is drawn from the card's own secret id and quick taps all count; every other
 * choice gets a new one with each face of the card, because what it confirms may have changed.
 */
export function armed(rows: readonly (readonly Offer[])[], random: Random, card: string): Choice[][] {
  return rows.map((row) =>
    row.map((offer) => ({
      kind: 'option' as const,
      ...offer,
      nonce: offer.kind === 'cell' ? cellNonce(card, offer.key) : random.token(),
    })),
  );
}

function cellNonce(card: string, key: string): string {
  return createHash('sha256').update(`${card} ${key}`).digest('base64url').slice(0, 22);
}

/** Whether a choice can be answered by its number or in a poll: days of a month cannot, and ↩ must not. */
export function isNumbered(choice: Pick<Choice, 'kind' | 'means'>): boolean {
  return choice.kind === 'option' && choice.means !== 'undo';
}

/** What a question remembers of the choices it shows; pages that open elsewhere are no answers. */
export function choicesOf(rows: readonly (readonly Choice[])[]): Question['choices'] {
  return rows
    .flat()
    .filter((choice) => choice.link === undefined)
    .map(({ key, label, nonce, kind, means }) => ({ key, label, nonce, numbered: isNumbered({ kind, means }), means }));
}

const mostRetired = 60;

/** The nonces of a question's present face join its retired ones, so that a late press still finds it. */
export function retire(question: Pick<Question, 'choices' | 'retired'>): string[] {
  return [...question.retired, ...question.choices.map((choice) => choice.nonce)].slice(-mostRetired);
}

/** A plain reply in the chat of the turn. */
export function reply(
  turn: Turn,
  text: Text,
  options: { readonly replyTo?: MessageRef | null; readonly to?: Place } = {},
): Outbound {
  return say(turn, options.to ?? turn.inbound, text, options.replyTo ?? null);
}

/** A message without choices. */
export function say(step: Step, place: Place, text: Text, replyTo: MessageRef | null = null): Outbound {
  return outbound(step, place, {
    type: 'send',
    text: [...text],
    withoutButtons: null,
    rows: [],
    replyTo,
    silent: false,
    poll: null,
  });
}

/** A file to send; `name` may be anything, what cannot stand in a name is replaced. */
export type FileToSend = Pick<Extract<Operation, { type: 'file' }>, 'name' | 'mime' | 'as'> & {
  readonly bytes: Uint8Array;
  readonly caption: Text;
  readonly silent?: boolean;
};

const longestFileName = 100;

/**
 * A message that is a file, of at most {@link mostFileBytes} bytes. It asks nothing and is not rewritten; its card, if there is
 * one, is a message of its own.
 * @throws RangeError when the file is empty or too large, which is an error of whoever drew it
 */
export function sendFile(step: Step, place: Place, file: FileToSend, id = step.nextId()): Outbound {
  const { name, mime, as, bytes, caption, silent = false } = file;
  if (bytes.length === 0 || bytes.length > mostFileBytes)
    throw new RangeError(`a file of ${bytes.length} bytes is not sent`);
  const data = Buffer.from(bytes).toString('base64');
  return outbound(
    step,
    place,
    { type: 'file', name: fitName(name), mime, data, caption: [...caption], as, silent },
    id,
  );
}

/** A name that arrives, its ending kept when it has to be cut. */
function fitName(name: string): string {
  const fit = name.toWellFormed().replaceAll(new RegExp(unfitInFileName, 'gu'), '-').trim();
  if (fit.length <= longestFileName) return fit === '' ? '-' : fit;
  const ending = /\.\w{1,8}$/.exec(fit)?.[0] ?? '';
  return (
    fit
      .slice(0, longestFileName - ending.length)
      .toWellFormed()
      .replace(/\uFFFD$/, '') + ending
  );
}

/** The platform's short answer to the press of this turn; nothing when the turn is not a press. */
export function answerPress(turn: Turn, text: string, alert = false): Outbound[] {
  const { content } = turn.inbound;
  if (content.type !== 'press') return [];
  return [
    {
      ...outbound(turn, turn.inbound, { type: 'answer', query: content.query, text, alert }),
      until: turn.now + 60_000,
    },
  ];
}

/** Says something about what was just chosen: on the button where there is one, else in a sentence. */
export function tell(turn: Turn, text: string, alert = false): Outbound[] {
  const answer = answerPress(turn, text, alert);
  return answer.length > 0 || text === '' ? answer : [say(turn, turn.inbound, [{ text }])];
}

/** A sign on the person's own message, where a sentence would be too much. */
export function react(turn: Turn, emoji: string): Outbound[] {
  const { message } = turn.inbound;
  return message === null ? [] : [outbound(turn, turn.inbound, { type: 'react', message, emoji })];
}

/**
 * Keeps a message of ours in view at the top of its chat, without a sound. It must take the lane of the message it pins, since
 * only then it goes out after it; a pin whose message never arrived does nothing.
 * @param target the outbound id of the message
 */
export function pin(step: Step, place: Place, target: string, lane: Outbound['lane'] = 'reply'): Outbound {
  return { ...outbound(step, place, { type: 'pin', target, silent: true }), lane };
}

/** An operation of this step, on the fast lane. */
export function outbound(step: Step, place: Place, operation: Outbound['operation'], id = step.nextId()): Outbound {
  return {
    id,
    bot: place.bot,
    chat: place.chat,
    lane: 'reply',
    at: step.now,
    until: null,
    notification: null,
    important: operation.type === 'send' && operation.rows.length > 0,
    operation,
  };
}
