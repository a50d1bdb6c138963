import { commitCard } from '../../core/card.ts';
import { joinDrafts, put, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { people } from '../../core/records/agency.ts';
import { questions } from '../../core/records/dialogue.ts';
import { notifications, type Approval } from '../../core/records/oversight.ts';
import { retire } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { type Person } from '../../domain/person.ts';

/**
 * What stands on a card now: a line below what was asked, and the buttons left, or those of the question while it stays
 * open. Null: the question as it was first asked.
 */
export type CardFace = (
  texts: Texts,
  reader: Person,
) => { readonly outcome: Text; readonly rows: readonly (readonly Offer[])[] | 'as asked' } | null;

/**
 * Rewrites every card of an approval, so that all who were asked see the same. A card that has not gone out yet, for quiet
 * hours, is withdrawn: there is nothing left to ask.
 */
export async function rewriteCards(step: Step, approval: Approval, face: CardFace): Promise<Draft> {
  const drafts = await Promise.all(approval.cards.map((card) => rewriteCard(step, approval, card, face)));
  return joinDrafts(...drafts);
}

/** The same for one person's card alone. */
export async function rewriteCardOf(step: Step, approval: Approval, person: string, face: CardFace): Promise<Draft> {
  const card = approval.cards.find((one) => one.person === person);
  return card === undefined ? {} : rewriteCard(step, approval, card, face);
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
    return shown === null || shown.rows === 'as asked'
      ? {}
      : { writes: [put(notifications, { ...value, state: 'withdrawn' })], cancel: [`notification:${value.id}`] };
  }
  const question = await step.store.get(questions, value.message);
  if (question === null) return {};
  const text = shown === null ? value.text : [...value.text, { text: '\n\n' }, ...shown.outcome];
  const isOpen = shown === null || shown.rows === 'as asked';
  const rows = shown === null || shown.rows === 'as asked' ? value.rows : shown.rows;
  const poll = isOpen ? value.poll : null;
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
        purpose: isOpen ? 'approval' : 'action',
        subject: approval.id,
        choices: rewritten.choices,
        poll: rewritten.poll,
        retired: retire(question.value),
        state: rewritten.choices.length > 0 ? 'open' : 'closed',
      }),
    ],
  };
}
