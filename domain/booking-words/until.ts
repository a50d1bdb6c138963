import { addDays } from '../day.ts';
import type { Day } from '../day.ts';
import type { Context } from '../spoken-days/index.ts';
import { COUNTS } from './counts.ts';
import { dayAfter } from './days.ts';
import { stretchOf, take } from './line.ts';
import type { Line, Stretch } from './line.ts';

const START = String.raw`(?<!\p{L})`;
const LIMIT =
  /(?:(?:valables?|valide|posee?|tenue?|garantie|good|valid|on hold|held|hold)\s+)?(?:jusqu'?\s?(?:au|a|en)|jusqu'|jusque|until|till|til|up to|d'?\s?ici(?: a| au| le)?|by)/;
const BEFORE =
  /(?:a\s+confirmer|confirmation|confirmer|reponse|repondre|decision|to confirm|confirm|answer|reply|tbc)\s+(?:avant|before|pour|by|d'ici|au plus tard|d'ici a)/;
const LIMITS: readonly (readonly [RegExp, 'before' | 'on'])[] = [
  [new RegExp(`${START}(?:${BEFORE.source})(?!\\p{L})`, 'u'), 'before'],
  [new RegExp(`${START}(?:${LIMIT.source})(?![\\p{L}])`, 'u'), 'on'],
];
const NUMBER = String.raw`(\d{1,3}|une?|deux|trois|quatre|six|huit|dix|quinze|an?|one|two|three|four|ten)`;
const UNITS = String.raw`(jours?|jrs?|j|semaines?|sem|mois|days?|weeks?|wks?|months?)`;
const LASTING = new RegExp(
  `${START}(?:valables?|valide|posee?|tenue?|bonne?|valid|good|held|hold)\\s+(?:pour\\s+|pendant\\s+|sous\\s+|for\\s+)?${NUMBER} ?${UNITS}(?!\\p{L})|${START}(?:pour|pendant|sous|for)\\s+${NUMBER} ?${UNITS}(?!\\p{L})`,
  'u',
);

/** The same day of the month `count` months on, or the last day of that month. */
function addMonths(day: Day, count: number): Day {
  const target = Number(day.slice(5, 7)) + count;
  let moved = addDays(day, count * 28);
  while ((Number(moved.slice(5, 7)) - target) % 12 !== 0 || moved.slice(8) < day.slice(8)) {
    const next = addDays(moved, 1);
    if ((Number(next.slice(5, 7)) - target) % 12 === 1) break;
    moved = next;
  }
  return moved;
}

/** Days meant by « 15 jours », « deux semaines », « un mois » from a day on; null beyond a year. */
export function lengthFrom(day: Day, count: string, unit: string): Day | null {
  const number = COUNTS[count] ?? Number(count);
  if (!Number.isInteger(number) || number < 1) return null;
  if (/^(?:mois|month)/.test(unit)) return number > 12 ? null : addMonths(day, number);
  const days = /^(?:sem|w)/.test(unit) ? number * 7 : number;
  return days > 370 ? null : addDays(day, days);
}

/** « du 13 jusqu'au 15 »: the end of a range of days rather than of an option. */
function endsRange(line: Line, at: number): boolean {
  return /(?:^|[^\p{L}])(?:du|de|des|from|between|depuis)\s[^\uE000,;]{1,24}$/u.test(line.flat.slice(0, at));
}

interface Until {
  readonly line: Line;
  readonly day: Day | null;
}

function taken(line: Line, at: Stretch, day: Day): Until {
  return { line: take(line, at), day };
}

/** The last day on which an option holds: « jusqu'au 20 », « valable 15 jours », « à confirmer avant vendredi » (the day before). */
export function takeValidity(line: Line, context: Context): Until {
  for (const [pattern, kind] of LIMITS) {
    const match = pattern.exec(line.flat);
    if (match === null || (kind === 'on' && endsRange(line, match.index))) continue;
    const { from, to } = stretchOf(match);
    const found = dayAfter(line, to, context);
    if (found === null || found.day === null) continue;
    const strict = /(?:avant|before)$/.test(match[0]);
    return taken(line, { from, to: found.to }, strict ? addDays(found.day, -1) : found.day);
  }
  const lasting = LASTING.exec(line.flat);
  const [count, unit] = [lasting?.[1] ?? lasting?.[3], lasting?.[2] ?? lasting?.[4]];
  if (lasting === null || count === undefined || unit === undefined) return { line, day: null };
  const day = lengthFrom(context.today, count, unit);
  return day === null ? { line, day: null } : taken(line, stretchOf(lasting), day);
}

const EMBARGO =
  /(?<!\p{L})(?:(?:sous |under )?embargo|pas d'annonces?(?: publique)?|ne pas annoncer|pas annoncer|no (?:public )?announcements?|do not announce|don't announce|not to be announced|annonce (?=a partir|des|le|pas)|announce (?=from|after|on))(?!\p{L})\s*(?:pas\s)?(?:(?:jusqu'?\s?(?:au|a|en)|jusqu'|until|till|til|avant|before|a partir du|a partir de|des|from|on)(?!\p{L}))?/u;

/** No public word until a day, or until the organiser says so. */
export function takeEmbargo(
  line: Line,
  context: Context,
): { readonly line: Line; readonly embargo: { readonly until: Day | null } | null } {
  const match = EMBARGO.exec(line.flat);
  if (match === null) return { line, embargo: null };
  const { from, to } = stretchOf(match);
  const found = dayAfter(line, to, context);
  const bounded = !/(?:embargo|annonces?|publique|annoncer|announcements?|announce|announced)\s*$/.test(match[0]);
  if (
    found !== null &&
    found.day !== null &&
    (bounded || /embargo|annonce|announce/.test(match[0])) &&
    (bounded || /embargo/.test(match[0]))
  )
    return { line: take(line, { from, to: found.to }), embargo: { until: found.day } };
  if (bounded) return { line, embargo: null };
  return { line: take(line, { from, to }), embargo: { until: null } };
}

const CONDITION =
  /(?<!\p{L})(?:(?:uniquement |seulement |only )?(?:si|s'(?=ils?(?!\p{L})))|sous reserves?(?: (?:de|du|des|que)(?!\p{L})| d'| qu')?|a (?:la )?condition(?: (?:de|que)(?!\p{L})| d'| qu')?|if|provided(?: that)?|subject to|on condition(?: that)?|as long as)(?:(?!\p{L})|(?<='))\s*/u;

/** The text after « si », « sous réserve de », « à condition de », to the next mark; numbers in it are not read. */
export function takeConditions(line: Line): { readonly line: Line; readonly conditions: string | null } {
  const match = CONDITION.exec(line.flat);
  if (match === null) return { line, conditions: null };
  const { from, to } = stretchOf(match);
  const length = /[,.;](?!\d)|\n|\uE000/u.exec(line.flat.slice(to))?.index ?? line.flat.length - to;
  const conditions = line.source.slice(to, to + length).trim();
  return conditions === '' ? { line, conditions: null } : { line: take(line, { from, to: to + length }), conditions };
}
