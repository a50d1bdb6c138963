import { auditLine } from '../../core/audit.ts';
import { joinDrafts, put, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { shows } from '../../core/records/agency.ts';
import { sheetChanges, sheets } from '../../core/records/road.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { applyChanges, type Applied } from '../../domain/day-sheet/change.ts';
import { daysBetween, type Day } from '../../domain/day.ts';
import { everything, factsFor } from '../../domain/day-sheet/facts.ts';
import { type SheetChange } from '../../domain/road-words/types.ts';
import { ownCopyAfter } from '../../agency/road/copies.ts';
import { withParty, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { nameOf } from '../../agency/road/sheet-lines.ts';
import { aboutText, capital, changesText } from '../../agency/road/sheet-text.ts';
import { concernedBy, sheetCalendarRow, sheetChangedRow } from '../../agency/road/tell-changes.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { clashOf } from './clash.ts';
import { sealFor } from './numbers.ts';
import { oddText, refusedText, unreadText } from './refused-text.ts';
import { nextSending } from './next-sending.ts';
import { whoIs } from './who-is.ts';

/** What a change of a sheet says and does; nothing is done when it says no. */
export interface Outcome {
  readonly text: Text;
  readonly rows: readonly (readonly Offer[])[];
  readonly draft: Draft;
}

const undoMs = 60_000;

/** Writes changes on a sheet. Those concerned hear after a minute, in which it can be taken back; before it went out, nobody does. */
export async function changeSheet(
  turn: Turn,
  known: KnownSheet,
  changes: readonly SheetChange[],
  unread: readonly string[],
): Promise<Outcome> {
  const names = await whoIs(turn, known);
  const applied = applyChanges(known, changes, { ...names, seal: sealFor(turn, known.sheet) });
  const isSame = same(known, applied);
  const remarks = [...refusedText(turn, applied.refused, names), unreadText(turn, unread, isSame)];
  if (isSame) {
    const nothing = applied.refused.length > 0 ? null : turn.texts.say('sheet-nothing-changed');
    return { text: stacked([nothing, ...remarks]), rows: [], draft: {} };
  }
  const clash = await clashOf(turn, known, applied.show);
  if (clash.type === 'taken') return { text: clash.text, rows: [], draft: {} };
  const after = await withParty(turn, { ...known, ...raised(turn, known, applied) });
  const [concerned, sending, own] = await Promise.all([
    concernedBy(turn, after),
    nextSending(turn, after),
    ownCopyAfter(turn.store, known, after, turn.person.id),
  ]);
  const text = stacked([
    turn.texts.say('sheet-saved', { ...aboutText(turn, turn.texts, after), version: String(after.sheet.version) }),
    linesText(turn, known, after),
    ...remarks,
    oddText(turn, known, after),
    tellsText(turn, after, concerned.length, sending),
  ]);
  const draft = joinDrafts({ guards: clash.guards }, written(turn, known, after), own);
  return { text, rows: rowsOf(turn, after, sending), draft };
}

/** Versions go up, also that of the show when its own hours moved: calendars and files follow it. */
function raised(turn: Turn, known: KnownSheet, { show, sheet }: Applied): Pick<KnownSheet, 'show' | 'sheet'> {
  const moved = JSON.stringify(show) !== JSON.stringify(known.show);
  return {
    show: moved ? { ...show, version: show.version + 1 } : known.show,
    sheet: { ...sheet, version: sheet.version + 1, changedAt: turn.now, changedBy: turn.person.id },
  };
}

function same(known: KnownSheet, { show, sheet }: Applied): boolean {
  return JSON.stringify([show, sheet]) === JSON.stringify([known.show, known.sheet]);
}

function written(turn: Turn, known: KnownSheet, { show, sheet }: KnownSheet): Draft {
  const before = { id: show.id, by: turn.person.id, at: turn.now, sheet: known.sheet, show: known.show };
  return {
    guards: known.guards,
    writes: [
      put(sheets, sheet),
      put(sheetChanges, before),
      ...(show.version === known.show.version ? [] : [put(shows, show)]),
      auditLine(turn, 'sheet.changed', show.id, `v${sheet.version}`),
    ],
    due: [
      sheetChangedRow(show.id, turn.now + undoMs),
      ...(show.version === known.show.version ? [] : [sheetCalendarRow(show.id, turn.now + undoMs)]),
    ],
  };
}

/** What moved, as somebody who reads everything is told; and who is on the road when that moved. */
function linesText(turn: Turn, before: KnownSheet, after: KnownSheet): Text | null {
  const moved = changesText(
    turn,
    turn.texts,
    { ...after, people: new Map([...before.people, ...after.people]) },
    factsFor(before.show, before.sheet, everything),
    factsFor(after.show, after.sheet, everything),
  );
  const names = (known: KnownSheet): string =>
    [...known.party.people.map((id) => nameOf(known, id)), ...known.party.others.map(({ name }) => name)].join(', ');
  const party: Text | null =
    names(before) === names(after)
      ? null
      : [
          { text: `• ${capital(turn.texts.label('sheet-party'))}${turn.texts.label('colon')}` },
          { text: names(after), style: 'bold' },
        ];
  return stacked([moved, party]);
}

function tellsText(turn: Turn, known: KnownSheet, count: number, sending: Day | null): Text {
  const { texts } = turn;
  if (known.sheet.sentAt !== null)
    return count === 0 ? texts.say('sheet-saved-nobody') : texts.say('sheet-saved-tells', { count });
  if (sending === null) return texts.say('sheet-saved-by-hand');
  return texts.say('sheet-saved-later', { day: dayName(turn, texts, sending) });
}

/** Who writes on a sheet that should be out may send it from there. */
function rowsOf(turn: Turn, { show, sheet }: KnownSheet, sending: Day | null): Offer[][] {
  const offer = (name: string, means?: 'undo'): Offer => ({
    key: `sheet.${name}:${show.id}`,
    label: turn.texts.label(`sheet-button-${name}`),
    means,
  });
  const isLate = sending === null || daysBetween(turn.today, sending) <= 1;
  const more = sheet.sentAt !== null ? [offer('announce')] : isLate ? [offer('send')] : [];
  return [[offer('undo', 'undo'), ...more]];
}
