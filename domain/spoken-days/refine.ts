import type { Lexeme } from './lexemes.ts';
import type { Role } from './vocabulary/roles.ts';

/** Short forms that are also words of their own (« sam » the name, « mer » the sea): days only beside something of the calendar. */
const DOUBTFUL_DAYS = new Set([
  'sam',
  'mer',
  'jeu',
  'mar',
  'same',
  'merc',
  'sun',
  'sat',
  'mon',
  'wed',
  'thu',
  'fri',
  'tue',
  'vend',
  'dim',
  'lun',
  'ven',
]);
const DOUBTFUL_ALONE = new Set(['sam', 'mer', 'jeu', 'mar', 'same', 'sun', 'sat']);
const ABBREVIATION =
  /^(?:janv?|fevr?|feb|avr|apr|mar|jui?l|jun|aug|sept?|oct|nov|dec|lun|mer|jeu|ven|sam|dim|mon|tues?|weds?|thu|thurs?|fri|sat|sun)$/;
const FEMININE: ReadonlySet<Role> = new Set<Role>([
  'week',
  'night',
  'fortnight',
  'first',
  'second',
  'last',
  'season',
  'holiday',
  'thing',
  'unknown',
  'half',
  'part',
  'allday',
  'school',
  'eve',
  'newyear',
]);
const CALENDAR: ReadonlySet<Role> = new Set<Role>([
  'number',
  'ordinal',
  'part',
  'weekday',
  'dm',
  'dmy',
  'next',
  'stop',
  'noon',
  'night',
  'eight',
  'fifteen',
  'month',
]);

function besideCalendar(row: readonly Lexeme[], at: number): boolean {
  const [before, after] = [row[at - 1], row[at + 1]];
  const joined = (near: Lexeme | undefined, far: Lexeme | undefined): boolean =>
    near !== undefined &&
    ['and', 'comma', 'slash', 'dash', 'to', 'at'].includes(near.role) &&
    (far?.role === 'weekday' || far?.role === 'number');
  const follows = after !== undefined && CALENDAR.has(after.role) && after.text !== '!';
  const english =
    ['sat', 'sun'].includes(row[at]?.text ?? '') &&
    before !== undefined &&
    ['busy', 'free', 'in', 'can', 'not'].includes(before.role);
  return (
    english ||
    follows ||
    before?.role === 'this' ||
    before?.role === 'each' ||
    before?.role === 'weekday' ||
    before?.role === 'part' ||
    joined(before, row[at - 2]) ||
    joined(after, row[at + 2])
  );
}

function weekday(row: readonly Lexeme[], at: number, lexeme: Lexeme): Lexeme {
  const afterNumber = row[at - 1]?.role === 'number' || row[at - 1]?.role === 'ordinal';
  if (lexeme.text === 'mar' && afterNumber && row[at + 1]?.role !== 'number')
    return { ...lexeme, role: 'month', value: 3 };
  const dotted = row[at + 1]?.text === '.' && row[at + 1]?.glued === true;
  const doubtful = DOUBTFUL_DAYS.has(lexeme.text) && DOUBTFUL_ALONE.has(lexeme.text);
  return doubtful && !dotted && !besideCalendar(row, at) ? { ...lexeme, role: 'unknown' } : lexeme;
}

/** "may" the month or the verb, « sept » the number or the month, « out » for août, "march" on its own. */
function month(row: readonly Lexeme[], at: number, lexeme: Lexeme): Lexeme {
  const [before, after] = [row[at - 1], row[at + 1]];
  const numbered =
    before?.role === 'number' || before?.role === 'ordinal' || after?.role === 'number' || after?.role === 'ordinal';
  if (lexeme.text === 'may') {
    const speaks =
      before !== undefined && ['me', 'you', 'they', 'we', 'impersonal', 'unknown', 'thing'].includes(before.role);
    return speaks ? { ...lexeme, role: 'unsure' } : lexeme;
  }
  if (lexeme.text === 'sept') {
    const counts = after?.role === 'month' || after?.role === 'dayword' || (before?.role === 'the' && !numbered);
    return counts ? { ...lexeme, role: 'number', value: 7, numbers: [7] } : lexeme;
  }
  const rare = ['out', 'aou', 'sep', 'mar', 'jun', 'jan', 'jul'].includes(lexeme.text);
  return rare && !numbered && before?.role !== 'in' && before?.role !== 'month'
    ? { ...lexeme, role: lexeme.text === 'out' ? 'busy' : 'unknown' }
    : lexeme;
}

const SAYS_WHERE: ReadonlySet<Role> = new Set<Role>(['not', 'am', 'is', 'nomore', 'soft', 'ne']);

/** « pas la » is « pas là » unless a feminine noun follows (« pas la semaine prochaine »). */
function article(row: readonly Lexeme[], at: number, lexeme: Lexeme): Lexeme {
  const [before, after] = [row[at - 1], row[at + 1]];
  if (lexeme.text !== 'la' || before === undefined || !SAYS_WHERE.has(before.role)) return lexeme;
  if (before.role === 'soft' && !['toujours', 'vraiment', 'du tout'].includes(before.text)) return lexeme;
  return after !== undefined && FEMININE.has(after.role) ? lexeme : { ...lexeme, role: 'here' };
}

/** "not around" says where somebody is; "around March 12" is an approximation. */
function around(row: readonly Lexeme[], at: number, lexeme: Lexeme): Lexeme {
  const before = row[at - 1];
  const placed = before !== undefined && ['not', 'am', 'is'].includes(before.role);
  return lexeme.text === 'around' && !placed ? { ...lexeme, role: 'unknown' } : lexeme;
}

function plus(row: readonly Lexeme[], at: number, lexeme: Lexeme): Lexeme {
  const [before, after] = [row[at - 1], row[at + 1]];
  const negates =
    (before !== undefined && ['am', 'can', 'is', 'ne', 'me'].includes(before.role)) ||
    (after !== undefined && ['free', 'here', 'busy', 'can'].includes(after.role)) ||
    (before?.role === 'soft' && after?.role === 'the' && after.text === 'la');
  return lexeme.text === 'plus' && negates ? { ...lexeme, role: 'nomore' } : lexeme;
}

type Rule = (row: readonly Lexeme[], at: number, lexeme: Lexeme) => Lexeme;

const RULES: ReadonlyMap<Role, Rule> = new Map<Role, Rule>([
  ['weekday', weekday],
  ['month', month],
  ['the', article],
  ['here', around],
  ['and', plus],
]);

function endsAbbreviation(row: readonly Lexeme[], at: number): boolean {
  const [before, lexeme] = [row[at - 1], row[at]];
  return (
    lexeme?.text === '.' &&
    lexeme.glued &&
    before !== undefined &&
    ABBREVIATION.test(before.text) &&
    ['weekday', 'month'].includes(before.role)
  );
}

/** Decides, from their neighbours, the words that mean two things; drops the dots of abbreviations and bare symbols. */
export function refine(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  const first = lexemes.map((lexeme, at) => RULES.get(lexeme.role)?.(lexemes, at, lexeme) ?? lexeme);
  return first.filter((lexeme, at) => lexeme.role !== 'symbol' && !endsAbbreviation(first, at));
}
