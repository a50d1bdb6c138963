import { z } from 'zod';
import { charactersOf, type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { addDays, parseDay } from '../../domain/day.ts';
import { type Fact } from '../../domain/day-sheet/facts.ts';
import { piecesOf } from '../../domain/day-sheet/sealed-words.ts';
import { hourKeys, inOrder, type DaySheet, type HourKey } from '../../domain/day-sheet/sheet.ts';
import { firstName } from '../../domain/person.ts';
import { spokenPhone } from '../../domain/phone.ts';
import { dayName, spokenTime } from '../wording.ts';
import { type KnownSheet } from './known-sheet.ts';

/** One line of a sheet in somebody's language. An hour has its time; everything else has words. */
export interface SheetLine {
  readonly key: string;
  readonly label: string;
  readonly time: string | null;
  readonly text: Text;
}

type About = Pick<KnownSheet, 'show' | 'sheet' | 'venue' | 'people'>;

/** The line of one fact; null for what is said elsewhere (the day, the place). */
export function lineOf(services: Services, texts: Texts, known: About, fact: Fact): SheetLine | null {
  const [kind = '', name = ''] = fact.key.split(':');
  const line = (label: string, text: Text, time: string | null = null): SheetLine => ({
    key: fact.key,
    label,
    text,
    time,
  });
  switch (kind) {
    case 'hour':
      return line(texts.label(`sheet-hour-${name}`), hourText(texts, fact.value), fact.value.slice(0, 5));
    case 'info':
      return line(texts.label(`sheet-info-${name}`), wordsText(services, known.show.id, fact.value));
    case 'leg':
      return legLine(services, texts, fact, known);
    case 'departs':
      return line(texts.label('sheet-departs'), departsText(services, texts, known, fact.value));
    case 'regisseur':
      return line(texts.label('sheet-regisseur'), [{ text: nameOf(known, fact.value) }]);
    case 'contact':
      return line(texts.label('sheet-contact'), contactText(services, known.show.id, fact.value));
    default:
      return null;
  }
}

/** « 21 h 30 (1 h 15) ». */
function hourText(texts: Texts, value: string): Text {
  const [time = '', minutes] = value.split('+');
  const shown = spokenTime(time, texts);
  return [{ text: minutes === undefined ? shown : `${shown} (${durationText(texts, Number(minutes))})` }];
}

/** « 1 h 15 », « 45 min ». */
export function durationText(texts: Texts, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return texts.label('sheet-duration-minutes', { minutes: String(rest) });
  if (rest === 0) return texts.label('sheet-duration-round', { hours: String(hours) });
  return texts.label('sheet-duration-hours', { hours: String(hours), minutes: String(rest).padStart(2, '0') });
}

/** « TGV 6605, depuis Paris, départ 8 h 30, arrivée 10 h 27 ». A line that stands no more is told as it was. */
function legLine(services: Services, texts: Texts, { key, value }: Fact, { show, sheet }: About): SheetLine {
  const [means, label, from, depart, arrive] = legValueSchema.parse(JSON.parse(value));
  const parts = [
    from === null ? null : texts.label('sheet-leg-from', { from }),
    depart === null ? null : texts.label('sheet-leg-depart', { time: spokenTime(depart, texts) }),
    arrive === null ? null : texts.label('sheet-leg-arrive', { time: spokenTime(arrive, texts) }),
  ].filter((part) => part !== null);
  const known = sheet.legs.find((leg) => `leg:${leg.id}` === key)?.means ?? means;
  const named = label === null ? [] : wordsText(services, show.id, label);
  const rest = parts.join(', ');
  const between = named.length > 0 && rest !== '' ? ', ' : '';
  return {
    key,
    label: texts.label(`sheet-leg-${known ?? 'other'}`),
    time: null,
    text: named.length === 0 && rest === '' ? [{ text: '—' }] : [...named, { text: `${between}${rest}` }],
  };
}

/** What somebody typed; the numbers in it open only while the message leaves. */
function wordsText(services: Services, show: string, words: string): Text {
  return piecesOf(words).map((piece) =>
    'sealed' in piece ? contactPhone(services, show, piece.sealed) : { text: piece.words },
  );
}

const wordSchema = z.string().nullable();
const legValueSchema = z.tuple([wordSchema, wordSchema, wordSchema, wordSchema, wordSchema]);
const contactValueSchema = z.object({ name: z.string(), role: wordSchema, phone: wordSchema });

function departsText(services: Services, texts: Texts, { show }: About, value: string): Text {
  const day = parseDay(value) ?? show.day;
  const named = dayName(services, texts, day);
  return [
    { text: texts.label(addDays(day, 1) === show.day ? 'sheet-departs-eve' : 'sheet-departs-day', { day: named }) },
  ];
}

/** « Karim, régisseur, 06… »: the number opens only while the message leaves. */
function contactText(services: Services, show: string, value: string): Text {
  const { name, role, phone } = contactValueSchema.parse(JSON.parse(value));
  const words = [name, role].filter((one) => one !== null).join(', ');
  if (phone === null) return [{ text: words }];
  return [{ text: `${words}, ` }, contactPhone(services, show, phone)];
}

/** The record that the numbers of a sheet are sealed for. */
export function contactBinding(show: string): string {
  return `sheet:${show}`;
}

function contactPhone(services: Services, show: string, sealed: string): Text[number] {
  const binding = contactBinding(show);
  const spoken = spokenPhone(services.cipher.open(sealed, binding));
  return { text: '', sealed: { value: services.cipher.seal(spoken, binding), record: binding } };
}

/** A first name, or the whole one where the first is shared. */
export function nameOf({ people }: Pick<KnownSheet, 'people'>, id: string): string {
  const person = people.get(id);
  if (person === undefined) return id;
  const first = firstName(person);
  const shared = [...people.values()].filter((one) => firstName(one) === first).length > 1;
  return shared ? person.name : first;
}

/** All lines in the order in which they are read: the hours as they come, then the rest. */
export function linesOf(services: Services, texts: Texts, known: About, facts: readonly Fact[]): SheetLine[] {
  const lines = folded(
    texts,
    known.sheet,
    facts.flatMap((fact) => lineOf(services, texts, known, fact) ?? []),
  );
  const hours = lines.flatMap((line) => (line.time === null ? [] : [{ ...line, time: line.time }]));
  return [...inOrder(hours), ...lines.filter((line) => line.time === null)];
}

/** Where to meet stands with the hour of it, and the van with the hour at which it leaves, when that is all there is to say of them. */
function folded(texts: Texts, sheet: DaySheet, lines: readonly SheetLine[]): SheetLine[] {
  const has = (key: string): boolean => lines.some((line) => line.key === key);
  const meeting = has('hour:call')
    ? lines.find(({ key, text }) => key === 'info:meeting' && text.every((span) => span.sealed === undefined))
    : undefined;
  const ride = sheet.legs.find(
    (leg) =>
      has('hour:departure') &&
      leg.people.length === 0 &&
      leg.label === null &&
      leg.from === null &&
      leg.depart === sheet.hours.departure,
  );
  const note: Readonly<Record<string, string | undefined>> = {
    'hour:call': meeting === undefined ? undefined : charactersOf(meeting.text),
    'hour:departure': ride === undefined ? undefined : texts.label(`sheet-leg-${ride.means}`),
  };
  return lines
    .filter((line) => line !== meeting && (ride === undefined || ride.arrive !== null || line.key !== `leg:${ride.id}`))
    .map((line) => {
      const said = note[line.key];
      return said === undefined ? line : { ...line, label: `${line.label} (${said})` };
    });
}

/** « RDV », « adresse », « sur place »: what a line that nobody has filled is called. */
export function openLabel(texts: Texts, key: string): string {
  const [kind = '', name = ''] = key.split(':');
  if (kind === 'contact') return texts.label('sheet-contact');
  return texts.label(kind === 'hour' ? `sheet-hour-${hourName(name)}` : `sheet-info-${name}`);
}

function hourName(name: string): HourKey {
  return hourKeys.find((key) => key === name) ?? 'call';
}
