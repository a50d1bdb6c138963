import { spanOfPart, WHOLE } from '../day-set.ts';
import type { Span } from '../day-set.ts';
import type { PartOfDay } from '../../day.ts';
import { is, skip, valueAt } from './syntax.ts';
import type { Match, Source, Times } from './syntax.ts';

const NAMES: readonly PartOfDay[] = ['morning', 'afternoon', 'evening'];
const DAWN = 180;
const NOON = 720;

function timeAt(source: Source, at: number): Match<number> | null {
  if (is(source, at, 'noon')) return { value: NOON, next: at + 1 };
  if (is(source, at, 'midnight')) return { value: 1440, next: at + 1 };
  const spoken = is(source, at, 'number') && is(source, at + 1, 'hourword');
  if (spoken) return valueAt(source, at) <= 24 ? { value: valueAt(source, at) * 60, next: at + 2 } : null;
  if (!is(source, at, 'time')) return null;
  const value = valueAt(source, at);
  if (is(source, at + 1, 'from') && is(source, at + 2, 'part')) {
    const later = valueAt(source, at + 2) > 1 && value < NOON;
    return { value: later ? value + NOON : value, next: at + 3 };
  }
  return { value, next: at + 1 };
}

/** « 14-18h », "2 to 6pm": the first number borrows the second's unit. */
function bareStartAt(source: Source, at: number): Match<number> | null {
  if (!is(source, at, 'number') || !is(source, at + 1, 'dash', 'to', 'at', 'and') || valueAt(source, at) > 24)
    return null;
  const end = timeAt(source, at + 2);
  if (end === null) return null;
  const start = valueAt(source, at) * 60;
  const afternoon =
    source.language === 'en' &&
    start + NOON < end.value &&
    start < NOON &&
    /p\.?m/.test(source.lexemes[at + 2]?.text ?? '');
  return { value: afternoon ? start + NOON : start, next: at + 1 };
}

function times(span: Span, early: boolean, why: Times['why'] = null): Times {
  return { spans: [span], early, style: 'article', why, point: null, clock: true };
}

function closed(from: number, to: number): Times {
  const night = from < DAWN && to <= WHOLE.from;
  if (night) return from < to ? times({ from: from + 1440, to: to + 1440 }, true) : times(WHOLE, false, 'backwards');
  if (from < WHOLE.from) return times(WHOLE, false, 'which-one');
  const end = to <= WHOLE.from ? to + 1440 : to;
  if (from < 1440 && from < end) return times({ from, to: end }, false);
  return times(WHOLE, false, 'backwards');
}

function openFrom(from: number): Times {
  if (from < DAWN) return times({ from: from + 1440, to: WHOLE.to }, true);
  if (from < WHOLE.from || from >= 1440) return times(WHOLE, false, 'which-one');
  return times({ from, to: WHOLE.to }, false);
}

function openTo(to: number): Times {
  const end = to < DAWN ? to + 1440 : to;
  return end <= WHOLE.from ? times(WHOLE, false, 'which-one') : times({ from: WHOLE.from, to: end }, false);
}

function hoursAt(source: Source, at: number): Match<Times> | null {
  if (is(source, at, 'until', 'before')) {
    const end = timeAt(source, skip(source, at + 1, 'at', 'the'));
    return end === null ? null : { value: openTo(end.value), next: end.next };
  }
  const begin = skip(source, at, 'starting', 'after', 'from', 'of', 'at', 'between', 'to', 'in');
  if (begin - at > 2) return null;
  const start = timeAt(source, begin) ?? bareStartAt(source, begin);
  if (start === null) return null;
  const joint = skip(source, start.next, 'and', 'dash', 'to', 'at', 'until');
  const joined = joint > start.next && (is(source, at, 'between') || !is(source, start.next, 'and'));
  const end = joined ? timeAt(source, joint) : null;
  if (end !== null) return { value: closed(start.value, end.value), next: end.next };
  if (is(source, at, 'between')) return null;
  const pointNoon = begin === at && is(source, begin, 'noon');
  if (pointNoon)
    return { value: { ...times({ from: NOON, to: NOON + 120 }, false), style: 'bare', point: NOON }, next: start.next };
  const bounded = is(source, at, 'starting', 'after', 'from', 'of');
  return { value: { ...openFrom(start.value), point: bounded ? null : start.value }, next: start.next };
}

function partAt(source: Source, at: number): Match<Times> | null {
  const begin = skip(source, at, 'each', 'all', 'the', 'plural', 'in', 'at', 'to', 'from', 'of');
  if (begin - at > 3) return null;
  const style = begin === at ? 'bare' : is(source, at, 'to') ? 'at' : 'article';
  if (is(source, begin, 'allday'))
    return { value: { spans: [WHOLE], early: false, style, why: null, point: null, clock: false }, next: begin + 1 };
  if (is(source, begin, 'noon') && begin > at) {
    return {
      value: { spans: [{ from: NOON, to: NOON + 120 }], early: false, style, why: null, point: null, clock: false },
      next: begin + 1,
    };
  }
  const name = is(source, begin, 'night')
    ? 'evening'
    : is(source, begin, 'part')
      ? NAMES[valueAt(source, begin) - 1]
      : undefined;
  return name === undefined
    ? null
    : {
        value: { spans: [spanOfPart(name)], early: false, style, why: null, point: null, clock: false },
        next: begin + 1,
      };
}

function oneAt(source: Source, at: number): Match<Times> | null {
  return partAt(source, at) ?? hoursAt(source, at);
}

function merge(one: Times, other: Times): Times {
  const mixed = one.early !== other.early;
  return {
    ...one,
    point: null,
    spans: [...one.spans, ...other.spans],
    why: one.why ?? other.why ?? (mixed ? 'part-scope' : null),
  };
}

/** « matin et soir », « matin, 14 h à 16 h et soir » (the comma inside brackets only). */
function severalAt(source: Source, at: number, inBrackets: boolean): Match<Times> | null {
  let all = oneAt(source, at);
  while (all !== null) {
    const joint = skip(source, all.next, 'and', ...(inBrackets ? (['comma'] as const) : []));
    const more = joint === all.next ? null : inBrackets ? oneAt(source, joint) : partAt(source, joint);
    const another = more === null || (!inBrackets && is(source, more.next, 'from', 'of', 'number', 'weekday'));
    if (more === null || another) break;
    all = { value: merge(all.value, more.value), next: more.next };
  }
  return all;
}

/** The parts of the day or hours written at `at`, in brackets or not. */
export function timesAt(source: Source, at: number): Match<Times> | null {
  if (!is(source, at, 'open')) return severalAt(source, at, false);
  const inside = severalAt(source, at + 1, true);
  if (inside === null || !is(source, inside.next, 'close')) return null;
  return { value: { ...inside.value, style: 'bracket' }, next: inside.next + 1 };
}
