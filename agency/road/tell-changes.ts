import { joinDrafts, remove, unchanged, type Draft, type DueRow } from '../../core/commit.ts';
import { draftNotice, type Notice, type Recipient } from '../../core/notification.ts';
import { people } from '../../core/records/agency.ts';
import { notifications } from '../../core/records/oversight.ts';
import { sheetCopies, type SheetCopy } from '../../core/records/road.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { changesBetween, factsFor, type Fact } from '../../domain/day-sheet/facts.ts';
import { toGroups } from '../announce.ts';
import { recipients } from '../recipients.ts';
import { stacked } from '../wording.ts';
import { copiesOf, newCopy, seenOffer } from './copies.ts';
import { type KnownSheet } from './known-sheet.ts';
import { leavesSoon, reachable, redrawnInGroups, sheetToGroups, sheetToOne, untilAfter } from './send-sheet.ts';
import { bigDay, changesText, placeOf } from './sheet-text.ts';

/** The row that tells those concerned what moved; a later change before its hour puts it off. */
export function sheetChangedRow(show: string, at: number): DueRow {
  return { id: `sheet:${show}:changed`, kind: 'sheet.changed', at, payload: { show } };
}

/** The row after which the outside calendar has the hours as they are then, whoever changed what meanwhile. */
export function sheetCalendarRow(show: string, at: number): DueRow {
  return { id: `sheet:${show}:calendar`, kind: 'sheet.calendar', at, payload: { show } };
}

/** Whom a change concerns: everybody but its writer whose copy is not what the sheet says for them now. */
export async function concernedBy(step: Step, known: KnownSheet): Promise<string[]> {
  const copies = await copiesOf(step.store, known.show.id);
  const { readers } = await reachable(step, known);
  const stale = copies.flatMap(({ value }) => (value.person !== null && isStale(known, value) ? [value.person] : []));
  const joined = readers
    .map(({ person }) => person.id)
    .filter((id) => !copies.some(({ value }) => value.person === id));
  return [...new Set([...stale, ...joined])].filter((id) => id !== known.sheet.changedBy);
}

function isStale(known: KnownSheet, copy: SheetCopy): boolean {
  if (copy.person !== null && isOff(known, copy.person)) return true;
  return changesBetween(copy.facts, factsFor(known.show, known.sheet, copy.person)).length > 0;
}

function isOff(known: KnownSheet, person: string): boolean {
  return known.show.state !== 'confirmed' || !known.party.people.includes(person);
}

/**
 * Tells everybody what moved since the copy they have, and only that; whoever joined gets the whole sheet, whoever is off it one
 * sentence. From the day before they leave on it is said at once. Copies are guarded, so that it is told once.
 */
export async function tellChanges(step: Step, given: KnownSheet): Promise<Draft> {
  const copies = await copiesOf(step.store, given.show.id);
  const known = await withFormerNames(step, given, copies);
  const own = copies.flatMap((copy) => (copy.value.person === null ? [] : [{ copy, person: copy.value.person }]));
  const stale = own.filter(({ copy }) => isStale(known, copy.value));
  const told = await recipients(
    step.store,
    stale.map(({ person }) => person),
    dayAt(step.now, step.agency.timezone),
  );
  const drafts = await Promise.all(
    stale.map(async ({ copy, person }) => {
      const reader = told.find((one) => one.person.id === person);
      return reader === undefined ? forget(copy) : tellOne(step, known, reader, copy);
    }),
  );
  const joined =
    known.show.state !== 'confirmed'
      ? []
      : (await reachable(step, known)).readers.filter(({ person }) => !own.some((one) => one.person === person.id));
  return joinDrafts(
    { guards: known.guards },
    ...drafts,
    ...joined.map((reader) => sheetToOne(step, known, reader)),
    await tellGroups(step, known, copies.find(({ value }) => value.person === null) ?? null),
  );
}

/** With the names of those who stand on somebody's copy and are on the road no more: what was is told by name as well. */
async function withFormerNames(
  step: Step,
  known: KnownSheet,
  copies: readonly Versioned<SheetCopy>[],
): Promise<KnownSheet> {
  const named = copies.flatMap(({ value }) =>
    value.facts.filter(({ key }) => key === 'regisseur').map((fact) => fact.value),
  );
  const former = [...new Set(named)].filter((id) => !known.people.has(id));
  if (former.length === 0) return known;
  const found = (await step.store.getMany(people, former)).flatMap((record) => (record === null ? [] : [record.value]));
  return { ...known, people: new Map([...found.map((one) => [one.id, one] as const), ...known.people]) };
}

async function tellOne(step: Step, known: KnownSheet, reader: Recipient, copy: Versioned<SheetCopy>): Promise<Draft> {
  if (isOff(known, reader.person.id))
    return (await heardThatItIsOff(step, known, reader.person.id)) ? forget(copy) : tellOff(step, known, reader, copy);
  const texts = step.textsOf(reader.person.locale);
  const facts = factsFor(known.show, known.sheet, reader.person.id);
  const text = movedText(step, texts, known, copy.value, facts);
  // What a reader cannot see move is kept as their copy and not told.
  if (text === null) return newCopy(known, reader.person.id, step.now, copy);
  const notice: Notice = {
    id: `sheet.${known.show.id}.v${known.sheet.version}.${reader.person.id}`,
    severity: isPressing(step, known, copy.value.facts, facts) ? 'urgent' : 'action',
    purpose: 'action',
    subject: known.show.id,
    text: [...text],
    rows: [[seenOffer(texts, known.show.id, known.sheet.version)]],
    until: untilAfter(step, known),
  };
  const said = draftNotice(notice, reader, { now: step.now, random: step.random, texts });
  return joinDrafts(said, newCopy(known, reader.person.id, step.now, copy));
}

/** Whether they were told by name that the date is gone: once is enough, in one wording. */
async function heardThatItIsOff(step: Step, { show }: KnownSheet, person: string): Promise<boolean> {
  if (show.state === 'confirmed') return false;
  return (await step.store.get(notifications, `gone:${show.id}:v${show.version}.${person}`)) !== null;
}

function tellOff(step: Step, known: KnownSheet, reader: Recipient, copy: Versioned<SheetCopy>): Draft {
  const texts = step.textsOf(reader.person.locale);
  const about = { day: bigDay(step, texts, known), venue: placeOf(known) };
  const { show, sheet } = known;
  const notice: Notice = {
    id: `sheet.${show.id}.v${sheet.version}.${reader.person.id}.${show.state === 'confirmed' ? 'off' : show.state}`,
    severity: leavesSoon(step, known) ? 'urgent' : 'action',
    text: [...texts.say(show.state === 'confirmed' ? 'sheet-off' : `sheet-off-${show.state}`, about)],
  };
  return joinDrafts(draftNotice(notice, reader, { now: step.now, random: step.random, texts }), forget(copy));
}

/** A copy of somebody who is off the road goes, so that they get the whole sheet if they come back. */
function forget(copy: Versioned<SheetCopy>): Draft {
  return { guards: [unchanged(sheetCopies, copy)], writes: [remove(sheetCopies, copy.value.id)] };
}

function movedText(step: Step, texts: Texts, known: KnownSheet, copy: SheetCopy, facts: readonly Fact[]): Text | null {
  const moved = changesText(step, texts, known, copy.facts, facts);
  if (moved === null) return null;
  return stacked([
    texts.say('sheet-changed', {
      day: bigDay(step, texts, known),
      venue: placeOf(known),
      version: String(known.sheet.version),
    }),
    moved,
    texts.say('sheet-changed-rest'),
  ]);
}

/** What decides when somebody has to be where. */
const pressing = /^(?:hour|leg|day|venue|departs|info:meeting|info:address)/;

/** Shortly before they leave, news of when and where to be does not wait for the end of anybody's quiet hours; the wifi does. */
function isPressing(step: Step, known: KnownSheet, before: readonly Fact[], after: readonly Fact[]): boolean {
  return leavesSoon(step, known) && changesBetween(before, after).some(({ key }) => pressing.test(key));
}

/**
 * The groups hear what moved for everybody, and their pinned sheet is rewritten where it stands, also when the date is off; a
 * group that was bound since the sheet went out gets it whole.
 */
async function tellGroups(step: Step, known: KnownSheet, copy: Versioned<SheetCopy> | null): Promise<Draft> {
  if (copy === null) return known.show.state === 'confirmed' ? sheetToGroups(step, known) : {};
  if (known.show.state !== 'confirmed')
    return joinDrafts({ outbound: await redrawnInGroups(step, known) }, forget(copy));
  const facts = factsFor(known.show, known.sheet, null);
  if (movedText(step, step.textsOf(step.agency.locale), known, copy.value, facts) === null) return {};
  const said = await toGroups(
    step,
    known.artist.id,
    `sheet.${known.show.id}.v${known.sheet.version}`,
    (texts) => movedText(step, texts, known, copy.value, facts) ?? [],
  );
  return joinDrafts(
    { outbound: [...said, ...(await redrawnInGroups(step, known))] },
    newCopy(known, null, step.now, copy),
  );
}
