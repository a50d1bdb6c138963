import { type Show } from '../date-booking.ts';
import { withoutNumbers } from './sealed-words.ts';
import { hourKeys, hourOf, infoKeys, type DaySheet } from './sheet.ts';

/**
 * One line of a sheet as one reader is shown it: `hour:<key>`, `info:<key>`, `leg:<id>`, `contact`, `departs`, `regisseur`,
 * `venue`, `day`. The value is compared and never shown as it is.
 */
export interface Fact {
  readonly key: string;
  readonly value: string;
}

/** What a line was before, and what it is; null where it was or is not there. */
export interface Change {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A reader who is shown everything: whoever has just written it. */
export const everything = '*';

/** Everything on the sheet that concerns this reader; a group (null) is shown what concerns everybody, and no way to reach anybody. */
export function factsFor(show: Show, sheet: DaySheet, reader: string | null): Fact[] {
  const found: (readonly [string, string | null])[] = [
    ['day', show.day],
    ['venue', show.venue],
    ['state', show.state === 'confirmed' ? null : show.state],
    ['departs', sheet.departs],
    ...hourKeys.map((key) => [`hour:${key}`, hourValue(show, sheet, key)] as const),
    ...infoKeys
      .filter((key) => reader !== null || !privateInfo.has(key))
      .map((key) => [`info:${key}`, sheet.info[key]] as const),
    ...sheet.legs
      .filter(
        ({ people }) => people.length === 0 || reader === everything || (reader !== null && people.includes(reader)),
      )
      .map(
        (leg) => [`leg:${leg.id}`, JSON.stringify([leg.means, leg.label, leg.from, leg.depart, leg.arrive])] as const,
      ),
    ['regisseur', sheet.regisseur],
    ['contact', reader === null || sheet.contact === null ? null : JSON.stringify(sheet.contact)],
  ];
  return found.flatMap(([key, value]) => {
    const open = reader === null && value !== null ? withoutNumbers(value) : value;
    return open === null || open === '' ? [] : [{ key, value: open }];
  });
}

/**
 * What of a copy its reader knows now, who wrote some changes themselves: those changes, and of everything else what they were
 * sent. Whatever others wrote meanwhile is still news to them.
 */
export function withOwnChanges(copy: readonly Fact[], own: readonly Change[]): Fact[] {
  const changed = new Map(own.map((change) => [change.key, change.after]));
  const kept = copy.filter(({ key }) => !changed.has(key));
  return [...kept, ...own.flatMap(({ key, after }) => (after === null ? [] : [{ key, value: after }]))];
}

/** What a group need not read: everybody has it in private. */
const privateInfo: ReadonlySet<string> = new Set(['wifi', 'rooms']);

function hourValue(show: Show, sheet: DaySheet, key: (typeof hourKeys)[number]): string | null {
  const time = hourOf(show, sheet, key);
  return key === 'set' && time !== null && sheet.setMinutes !== null ? `${time}+${sheet.setMinutes}` : time;
}

/** What differs between what somebody was sent and what is true now, in the order of the sheet. */
export function changesBetween(before: readonly Fact[], after: readonly Fact[]): Change[] {
  const old = new Map(before.map((fact) => [fact.key, fact.value]));
  const now = new Map(after.map((fact) => [fact.key, fact.value]));
  const keys = [...new Set([...after, ...before].map((fact) => fact.key))];
  return keys
    .map((key) => ({ key, before: old.get(key) ?? null, after: now.get(key) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** The hours everybody expects to find; what is missing of them is said to be open. */
export const expectedHours = ['call', 'arrival', 'soundcheck', 'meal', 'doors', 'set', 'end'] as const;

/** What nobody has said yet, of what everybody expects to find. */
export function openLines(show: Show, sheet: DaySheet): string[] {
  return [
    ...expectedHours.filter((key) => hourOf(show, sheet, key) === null).map((key) => `hour:${key}`),
    ...(['address', 'hotel', 'parking'] as const).filter((key) => sheet.info[key] === null).map((key) => `info:${key}`),
    ...(sheet.contact === null ? ['contact'] : []),
  ];
}
