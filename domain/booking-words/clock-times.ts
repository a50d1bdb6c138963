import { noTimes } from '../deal-terms.ts';
import type { Times } from '../deal-terms.ts';
import { stretchOf, take } from './line.ts';
import type { Line, Stretch } from './line.ts';

type Slot = keyof Times;

const WORDS: readonly (readonly [Slot, string])[] = [
  ['soundcheck', 'balances?|sound ?checks?|sound-check|line ?check|line-check'],
  ['doors', 'ouverture(?: des)? portes|ouverture|portes|doors?(?: open)?|opening'],
  ['end', 'fin(?: de)?(?: (?:son|concert|set|du concert))?|couvre[- ]feu|curfew|end|ends'],
  ['arrival', 'arrivee?s?|arr|load[- ]?in|get[- ]?in|arrival|arrive|rdv sur place'],
  [
    'set',
    'heure de passage|passage|passe|on joue|joue|jeu|concert|show|set ?time|set|stage time|on stage|onstage|stage|plays?',
  ],
];
const LABEL = WORDS.map(([slot, words]) => `(?<${slot}>${words})`).join('|');
const BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:${LABEL})\s?(?:[:=@]|(?:vers|a|at|around|prevue?|prevu)(?!\p{L}))?\s*$`,
  'u',
);
const AFTER = new RegExp(String.raw`^\s?:?\s?(?:${LABEL})(?!\p{L})`, 'u');
const CLOCK =
  /(?<![\d\p{L}/.,:])(?:(?<half>\d{1,2})(?::(?<past>\d{2}))? ?(?<meridiem>[ap])\.?m\b\.?|(?<hour>\d{1,2})(?: ?h(?:eures?|rs?)? ?(?<minute>\d{2})?|:(?<colon>\d{2}))(?![\d\p{L}:])|(?<named>minuit|midi|midnight|noon)(?!\p{L}))/gu;

interface Clock extends Stretch {
  readonly minutes: number;
  /** Written « 1h », « 2H »: hours of the night, ranks of options. */
  readonly short: boolean;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function clockOf(match: RegExpExecArray): Clock | null {
  const { half, past, meridiem, hour, minute, colon, named } = match.groups ?? {};
  const at = stretchOf(match);
  const to = at.to - (match[0].endsWith(' ') ? 1 : 0);
  if (named !== undefined)
    return { from: at.from, to, minutes: /^mi(?:nuit|dnight)/.test(named) ? 0 : 720, short: false };
  const [h, m] = [Number(half ?? hour), Number(past ?? minute ?? colon ?? 0)];
  if (m > 59 || h > 24 || (h === 24 && m > 0)) return null;
  if (meridiem !== undefined)
    return h < 1 || h > 12
      ? null
      : { from: at.from, to, minutes: ((h % 12) + (meridiem === 'p' ? 12 : 0)) * 60 + m, short: false };
  return {
    from: at.from,
    to,
    minutes: (h % 24) * 60 + m,
    short: minute === undefined && colon === undefined && h <= 9,
  };
}

function slotOf(match: RegExpExecArray | null): Slot | null {
  return WORDS.find(([slot]) => match?.groups?.[slot] !== undefined)?.[0] ?? null;
}

/** « set 1h15 », « durée 1h15 »: how long rather than when. */
function isLength(clock: Clock, lead: string, label: string | undefined): boolean {
  const brief = clock.minutes > 0 && clock.minutes <= 180;
  return (
    /(?:duree|pendant|length|set de|concert de|show de|long)\s?:?\s?(?:de )?$/u.test(lead) ||
    (brief && (label === undefined || /^(?:set|show|concert|jeu)$/.test(label)))
  );
}

interface Draft {
  line: Line;
  readonly times: Map<Slot, Clock>;
  readonly bare: Clock[];
}

function place(draft: Draft, clock: Clock): void {
  const { line } = draft;
  const lead = line.flat.slice(0, clock.from);
  const before = BEFORE.exec(lead);
  const after = before === null ? AFTER.exec(line.flat.slice(clock.to)) : null;
  const label = before ?? after;
  const slot = slotOf(label);
  const word = slot === null ? undefined : label?.groups?.[slot];
  if (isLength(clock, lead, word)) return;
  if (slot === null) {
    draft.bare.push(clock);
    return;
  }
  if (draft.times.has(slot)) return;
  draft.times.set(slot, clock);
  const from = before === null ? clock.from : before.index;
  draft.line = take(line, { from, to: after === null ? clock.to : clock.to + after[0].length });
}

/** « 21h30-22h45 », « de 21h30 à 22h45 »: the set, from when to when. */
function takeStretch(line: Line): { readonly line: Line; readonly set: Clock | null; readonly end: Clock | null } {
  const clocks = [...line.flat.matchAll(CLOCK)].flatMap((match) => clockOf(match) ?? []);
  for (const [index, from] of clocks.entries()) {
    const to = clocks[index + 1];
    if (to === undefined || !/^\s?(?:-|a|>|to|until|jusqu'a)\s?$/u.test(line.flat.slice(from.to, to.from))) continue;
    const before = BEFORE.exec(line.flat.slice(0, from.from).replace(/(?:de|from)\s$/u, ''));
    if (before !== null && slotOf(before) !== 'set') continue;
    const lead = /(?:de|from)\s$/u.exec(line.flat.slice(0, from.from));
    const start = before?.index ?? lead?.index ?? from.from;
    return { line: take(line, { from: start, to: to.to }), set: from, end: to };
  }
  return { line, set: null, end: null };
}

function said(clock: Clock | null | undefined): string | null {
  return clock === null || clock === undefined
    ? null
    : `${two(Math.floor(clock.minutes / 60))}:${two(clock.minutes % 60)}`;
}

/** What was read of the clock; `unread` holds times of which nothing says what they are, taken from the line all the same. */
export interface TimesFound {
  readonly line: Line;
  readonly times: Times;
  readonly unread: readonly Stretch[];
}

/**
 * The clock times of a line, by the word before or after them; one time without a word is the set. Lengths (« set 1h15 ») and
 * what could be the rank of an option (« 2h ») stay unread, but no day may take them for its hours.
 */
export function takeTimes(given: Line): TimesFound {
  const stretch = takeStretch(given);
  const draft: Draft = { line: stretch.line, times: new Map(), bare: [] };
  if (stretch.set !== null && stretch.end !== null) draft.times.set('set', stretch.set).set('end', stretch.end);
  for (const match of stretch.line.flat.matchAll(CLOCK)) {
    const clock = clockOf(match);
    if (clock !== null) place(draft, clock);
  }
  const [only, second] = draft.bare.filter(({ short }) => !short);
  if (only !== undefined && second === undefined && !draft.times.has('set')) {
    draft.times.set('set', only);
    draft.line = take(draft.line, only);
  }
  const unread = [...draft.line.flat.matchAll(CLOCK)].flatMap((match) => clockOf(match) ?? []);
  const slots = Object.fromEntries([...draft.times].map(([slot, clock]) => [slot, said(clock)]));
  return { line: unread.reduce<Line>(take, draft.line), times: { ...noTimes, ...slots }, unread };
}
