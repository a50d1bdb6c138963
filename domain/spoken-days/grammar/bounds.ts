import { is, skip } from './syntax.ts';
import type { Match, Phrase, Source, Times, Unit } from './syntax.ts';

const PERIODS: ReadonlySet<Unit['core']['type']> = new Set<Unit['core']['type']>([
  'month',
  'month-shift',
  'week',
  'week-number',
  'week-of',
  'range',
  'until',
  'bridge',
]);

/** A bound, and the hours that follow it, which are said of what recurs (« tous les lundis de mars, le soir »). */
export interface Bound {
  readonly phrase: Phrase;
  readonly times: Times | null;
}

/**
 * What bounds a recurrence: « de décembre », « jusqu'au 16 », "in January", « du 1er au 31 mars », « de la semaine prochaine ».
 * Null when nothing does, or when what follows is not a stretch of days.
 */
export function boundAt(source: Source, at: number): Match<Bound> | null {
  const start = is(source, at, 'comma') && is(source, at + 1, 'until', 'from', 'of', 'in') ? at + 1 : at;
  const first = directAt(source, start) ?? leantAt(source, start) ?? adjacentAt(source, start);
  if (first === null || !PERIODS.has(first.value.core.type)) return null;
  const units = [{ ...first.value, times: null }];
  let { times } = first.value;
  let { next } = first;
  while (is(source, next, 'and') && first.value.core.type === 'month' && times === null) {
    const more = source.unit(skip(source, next + 1, 'of', 'in'), true);
    if (more?.value.core.type !== 'month') break;
    units.push({ ...more.value, times: null });
    ({ times } = more.value);
    ({ next } = more);
  }
  return { value: { phrase: { units, alternatives: false, except: null }, times }, next };
}

function directAt(source: Source, at: number): Match<Unit> | null {
  return is(source, at, 'until', 'from', 'between', 'in', 'all') ? source.unit(at, true) : null;
}

function leantAt(source: Source, at: number): Match<Unit> | null {
  return is(source, at, 'of', 'in', 'from') ? source.unit(skip(source, at, 'of', 'in'), true) : null;
}

function adjacentAt(source: Source, at: number): Match<Unit> | null {
  return is(source, at, 'month', 'early', 'mid', 'late', 'next', 'the', 'this', 'between')
    ? source.unit(at, true)
    : null;
}
