import type { DayPart, Hours, PartOfDay } from '../day.ts';
import { toDay, toNumber } from './calendar.ts';
import type { DayNumber } from './calendar.ts';

/** Minutes since midnight, `from` included, `to` excluded. The agency day runs from 06:00 (360) to 06:00 the next day (1800). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Which spans of which days: spans are sorted, disjoint and never empty. */
export type DaySet = ReadonlyMap<DayNumber, readonly Span[]>;

/** The whole agency day. */
export const WHOLE: Span = { from: 360, to: 1800 };

const PARTS: readonly (Span & { readonly name: PartOfDay })[] = [
  { name: 'morning', from: 360, to: 720 },
  { name: 'afternoon', from: 720, to: 1080 },
  { name: 'evening', from: 1080, to: 1800 },
];

/** The span of a named part of the day. */
export function spanOfPart(part: PartOfDay): Span {
  const found = PARTS.find(({ name }) => name === part);
  return found === undefined ? WHOLE : { from: found.from, to: found.to };
}

/** The days from `first` to `last`, both included, each with the given span. */
export function span(first: DayNumber, last: DayNumber, within: Span = WHOLE): DaySet {
  const set = new Map<DayNumber, readonly Span[]>();
  for (let day = first; day <= last; day += 1) set.set(day, [within]);
  return set;
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const next of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && next.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else merged.push(next);
  }
  return merged;
}

/** Everything in any of the sets. */
export function union(sets: readonly DaySet[]): DaySet {
  const all = new Map<DayNumber, readonly Span[]>();
  for (const set of sets) {
    for (const [day, spans] of set) {
      const before = all.get(day);
      all.set(day, before === undefined ? spans : mergeSpans([...before, ...spans]));
    }
  }
  return all;
}

function cut(spans: readonly Span[], holes: readonly Span[]): readonly Span[] {
  return holes.reduce<readonly Span[]>(
    (left, hole) =>
      left
        .flatMap(({ from, to }) => [
          { from, to: Math.min(to, hole.from) },
          { from: Math.max(from, hole.to), to },
        ])
        .filter(({ from, to }) => from < to),
    spans,
  );
}

/** What is in `base` and not in `holes`. */
export function subtract(base: DaySet, holes: DaySet): DaySet {
  const left = new Map<DayNumber, readonly Span[]>();
  for (const [day, spans] of base) {
    const remaining = cut(spans, holes.get(day) ?? []);
    if (remaining.length > 0) left.set(day, remaining);
  }
  return left;
}

/** The days of `set` that pass, spans kept. */
export function filterDays(set: DaySet, keep: (day: DayNumber) => boolean): DaySet {
  return new Map([...set].filter(([day]) => keep(day)));
}

/** Whether every moment of `part` is in `whole`. */
export function contains(whole: DaySet, part: DaySet): boolean {
  return subtract(part, whole).size === 0;
}

/** Whether the two share a moment. */
export function overlaps(one: DaySet, other: DaySet): boolean {
  const shared = filterDays(one, (day) => other.has(day));
  return [...shared].some(([day, spans]) => {
    const left = cut(spans, other.get(day) ?? []);
    return JSON.stringify(left) !== JSON.stringify(spans);
  });
}

/** `HH:MM` of minutes since midnight, past midnight wrapping to the early hours. */
export function clock(minutes: number): string {
  const wrapped = minutes % 1440;
  return `${String(Math.floor(wrapped / 60)).padStart(2, '0')}:${String(wrapped % 60).padStart(2, '0')}`;
}

function partsOfSpan({ from, to }: Span): readonly (PartOfDay | 'day' | Hours)[] {
  if (from === WHOLE.from && to === WHOLE.to) return ['day'];
  const named = PARTS.filter((part) => part.from >= from && part.to <= to);
  const exact = named[0]?.from === from && named.at(-1)?.to === to;
  return exact ? named.map(({ name }) => name) : [{ from: clock(from), to: to === WHOLE.to ? null : clock(to) }];
}

/** The public form, in the order of days and hours. */
export function toParts(set: DaySet): DayPart[] {
  return [...set]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, spans]) => spans.flatMap(partsOfSpan).map((part) => ({ day: toDay(day), part })));
}

/** Minutes of an `HH:MM`; before 06:00 it is the night that follows, so 24 h are added. */
function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  const since = hours * 60 + minutes;
  return since < WHOLE.from ? since + 1440 : since;
}

function spanOf(part: DayPart['part']): Span {
  if (part === 'day') return WHOLE;
  if (typeof part === 'string') return spanOfPart(part);
  const to = part.to === null ? WHOLE.to : minutesOf(part.to);
  return { from: minutesOf(part.from), to: part.to === '06:00' ? WHOLE.to : to };
}

/** Back from the public form. */
export function fromParts(parts: readonly DayPart[]): DaySet {
  return union(parts.map(({ day, part }) => new Map([[toNumber(day), [spanOf(part)]]])));
}
