import { array, constantFrom, integer, nat, oneof, string, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { addDays, weekday } from '../../../domain/day.ts';
import type { Day, DayPart } from '../../../domain/day.ts';
import { readAnswer, readDays, recapDays } from '../../../domain/spoken-days/index.ts';
import type { Locale, Reading } from '../../../domain/spoken-days/index.ts';
import { fromParts, toParts } from '../../../domain/spoken-days/day-set.ts';
import { holidayCalendar } from '../../../integrations/holidays/index.ts';
import { corpus, day } from './corpus.ts';

/** Enough years for every today the properties draw. */
export const holidays = holidayCalendar({ from: 2023, to: 2036 });

const TEXTS = corpus().flatMap(({ phrases }) => phrases.map(({ text }) => text));
const PIECES = TEXTS.flatMap((text) => text.split(/\s+/));

/** Todays anywhere, with leap years, ends of years and Sundays drawn often. */
export const todays: Arbitrary<Day> = oneof(
  integer({ min: 0, max: 3600 }).map((count) => addDays(day('2024-01-01'), count)),
  constantFrom(
    '2028-02-28',
    '2028-02-29',
    '2027-12-31',
    '2026-12-28',
    '2027-01-01',
    '2026-11-22',
    '2028-12-31',
    '2027-02-28',
  ).map(day),
);

const WORDS = constantFrom(
  ...PIECES,
  'sauf',
  'du',
  'au',
  'ou',
  "jusqu'au",
  '12',
  '3/4',
  '29 février',
  'tous les',
  '14h',
  '٣',
  '１２',
  '31',
  '0h30',
  'et',
  ',',
  '(',
  ')',
  '-',
  '?',
  '\n',
  '\u202E',
  '\uD800',
  '\u0000',
  '🎸',
  '99999',
  '2027',
);

/** Sentences of the corpus, sentences cut and shuffled, and noise. */
export const texts: Arbitrary<string> = oneof(
  { weight: 3, arbitrary: array(WORDS, { maxLength: 14 }).map((words) => words.join(' ')) },
  {
    weight: 3,
    arbitrary: tuple(
      constantFrom(...TEXTS),
      nat(60),
      constantFrom('', ' ', '1', ' sauf ', ' ou ', 'x', ' 13 ', '?', ' pas ', '/'),
    ).map(([text, at, more]) => text.slice(0, at) + more + text.slice(at + 1)),
  },
  {
    weight: 2,
    arbitrary: tuple(constantFrom(...TEXTS), constantFrom(...TEXTS)).map(([one, other]) => `${one} ${other}`),
  },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: array(
      constantFrom('du ', 'de ', 'lundi ', 'in ', 'le ', '12 ', 'sauf ', 'au ', 'mars ', 'week of ', "jusqu'au "),
      { maxLength: 160 },
    ).map((words) => words.join('')),
  },
);

/** Something said of a few days, parts included, within the coming year. */
export function partsFrom(today: Day): Arbitrary<DayPart[]> {
  const part = constantFrom<DayPart['part']>(
    'day',
    'day',
    'day',
    'morning',
    'afternoon',
    'evening',
    { from: '18:30', to: null },
    { from: '14:00', to: '17:30' },
    { from: '22:00', to: '02:00' },
    { from: '00:30', to: null },
    { from: '06:00', to: '16:00' },
  );
  const run = tuple(integer({ min: 1, max: 300 }), integer({ min: 1, max: 9 }), part);
  return array(run, { minLength: 1, maxLength: 5 }).map((runs) => {
    const taken = new Map<Day, DayPart['part']>();
    for (const [start, length, each] of runs)
      for (let index = 0; index < length; index += 1) taken.set(addDays(today, start + index), each);
    return [...taken].sort(([a], [b]) => (a < b ? -1 : 1)).map(([each, of]) => ({ day: each, part: of }));
  });
}

/** The reading of a recap of `parts`, which must give them back. */
export function reread(parts: readonly DayPart[], today: Day, locale: Locale): Reading {
  return readAnswer(recapDays(parts, { today, locale }), 'absence', { today, locale, holidays });
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Least processor time of several readings of one text, in milliseconds: what else the machine does is not the parser's. */
export function leastTime(text: string, today: Day, repeats: number): number {
  let least = Infinity;
  for (let count = 0; count < repeats; count += 1) {
    const start = cpuMilliseconds();
    readDays(text, { today, locale: 'fr', holidays });
    least = Math.min(least, cpuMilliseconds() - start);
  }
  return least;
}

const WEEKDAY_NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** The French name of a day's weekday. */
export function weekdayName(of: Day): string {
  return WEEKDAY_NAMES[weekday(of) - 1] ?? '';
}

/** The days of a reading, null when it gives none. */
export function partsOf(reading: Reading): readonly DayPart[] | null {
  return reading.type === 'days' ? reading.parts : null;
}

/** The same parts under the names readings use. */
export function canonical(parts: readonly DayPart[]): readonly DayPart[] {
  return toParts(fromParts(parts));
}
