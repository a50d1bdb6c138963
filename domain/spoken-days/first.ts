import { exists, numberOf, toNumber, weekdayOf, civilOf } from './calendar.ts';
import { span, subtract, toParts, union } from './day-set.ts';
import type { DaySet } from './day-set.ts';
import type { Context, Kind, Reading } from './types.ts';

const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

function date(day: string, month: string | undefined, today: number): number | null {
  const now = civilOf(today);
  const wanted = month === undefined ? null : MONTHS.indexOf(month) + 1;
  for (let step = 0; step < 14; step += 1) {
    const year = now.year + Math.floor((now.month - 1 + step) / 12);
    const at = ((now.month - 1 + step) % 12) + 1;
    if (wanted !== null && wanted !== at) continue;
    if (!exists(year, at, Number(day))) continue;
    const found = numberOf(year, at, Number(day));
    if (found >= today) return found;
  }
  return null;
}

function dates(text: string, today: number): DaySet | null {
  const month = `(?:\\s+(${MONTHS.join('|')}))?`;
  const range = new RegExp(`du (\\d+)${month} au (\\d+)${month}`).exec(text);
  if (range?.[1] !== undefined && range[3] !== undefined) {
    const from = date(range[1], range[2] ?? range[4], today);
    const to = date(range[3], range[4], today);
    return from === null || to === null || to < from ? null : span(from, to);
  }
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso !== null)
    return span(
      numberOf(Number(iso[1]), Number(iso[2]), Number(iso[3])),
      numberOf(Number(iso[1]), Number(iso[2]), Number(iso[3])),
    );
  const one = new RegExp(`(?:le )?(\\d+)${month}`).exec(text);
  if (one?.[1] !== undefined) {
    const found = date(one[1], one[2], today);
    return found === null ? null : span(found, found);
  }
  if (text.includes('demain')) return span(today + 1, today + 1);
  const wd = DAYS.findIndex((name) => text.includes(name));
  if (wd < 0) return null;
  const on = today + ((wd + 1 - weekdayOf(today) + 7) % 7 || 7);
  return span(on, on);
}

/** Simple forms only. */
export function first(text: string, given: Kind | null, context: Context): Reading {
  const flat = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  const today = toNumber(context.today);
  const [base = '', hole] = flat.split(/\bsauf\b/);
  const set = dates(base, today);
  const holes = hole === undefined ? null : dates(hole, today);
  const kind =
    given ?? (/pas dispo|indispo|pas la|absent/.test(flat) ? 'absence' : /dispo|libre/.test(flat) ? 'presence' : null);
  if (set === null)
    return kind === null
      ? { type: 'none', why: 'nothing-said' }
      : { type: 'ask', why: 'no-day', kind, understood: [], unread: null };
  const parts = toParts(subtract(set, holes ?? union([])));
  if (kind === null) return { type: 'ask', why: 'kind', kind: null, understood: parts, unread: null };
  return {
    type: 'days',
    kind,
    parts,
    firstPerson: true,
    ...(/finalement|en fait/.test(flat) ? { correction: true } : {}),
  };
}
