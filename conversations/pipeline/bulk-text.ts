import { type BulkChange } from '../../core/records/booking.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type LeadStatus } from '../../domain/lead.ts';
import { stacked } from '../../agency/wording.ts';
import { type Obstacle } from './bulk-action.ts';
import { listed, statusName } from './lead-words.ts';
import { type Face } from './redraw.ts';

const mostNamed = 12;

/** An opportunity that stays as it is, and why. */
export interface Stays {
  readonly number: number;
  readonly status: LeadStatus;
  readonly why: Obstacle;
}

/** What a preview is told besides the change itself. */
export interface PreviewNames {
  /** The day a follow-up is put off to, or the booker the opportunities go to. */
  readonly target: string;
  readonly stays: readonly Stays[];
}

/** « 37 fiches passent de Relancé à Sans suite ; 2 ne peuvent pas (À valider) ». */
export function previewText(texts: Texts, bulk: Pick<BulkChange, 'action' | 'items'>, names: PreviewNames): Text {
  return stacked([...movesText(texts, bulk, names.target), ...staysText(texts, names)]);
}

function movesText(texts: Texts, { action, items }: Pick<BulkChange, 'action' | 'items'>, target: string): Text[] {
  if (items.length === 0) return [texts.say('pipeline-bulk-nothing')];
  const count = items.length;
  if (action.type === 'follow-up') return [texts.say('pipeline-bulk-put-off', { count, day: target })];
  if (action.type === 'booker') return [texts.say('pipeline-bulk-give', { count, name: target })];
  const counts = new Map<LeadStatus, number>();
  for (const { was } of items) counts.set(was.status, (counts.get(was.status) ?? 0) + 1);
  const to = statusName(texts, action.to);
  return [...counts].map(([status, moved]) =>
    status === action.to
      ? texts.say('pipeline-bulk-again', { count: moved, to })
      : texts.say('pipeline-bulk-moves', { count: moved, from: statusName(texts, status), to }),
  );
}

function staysText(texts: Texts, { stays, target }: PreviewNames): (Text | null)[] {
  const of = (why: Obstacle): readonly Stays[] => stays.filter((one) => one.why === why);
  const [blocked, already, notTheirs] = [of('status'), of('already'), of('booker')];
  const statuses = [...new Set(blocked.map((one) => statusName(texts, one.status)))];
  return [
    blocked.length === 0
      ? null
      : texts.say('pipeline-bulk-cannot', { count: blocked.length, why: listed(texts, statuses) }),
    already.length === 0 ? null : texts.say('pipeline-bulk-already', { count: already.length }),
    notTheirs.length === 0
      ? null
      : texts.say('pipeline-bulk-not-theirs', { count: notTheirs.length, name: target, numbers: numbersOf(notTheirs) }),
  ];
}

function numbersOf(stays: readonly Stays[]): string {
  return shortened(stays.map((one) => String(one.number)));
}

function shortened(numbers: readonly string[]): string {
  return numbers.length <= mostNamed ? numbers.join(', ') : `${numbers.slice(0, mostNamed).join(', ')}…`;
}

/** The card of a bulk under way or over: what is done, what was left and which, and ↩ while something can be put back. */
export function progressFace(texts: Texts, bulk: BulkChange, numberOf: (lead: string) => string): Face {
  const of = (state: BulkChange['items'][number]['state']): string[] =>
    bulk.items.filter((item) => item.state === state).map((item) => numberOf(item.lead));
  const undoes = bulk.state === 'undoing' || bulk.state === 'undone';
  const [done, undone, left, kept] = [of('done'), of('undone'), of('left'), of('kept')];
  const goesOn = bulk.state === 'doing' || bulk.state === 'undoing';
  const waiting = bulk.state === 'undoing' ? done.length : of('planned').length;
  const text = stacked([
    undoes ? texts.say('pipeline-bulk-undone', { count: undone.length }) : doneText(texts, bulk, done.length),
    goesOn ? texts.say('pipeline-bulk-goes-on', { count: waiting }) : null,
    left.length === 0 || undoes
      ? null
      : texts.say('pipeline-bulk-left', { count: left.length, numbers: shortened(left) }),
    kept.length === 0 ? null : texts.say('pipeline-bulk-kept', { count: kept.length, numbers: shortened(kept) }),
  ]);
  const undo = { key: `pipeline.undo:${bulk.id}`, label: texts.label('pipeline-bulk-undo'), means: 'undo' as const };
  return { text, rows: bulk.state === 'done' && done.length > 0 ? [[undo]] : [] };
}

function doneText(texts: Texts, { action }: BulkChange, count: number): Text {
  if (action.type === 'status')
    return texts.say('pipeline-bulk-done-status', { count, to: statusName(texts, action.to) });
  return texts.say(action.type === 'booker' ? 'pipeline-bulk-done-give' : 'pipeline-bulk-done-put-off', { count });
}
