import { commitCard } from '../../core/card.ts';
import { joinDrafts, put, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { people } from '../../core/records/agency.ts';
import { questions } from '../../core/records/dialogue.ts';
import { notifications, type Approval } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { type Person } from '../../domain/person.ts';

/** What stands on a card now: an outcome below what was asked, and the buttons left; null opens the question again. */
export type CardFace = (
  texts: Texts,
  reader: Person,
) => { readonly outcome: Text; readonly rows: readonly (readonly Offer[])[] } | null;

/**
 * Rewrites every card of an approval, so that all who were asked see the same. A card that has not gone out yet, for quiet
 * hours, is withdrawn: there is nothing left to ask.
 */
export async function rewriteCards(step: Step, approval: Approval, face: CardFace): Promise<Draft> {
  const drafts = await Promise.all(approval.cards.map((card) => rewriteCard(step, approval, card, face)));
  return joinDrafts(...drafts);
}

async function rewriteCard(
  step: Step,
  approval: Approval,
  card: Approval['cards'][number],
  face: CardFace,
): Promise<Draft> {
  const [notification, reader] = await Promise.all([
    step.store.get(notifications, card.notification),
    step.store.get(people, card.person),
  ]);
  if (notification === null || reader === null) return {};
  const { value } = notification;
  const shown = face(step.textsOf(reader.value.locale), reader.value);
  if (value.message === null) {
    return shown === null
      ? {}
      : { writes: [put(notifications, { ...value, state: 'withdrawn' })], cancel: [`notification:${value.id}`] };
  }
  const question = await step.store.get(questions, value.message);
  if (question === null) return {};
  const text = shown === null ? value.text : [...value.text, { text: '\n\n' }, ...shown.outcome];
  const rows = shown === null ? value.rows : shown.rows;
  const poll = shown === null ? value.poll : null;
  const target = {
    id: question.value.id,
    bot: question.value.bot,
    chat: question.value.chat,
    card: question.value.card,
  };
  const rewritten = commitCard({ text, rows, acceptsText: false, target, ...(poll === null ? {} : { poll }) }, step);
  return {
    outbound: [rewritten.outbound],
    writes: [
      put(questions, {
        ...question.value,
        purpose: shown === null ? 'approval' : 'action',
        subject: approval.id,
        choices: rewritten.choices,
        state: rewritten.choices.length > 0 ? 'open' : 'closed',
      }),
    ],
  };
}
