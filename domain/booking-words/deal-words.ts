import type { DealKind, Employer, Exclusivity } from '../deal-terms.ts';
import { stretchOf, take } from './line.ts';
import type { Line } from './line.ts';

const START = String.raw`(?<!\p{L})`;
const END = String.raw`(?!\p{L})`;

function word(words: string): RegExp {
  return new RegExp(`${START}(?:${words})${END}`, 'u');
}

const KINDS: readonly (readonly [DealKind, RegExp])[] = [
  ['own-production', word('auto[- ]?prod(?:uction)?s?|prod(?:uction)? propre|own[- ]production|self[- ]produced')],
  ['co-realisation', word('(?:contrat de )?co[- ]?rea(?:l|lisation)?s?|co-realisation')],
  ['co-production', word('(?:contrat de )?co[- ]?prod(?:uction)?s?|co[- ]?pro')],
  ['engagement', word("(?:contrat d')?engagement|engagement contract")],
  ['cession', word('(?:contrat de |en )?cession|sale contract')],
  ['showcase', word('show ?cases?|show-case')],
];

const EMPLOYERS: readonly (readonly [Employer, RegExp])[] = [
  ['nobody', word('(?:employeur|employer) ?:? ?(?:personne|aucun|nobody|none)|benevolat|non remuneree?')],
  [
    'agency',
    word(
      "(?:employeur|employer) ?:? ?(?:l'|the )?(?:agence|agency|nous|us)|(?:on|nous) (?:salarie|salarions|employons|paie les salaires)|agence employeur|(?:salaries|employes|payes) par (?:l'agence|nous)|employed by (?:the agency|us)",
    ),
  ],
  [
    'organiser',
    word(
      "guso|(?:employeur|employer) ?:? ?(?:l'|le |the )?(?:organisateur|orga|lieu|salle|venue|organiser|promoter)|(?:ils|l'orga|l'organisateur|le lieu) (?:salarie(?:nt)?|emploie(?:nt)?)|(?:organisateur|lieu) employeur|(?:salaries|employes|payes) par (?:l'organisateur|l'orga|le lieu|la salle)|employed by (?:the )?(?:venue|promoter|organiser)",
    ),
  ],
];

const ENTRIES: readonly (readonly ['free' | 'paid', RegExp])[] = [
  [
    'free',
    word(
      '(?:concert |entree )?(?:gratuite?|libre)(?: pour le public)?|entree libre|free (?:entry|entrance|admission|concert|show)|free entry',
    ),
  ],
  [
    'paid',
    word('(?:concert |entree )?payante?|billetterie(?: payante)?|ticketed|paid (?:entry|admission)|paying public'),
  ],
];

function takeFirst<T>(
  line: Line,
  table: readonly (readonly [T, RegExp])[],
): { readonly line: Line; readonly value: T | null } {
  for (const [value, pattern] of table) {
    const match = pattern.exec(line.flat);
    if (match !== null) return { line: take(line, stretchOf(match)), value };
  }
  return { line, value: null };
}

/** The kind of contract; a second one is left unread. */
export function takeKind(line: Line): { readonly line: Line; readonly value: DealKind | null } {
  return takeFirst(line, KINDS);
}

/** Who pays the wages, where it is said. */
export function takeEmployer(line: Line): { readonly line: Line; readonly value: Employer | null } {
  return takeFirst(line, EMPLOYERS);
}

/** Whether the public pays. « Prix libre » and « au chapeau » are neither, and stay unread. */
export function takeEntry(line: Line): { readonly line: Line; readonly value: 'free' | 'paid' | null } {
  return /(?:prix|participation|contribution) libre/.test(line.flat) ? { line, value: null } : takeFirst(line, ENTRIES);
}

const OPTION = '(?:options?|opt\\.?|opts|holds?)';
const NTH: Readonly<Record<string, number>> = {
  premiere: 1,
  premier: 1,
  first: 1,
  deuxieme: 2,
  seconde: 2,
  second: 2,
  troisieme: 3,
  third: 3,
  quatrieme: 4,
  fourth: 4,
};
const RANKS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d/.:,])(?:en |une |la |a |in )?(\\d)(?:re|er|ere|e|eme|ieme|nd|nde|st|rd|th)? ?${OPTION}${END}`,
    'u',
  ),
  new RegExp(`${START}(?:en |une |la |a |in |the )?(${Object.keys(NTH).join('|')}) ${OPTION}${END}`, 'u'),
  new RegExp(
    `${START}(?:en |in )?${OPTION} ?(?:n°|no|rang|rank|#)? ?(\\d)(?![\\d/.:,\\p{L}]|\\s?(?:h|€|ht|k|jour|sem|week|day|janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|/))`,
    'u',
  ),
  new RegExp(`${START}(?:rang|rank) ?(\\d)(?!\\d)`, 'u'),
];
const CAPITAL_H = /(?<![\d\p{L}/.:,])([1-9])H(?![\p{L}\d])/u;
const PLAIN_OPTION = new RegExp(`${START}(?:en |on |une |an? )?${OPTION}${END}`, 'u');

/** The rank of the option and whether one is spoken of at all. « 1H » is a rank only with its capital; « 1h » may be a time. */
export function takeRank(line: Line): { readonly line: Line; readonly rank: number | null; readonly option: boolean } {
  for (const pattern of RANKS) {
    const match = pattern.exec(line.flat);
    const rank = match === null ? 0 : (NTH[match[1] ?? ''] ?? Number(match[1]));
    if (match !== null && rank >= 1) return { line: take(line, stretchOf(match)), rank, option: true };
  }
  const hold = CAPITAL_H.exec(
    line.source
      .split('')
      .map((char, at) => (line.flat[at] === '\uE000' ? ' ' : char))
      .join(''),
  );
  if (hold !== null) return { line: take(line, stretchOf(hold)), rank: Number(hold[1]), option: true };
  const plain = PLAIN_OPTION.exec(line.flat);
  return plain === null
    ? { line, rank: null, option: false }
    : { line: take(line, stretchOf(plain)), rank: null, option: true };
}

const OPEN = new RegExp(
  `${START}(?:(?:a|reste a|encore a) confirmer|tbc|to be confirmed|pas (?:encore )?confirmee?s?|non confirmee?s?|not (?:yet )?confirmed|unconfirmed|pas ferme)${END}`,
  'u',
);
const FIRM = new RegExp(
  `${START}(?:date ferme|ferme(?: et definitive?)?|deja confirmee?s?|confirmee?s?|confirmed|firm|calee?s?|date calee)${END}`,
  'u',
);

/** Whether they want the date confirmed. Beside the word option it contradicts itself and stays unread. */
export function takeFirm(given: Line, option: boolean): { readonly line: Line; readonly firm: boolean } {
  const open = OPEN.exec(given.flat);
  const line = open === null ? given : take(given, stretchOf(open));
  const match = FIRM.exec(line.flat);
  if (match === null) return { line, firm: false };
  const closed =
    /ferm[ée]+/iu.exec(line.source.slice(match.index, match.index + match[0].length))?.[0].includes('é') === true;
  return option || open !== null || closed ? { line, firm: false } : { line: take(line, stretchOf(match)), firm: true };
}

const WEEKS = String.raw`(?<count>\d{1,3}) ?(?<unit>semaines?|sem\.?|weeks?|wks?|jours?|j|days?)`;
const KM = String.raw`(?<km>\d{1,4}) ?(?:km|kms|kilometres?)`;
const JOIN = String.raw`[\s,/+x&-]*(?:(?:et|pendant|pour|sur|for|and|avant et apres|a la ronde|autour|around)\s)*`;
const LEAD = `${START}(?:(?:clause d')?exclu(?:sivite|sive|sivity)?(?: geographique)?s?|radius(?: clause)?)\\s?:?\\s?(?:de |sur |a |dans |within |of )?`;
const RADIUS: readonly RegExp[] = [
  new RegExp(`${LEAD}${KM}${JOIN}${WEEKS}(?: avant et apres)?${END}`, 'u'),
  new RegExp(`${LEAD}${WEEKS}${JOIN}${KM}${END}`, 'u'),
];

/** « exclu 100 km 4 semaines »; days count when they make whole weeks. Anything less complete stays unread. */
export function takeExclusivity(line: Line): { readonly line: Line; readonly exclusivity: Exclusivity | null } {
  for (const pattern of RADIUS) {
    const match = pattern.exec(line.flat);
    const { km, count, unit } = match?.groups ?? {};
    if (match === null || km === undefined || count === undefined || unit === undefined) continue;
    const weeks = /^(?:j|d)/.test(unit) ? Number(count) / 7 : Number(count);
    const fits = Number.isInteger(weeks) && weeks >= 1 && weeks <= 104 && Number(km) >= 1 && Number(km) <= 2000;
    if (fits) return { line: take(line, stretchOf(match)), exclusivity: { km: Number(km), weeks } };
  }
  return { line, exclusivity: null };
}
