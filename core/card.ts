import { type Card } from './conversation.ts';
import { type Outbound } from './outbound.ts';
import { type BotRef, type ChatRef } from './refs.ts';
import { type Question } from './records/dialogue.ts';
import { armed, choicesOf, outbound } from './replies.ts';
import { type Step } from './turn.ts';

/** Whose card it is: rewritten in place once it exists. */
export interface CardTarget {
  readonly id: string;
  readonly bot: BotRef;
  readonly chat: ChatRef;
  readonly card: string | null;
  /** The id of a new message where the card has been shown before and its old message stays behind. */
  readonly anew?: string;
}

/** A card on its way to the chat, with the nonces of its choices for the question record. */
export interface CommittedCard {
  readonly id: string;
  readonly outbound: Outbound;
  readonly choices: Question['choices'];
  /** What its poll offers; null without one. */
  readonly poll: Question['poll'];
}

/** Shows a card: as a new message first, afterwards by rewriting that message. New nonces make earlier copies of it stale. */
export function commitCard(card: Card & { readonly target: CardTarget }, step: Step): CommittedCard {
  const { target } = card;
  const rows = armed(card.rows, step.random, target.id);
  const choices = choicesOf(rows);
  const body = {
    text: [...card.text],
    withoutButtons: card.withoutButtons === undefined ? null : [...card.withoutButtons],
    rows,
  };
  const id = target.card ?? target.anew ?? `${target.id}:0`;
  const operation: Outbound['operation'] =
    target.card === null
      ? { type: 'send', ...body, replyTo: null, silent: false, poll: card.poll ?? null }
      : { type: 'edit', ...body, target: target.card, poll: card.poll ?? null };
  const poll = card.poll === undefined ? null : choices.filter((choice) => choice.numbered).map((choice) => choice.key);
  return { id, choices, poll, outbound: outbound(step, target, operation, target.card === null ? id : step.nextId()) };
}
