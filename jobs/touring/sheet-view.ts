import { charactersOf, type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { embargoText } from '../../agency/brief-text.ts';
import { type KnownSheet } from '../../agency/road/known-sheet.ts';
import { linesOf, nameOf, openLabel, type SheetLine } from '../../agency/road/sheet-lines.ts';
import { bigDay, capital, changedWhen, dietsText, placeOf, versionOf } from '../../agency/road/sheet-text.ts';
import { type SheetSection, type SheetView } from '../../documents/sheet-view.ts';
import { factsFor, openLines } from '../../domain/day-sheet/facts.ts';
import { withoutNumbers } from '../../domain/day-sheet/sealed-words.ts';

const strong: ReadonlySet<string> = new Set(['hour:call', 'hour:set']);

/** Which lines stand under which heading of a printed sheet. */
const sections = [
  ['access', ['info:address', 'info:parking', 'info:meeting', 'contact', 'info:wifi']],
  ['lodging', ['info:hotel', 'info:rooms']],
  ['travel', ['departs', 'leg']],
  ['more', ['info:catering', 'info:merch', 'info:note']],
] as const;

/** A sheet as documents draw it for one reader: no number of anybody stands on it, since paper outlives the days they may be seen. */
export function sheetView(services: Services, texts: Texts, known: KnownSheet, reader: string): SheetView {
  const facts = factsFor(known.show, known.sheet, reader).map(({ key, value }) => ({
    key,
    value: withoutNumbers(value),
  }));
  const lines = linesOf(services, texts, known, facts);
  const embargo = embargoText(services, texts, known.show, known.venue.name);
  const open = openLines(known.show, known.sheet).map((key) => openLabel(texts, key));
  return {
    lang: texts.locale,
    act: known.artist.name,
    title: bigDay(services, texts, known),
    place: placeOf(known),
    version: versionOf(services, texts, known),
    kind: texts.label('sheet-kind'),
    hours: lines.flatMap((line) =>
      line.time === null
        ? []
        : [{ time: written(line.text), label: line.label, note: null, open: false, key: strong.has(line.key) }],
    ),
    sections: [
      ...sections.flatMap(([name, keys]) => sectionOf(texts, lines, name, keys)),
      ...peopleSection(texts, known),
    ],
    openTitle: texts.label('sheet-open-title'),
    open,
    notice: noticeOf(texts, known, embargo),
    footer: texts.label('sheet-footer', {
      agency: services.agency.name,
      when: changedWhen(services, texts, known.sheet.changedAt),
    }),
    more: texts.label('sheet-more'),
  };
}

function noticeOf(texts: Texts, { show }: KnownSheet, embargo: Text | null): string | null {
  if (show.state !== 'confirmed') return texts.label(`sheet-gone-${show.state}`);
  return embargo === null ? null : charactersOf(embargo);
}

function sectionOf(texts: Texts, lines: readonly SheetLine[], name: string, keys: readonly string[]): SheetSection[] {
  const own = lines.filter(({ key }) => keys.includes(key) || keys.includes(key.split(':')[0] ?? ''));
  if (own.length === 0) return [];
  return [
    {
      title: texts.label(`sheet-section-${name}`),
      lines: own.map((line) => ({ label: capital(line.label), text: written(line.text) })),
    },
  ];
}

/** Sealed words are left out, and the comma before them. */
function written(text: Text): string {
  const open = text.filter((span) => span.sealed === undefined);
  return charactersOf(open).replace(/,\s*$/, '');
}

function peopleSection(texts: Texts, known: KnownSheet): SheetSection[] {
  const { sheet, party } = known;
  const names = [
    ...party.people.map((id) =>
      id === sheet.regisseur ? `${nameOf(known, id)} (${texts.label('sheet-regisseur')})` : nameOf(known, id),
    ),
    ...party.others.map(({ name, role }) => (role === null ? name : `${name} (${role})`)),
  ];
  const diets = dietsText(texts, known);
  const lines = [
    ...(names.length === 0 ? [] : [{ label: null, text: names.join(', ') }]),
    ...(diets === '' ? [] : [{ label: capital(texts.label('sheet-diets')), text: diets }]),
  ];
  return lines.length === 0 ? [] : [{ title: texts.label('sheet-section-people'), lines }];
}
