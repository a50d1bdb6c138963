import { type Show } from '../date-booking.ts';
import { addDays } from '../day.ts';
import { type SheetChange } from '../road-words/types.ts';
import { sealNumbers } from './sealed-words.ts';
import { hourOf, longestWords, showHours, type DaySheet, type HourKey, type Leg } from './sheet.ts';

/** Why one change of a line was left out. */
export type Refused =
  /** « au lieu de 13h », and the sheet says something else. */
  | {
      readonly type: 'was';
      readonly key: HourKey;
      readonly current: string | null;
      readonly said: string;
      readonly to: string | null;
    }
  /** Nobody of that name is known, or more than one, and whoever it is must be. */
  | { readonly type: 'who'; readonly name: string }
  /** One person on site stands on a sheet, and somebody else was named with a better right to it. */
  | { readonly type: 'contact'; readonly name: string; readonly kept: string }
  /** What was given as a number to call is none. */
  | { readonly type: 'phone'; readonly said: string }
  /** The sheet has no room for one more. */
  | { readonly type: 'full'; readonly said: string };

/** What a change needs to know besides the sheet. */
export interface ChangeContext {
  /** Who is meant by a name; null: nobody known, or more than one. */
  readonly who: (name: string) => string | null;
  /** Whether a name could be that of more than one, so that nobody is taken for a stranger. */
  readonly isShared: (name: string) => boolean;
  /** Seals a number for this sheet, the same one alike; null when it is none. */
  readonly seal: (phone: string) => string | null;
}

/** A show and its sheet after the changes, and what could not be taken. */
export interface Applied {
  readonly show: Show;
  readonly sheet: DaySheet;
  readonly refused: readonly Refused[];
}

/** Puts changes on a sheet, one after the other; versions and times of change are the caller's to raise. */
export function applyChanges(
  start: { readonly show: Show; readonly sheet: DaySheet },
  changes: readonly SheetChange[],
  context: ChangeContext,
): Applied {
  const { one, others } = oneContact(changes);
  const refused = others.map((other) => ({ type: 'contact' as const, name: other.name, kept: one?.name ?? '' }));
  return changes
    .filter((change) => !others.some((other) => other === change))
    .reduce<Applied>((so, change) => applyOne(so, change, context), { ...start, refused });
}

type ContactChange = Extract<SheetChange, { type: 'contact' }>;

/** A pasted sheet names several people of the place: the first who can be called is whom to call, and the first if nobody can. */
function oneContact(changes: readonly SheetChange[]): {
  readonly one: ContactChange | undefined;
  readonly others: readonly ContactChange[];
} {
  const contacts = changes.filter((change) => change.type === 'contact');
  const one = contacts.find(({ phone }) => phone !== null) ?? contacts[0];
  return { one, others: contacts.filter((change) => change !== one) };
}

function applyOne(so: Applied, change: SheetChange, context: ChangeContext): Applied {
  const { show, sheet } = so;
  switch (change.type) {
    case 'hour':
      return applyHour(so, change);
    case 'duration':
      return { ...so, sheet: { ...sheet, setMinutes: change.minutes } };
    case 'info':
      return {
        ...so,
        sheet: { ...sheet, info: { ...sheet.info, [change.key]: words(change.text, longestWords, context) } },
      };
    case 'contact':
      return applyContact(so, change, context);
    case 'regisseur': {
      const person = context.who(change.name);
      return person === null
        ? refuse(so, { type: 'who', name: change.name })
        : { ...so, sheet: { ...sheet, regisseur: person } };
    }
    case 'crew':
      return change.does === 'joins' ? joins(so, change, context) : staysHome(so, change.name, context);
    case 'leg':
      return applyLeg(so, change, context);
    case 'eve':
      return { ...so, sheet: { ...sheet, departs: addDays(show.day, -1) } };
  }
}

/** Words as they are kept: cut between characters, never empty, no number in clear. */
function words(text: string | null, longest: number, { seal }: ChangeContext): string | null {
  const kept = text === null ? '' : cut(text, longest);
  return kept === '' ? null : sealNumbers(kept, seal);
}

function cut(text: string, longest: number): string {
  return text
    .slice(0, longest)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trim();
}

/** What is not said again of the same person stays: a name alone takes nobody's number away. */
function applyContact(so: Applied, { name, role, phone }: ContactChange, { seal }: ChangeContext): Applied {
  const known = so.sheet.contact;
  const isSame = known !== null && known.name.toLowerCase() === name.toLowerCase();
  const sealed = phone === null ? null : seal(phone);
  const contact = {
    name: cut(name, 80),
    role: role === null ? (isSame ? known.role : null) : cut(role, 80),
    phone: sealed ?? (isSame ? known.phone : null),
  };
  const after = { ...so, sheet: { ...so.sheet, contact } };
  return phone !== null && sealed === null ? refuse(after, { type: 'phone', said: phone }) : after;
}

function refuse(so: Applied, refused: Refused): Applied {
  return { ...so, refused: [...so.refused, refused] };
}

function applyHour(so: Applied, { key, to, from }: Extract<SheetChange, { type: 'hour' }>): Applied {
  const current = hourOf(so.show, so.sheet, key);
  if (from !== null && from !== current && to !== current)
    return refuse(so, { type: 'was', key, current, said: from, to });
  if (isShowHour(key)) return { ...so, show: { ...so.show, [key]: to } };
  return { ...so, sheet: { ...so.sheet, hours: { ...so.sheet.hours, [key]: to } } };
}

function isShowHour(key: HourKey): key is (typeof showHours)[number] {
  return showHours.some((one) => one === key);
}

const mostCrew = 40;
const mostLegs = 20;

function joins(so: Applied, change: Extract<SheetChange, { type: 'crew' }>, context: ChangeContext): Applied {
  const { sheet } = so;
  const { name } = change;
  const person = context.who(name);
  // Somebody with an account is not sent a link like a stranger because two are called alike.
  if (person === null && context.isShared(name)) return refuse(so, { type: 'who', name });
  const role = change.role === null ? null : cut(change.role, 80);
  const isSame = (one: DaySheet['crew'][number]): boolean =>
    person === null ? one.name.toLowerCase() === name.toLowerCase() : one.person === person;
  const others = sheet.crew.filter((one) => !isSame(one));
  const home = sheet.home.filter((id) => id !== person);
  if (others.length >= mostCrew) return refuse(so, { type: 'full', said: name });
  return { ...so, sheet: { ...sheet, home, crew: [...others, { person, name: cut(name, 80), role }] } };
}

/** Crew goes off the sheet; a member of the cast stays in the cast and does not travel with the others. Nobody is régisseur from home. */
function staysHome(so: Applied, name: string, { who }: ChangeContext): Applied {
  const person = who(name);
  const regisseur = person !== null && so.sheet.regisseur === person ? null : so.sheet.regisseur;
  const sheet = { ...so.sheet, regisseur };
  const rest = sheet.crew.filter((one) => one.person !== person || one.name.toLowerCase() !== name.toLowerCase());
  const without = person === null ? rest : sheet.crew.filter((one) => one.person !== person);
  if (person === null)
    return without.length < sheet.crew.length
      ? { ...so, sheet: { ...sheet, crew: without } }
      : refuse(so, { type: 'who', name });
  return { ...so, sheet: { ...sheet, crew: without, home: [...new Set([...sheet.home, person])] } };
}

/** The same train, or the one way of that kind for the same people, is changed; any other is one more. */
function applyLeg(so: Applied, change: Extract<SheetChange, { type: 'leg' }>, context: ChangeContext): Applied {
  const people = change.people.map((name) => ({ name, id: context.who(name) }));
  const unknown = people.find(({ id }) => id === null);
  if (unknown !== undefined) return refuse(so, { type: 'who', name: unknown.name });
  const ids = people.flatMap(({ id }) => (id === null ? [] : [id]));
  const { legs } = so.sheet;
  const label = words(change.label, 80, context);
  const known = legs.find(
    (leg) =>
      leg.means === change.means &&
      (label === null ? sameSet(leg.people, ids) : leg.label?.toLowerCase() === label.toLowerCase()),
  );
  const leg: Leg = {
    id: known?.id ?? nextId(legs),
    means: change.means,
    label: label ?? known?.label ?? null,
    from: change.from === null ? (known?.from ?? null) : cut(change.from, 80),
    depart: change.depart ?? known?.depart ?? null,
    arrive: change.arrive ?? known?.arrive ?? null,
    people: ids.length > 0 ? ids : (known?.people ?? []),
  };
  const others = legs.filter((one) => one.id !== leg.id);
  if (others.length >= mostLegs) return refuse(so, { type: 'full', said: change.label ?? change.means });
  return { ...so, sheet: { ...so.sheet, legs: [...others, leg] } };
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

/** Never one that was used: what somebody was sent under an id must not come to mean something else. */
function nextId(legs: readonly Leg[]): string {
  const highest = Math.max(0, ...legs.map(({ id }) => Number(id.slice(1)) || 0));
  return `l${highest + 1}`;
}
