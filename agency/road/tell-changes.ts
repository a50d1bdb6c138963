import { joinDrafts, remove, unchanged, type Draft, type DueRow } from '../../core/commit.ts';
import { draftNotice, type Notice, type Recipient } from '../../core/notification.ts';
import { sheetCopies, type SheetCopy } from '../../core/records/road.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { changesBetween, factsFor } from '../../domain/day-sheet/facts.ts';
import { toGroups } from '../announce.ts';
import { recipients } from '../recipients.ts';
import { stacked } from '../wording.ts';
import { copiesOf, newCopy, seenOffer } from './copies.ts';
import { agencyDay, type KnownSheet } from './known-sheet.ts';
import { reachable, redrawnInGroups, sheetToOne, untilAfter } from './send-sheet.ts';
import { bigDay, changesText, placeOf } from './sheet-text.ts';

/** The row that tells those concerned what moved; a later change before its hour puts it off. */
export function sheetChangedRow(show: string, at: number): DueRow {
  return { id: `sheet:${show}:changed`, kind: 'sheet.changed', at, payload: { show } };
}

/** Whom a change concerns: everybody whose copy is not what the sheet says for them now. */
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
 * sentence. Says it at once on the day and the day before. Copies are guarded, so that it is told once.
 */
export async function tellChanges(step: Step, known: KnownSheet): Promise<Draft> {
  const copies = await copiesOf(step.store, known.show.id);
  const own = copies.flatMap((copy) => (copy.value.person === null ? [] : [{ copy, person: copy.value.person }]));
  const stale = own.filter(({ copy }) => isStale(known, copy.value));
  const told = await recipients(
    step.store,
    stale.map(({ person }) => person),
    dayAt(step.now, step.agency.timezone),
  );
  const drafts = stale.map(({ copy, person }) => {
    const reader = told.find((one) => one.person.id === person);
    return reader === undefined ? {} : tellOne(step, known, reader, copy);
  });
  const joined =
    known.show.state !== 'confirmed'
      ? []
      : (await reachable(step, known)).readers.filter(({ person }) => !own.some((one) => one.person === person.id));
  const group = copies.find(({ value }) => value.person === null);
  return joinDrafts(
    { guards: known.guards },
    ...drafts,
    ...joined.map((reader) => sheetToOne(step, known, reader)),
    group === undefined ? {} : await tellGroups(step, known, group),
  );
}

function tellOne(step: Step, known: KnownSheet, reader: Recipient, copy: Versioned<SheetCopy>): Draft {
  // Whoever wrote it knows.
  if (reader.person.id === known.sheet.changedBy && !isOff(known, reader.person.id)) return ownCopy(step, known, copy);
  const texts = step.textsOf(reader.person.locale);
  const off = isOff(known, reader.person.id);
  const facts = factsFor(known.show, known.sheet, reader.person.id);
  const text = off ? offText(step, texts, known) : movedText(step, texts, known, copy.value, facts);
  // What a reader cannot see move is kept as their copy and not told.
  if (text === null) return newCopy(known, reader.person.id, step.now, copy);
  const rows = off ? [] : [[seenOffer(texts, known.show.id, known.sheet.version)]];
  const notice: Notice = {
    id: `sheet.${known.show.id}.v${known.sheet.version}.${reader.person.id}${off ? '.off' : ''}`,
    severity: isNear(step, known) ? 'urgent' : 'action',
    purpose: off ? null : 'action',
    subject: known.show.id,
    text: [...text],
    rows,
    until: untilAfter(step, known),
  };
  const said = draftNotice(notice, reader, { now: step.now, random: step.random, texts });
  return joinDrafts(said, off ? forget(copy) : newCopy(known, reader.person.id, step.now, copy));
}

function ownCopy(step: Step, known: KnownSheet, copy: Versioned<SheetCopy>): Draft {
  const seen = { version: known.sheet.version, at: step.now };
  return newCopy(known, copy.value.person, step.now, { ...copy, value: { ...copy.value, seen } });
}

/** A copy of somebody who is off the road goes, so that they get the whole sheet if they come back. */
function forget(copy: Versioned<SheetCopy>): Draft {
  return { guards: [unchanged(sheetCopies, copy)], writes: [remove(sheetCopies, copy.value.id)] };
}

function movedText(
  step: Step,
  texts: Texts,
  known: KnownSheet,
  copy: SheetCopy,
  facts: ReturnType<typeof factsFor>,
): Text | null {
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

function offText(step: Step, texts: Texts, known: KnownSheet): Text {
  const about = { day: bigDay(step, texts, known), venue: placeOf(known) };
  return texts.say(known.show.state === 'confirmed' ? 'sheet-off' : `sheet-off-${known.show.state}`, about);
}

/** On the day of a date and on the evening before, news of it does not wait for the end of anybody's quiet hours. */
function isNear(step: Step, known: KnownSheet): boolean {
  const today = agencyDay(step);
  return known.show.day === today || (known.sheet.departs ?? known.show.day) === today;
}

/** The groups hear what moved for everybody, and their pinned sheet is rewritten where it stands. */
async function tellGroups(step: Step, known: KnownSheet, copy: Versioned<SheetCopy>): Promise<Draft> {
  if (known.show.state !== 'confirmed') return forget(copy);
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
