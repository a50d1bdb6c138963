import { civilOf, exists, numberOf, weekdayOf } from '../calendar.ts';
import type { DayNumber } from '../calendar.ts';
import type { DateSpec } from '../grammar/syntax.ts';
import type { AskReason } from '../types.ts';
import type { Environment } from './environment.ts';

/** A written date with its place in the list. */
export interface Written {
  readonly spec: DateSpec;
  readonly opens: boolean;
  /** Position in a range, or a plain member. */
  readonly link: 'member' | 'start' | 'end';
}

/** The day a written date is, or why none. */
export type Found =
  | { readonly day: DayNumber; readonly why: AskReason | null }
  | { readonly day: null; readonly why: AskReason };

/** How far back a date without a year is taken for a slip about the past rather than for next year's. */
const RECENT_DAYS = 31;
const MAX_YEARS_AHEAD = 5;

type Month = { readonly month: number | null; readonly why: AskReason | null };

function leftMonth(before: DateSpec | undefined): number | null {
  return before?.month ?? null;
}

/** The month a member without one borrows: from the date after it (« 12, 13 mars »), else from the one before. */
function monthOf(written: readonly Written[], filled: readonly DateSpec[], index: number): Month {
  const here = written[index];
  const [before, after] = [filled[index - 1], written[index + 1]];
  if (here === undefined) return { month: null, why: null };
  const ahead = written.slice(index + 1).find(({ spec }) => spec.month !== null)?.spec;
  const right = ahead === undefined || ahead.monthFirst ? null : ahead.month;
  const left = leftMonth(before);
  const rises = after === undefined || here.spec.day < after.spec.day;
  const risesLeft = before === undefined || here.spec.day > before.day;
  if (here.link === 'end' && left !== null)
    return risesLeft ? { month: left, why: null } : { month: (left % 12) + 1, why: null };
  if (here.link === 'start' && right !== null && after?.spec.month === right)
    return rises ? { month: right, why: null } : { month: null, why: 'backwards' };
  if (left !== null && before?.monthFirst === true)
    return risesLeft ? { month: left, why: null } : { month: null, why: 'which-one' };
  if (right !== null && rises) {
    const both = left !== null && left !== right && risesLeft && here.opens;
    return both ? { month: null, why: 'which-one' } : { month: right, why: null };
  }
  if (left !== null) return risesLeft ? { month: left, why: null } : { month: null, why: 'which-one' };
  return { month: null, why: right === null ? null : 'which-one' };
}

function fillMonths(written: readonly Written[]): readonly (DateSpec | AskReason)[] {
  const filled: DateSpec[] = [];
  const out: (DateSpec | AskReason)[] = [];
  for (const [index, { spec }] of written.entries()) {
    const found = spec.month === null ? monthOf(written, filled, index) : { month: spec.month, why: null };
    const inherited = spec.month === null && filled[index - 1]?.monthFirst === true;
    const full = { ...spec, month: found.month, monthFirst: spec.monthFirst || inherited };
    filled.push(full);
    out.push(found.why ?? full);
  }
  return out;
}

/** A year said once at the end counts for the dates before it, each the latest that is not after its follower. */
function fillYears(specs: readonly (DateSpec | AskReason)[]): readonly (DateSpec | AskReason)[] {
  const out = [...specs];
  for (let index = out.length - 2; index >= 0; index -= 1) {
    const [spec, after] = [out[index], out[index + 1]];
    if (typeof spec !== 'object' || typeof after !== 'object' || spec.year !== null || after.year === null) continue;
    if (spec.month === null || after.month === null) continue;
    const later = spec.month > after.month || (spec.month === after.month && spec.day > after.day);
    out[index] = { ...spec, year: after.year - (later ? 1 : 0) };
  }
  return out;
}

function dated(year: number, spec: DateSpec, month: number): DayNumber | null {
  return exists(year, month, spec.day) ? numberOf(year, month, spec.day) : null;
}

function nextBare(spec: DateSpec, from: DayNumber): DayNumber | null {
  const start = civilOf(from);
  for (let step = 0; step < 3; step += 1) {
    const month = ((start.month - 1 + step) % 12) + 1;
    const year = start.year + Math.floor((start.month - 1 + step) / 12);
    const found = dated(year, spec, month);
    if (found !== null && found >= from) return found;
  }
  return null;
}

function bare(spec: DateSpec, environment: Environment, after: DayNumber | null): Found {
  if (spec.day < 1 || spec.day > 31) return { day: null, why: 'no-such-day' };
  const inBase = [...(environment.base?.keys() ?? [])].filter((day) => civilOf(day).day === spec.day);
  if (inBase.length > 1) return { day: null, why: 'which-one' };
  if (inBase[0] !== undefined) return { day: inBase[0], why: null };
  const { today } = environment;
  if (after === null && civilOf(today).day === spec.day) {
    return spec.weekday === weekdayOf(today) ? { day: today, why: null } : { day: null, why: 'which-one' };
  }
  const day = nextBare(spec, after === null ? today : after + 1);
  return day === null ? { day: null, why: 'no-such-day' } : { day, why: null };
}

function withMonth(spec: DateSpec, month: number, environment: Environment, after: DayNumber | null): Found {
  const { today } = environment;
  const thisYear = civilOf(after ?? today).year;
  if (month < 1 || month > 12 || spec.day < 1 || spec.day > 31) return { day: null, why: 'no-such-day' };
  const current = spec.year === null ? dated(thisYear, spec, month) : dated(spec.year, spec, month);
  if (spec.year !== null) {
    if (spec.year > civilOf(today).year + MAX_YEARS_AHEAD) return { day: null, why: 'too-far' };
    if (current === null) return { day: null, why: 'no-such-day' };
    return current < today ? { day: current, why: 'past' } : { day: current, why: null };
  }
  if (after === null && !environment.ahead && current !== null && current < today && today - current <= RECENT_DAYS)
    return { day: current, why: 'past' };
  const lastYear = dated(thisYear - 1, spec, month);
  if (after === null && !environment.ahead && lastYear !== null && today - lastYear <= RECENT_DAYS)
    return { day: lastYear, why: 'past' };
  if (current !== null && current >= (after ?? today)) return { day: current, why: null };
  const next = dated(thisYear + (current === null && numberOf(thisYear, month, 28) >= today ? 0 : 1), spec, month);
  return next === null ? { day: null, why: 'no-such-day' } : { day: next, why: null };
}

/** A range without months may run over the end of the month (« du 30 au 2 »), not back to front. */
function rangeEnd(start: DateSpec, end: DateSpec): AskReason | null {
  const bareRange = start.month === null && end.month === null;
  return bareRange && end.day <= start.day && !(start.day >= 25 && end.day <= 7) ? 'backwards' : null;
}

function findOne(spec: DateSpec, environment: Environment, after: DayNumber | null): Found {
  if (spec.eitherOrder) return { day: null, why: 'day-or-month' };
  const found = spec.month === null ? bare(spec, environment, after) : withMonth(spec, spec.month, environment, after);
  if (found.day === null || found.why !== null) return found;
  if (spec.weekday !== null && weekdayOf(found.day) !== spec.weekday) return { day: null, why: 'weekday-disagrees' };
  return found;
}

/** The days of a list of written dates, in its order. Members that do not come in the order of time are doubtful. */
export function findDates(written: readonly Written[], environment: Environment): readonly Found[] {
  const specs = fillYears(fillMonths(written));
  const found: Found[] = [];
  for (const [index, spec] of specs.entries()) {
    const before = found[index - 1];
    const previous = specs[index - 1];
    if (typeof spec === 'string') {
      found.push({ day: null, why: spec });
      continue;
    }
    const isEnd = written[index]?.link === 'end';
    const backwards = isEnd && typeof previous === 'object' ? rangeEnd(previous, spec) : null;
    const yearGoesOn = typeof previous === 'object' && previous.year !== null && spec.year === null;
    const start = before?.day ?? null;
    const follows = start !== null && (isEnd || yearGoesOn) && (environment.base === null || spec.month !== null);
    const one = backwards === null ? findOne(spec, environment, follows ? start : null) : { day: null, why: backwards };
    const falls =
      one.day !== null &&
      start !== null &&
      !isEnd &&
      one.day < start &&
      before?.why === null &&
      environment.base === null;
    found.push(falls && spec.year === null ? { day: null, why: 'which-one' } : one);
  }
  return found;
}
