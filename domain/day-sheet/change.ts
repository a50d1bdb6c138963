import { type Show } from '../date-booking.ts';
import { addDays } from '../day.ts';
import { type SheetChange } from '../road-words/types.ts';
import { hourOf, showHours, type DaySheet, type HourKey, type Leg } from './sheet.ts';

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
  /** Nobody of that name is known, and whoever it is must be. */
  | { readonly type: 'who'; readonly name: string };

/** What a change needs to know besides the sheet. */
export interface ChangeContext {
  /** Who is meant by a name; null: nobody known, or more than one. */
  readonly who: (name: string) => string | null;
  /** Seals a number for this sheet; null when it is none. */
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
  return changes.reduce<Applied>((so, change) => applyOne(so, change, context), { ...start, refused: [] });
}

function applyOne(so: Applied, change: SheetChange, context: ChangeContext): Applied {
  const { show, sheet } = so;
  switch (change.type) {
    case 'hour':
      return applyHour(so, change);
    case 'duration':
      return { ...so, sheet: { ...sheet, setMinutes: change.minutes } };
    case 'info':
      return { ...so, sheet: { ...sheet, info: { ...sheet.info, [change.key]: change.text?.slice(0, 400) ?? null } } };
    case 'contact': {
      const { name, role, phone } = change;
      return {
        ...so,
        sheet: { ...sheet, contact: { name, role, phone: phone === null ? null : context.seal(phone) } },
      };
    }
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

function joins(so: Applied, { name, role }: Extract<SheetChange, { type: 'crew' }>, { who }: ChangeContext): Applied {
  const { sheet } = so;
  const person = who(name);
  const isSame = (one: DaySheet['crew'][number]): boolean =>
    person === null ? one.name.toLowerCase() === name.toLowerCase() : one.person === person;
  return {
    ...so,
    sheet: {
      ...sheet,
      home: sheet.home.filter((id) => id !== person),
      crew: [...sheet.crew.filter((one) => !isSame(one)), { person, name, role }],
    },
  };
}

/** Crew goes off the sheet; a member of the cast stays in the cast and does not travel with the others. */
function staysHome(so: Applied, name: string, { who }: ChangeContext): Applied {
  const { sheet } = so;
  const person = who(name);
  const rest = sheet.crew.filter((one) => one.person !== person || one.name.toLowerCase() !== name.toLowerCase());
  const without = person === null ? rest : sheet.crew.filter((one) => one.person !== person);
  if (without.length < sheet.crew.length) return { ...so, sheet: { ...sheet, crew: without } };
  if (person === null) return refuse(so, { type: 'who', name });
  return { ...so, sheet: { ...sheet, home: [...new Set([...sheet.home, person])] } };
}

/** The same train, or the one way of that kind for the same people, is changed; any other is one more. */
function applyLeg(so: Applied, change: Extract<SheetChange, { type: 'leg' }>, { who }: ChangeContext): Applied {
  const people = change.people.map((name) => ({ name, id: who(name) }));
  const unknown = people.find(({ id }) => id === null);
  if (unknown !== undefined) return refuse(so, { type: 'who', name: unknown.name });
  const ids = people.flatMap(({ id }) => (id === null ? [] : [id]));
  const { legs } = so.sheet;
  const known = legs.find(
    (leg) =>
      leg.means === change.means &&
      (change.label === null ? sameSet(leg.people, ids) : leg.label?.toLowerCase() === change.label.toLowerCase()),
  );
  const leg: Leg = {
    id: known?.id ?? nextId(legs),
    means: change.means,
    label: (change.label ?? known?.label ?? null)?.slice(0, 80) ?? null,
    from: (change.from ?? known?.from ?? null)?.slice(0, 80) ?? null,
    depart: change.depart ?? known?.depart ?? null,
    arrive: change.arrive ?? known?.arrive ?? null,
    people: ids.length > 0 ? ids : (known?.people ?? []),
  };
  const others = legs.filter((one) => one.id !== leg.id);
  return { ...so, sheet: { ...so.sheet, legs: [...others, leg].slice(0, 20) } };
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

/** Never one that was used: what somebody was sent under an id must not come to mean something else. */
function nextId(legs: readonly Leg[]): string {
  const highest = Math.max(0, ...legs.map(({ id }) => Number(id.slice(1)) || 0));
  return `l${highest + 1}`;
}
