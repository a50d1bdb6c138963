import { stretchOf } from '../booking-words/line.ts';
import type { Stretch } from '../booking-words/line.ts';
import { clocksIn } from './clocks.ts';
import type { Clock } from './clocks.ts';

/** One hour as said, with what belongs to it. */
export interface TimeSaid extends Stretch {
  /** Null: « à confirmer ». */
  readonly time: string | null;
  /** « au lieu de 13h » */
  readonly was: string | null;
  /** « 16h-18h »: where it ends. */
  readonly until: Clock | null;
  /** « 16h ou 17h », « 25h »: not to be taken. */
  readonly doubtful: boolean;
}

const ARROW = '(?:-{0,2}>|=>|[→➔➜➡⇒➝⟶]\uFE0F?|-{2,})';
const INSTEAD =
  /^\s?\(?\s?(?:au lieu d[e']|a la place de|et (?:non|pas|plus)(?: pas| plus)?|non|pas|instead of|rather than|and not|not|was|etait|avant c'etait|previously|initialement|prevue? avant)\s?(?:a|at|les)?\s?$/u;
const BECOMES = new RegExp(String.raw`^\s?${ARROW}\s?$`, 'u');
const TO = /^\s?(?:-|a|to|until|till|jusqu'a|>)\s?$/u;
const OR = /^\s?(?:ou(?: bien)?|or|\/)\s?(?:a |at )?\s?$/u;
const BUT = /^\s?,?\s?(?:mais|but|plutot)\s?(?:a|at|c'est|it's)?\s?(?:a |at )?$/u;
const MOVED =
  /(?:passe|passent|decalee?s?|avancee?s?|repoussee?s?|deplacee?s?|recule|reculee?s?|moved|moves|pushed|changed|changes|goes|shifted)\s(?:de|from)\s$/u;
const NOT_ANY_MORE = /(?:n'est |c'est |is |est )?(?:plus|pas|no longer|not)\s(?:a |at )?$/u;
const FROM_HOUR = /(?<!\p{L})(?:de|from|entre|between)\s$/u;
const OPEN =
  /(?<!\p{L})(?:(?:reste |encore |est )?a (?:confirmer|preciser|definir|caler|voir|determiner)|t\.?b\.?[acd]\.?|to be (?:confirmed|announced|defined)|pas encore (?:connue?|calee?|fixee?|confirmee?)|en attente|not known yet|unknown)(?!\p{L})/gu;

type Bond = 'was' | 'becomes' | 'until' | 'or' | null;

function bondOf(flat: string, first: Stretch, second: Stretch): { readonly bond: Bond; readonly lead: number } {
  const gap = flat.slice(first.to, second.from);
  const before = flat.slice(0, first.from);
  const lead = (pattern: RegExp): number => pattern.exec(before)?.[0].length ?? 0;
  if (gap.length > 40) return { bond: null, lead: 0 };
  if (OR.test(gap)) return { bond: 'or', lead: 0 };
  if (INSTEAD.test(gap)) return { bond: 'was', lead: 0 };
  if (BECOMES.test(gap)) return { bond: 'becomes', lead: 0 };
  if (BUT.test(gap) && NOT_ANY_MORE.test(before)) return { bond: 'becomes', lead: lead(NOT_ANY_MORE) };
  if (TO.test(gap)) {
    return MOVED.test(before) ? { bond: 'becomes', lead: lead(MOVED) } : { bond: 'until', lead: lead(FROM_HOUR) };
  }
  return { bond: null, lead: 0 };
}

function alone(clock: Clock): TimeSaid {
  return { from: clock.from, to: clock.to, time: clock.time, was: null, until: null, doubtful: clock.time === null };
}

function joined(flat: string, first: Clock, second: Clock): TimeSaid | null {
  const { bond, lead } = bondOf(flat, first, second);
  if (bond === null) return null;
  const closes = /^\s?\)/.exec(flat.slice(second.to));
  const opened = flat.slice(first.to, second.from).includes('(');
  const stretch = { from: first.from - lead, to: second.to + (opened ? (closes?.[0].length ?? 0) : 0) };
  const doubtful = bond === 'or' || first.time === null || second.time === null || (bond === 'was' && lead > 0);
  if (bond === 'until') return { ...stretch, time: first.time, was: null, until: second, doubtful };
  return bond === 'was'
    ? { ...stretch, time: first.time, was: second.time, until: null, doubtful }
    : { ...stretch, time: second.time, was: first.time, until: null, doubtful };
}

/** The hours of a folded text in order: « 12h45 au lieu de 13h », « 12h45 -> 13h » and « 16h-18h » are one each. */
export function timesIn(flat: string): readonly TimeSaid[] {
  const clocks = clocksIn(flat);
  const said: TimeSaid[] = [];
  for (let at = 0; at < clocks.length; at += 1) {
    const [first, second] = [clocks[at], clocks[at + 1]];
    if (first === undefined) break;
    const both = second === undefined ? null : joined(flat, first, second);
    said.push(both ?? alone(first));
    if (both !== null) at += 1;
  }
  const open = [...flat.matchAll(OPEN)].map((match): TimeSaid => ({
    ...stretchOf(match),
    time: null,
    was: null,
    until: null,
    doubtful: false,
  }));
  return [...said, ...open].sort((a, b) => a.from - b.from);
}
