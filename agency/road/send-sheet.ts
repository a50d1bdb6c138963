import { joinDrafts, put, type Draft } from '../../core/commit.ts';
import { draftNotice, type Notice, type Recipient } from '../../core/notification.ts';
import { type Outbound } from '../../core/outbound.ts';
import { groups } from '../../core/records/identity.ts';
import { sheets } from '../../core/records/road.ts';
import { outbound, pin } from '../../core/replies.ts';
import { type Step } from '../../core/turn.ts';
import { addDays, dayAt } from '../../domain/day.ts';
import { toGroups } from '../announce.ts';
import { recipients } from '../recipients.ts';
import { copiesOf, newCopy, sheetRows } from './copies.ts';
import { roadDay, mayWriteSheet, type KnownSheet } from './known-sheet.ts';
import { sheetText } from './sheet-text.ts';

/** Those of the party who can be written to, and the names of those who cannot. */
export interface Reachable {
  readonly readers: readonly Recipient[];
  readonly nowhere: readonly string[];
}

/** Who of the party has an account to be reached by; the others are named, for somebody to tell. */
export async function reachable(step: Step, known: KnownSheet): Promise<Reachable> {
  const found = await recipients(step.store, known.party.people, dayAt(step.now, step.agency.timezone));
  const linked = (recipient: Recipient): boolean => recipient.accounts.some((account) => account.revokedAt === null);
  return {
    readers: found.filter(linked),
    nowhere: [
      ...found.filter((one) => !linked(one)).map((one) => one.person.name),
      ...known.party.others.map((one) => one.name),
    ],
  };
}

/** Sends a sheet for the first time: to everybody on the road in private, to the groups what concerns all, pinned. */
export async function sendSheet(step: Step, known: KnownSheet): Promise<Draft> {
  const [{ readers }, copies] = await Promise.all([reachable(step, known), copiesOf(step.store, known.show.id)]);
  const sent: KnownSheet = { ...known, sheet: { ...known.sheet, sentAt: step.now } };
  const unsent = readers.filter(({ person }) => !copies.some(({ value }) => value.person === person.id));
  return joinDrafts(
    { guards: known.guards, writes: [put(sheets, sent.sheet)] },
    ...unsent.map((reader) => sheetToOne(step, sent, reader)),
    copies.some(({ value }) => value.person === null) ? {} : await sheetToGroups(step, sent),
  );
}

/** The whole sheet for one reader, with the copy that later changes are told from. */
export function sheetToOne(step: Step, known: KnownSheet, reader: Recipient): Draft {
  const texts = step.textsOf(reader.person.locale);
  const writes = mayWriteSheet(reader.person, known);
  const notice: Notice = {
    id: `sheet.${known.show.id}.v${known.sheet.version}.${reader.person.id}`,
    severity: leavesSoon(step, known) ? 'urgent' : 'action',
    purpose: 'action',
    subject: known.show.id,
    text: [...sheetText(step, texts, known, reader.person.id)],
    rows: sheetRows(texts, known, { seen: true, writes, sent: true }).map((row) => [...row]),
    until: untilAfter(step, known),
  };
  return joinDrafts(
    draftNotice(notice, reader, { now: step.now, random: step.random, texts }),
    newCopy(known, reader.person.id, step.now, null),
  );
}

/** From the day before they leave until the date is over, what they must know does not wait for the end of quiet hours. */
export function leavesSoon(step: Step, { show, sheet }: Pick<KnownSheet, 'show' | 'sheet'>): boolean {
  const today = roadDay(step);
  return (sheet.departs ?? show.day) <= addDays(today, 1) && show.day >= today;
}

const dayMs = 24 * 3_600_000;

/** The buttons of a sheet work until two days after the date. */
export function untilAfter(step: Step, known: Pick<KnownSheet, 'show'>): number {
  return Math.max(step.now + dayMs, Date.parse(`${known.show.day}T12:00:00Z`) + 2 * dayMs);
}

/** The sheet in every group of the act, pinned, in the agency's language. */
export async function sheetToGroups(step: Step, known: KnownSheet): Promise<Draft> {
  const texts = step.textsOf(step.agency.locale);
  const sent = await toGroups(step, known.artist.id, `sheet.${known.show.id}`, () =>
    sheetText(step, texts, known, null),
  );
  if (sent.length === 0) return {};
  const pinned = sent.map((message) => pin(step, message, message.id));
  return joinDrafts({ outbound: [...sent, ...pinned] }, newCopy(known, null, step.now, null));
}

/** The pinned sheets of the groups as they read now: whoever scrolls up never finds an old hour. */
export async function redrawnInGroups(step: Step, known: KnownSheet): Promise<Outbound[]> {
  const bound = await step.store.find(groups, { name: 'artist', value: known.artist.id });
  const texts = step.textsOf(step.agency.locale);
  return bound.map(({ value: group }) =>
    outbound(
      step,
      { bot: group.bot, chat: group.id },
      {
        type: 'edit',
        target: `sheet.${known.show.id}:${group.id}`,
        text: [...sheetText(step, texts, known, null)],
        withoutButtons: null,
        rows: [],
        poll: null,
      },
      // A date that is off is written over a sheet of the same version.
      `sheet.${known.show.id}.v${known.sheet.version}.${known.show.state}.pinned:${group.id}`,
    ),
  );
}
