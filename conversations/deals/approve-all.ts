import { attemptDecision } from '../../core/approval.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { leads } from '../../core/records/booking.ts';
import { answerPress } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Turn } from '../../core/turn.ts';
import { type Show } from '../../domain/date-booking.ts';
import { formatMoney } from '../../domain/money.ts';
import { aheadOf, isBlocked, standInsOf } from '../../agency/deal-brief.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { approveDeal } from './approve-deal.ts';
import { decidersOnly, isPlain, namesOf, queueCard, waitingFor, type Waiting } from './queue.ts';

/** More in one press could not be taken in, nor taken back. */
const mostAtOnce = 10;

/** What one press would decide, each with those before it already taken, and what is left. */
interface Together {
  readonly decided: readonly Waiting[];
  readonly drafts: readonly Draft[];
  readonly left: readonly Waiting[];
}

async function together(turn: Turn, queue: readonly Waiting[], wanted: readonly Waiting[]): Promise<Together> {
  const taken: Show[] = [];
  const drafts: Draft[] = [];
  const decided: Waiting[] = [];
  for (const one of wanted.slice(0, mostAtOnce)) {
    const outcome = await tryOne(turn, one, taken);
    if (outcome === null) continue;
    if (outcome.taken !== null) taken.push(outcome.taken);
    drafts.push({ ...outcome.draft, outbound: withoutAnswers(outcome.draft) });
    decided.push(one);
  }
  return { decided, drafts, left: queue.filter((one) => !decided.includes(one)) };
}

/** [Tout valider sans conflit], « tout valider »: what would be decided and what would not stands on a card, with one press left. */
export async function previewAll(turn: Turn, replaces: string | null): Promise<Draft> {
  const queue = await waitingFor(turn);
  const { decided, left } = await together(
    turn,
    queue,
    queue.filter((one) => isPlain(turn, one)),
  );
  if (decided.length === 0) return queueCard(turn, queue, turn.texts.say('deal-all-none'), replaces);
  const { texts } = turn;
  const text = stacked([
    texts.say('deal-all-ask', { count: decided.length }),
    ...decided.map((one) => lineOf(turn, one)),
    left.length === 0 ? null : texts.say('deal-all-not'),
    ...left.map((one): Text => [...lineOf(turn, one), { text: ' : ' }, ...whyNot(turn, one)]),
  ]);
  const ids = decided.map((one) => one.approval.value.id).join('/');
  const rows: Offer[][] = [
    [
      { key: `queue.all-now:${ids}`, label: doLabel(texts, decided.length), tone: 'primary' },
      { key: 'queue.back', label: texts.label('deal-all-keep') },
    ],
  ];
  return menuCard(turn, text, rows, replaces, true);
}

function doLabel(texts: Texts, count: number): string {
  return count === 1 ? texts.label('deal-all-do-one') : texts.label('deal-all-do', { count });
}

/** « • Gribitch, Le Fil (Saint-Étienne), sam. 13 mars, 1 800 € HT ». */
function lineOf(turn: Turn, one: Waiting): Text {
  const { day, lead } = one.brief;
  const { price } = lead.terms;
  const amount =
    price === null
      ? turn.texts.label('deal-all-no-price')
      : turn.texts.label('deal-term-price-before-tax', { amount: formatMoney(price, turn.texts.locale) });
  return turn.texts.say('deal-all-line', { ...namesOf(one), day: dayName(turn, turn.texts, day), amount });
}

function whyNot(turn: Turn, one: Waiting): Text {
  const { brief } = one;
  if (one.putOff) return turn.texts.say('deal-all-why-later');
  if (brief.lead.change !== null) return turn.texts.say('deal-all-why-change');
  if (isBlocked(brief)) return turn.texts.say('deal-all-why-blocked');
  if (aheadOf(brief) !== null) return turn.texts.say('deal-all-why-ahead');
  if (standInsOf(brief).length > 0) return turn.texts.say('deal-all-why-substitute');
  return turn.texts.say('deal-all-why-clash');
}

const preview: Action = {
  permission: decidersOnly,
  run: async (turn, _subject, question) =>
    joinDrafts({ outbound: answerPress(turn, '') }, await previewAll(turn, question.value.id)),
};

/**
 * [Valider les 3]: the deals of the preview and no other, as they were shown; what has changed or conflicts by now stays and
 * says so. One step: all of them or none.
 */
const approveAll: Action = {
  permission: decidersOnly,
  run: async (turn, subject, question) => {
    const shown = new Set(subject.split('/'));
    const queue = await waitingFor(turn);
    const wanted = queue.filter((one) => shown.has(one.approval.value.id) && isPlain(turn, one));
    const { decided, drafts, left } = await together(turn, queue, wanted);
    const said = turn.texts.say('deal-queue-all-done', {
      count: decided.length,
      names: new Intl.ListFormat(turn.texts.locale).format(
        decided.map((one) => `${namesOf(one).artist}, ${namesOf(one).venue}`),
      ),
    });
    return joinDrafts({ outbound: answerPress(turn, '') }, ...drafts, queueCard(turn, left, said, question.value.id));
  },
};

/** [Non]: the deals again, one by one. */
const back: Action = {
  permission: decidersOnly,
  run: async (turn, _subject, question) =>
    joinDrafts({ outbound: answerPress(turn, '') }, queueCard(turn, await waitingFor(turn), [], question.value.id)),
};

async function tryOne(
  turn: Turn,
  one: Waiting,
  taken: readonly Show[],
): Promise<Awaited<ReturnType<typeof approveDeal>> | null> {
  const { id, version } = one.approval.value.subject;
  const lead = await turn.store.get(leads, id);
  if (lead === null) return null;
  const attempt = {
    by: turn.person.id,
    choice: 'approve',
    reason: null,
    allowed: true,
    subjectVersion: version,
    now: turn.now,
  };
  const outcome = attemptDecision(one.approval.value, attempt);
  if (outcome.type !== 'decided') return null;
  const approved = await approveDeal(turn, one.approval, outcome.approval, lead, { alsoTaken: taken });
  return approved.done ? approved : null;
}

function withoutAnswers(draft: Draft): NonNullable<Draft['outbound']> {
  return (draft.outbound ?? []).filter((message) => message.operation.type !== 'answer');
}

/** What the buttons of the preview do. */
export const approveAllActions: readonly (readonly [string, Action])[] = [
  ['queue.all', preview],
  ['queue.all-now', approveAll],
  ['queue.back', back],
];
