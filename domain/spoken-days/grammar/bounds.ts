import { is, skip } from './syntax.ts';
import type { Match, Phrase, Source, Unit } from './syntax.ts';

const PERIODS: readonly Unit['core']['type'][] = [
  'month',
  'month-shift',
  'week',
  'week-number',
  'week-of',
  'range',
  'until',
  'bridge',
];

/**
 * What bounds a recurrence: « de décembre », « jusqu'au 16 », "in January", « du 1er au 31 mars », « de la semaine prochaine ».
 * Null when nothing does, or when what follows is not a stretch of days.
 */
export function boundAt(source: Source, at: number): Match<Phrase> | null {
  const start = is(source, at, 'comma') && is(source, at + 1, 'until', 'from', 'of', 'in') ? at + 1 : at;
  const direct = is(source, start, 'until', 'from', 'between', 'in', 'all') ? source.unit(start, true) : null;
  const first =
    direct ??
    (is(source, start, 'of', 'in', 'from') ? source.unit(skip(source, start, 'of', 'in'), true) : null) ??
    adjacentAt(source, start);
  if (first === null || first.value.times !== null || !PERIODS.includes(first.value.core.type)) return null;
  const units = [first.value];
  let next = first.next;
  while (is(source, next, 'and') && first.value.core.type === 'month') {
    const more = source.unit(skip(source, next + 1, 'of', 'in'), true);
    if (more?.value.core.type !== 'month' || more.value.times !== null) break;
    units.push(more.value);
    next = more.next;
  }
  return { value: { units, alternatives: false, except: null }, next };
}

function adjacentAt(source: Source, at: number): Match<Unit> | null {
  return is(source, at, 'month', 'early', 'mid', 'late', 'next', 'the', 'this', 'between')
    ? source.unit(at, true)
    : null;
}
