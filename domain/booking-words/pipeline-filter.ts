import type { LeadStatus } from '../lead.ts';
import type { Context, Locale } from '../spoken-days/index.ts';
import { COUNTS } from './counts.ts';
import { named, takeDays } from './days.ts';
import { exactHits, looseHits, withoutOverlap } from './find-names.ts';
import type { Hit } from './find-names.ts';
import { leftoversOf, lineOf, stretchOf, take } from './line.ts';
import type { Line } from './line.ts';
import { formsOf, wordsOf } from './name-forms.ts';
import type { NameForms } from './name-forms.ts';
import type { Known, PipelineFilter } from './types.ts';

const START = String.raw`(?<!\p{L})`;
const END = String.raw`(?!\p{L})`;

function spoken(words: string): RegExp {
  return new RegExp(`${START}(?:${words})${END}`, 'u');
}

/** Longer names first: « sans réponse » before « réponse », « contrat signé » before « signé ». */
const STATUSES: readonly (readonly [LeadStatus, RegExp])[] = [
  [
    'no-reply',
    spoken(
      "sans (?:suite|reponses?|retour)|(?:pas|aucune?) (?:de )?(?:reponse|retour)s?|(?:pas|n'ont pas|n'a pas) repondu|no[- ](?:reply|answer|response)|unanswered",
    ),
  ],
  [
    'to-approve',
    spoken(
      '(?:a |en attente de )(?:valider|approuver|validation)|to approve|(?:awaiting|pending) approval|to be approved',
    ),
  ],
  ['to-send', spoken('(?:a |pas (?:encore )?)(?:envoyer|contacter|envoyee?s?)|to send|not sent|unsent')],
  ['contract-signed', spoken('(?:contrats? )?signee?s?|(?:contracts? )?signed')],
  ['draft', spoken('brouillons?|drafts?')],
  ['sent', spoken('envoyee?s?|sent|contactee?s?|contacted')],
  ['chased', spoken('relancee?s?|relances?|chased|followed[- ]up|reminded')],
  ['replied', spoken('(?:ont |a |ayant )?repondue?s?|reponses?|replied|answered|replies')],
  [
    'negotiating',
    spoken('(?:en )?(?:cours de )?nego(?:s|ciations?)?|en discussions?|negotiating|(?:in )?negotiations?'),
  ],
  ['option', spoken('(?:en )?options?|optionnee?s?|opt|holds?|on hold|held')],
  ['deal', spoken('deals?|validee?s?|approuvee?s?|confirmee?s?|calee?s?|approved|confirmed')],
  ['postponed', spoken('reportee?s?|decalee?s?|postponed|reports?|rescheduled')],
  ['cancelled', spoken('annulee?s?|annulations?|cancell?ed')],
  ['refused', spoken('refusee?s?|refus|refused|declined|rejected')],
];

function takeStatuses(given: Line): { readonly line: Line; readonly statuses: readonly LeadStatus[] } {
  let line = given;
  const statuses: LeadStatus[] = [];
  for (const [status, pattern] of STATUSES) {
    for (let match = pattern.exec(line.flat); match !== null; match = pattern.exec(line.flat)) {
      line = take(line, stretchOf(match));
      if (!statuses.includes(status)) statuses.push(status);
    }
  }
  return { line, statuses };
}

function takeWords(line: Line, pattern: RegExp): { readonly line: Line; readonly match: RegExpExecArray | null } {
  const match = pattern.exec(line.flat);
  return { line: match === null ? line : take(line, stretchOf(match)), match };
}

const LOT = /(?<!\p{L})(?:lots?|vagues?|waves?|batch)\s?(?:n°|no|#)?\s?(\d{1,2})(?![\d\p{L}/])/u;
const MINE = spoken('(?:les? )?(?:a moi|miens?|miennes?|mes|moi|mine|my|me)');
const OLDEST = spoken(
  "(?:(?:les? )?plus (?:anciens?|anciennes?|vieux|vieilles?)|anciens?|par (?:anciennete|age)|(?:tri )?anciennete|(?:the )?oldest|by age)(?: (?:d'abord|en premier|first))?",
);
const VALUE = spoken(
  "(?:(?:tri(?:es?)? )?par (?:montants?|valeur|prix|cachets?)|(?:les? )?plus (?:gros|grosses?|cher|chers|cheres?|eleves?)|by (?:value|price|fee|amount)|(?:the )?(?:highest|biggest))(?: (?:d'abord|en premier|first))?",
);

const COUNT = String.raw`(\d{1,3}|une?|deux|trois|quatre|six|huit|dix|quinze|one|two|three|four|ten|an?)`;
const UNIT = String.raw`(jours?|jrs?|j|d|semaines?|sem|s|w|mois|m|days?|weeks?|wks?|months?)`;
const OLDER: readonly RegExp[] = [
  new RegExp(`(?:>=?|\\+)\\s?(?:de |d')?${COUNT}\\s?${UNIT}${END}`, 'u'),
  new RegExp(
    `${START}(?:plus (?:vieux |ancien )?(?:de |que )|depuis (?:plus de |au moins )?|il y a (?:plus de )?|older than |more than |over |for (?:more than |over )?|since )${COUNT}\\s?${UNIT}${END}`,
    'u',
  ),
  new RegExp(`${START}${COUNT}\\s?${UNIT}\\s?(?:\\+|et plus|ou plus|or more|and more)(?!\\p{L})`, 'u'),
];
const YOUNGER: readonly RegExp[] = [
  new RegExp(`<=?\\s?${COUNT}\\s?${UNIT}${END}`, 'u'),
  new RegExp(
    `${START}(?:moins de |depuis moins de |less than |under |younger than |newer than |within |in the last |(?:the )?last )${COUNT}\\s?${UNIT}${END}`,
    'u',
  ),
  new RegExp(
    `${START}(?:(?:ces|les|dans les) )?${COUNT} derni(?:ers|eres) ${UNIT}${END}|${START}(?:(?:ces|les) )?derni(?:ers|eres) ${COUNT} ${UNIT}${END}`,
    'u',
  ),
];

function daysOf(count: string, unit: string): number {
  const number = COUNTS[count] ?? Number(count);
  if (/^(?:j|d)/.test(unit)) return number;
  return number * (unit.startsWith('m') ? 30 : 7);
}

function takeAge(line: Line, patterns: readonly RegExp[]): { readonly line: Line; readonly days: number | null } {
  for (const pattern of patterns) {
    const match = pattern.exec(line.flat);
    const [count, unit] = match === null ? [] : match.slice(1).filter((group) => group !== undefined);
    if (match !== null && count !== undefined && unit !== undefined)
      return { line: take(line, stretchOf(match)), days: daysOf(count, unit) };
  }
  return { line, days: null };
}

interface Tables {
  readonly region: readonly NameForms[];
  readonly town: readonly NameForms[];
  readonly artist: readonly NameForms[];
  readonly venue: readonly NameForms[];
}

type Sort = keyof Tables;

const SORTS: readonly Sort[] = ['region', 'town', 'artist', 'venue'];
/** Names of regions nobody writes in full and that no rule gives. */
const SHORT_REGIONS: Readonly<Record<string, string>> = {
  aura: 'auvergnerhonealpes',
  ara: 'auvergnerhonealpes',
  pdl: 'paysloire',
  centre: 'centrevalloire',
  cvl: 'centrevalloire',
  idf: 'ilefrance',
  bfc: 'bourgognefranchecomte',
};

/** English names of regions; « Normandy » is a venue to a French reader. */
const ENGLISH_REGIONS: Readonly<Record<string, string>> = {
  burgundy: 'bourgognefranchecomte',
  brittany: 'bretagne',
  normandy: 'normandie',
  provence: 'provencealpescoteazur',
  geneva: 'cantongeneve',
};

function initials(name: string): string {
  return wordsOf(name)
    .map(({ text }) => text.charAt(0))
    .join('');
}

/** « paca », « hdf »: initials with and without the small words, and the short forms in use. */
function regionForms(names: readonly string[], locale: Locale): readonly NameForms[] {
  return formsOf(names.map((name) => ({ id: name, name }))).flatMap((form) => {
    const table = locale === 'en' ? { ...SHORT_REGIONS, ...ENGLISH_REGIONS } : SHORT_REGIONS;
    const aliases = Object.entries(table).flatMap(([short, core]) => (core === form.core ? [short] : []));
    const letters = [initials(form.id), form.words.map((word) => word.charAt(0)).join('')].filter(
      (short) => short.length >= 3,
    );
    return [
      form,
      ...[...aliases, ...letters].map((short) => ({ id: form.id, whole: short, core: short, words: [short] })),
    ];
  });
}

function tablesOf(known: Known, locale: Locale): Tables {
  const distinct = (names: readonly (string | undefined)[]): string[] => [
    ...new Set(names.filter((name) => name !== undefined)),
  ];
  const towns = distinct(known.venues.map(({ town }) => town));
  return {
    region: regionForms(distinct(known.venues.map(({ region }) => region)), locale),
    town: formsOf(towns.map((name) => ({ id: name, name }))),
    artist: formsOf(known.artists),
    venue: formsOf(known.venues),
  };
}

interface Sorted extends Hit {
  readonly sort: Sort;
}

/** Least score at which a half-said name narrows a list. */
const SURE = 55;

function takeNames(
  given: Line,
  tables: Tables,
  exact: boolean,
): { readonly line: Line; readonly hits: readonly Sorted[] } {
  const all = SORTS.flatMap((sort) =>
    (exact ? exactHits(given, tables[sort]) : looseHits(given, tables[sort]).filter(({ score }) => score >= SURE)).map(
      (hit) => ({ ...hit, sort }),
    ),
  );
  const hits = withoutOverlap(all);
  return { line: hits.reduce((rest, hit) => take(rest, hit), given), hits };
}

function idsOf(hits: readonly Sorted[], sort: Sort): readonly string[] {
  return [...new Set(hits.filter((hit) => hit.sort === sort).flatMap(({ ids }) => ids))];
}

/** Words that say « the list » and narrow nothing. */
const LIST = new RegExp(
  `${START}(?:pipeline|leads?|pistes?|affaires?|statuts?|status|tous|toutes|tout|all|show|montre|liste|list|les|region|lots?|ou|or)${END}`,
  'u',
);

function withoutListWords(given: Line): Line {
  let line = given;
  for (let match = LIST.exec(line.flat); match !== null; match = LIST.exec(line.flat))
    line = take(line, stretchOf(match));
  return line;
}

/** Reads what a pipeline is narrowed to (« lot1 relancé >10j bretagne »). Months count 30 days in ages. Never throws. */
export function readPipelineFilter(text: string, known: Known, context: Context): PipelineFilter {
  const { line: start, beyond } = lineOf(text);
  const tables = tablesOf(known, context.locale);
  const lot = takeWords(start, LOT);
  const younger = takeAge(lot.line, YOUNGER);
  const older = takeAge(younger.line, OLDER);
  const oldest = takeWords(older.line, OLDEST);
  const value = takeWords(oldest.line, VALUE);
  const full = takeNames(value.line, tables, true);
  const statuses = takeStatuses(full.line);
  const mine = takeWords(statuses.line, MINE);
  const dated = takeDays(mine.line, context);
  const loose = takeNames(dated.line, tables, false);
  const hits = [...full.hits, ...loose.hits];
  return {
    lot: lot.match === null ? null : Number(lot.match[1]),
    statuses: statuses.statuses,
    olderThanDays: older.days,
    youngerThanDays: younger.days,
    regions: idsOf(hits, 'region'),
    towns: idsOf(hits, 'town'),
    venues: idsOf(hits, 'venue'),
    artists: idsOf(hits, 'artist'),
    booker: mine.match === null ? null : 'me',
    days: named(dated.spans, 400),
    order: oldest.match === null ? (value.match === null ? null : 'value') : 'oldest',
    leftovers: leftoversOf(withoutListWords(loose.line), beyond),
  };
}
