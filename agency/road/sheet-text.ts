import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { changesBetween, factsFor, openLines, type Fact } from '../../domain/day-sheet/facts.ts';
import { dietsOf } from '../../domain/day-sheet/party.ts';
import { type Person } from '../../domain/person.ts';
import { embargoText } from '../brief-text.ts';
import { clockTime } from '../clock-time.ts';
import { dayName, spokenTime, stacked } from '../wording.ts';
import { dayAt, timeAt } from '../../domain/day.ts';
import { hourKeys, hourOf, hourRank, inOrder } from '../../domain/day-sheet/sheet.ts';
import { roadDay, type KnownSheet } from './known-sheet.ts';
import { lineOf, linesOf, nameOf, openLabel, type SheetLine } from './sheet-lines.ts';

/** The whole sheet for one reader, or for the groups of the act (null), who are shown what concerns everybody. */
export function sheetText(services: Services, texts: Texts, known: KnownSheet, reader: string | null): Text {
  const heading = headingOf(services, texts, known);
  // Hours under the news that there is no date would be taken for true by whoever reads on.
  if (known.show.state !== 'confirmed') return stacked([heading, texts.say(`sheet-gone-${known.show.state}`)]);
  const facts = factsFor(known.show, known.sheet, reader);
  return stacked([
    heading,
    [{ text: versionOf(services, texts, known), style: 'italic' }],
    ...linesOf(services, texts, known, facts).map((line) => shown(texts, line)),
    reader === null ? null : partyLine(texts, known),
    reader === null ? null : dietsLine(texts, known),
    openText(texts, known),
    embargoText(services, texts, known.show, known.venue.name),
  ]);
}

/** « Sam. 13 mars 2027, Le Fil, Saint-Étienne ». */
export function headingOf(services: Services, texts: Texts, known: Pick<KnownSheet, 'show' | 'venue'>): Text {
  return texts.say('sheet-title', { day: bigDay(services, texts, known), venue: placeOf(known) });
}

/** The place as a sheet names it. */
export function placeOf({ venue }: Pick<KnownSheet, 'venue'>): string {
  return venue.town === '' ? venue.name : `${venue.name}, ${venue.town}`;
}

/** « sam. 13 mars 2027, Le Fil, Saint-Étienne »: a date within a sentence. */
export function aboutText(
  services: Services,
  texts: Texts,
  known: Pick<KnownSheet, 'show' | 'venue'>,
): { readonly day: string; readonly venue: string } {
  return { day: dayName(services, texts, known.show.day), venue: placeOf(known) };
}

/** « Sam. 13 mars 2027 », as a line begins. */
export function bigDay(services: Services, texts: Texts, { show }: Pick<KnownSheet, 'show'>): string {
  return capital(dayName(services, texts, show.day));
}

/** « Gribitch, v2, mer. 10 mars à 18 h 05 ». */
export function versionOf(services: Services, texts: Texts, { sheet, artist }: KnownSheet): string {
  return texts.label('sheet-version', {
    artist: artist.name,
    version: String(sheet.version),
    when: changedWhen(services, texts, sheet.changedAt),
  });
}

/** « mer. 10 mars à 18 h 05 ». */
export function changedWhen(services: Services, texts: Texts, instant: number): string {
  const zone = services.agency.timezone;
  const day = dayName(services, texts, dayAt(instant, zone));
  return texts.label('sheet-when', { day, time: clockTime(instant, zone, texts) });
}

const strongHours: ReadonlySet<string> = new Set(['hour:call', 'hour:set']);

/** « **21 h 30 (1 h 15)** passage », « Hôtel : Ibis Gare ». */
function shown(texts: Texts, line: SheetLine): Text {
  if (line.time === null) return [{ text: `${capital(line.label)}${texts.label('colon')}` }, ...line.text];
  const bold = strongHours.has(line.key);
  const time: Text = bold ? line.text.map((span) => ({ ...span, style: 'bold' })) : line.text;
  return [...time, { text: ` ${line.label}` }];
}

function partyLine(texts: Texts, known: KnownSheet): Text | null {
  const names = [
    ...known.party.people.map((id) => nameOf(known, id)),
    ...known.party.others.map(({ name, role }) => (role === null ? name : `${name} (${role})`)),
  ];
  return labelled(texts, 'sheet-party', new Intl.ListFormat(texts.locale).format(names));
}

/** « Régimes : 2 végétariens, 1 sans gluten »: counted, nobody is named. */
export function dietsText(texts: Texts, { people, party }: Pick<KnownSheet, 'people' | 'party'>): string {
  const eating = party.people.flatMap((id): Person[] => {
    const person = people.get(id);
    return person === undefined ? [] : [person];
  });
  return dietsOf(eating)
    .map(({ known, diet, count }) =>
      known === null
        ? texts.label('sheet-diet', { diet, count: String(count) })
        : texts.label(`sheet-diet-${known}`, { count }),
    )
    .join(', ');
}

function dietsLine(texts: Texts, known: KnownSheet): Text | null {
  return labelled(texts, 'sheet-diets', dietsText(texts, known));
}

function labelled(texts: Texts, key: string, words: string): Text | null {
  return words === '' ? null : [{ text: `${capital(texts.label(key))}${texts.label('colon')}${words}` }];
}

/** « À confirmer : repas, parking ». */
function openText(texts: Texts, known: KnownSheet): Text | null {
  const open = openLines(known.show, known.sheet).map((key) => openLabel(texts, key));
  if (open.length === 0) return null;
  return texts.say('sheet-open', { lines: open.join(', ') });
}

/** What moved for one reader since the copy they have, a line each; null when nothing they can read did. */
export function changesText(
  services: Services,
  texts: Texts,
  known: KnownSheet,
  before: readonly Fact[],
  after: readonly Fact[],
): Text | null {
  const lines = changesBetween(before, after).flatMap((change): Text[] => {
    const line = changeLine(services, texts, known, change.key, change.before, change.after);
    return line === null ? [] : [line];
  });
  if (lines.length === 0) return null;
  return stacked(lines.map((line): Text => [{ text: '• ' }, ...line]));
}

/** « Balance à **15 h** (au lieu de 16 h) ». */
function changeLine(
  services: Services,
  texts: Texts,
  known: KnownSheet,
  key: string,
  before: string | null,
  after: string | null,
): Text | null {
  if (key === 'day' || key === 'venue') return placeChange(services, texts, known, key, before);
  const old = before === null ? null : lineOf(services, texts, known, { key, value: before });
  const now = after === null ? null : lineOf(services, texts, known, { key, value: after });
  const label = capital((now ?? old)?.label ?? '');
  const isHour = key.startsWith('hour:');
  if (now === null)
    return old === null
      ? null
      : texts.say(isHour ? 'sheet-changed-hour-open' : 'sheet-changed-removed', { label, before: old.text });
  if (old === null) return texts.say(isHour ? 'sheet-changed-hour-new' : 'sheet-changed-new', { label, now: now.text });
  return texts.say(isHour ? 'sheet-changed-hour' : 'sheet-changed-line', { label, now: now.text, before: old.text });
}

function placeChange(
  services: Services,
  texts: Texts,
  known: KnownSheet,
  key: 'day' | 'venue',
  before: string | null,
): Text | null {
  const now = key === 'day' ? bigDay(services, texts, known) : placeOf(known);
  return before === null ? null : texts.say('sheet-changed-new', { label: capital(texts.label(`sheet-${key}`)), now });
}

/** Hours of the date that are still to come and may be at stake, « balance 16 h, passage 21 h 30 »: all of them before its day. */
export function hoursText(services: Services, texts: Texts, known: Pick<KnownSheet, 'show' | 'sheet'>): string {
  const today = roadDay(services);
  if (known.show.day < today) return '';
  const now = hourRank(timeAt(services.now, services.agency.timezone));
  const hours = hourKeys.flatMap((key) => {
    const time = hourOf(known.show, known.sheet, key);
    return time === null || (known.show.day === today && hourRank(time) < now) ? [] : [{ key, time }];
  });
  return inOrder(hours)
    .map(({ key, time }) => `${texts.label(`sheet-hour-${key}`)} ${spokenTime(time, texts)}`)
    .join(', ');
}

/** The first letter large, as a line begins. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
