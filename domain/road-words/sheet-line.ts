import { takeDays } from '../booking-words/days.ts';
import { groupsOf, lineOf, quote, take } from '../booking-words/line.ts';
import type { Line } from '../booking-words/line.ts';
import { clausesOf, piecesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { clocksIn } from './clocks.ts';
import { readContact } from './contacts.ts';
import { takeEve } from './eve.ts';
import { takeHours } from './hours.ts';
import type { Said } from './hours.ts';
import { readInfo } from './infos.ts';
import { takeLeg } from './legs.ts';
import { takeMeeting } from './meeting.ts';
import { takePeople } from './people.ts';
import { agreed } from './agreed.ts';
import { finderOf, showOf, takeLooseNames, takeNames } from './show-named.ts';
import type { Finder } from './show-named.ts';
import type { SheetContext, SheetLine } from './types.ts';

interface Read {
  readonly said: readonly Said[];
  readonly unread: readonly string[];
}

/** What is asked or supposed is not said. */
const NOT_SAID =
  /\?|(?<!\p{L})(?:si|s'il|s'ils|peut[- ]etre|sans doute|normalement|je crois|je pense|il faudrait|on pourrait|faudra voir|if|maybe|perhaps|probably|i think|might|could|should we)(?!\p{L})/u;

/** The days of a line, hours left out of them, so that « 27 mars 21h30 » is a day and an hour without a word. */
function withoutDays(
  line: Line,
  finder: Finder,
  context: SheetContext,
): { readonly line: Line; readonly doubted: readonly string[] } {
  // « les horaires du samedi 13 mars »: without an « au » it is one day, and no stretch of days begins.
  const source = line.source.replaceAll(/(?<!\p{L})du(?= \p{L}{3,8}\.? \d)(?!.*\sau\s)/giu, 'le');
  const { spans } = takeDays(clocksIn(line.flat).reduce<Line>(take, { ...line, source }), context);
  finder.found = { ...finder.found, days: [...finder.found.days, ...spans] };
  return {
    line: spans.reduce<Line>((rest, { from, to }) => take(rest, { from, to }), line),
    doubted: spans.filter(({ why }) => why !== null).map((span) => quote(line, span)),
  };
}

function leftOf(line: Line): readonly string[] {
  return groupsOf(line)
    .map((group) => quote(line, group))
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
}

/** Everything a clause without a value of its own says. */
function readClause(given: Line, finder: Finder, context: SheetContext): Read {
  if (NOT_SAID.test(given.flat)) return { said: [], unread: leftOf(given) };
  const eve = takeEve(given);
  const leg = takeLeg(eve.line);
  const people = takePeople(leg.line);
  if (people.said.length > 0) return { said: [...eve.said, ...people.said], unread: leftOf(people.line) };
  const travels = leg.said.length > 0;
  // The towns of a journey are no places to play.
  const dated = withoutDays(travels ? leg.line : takeNames(people.line, finder), finder, context);
  if (travels) return { said: [...eve.said, ...leg.said], unread: [...dated.doubted, ...leftOf(dated.line)] };
  const meeting = takeMeeting(dated.line);
  const hours = takeHours(meeting.line);
  const rest = takeLooseNames(hours.line, finder);
  return { said: [...eve.said, ...meeting.said, ...hours.said], unread: [...dated.doubted, ...leftOf(rest)] };
}

function read(clause: Clause, finder: Finder, context: SheetContext): Read {
  if (clause.type === 'info') return readInfo(clause);
  const { line, beyond } = lineOf(clause.text);
  const contact = clause.type === 'contact' ? readContact(line) : null;
  const found = contact ?? readClause(line, finder, context);
  return beyond === null ? found : { said: found.said, unread: [...found.unread, beyond] };
}

/** Longer texts are no sheet; what lies beyond is handed back unread. */
const LONGEST = 6000;

/**
 * Reads what a line, or a whole sheet pasted from a venue's mail, changes on a day sheet. Nothing is guessed: an hour without
 * its word, an hour that cannot be and two hours for one thing come back in `unread`, as do all words that meant nothing.
 * Never throws.
 */
export function readSheetLine(text: string, context: SheetContext): SheetLine {
  const whole = text.normalize('NFC');
  const cut = whole.length <= LONGEST ? whole.length : Math.max(whole.lastIndexOf('\n', LONGEST), LONGEST / 2);
  const beyond = whole.slice(cut).trim();
  const finder = finderOf(context.names);
  const reads = piecesOf(whole.slice(0, cut))
    .flatMap(clausesOf)
    .map((clause) => read(clause, finder, context));
  const { changes, refused } = agreed(reads.flatMap(({ said }) => said));
  return {
    date: showOf(finder),
    changes,
    unread: [...reads.flatMap(({ unread }) => unread), ...refused, ...(beyond === '' ? [] : [beyond])],
  };
}
