import { commitCard } from '../core/card.ts';
import { joinDrafts, put, unchanged, type Draft, type Guard } from '../core/commit.ts';
import { type Offer } from '../core/conversation.ts';
import { people } from '../core/records/agency.ts';
import { questions, type Question } from '../core/records/dialogue.ts';
import { notifications, type Approval, type Notification } from '../core/records/oversight.ts';
import { retire } from '../core/replies.ts';
import { type Text } from '../core/text.ts';
import { type Texts } from '../core/texts.ts';
import { type Step } from '../core/turn.ts';
import { type Person } from '../domain/person.ts';

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

/** The same for one person alone, who may have been shown the question more than once. */
export async function rewriteCardOf(step: Step, approval: Approval, person: string, face: CardFace): Promise<Draft> {
  const own = approval.cards.filter((card) => card.person === person);
  return joinDrafts(...(await Promise.all(own.map((card) => rewriteCard(step, approval, card, face)))));
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
  const shown = face(step.textsOf(reader.value.locale), reader.value);
  const question =
    notification.value.message === null ? null : await step.store.get(questions, notification.value.message);
  const guards: Guard[] = [
    unchanged(notifications, notification),
    ...(question === null ? [] : [unchanged(questions, question)]),
  ];
  const kept = keepNotification(step, notification.value, shown);
  return question === null
    ? joinDrafts({ guards }, kept)
    : joinDrafts({ guards }, kept, redraw(step, approval, notification.value, question.value, shown));
}

type Face = ReturnType<CardFace>;

/**
 * What the notification itself says from now on. A question that is decided goes out no more, by whatever way it still
 * might; one that is open again goes out if it never did; days that changed meanwhile change in it as well.
 */
function keepNotification(step: Step, notification: Notification, shown: Face): Draft {
  if (shown !== null && shown.rows !== 'as asked')
    return { writes: [put(notifications, { ...notification, state: 'withdrawn' })] };
  if (shown !== null)
    return {
      writes: [
        put(notifications, { ...notification, text: [...notification.text, { text: '\n\n' }, ...shown.outcome] }),
      ],
    };
  if (notification.state !== 'withdrawn') return {};
  if (notification.message !== null) return { writes: [put(notifications, { ...notification, state: 'sent' })] };
  const due = {
    id: `notification:${notification.id}`,
    kind: 'notification.attempt',
    at: step.now,
    payload: { notification: notification.id },
  };
  return { writes: [put(notifications, { ...notification, state: 'waiting' })], due: [due] };
}

function redraw(step: Step, approval: Approval, notification: Notification, question: Question, shown: Face): Draft {
  const isOpen = shown === null || shown.rows === 'as asked';
  const text = shown === null ? notification.text : [...notification.text, { text: '\n\n' }, ...shown.outcome];
  const rows = shown === null || shown.rows === 'as asked' ? notification.rows : shown.rows;
  const poll = isOpen ? notification.poll : null;
  const target = { id: question.id, bot: question.bot, chat: question.chat, card: question.card };
  const card = commitCard({ text, rows, acceptsText: false, target, ...(poll === null ? {} : { poll }) }, step);
  const drawn: Question = {
    ...question,
    purpose: isOpen ? 'approval' : 'action',
    subject: approval.id,
    choices: card.choices,
    poll: card.poll,
    retired: retire(question),
    state: card.choices.length > 0 ? 'open' : 'closed',
  };
  return { outbound: [card.outbound], writes: [put(questions, drawn)] };
}
