import { quote, take } from '../booking-words/line.ts';
import type { Line, Stretch } from '../booking-words/line.ts';
import { hourWordsIn } from './hour-words.ts';
import type { HourWord } from './hour-words.ts';
import { lengthsIn } from './lengths.ts';
import { timesIn } from './time-said.ts';
import type { TimeSaid } from './time-said.ts';
import type { SheetChange } from './types.ts';

/** A change with the words that say it, so that two that contradict each other can be handed back. */
export interface Said {
  readonly change: SheetChange;
  readonly words: string;
}

/** What was found in a line, which is handed on without it. */
export interface Found {
  readonly line: Line;
  readonly said: readonly Said[];
}

/** What may stand between the word and its hour. */
const BEFORE =
  /^(?:[\s\uE000:=|@~\-–.]|\b(?:prevue?s?|a|au|at|vers|les|around|about|est|sont|is|are|sera|will be|by|pour|ca|des|a partir de|from|passe(?:nt)?|decalee?s?|avancee?s?|repoussee?s?|deplacee?s?|moved|pushed|now|to|maintenant|desormais|finalement|plutot|donc|c'est|ce sera|sur place|du groupe)\b)*$/u;
const AFTER = /^(?:[\s\uE000:=|>\-–→./]|\b(?:c'est|for|pour|la|le|les|l'|our|the)(?!\p{L}))*$/u;
/** « arrivée / déchargement 15h »: one hour for both. */
const BOTH = /^\s?(?:[/&+]|et|and)\s?(?:(?:le|la|les|l'|the)\s?)?$/u;
/** « set 1h15 » may be how long or when. */
const EITHER = /^(?:set|show|concert)$/u;

type Item =
  | { readonly type: 'word'; readonly from: number; readonly to: number; readonly word: HourWord }
  | { readonly type: 'time'; readonly from: number; readonly to: number; readonly time: TimeSaid };

interface Pair {
  readonly words: readonly HourWord[];
  readonly time: TimeSaid;
}

function itemsOf(flat: string): readonly Item[] {
  const times = timesIn(flat).map(({ from, to, ...time }): Item => ({
    type: 'time',
    from,
    to,
    time: { from, to, ...time },
  }));
  const words = hourWordsIn(flat)
    .filter((word) => times.every(({ from, to }) => word.to <= from || word.from >= to))
    .map((word): Item => ({ type: 'word', from: word.from, to: word.to, word }));
  return [...times, ...words].sort((a, b) => a.from - b.from);
}

function bound(flat: string, first: Item | undefined, second: Item | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  const gap = flat.slice(first.to, second.from);
  if (first.type === 'word') return second.type === 'word' ? BOTH.test(gap) : BEFORE.test(gap);
  return second.type === 'word' && AFTER.test(gap);
}

/** Words that follow `at` bound by « / » or « et », from `at` on. */
function wordsFrom(flat: string, items: readonly Item[], at: number): readonly HourWord[] {
  const words: HourWord[] = [];
  for (let next = at; next < items.length; next += 1) {
    const item = items[next];
    if (item?.type !== 'word' || (next > at && !bound(flat, items[next - 1], item))) break;
    words.push(item.word);
  }
  return words;
}

/** Hours and their words; a row that begins with an hour keeps that order, since « 16h balance 19h repas » reads two ways. */
function pairsOf(flat: string, items: readonly Item[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let timeFirst = false;
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const previous = items[at - 1];
    const chained =
      at > 0 && (previous?.type === 'time' || bound(flat, previous, item)) && !breaks(flat, previous, item);
    timeFirst = chained ? timeFirst : item.type === 'time';
    if (item.type === 'time') {
      const words = timeFirst && bound(flat, item, items[at + 1]) ? wordsFrom(flat, items, at + 1) : [];
      if (words.length > 0) pairs.push({ words, time: item.time });
      at += 1 + words.length;
      continue;
    }
    const words = wordsFrom(flat, items, at);
    const time = items[at + words.length];
    const pair = !timeFirst && time?.type === 'time' && bound(flat, items[at + words.length - 1], time);
    if (pair) pairs.push({ words, time: time.time });
    at += words.length + (pair ? 1 : 0);
  }
  return pairs;
}

/** Marks between two things said end a row. */
function breaks(flat: string, first: Item | undefined, second: Item): boolean {
  return /[,;()\n•]/.test(flat.slice(first?.to ?? 0, second.from));
}

function stretchOfPair({ words, time }: Pair): Stretch {
  return {
    from: Math.min(time.from, ...words.map(({ from }) => from)),
    to: Math.max(time.to, ...words.map(({ to }) => to)),
  };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** « set 1h15 », « concert 0h45 »: how long or when, nobody can tell. */
function isEither(line: Line, { words, time }: Pair): boolean {
  const [word] = words;
  return (
    word !== undefined &&
    word.from < time.from &&
    time.time !== null &&
    minutesOf(time.time) <= 180 &&
    minutesOf(time.time) > 0 &&
    EITHER.test(line.flat.slice(word.from, word.to).trim())
  );
}

/** From 21:30 until 22:45: seventy-five minutes, or null for more than anybody plays. */
function playedFor(time: string, until: string): number | null {
  const minutes = (minutesOf(until) - minutesOf(time) + 1440) % 1440;
  return minutes >= 10 && minutes <= 300 ? minutes : null;
}

function saidOf(line: Line, pair: Pair): readonly Said[] {
  const words = quote(line, stretchOfPair(pair));
  const { time, was, until } = pair.time;
  return pair.words.flatMap(({ key }): readonly Said[] => {
    const hour: Said = { change: { type: 'hour', key, to: time, from: was }, words };
    const minutes = key === 'set' && time !== null && until?.time ? playedFor(time, until.time) : null;
    return minutes === null ? [hour] : [hour, { change: { type: 'duration', key: 'set', minutes }, words }];
  });
}

/** What of a pair was understood: the end of anything but the set stays unread, since a sheet has no place for it. */
function taken(line: Line, pair: Pair, said: readonly Said[]): Line {
  const all = stretchOfPair(pair);
  const { until } = pair.time;
  if (until === null || said.some(({ change }) => change.type === 'duration')) return take(line, all);
  return take(take(line, { from: all.from, to: until.from }), { from: until.to, to: all.to });
}

/**
 * The hours of a line by the word before or after them, and how long the set is. What has no word, cannot be, or could be
 * two things stays in the line.
 */
export function takeHours(given: Line): Found {
  const lengths = lengthsIn(given.flat);
  let line = lengths.reduce<Line>(take, given);
  const said: Said[] = [];
  const pairs = pairsOf(line.flat, itemsOf(line.flat)).filter((pair) => !pair.time.doubtful && !isEither(line, pair));
  for (const pair of pairs) {
    const found = saidOf(given, pair);
    said.push(...found);
    line = taken(line, pair, found);
  }
  for (const { minutes, ...stretch } of lengths)
    said.push({ change: { type: 'duration', key: 'set', minutes }, words: quote(given, stretch) });
  return { line, said };
}
