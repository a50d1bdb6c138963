import { is, skip } from './syntax.ts';
import type { Lexeme } from '../lexemes.ts';
import type { Match, Phrase, Source, Unit } from './syntax.ts';
import { unitAt } from './units.ts';

interface Joint {
  readonly next: number;
  readonly or: boolean;
}

const JOINTS = ['comma', 'and', 'or', 'nor', 'slash', 'break', 'dash'] as const;

function jointAt(source: Source, at: number, previous: Unit): Joint | null {
  let next = at;
  let or = false;
  while (is(source, next, ...JOINTS)) {
    or ||= is(source, next, 'or');
    next += 1;
  }
  if (next > at) return { next, or };
  return juxtaposed(source, at, previous) ? { next: at, or: false } : null;
}

/** « 12 13 et 14 mars », « ven 27 sam 28 »: no joint, but not « 12 mars 27 », whose 27 may be a year. */
function juxtaposed(source: Source, at: number, { core }: Unit): boolean {
  if (core.type !== 'dates' && core.type !== 'range') return false;
  if (is(source, at, 'dm', 'dmy', 'iso', 'weekday')) return true;
  if (!is(source, at, 'number', 'ordinal')) return false;
  const last = core.type === 'dates' ? core.specs.at(-1) : undefined;
  return (
    last?.month === null ||
    (last?.monthFirst === true && !is(source, at + 1, 'dash', 'to')) ||
    is(source, at + 1, 'month')
  );
}

function memberAt(source: Source, joint: Joint, previous: Unit): Match<Unit> | null {
  const dated = previous.core.type === 'dates' || previous.core.type === 'range' || previous.core.type === 'month';
  return weeksGoOn(source, joint.next, previous) ?? source.unit(joint.next, dated);
}

/** « semaines 50 et 51 » */
function weeksGoOn(source: Source, at: number, previous: Unit): Match<Unit> | null {
  if (previous.core.type !== 'week-number' || !is(source, at, 'number') || is(source, at + 1, 'month')) return null;
  const week = source.lexemes[at]?.value ?? 0;
  return { value: { ...previous, core: { type: 'week-number', week, year: previous.core.year } }, next: at + 1 };
}

/** « mardi et jeudi de la semaine prochaine »: the bound is said once for all. */
function shareBounds(units: readonly Unit[]): readonly Unit[] {
  const shared = [...units];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [unit, after] = [shared[index], shared[index + 1]];
    const both = unit?.core.type === 'weekday' && after?.core.type === 'weekday';
    if (!both || unit.core.type !== 'weekday' || after.core.type !== 'weekday') continue;
    if (unit.core.bound !== null || unit.core.shift !== 'none') continue;
    const each = unit.core.each || (index > 0 ? false : after.core.each && unit.core.habit);
    shared[index] = {
      ...unit,
      core: { ...unit.core, each, bound: after.core.bound, habit: after.core.bound === null && unit.core.habit },
    };
  }
  return spreadEach(shared);
}

/** « tous les lundis et mardis », « les lundis et mardi » */
function spreadEach(units: readonly Unit[]): readonly Unit[] {
  return units.map((unit, index) => {
    const before = units[index - 1];
    if (
      unit.core.type !== 'weekday' ||
      before?.core.type !== 'weekday' ||
      !before.core.each ||
      unit.core.shift !== 'none'
    )
      return unit;
    return { ...unit, core: { ...unit.core, each: true, habit: false } };
  });
}

function exceptAt(source: Source, at: number): Match<Phrase> | null {
  const begin = skip(source, at, 'comma', 'open', 'break', 'stop', 'but');
  if (!is(source, begin, 'except')) return null;
  const found = source.phrase(skip(source, begin + 1, 'in', 'of', 'colon'));
  if (found === null || found.value.except !== null) return null;
  const closing = is(source, at, 'open') && is(source, found.next, 'close') ? 1 : 0;
  return { value: found.value, next: found.next + closing };
}

/** « 12 et 13 mars », « : 12, 13 et 20 »: a list may open with a bare number when a month closes it or a colon announces it. */
function bareListAt(source: Source, at: number): Match<Unit> | null {
  if (!is(source, at, 'number')) return null;
  const end = skip(source, at, 'number', 'ordinal', ...JOINTS, 'plural', 'the', 'to');
  const announced = is(source, at - 1, 'colon') && end > at + 1;
  return announced ||
    is(source, end, 'month') ||
    (is(source, end - 1, 'number') && is(source, end, 'of') && is(source, end + 1, 'month'))
    ? source.unit(at, true)
    : null;
}

function phraseAt(source: Source, at: number): Match<Phrase> | null {
  const lead = skip(source, at, 'or', 'nor');
  let or = is(source, at, 'or');
  const strict = source.unit(lead, lead > at);
  const first = strict ?? bareListAt(source, lead);
  if (first === null) return null;
  const units = [first.value];
  let { next } = first;
  for (let last = first.value; ;) {
    const joint = jointAt(source, next, last);
    const member = joint === null ? null : memberAt(source, joint, last);
    if (joint === null || member === null || member.value.core.type === 'part') break;
    or ||= joint.or;
    units.push(member.value);
    last = member.value;
    ({ next } = member);
  }
  next = skip(source, next, 'included');
  const except = exceptAt(source, next);
  return {
    value: { units: shareBounds(units), alternatives: or, except: except?.value ?? null },
    next: except?.next ?? next,
  };
}

/** Each rule is tried once a place: without it, rules that retry inside each other cost exponential time on hostile text. */
function remember<T>(known: Map<number, T>, key: number, read: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = read();
  known.set(key, value);
  return value;
}

/** The rules over a row of lexemes, tied together. */
export function sourceOf(lexemes: readonly Lexeme[], language: 'fr' | 'en'): Source {
  const phrases = new Map<number, Match<Phrase> | null>();
  const units = new Map<number, Match<Unit> | null>();
  const source: Source = {
    lexemes,
    language,
    phrase: (at) => remember(phrases, at, () => phraseAt(source, at)),
    unit: (at, loose) => remember(units, 2 * at + (loose ? 1 : 0), () => unitAt(source, at, loose)),
  };
  return source;
}
