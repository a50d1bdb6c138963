import { commitCard } from '../../core/card.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { questions, type Question } from '../../core/records/dialogue.ts';
import { retire } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Step } from '../../core/turn.ts';

const openMs = 48 * 3_600_000;

/** What a card shows. */
export interface Face {
  readonly text: Text;
  readonly rows: readonly (readonly Offer[])[];
  /** What to write instead where there are no buttons. */
  readonly withoutButtons?: Text;
}

/**
 * Shows something else on a card that stands already, a menu or a notification. Presses of its earlier faces are still known,
 * so that a second one says that it is done and does nothing.
 */
export function redraw(step: Step, question: Question, face: Face): Draft {
  const target = { id: question.id, bot: question.bot, chat: question.chat, card: question.card };
  const card = commitCard({ ...face, acceptsText: false, target }, step);
  const shown = new Set(card.choices.map((choice) => choice.nonce));
  const drawn: Question = {
    ...question,
    choices: card.choices,
    poll: null,
    retired: retire(question).filter((nonce) => !shown.has(nonce)),
    state: card.choices.length > 0 ? 'open' : 'closed',
    until: step.now + openMs,
  };
  return { outbound: [card.outbound], writes: [put(questions, drawn)] };
}

/**
 * The same, decided from the card as it stood: whoever else drew on it meanwhile, as a bulk change that goes on by itself does,
 * makes the step be taken again.
 */
export function redrawSeen(step: Step, question: Versioned<Question>, face: Face): Draft {
  return joinDrafts({ guards: [unchanged(questions, question)] }, redraw(step, question.value, face));
}
