import { absent, put, unchanged, type Draft } from '../../core/commit.ts';
import { sheetCopies, type SheetCopy } from '../../core/records/road.ts';
import { type Records, type Versioned } from '../../core/store.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Texts } from '../../core/texts.ts';
import { changesBetween, factsFor, withOwnChanges } from '../../domain/day-sheet/facts.ts';
import { type KnownSheet } from './known-sheet.ts';

/** The id of the copy of one person, or of the act's groups (null). */
export function copyId(show: string, person: string | null): string {
  return `${show}.${person ?? 'group'}`;
}

/** All copies of a sheet. */
export async function copiesOf(store: Records, show: string): Promise<readonly Versioned<SheetCopy>[]> {
  return store.find(sheetCopies, { name: 'show', value: show });
}

/** The copy of what somebody is about to be sent; `known` is that which they had before, whose « vu » then counts no more. */
export function newCopy(
  sheet: KnownSheet,
  person: string | null,
  now: number,
  known: Versioned<SheetCopy> | null,
): Draft {
  const id = copyId(sheet.show.id, person);
  const copy: SheetCopy = {
    id,
    show: sheet.show.id,
    person,
    version: sheet.sheet.version,
    facts: factsFor(sheet.show, sheet.sheet, person),
    sentAt: now,
    seen: known?.value.seen ?? null,
    nudged: false,
  };
  return {
    guards: [known === null ? absent(sheetCopies, id) : unchanged(sheetCopies, known)],
    writes: [put(sheetCopies, copy)],
  };
}

/**
 * The copy of whoever changed the sheet knows what they wrote, and nothing of what others did meanwhile. Nothing when they have
 * no copy, or are a reader whom the change does not concern.
 */
export async function ownCopyAfter(store: Records, before: KnownSheet, after: KnownSheet, by: string): Promise<Draft> {
  const copy = await store.get(sheetCopies, copyId(after.show.id, by));
  if (copy === null) return {};
  const now = factsFor(after.show, after.sheet, by);
  const own = changesBetween(factsFor(before.show, before.sheet, by), now);
  const facts = withOwnChanges(copy.value.facts, own);
  const isCurrent = changesBetween(facts, now).length === 0;
  const { version } = after.sheet;
  const seen = isSeen(copy.value) ? { version, at: after.sheet.changedAt } : copy.value.seen;
  return {
    guards: [unchanged(sheetCopies, copy)],
    writes: [put(sheetCopies, isCurrent ? { ...copy.value, facts: now, version, seen } : { ...copy.value, facts })],
  };
}

/** Whether they said that they saw what they have. */
export function isSeen(copy: SheetCopy): boolean {
  return copy.seen !== null && copy.seen.version >= copy.version;
}

/** The buttons of a sheet for one who reads it; whoever may write it also sees who has read it. */
export function sheetRows(
  texts: Texts,
  { show, sheet, venue }: Pick<KnownSheet, 'show' | 'sheet' | 'venue'>,
  shown: { readonly seen: boolean; readonly writes: boolean; readonly sent: boolean },
): Offer[][] {
  const offer = (name: string): Offer => ({
    key: `sheet.${name}:${show.id}`,
    label: texts.label(`sheet-button-${name}`),
  });
  const place = [venue.name, venue.town].join(' ');
  const plan: Offer = {
    key: 'plan',
    label: texts.label('sheet-button-plan'),
    link: mapOf(venue.latitude, venue.longitude, place),
  };
  return [
    ...(shown.seen ? [[seenOffer(texts, show.id, sheet.version)]] : []),
    [offer('pdf'), offer('image'), offer('ics')],
    [plan, offer('ask'), offer('numbers')],
    ...(shown.writes ? [[offer('readers'), ...(shown.sent ? [] : [offer('send')])]] : []),
  ];
}

/** [Bien reçu], for the version it stands under. */
export function seenOffer(texts: Texts, show: string, version: number): Offer {
  const label = texts.label('sheet-button-seen');
  return { key: `sheet.seen:${show}/${version}`, label, means: 'yes', tone: 'primary' };
}

/** A map of the place, by the address every map program on a phone opens. */
function mapOf(latitude: number | null, longitude: number | null, place: string): string {
  const query = latitude === null || longitude === null ? place : `${latitude},${longitude}`;
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
}
