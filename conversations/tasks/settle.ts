import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { questions, type Question } from '../../core/records/dialogue.ts';
import { notifications, type Notification } from '../../core/records/oversight.ts';
import { answerPress, armed, choicesOf, outbound, react, retire } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { charactersOf, type Text } from '../../core/text.ts';
import { type Step, type Turn } from '../../core/turn.ts';
import { taskKeys } from '../../agency/tasks.ts';
import { menuCard } from '../menu-card.ts';

const openMs = 7 * 24 * 3_600_000;
const longestToast = 190;

/** What a card shows instead. */
export interface Face {
  readonly text: Text;
  readonly rows: readonly (readonly Offer[])[];
  /** What to write where there are no buttons. */
  readonly withoutButtons?: Text;
}

/**
 * Rewrites a card whose other buttons go on meaning what they did: each keeps the nonce it was sent with, so that somebody who
 * ticks quickly from the top is not told that the card is not what it was.
 */
export function redrawKeeping(step: Step, question: Question, face: Face): Draft {
  const kept = new Map(question.choices.map((choice) => [choice.key, choice.nonce]));
  const rows = armed(face.rows, step.random, question.id).map((row) =>
    row.map((choice) => ({ ...choice, nonce: kept.get(choice.key) ?? choice.nonce })),
  );
  const choices = choicesOf(rows);
  const shown = new Set(choices.map((choice) => choice.nonce));
  const drawn: Question = {
    ...question,
    choices,
    poll: null,
    retired: retire(question).filter((nonce) => !shown.has(nonce)),
    state: choices.length > 0 ? 'open' : 'closed',
    until: Math.max(question.until, step.now + openMs),
  };
  const withoutButtons = face.withoutButtons === undefined ? null : [...face.withoutButtons];
  const edit = outbound(step, question, {
    type: 'edit',
    text: [...face.text],
    withoutButtons,
    rows,
    target: question.card,
    poll: null,
  });
  return { outbound: [edit], writes: [put(questions, drawn)] };
}

/** What became of a task, to be shown on the card it was pressed on. */
export interface Settled {
  readonly task: string;
  /** « ✓ Fait : envoyer la fiche tech » */
  readonly line: Text;
  /** How its button reads from now on where it stands among others. */
  readonly label: string;
  /** What may still be done: ↩. */
  readonly rows: readonly (readonly Offer[])[];
}

/**
 * Shows what became of a task where it was said. A card about this task alone becomes the outcome; in a message about several
 * its button changes its label, so that the numbers of the others stay; a menu stays as it is. Whoever wrote words instead of
 * pressing gets a message of their own, since an edited card makes no sound.
 */
export async function settle(turn: Turn, question: Question | null, settled: Settled): Promise<Draft> {
  const card = question === null ? {} : await onCard(turn, question, settled);
  if (turn.inbound.content.type === 'press' && question !== null) {
    const toast = card === null ? '' : charactersOf(settled.line).slice(0, longestToast).toWellFormed();
    const said = card === null ? menuCard(turn, settled.line, settled.rows) : card;
    return joinDrafts({ outbound: answerPress(turn, toast) }, said);
  }
  return joinDrafts({ outbound: react(turn, '👌') }, card ?? {}, menuCard(turn, settled.line, settled.rows));
}

/** The card rewritten; null when it is not a message of ours about tasks. */
async function onCard(turn: Turn, question: Question, settled: Settled): Promise<Draft | null> {
  const notification = await turn.store.get(notifications, question.id.replace(/:\d+$/u, ''));
  if (notification === null) return isAboutIt(question, settled.task) ? ownCard(turn, question, settled) : null;
  return onNotice(turn, question, notification, settled);
}

/** A card of ours on which nothing but this task can be pressed. */
function isAboutIt({ choices }: Question, task: string): boolean {
  return choices.length > 0 && choices.every(({ key }) => key.startsWith('task.') && key.endsWith(`:${task}`));
}

function ownCard(turn: Turn, question: Question, { line, rows }: Settled): Draft {
  return redrawKeeping(turn, question, { text: line, rows: isPress(turn) ? rows : [] });
}

function isPress(turn: Turn): boolean {
  return turn.inbound.content.type === 'press';
}

function onNotice(turn: Turn, question: Question, notification: Versioned<Notification>, settled: Settled): Draft {
  const { value } = notification;
  const isAbout = (key: string): boolean => key.startsWith('task.') && key.endsWith(`:${settled.task}`);
  const undo = isPress(turn) ? settled.rows : [];
  const own = value.subject === settled.task;
  // Its other buttons (later, pass on) mean nothing any more; that of its line stays, so that the numbers below it do.
  const rows = own
    ? []
    : value.rows
        .map((row) =>
          row.flatMap((offer) => {
            if (!isAbout(offer.key)) return [offer];
            return offer.key.startsWith(taskKeys.done) ? [{ key: offer.key, label: settled.label }] : [];
          }),
        )
        .filter((row) => row.length > 0);
  const text = own ? settled.line : value.text;
  return joinDrafts(
    {
      guards: [unchanged(notifications, notification)],
      writes: [put(notifications, { ...value, text: [...text], rows: rows.map((row) => [...row]) })],
    },
    redrawKeeping(turn, question, { text, rows: [...rows, ...undo] }),
  );
}
