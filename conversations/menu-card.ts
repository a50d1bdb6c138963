import { commitCard } from '../core/card.ts';
import { put, type Draft } from '../core/commit.ts';
import { type Offer } from '../core/conversation.ts';
import { questions, type Question } from '../core/records/dialogue.ts';
import { type Versioned } from '../core/store.ts';
import { type Text } from '../core/text.ts';
import { type Turn } from '../core/turn.ts';

const openMs = 48 * 3_600_000;

/**
 * A card whose buttons run commands or actions (`command:aide`, `absence.cancel:<id>`); it may be pressed more than once.
 * A `careful` one takes no bare number: what it does is worth a press, a quote or a whole word. Without `until` its buttons work for two days.
 */
export function menuCard(
  turn: Turn,
  text: Text,
  rows: readonly (readonly Offer[])[],
  replaces: string | null = null,
  careful = false,
  until = turn.now + openMs,
): Draft {
  const id = replaces ?? `menu-${turn.random.token()}`;
  const target = { id, bot: turn.inbound.bot, chat: turn.inbound.chat, card: replaces === null ? null : `${id}:0` };
  const card = commitCard({ text, rows, acceptsText: false, target }, turn);
  const question = {
    id,
    bot: target.bot,
    chat: target.chat,
    person: turn.person.id,
    account: turn.account.id,
    purpose: 'menu' as const,
    subject: id,
    choices: card.choices,
    poll: null,
    retired: [],
    acceptsText: false,
    careful,
    state: card.choices.length > 0 ? ('open' as const) : ('closed' as const),
    openedAt: turn.now,
    until,
    card: card.id,
  };
  return { outbound: [card.outbound], writes: [put(questions, question)] };
}

/**
 * The card that a page is to be shown in place of: the one whose button was pressed. Words and numbers get a new message, since
 * a card that changes further up makes no sound.
 */
export function replacedBy(turn: Turn, card: Versioned<Question> | undefined): string | null {
  const isPressed = turn.inbound.content.type === 'press' && card?.value.purpose === 'menu';
  return isPressed ? card.value.id : null;
}

/** Two buttons a row: more are cut off on a phone. */
export function inPairs(offers: readonly Offer[]): Offer[][] {
  return offers.flatMap((offer, index) => {
    const next = offers[index + 1];
    return index % 2 === 1 ? [] : [next === undefined ? [offer] : [offer, next]];
  });
}
