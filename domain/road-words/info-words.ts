import type { InfoKey } from '../day-sheet/sheet.ts';
import { CLOCK_SOURCE } from './clocks.ts';

const WORDS: readonly (readonly [InfoKey, string])[] = [
  [
    'wifi',
    String.raw`(?:(?:code|mdp|mot de passe|reseau|acces|network|password|pass)s?(?: (?:du|de|le|for|the))? )?wi[- ]?fi(?: (?:code|password|mdp|network|pass))?`,
  ],
  [
    'meeting',
    String.raw`(?:lieu|point|adresse|endroit) (?:de |du )?(?:rdv|rendez[- ]?vous)|meeting (?:point|place)|meet(?:ing)? at|where we meet`,
  ],
  ['rooms', String.raw`rooming(?:[- ]?list)?|chambres|room(?:ing)? list|rooms|repartition des chambres`],
  [
    'hotel',
    String.raw`(?:adresse (?:de l')?)?hotels?|hotel (?:address|du soir)|hebergements?|logements?|lodging|accommodations?|airbnb|gite|on (?:dort|loge)|we (?:sleep|stay)(?: at)?`,
  ],
  [
    'parking',
    String.raw`parkings?|stationnement|ou se garer|on se gare|(?:van |bus )?park(?:ing spot)?|stationner|garage`,
  ],
  [
    'catering',
    String.raw`catering|traiteur|repas|diner|dinner|food|meals?|buy[- ]?outs?|buyout repas|regimes?(?: alimentaires?)?`,
  ],
  ['merch', String.raw`(?:stand |table )?(?:de |du )?merch(?:andising|andise)?(?: table| stand)?`],
  [
    'address',
    String.raw`adresse(?: (?:du lieu|de la salle|salle|lieu|exacte))?|(?:venue |full )?address|acces(?: (?:artistes?|salle|lieu|scene))?|adr`,
  ],
  [
    'note',
    String.raw`notes?|nb|n\.b\.?|a noter|remarques?|infos?(?: (?:pratiques?|utiles?))?|a savoir|important|attention|p\.?s\.?|reminder`,
  ],
];

const NAMED = WORDS.map(([key, words]) => `(?<${key}>${words})`).join('|');
const ARTICLE = String.raw`(?:(?:le|la|les|l'|un|une|the|our|du)\s?)?`;

/** What gives a thing of the day its value: « wifi : », « parking = ». */
const HEADING = new RegExp(
  String.raw`(?<![\p{L}\d])${ARTICLE}(?:${NAMED})(?: ?[/&] ?\p{L}+(?: \p{L}+)?| sur place| du lieu| du soir)?\s*(?:[:=]|\s-{1,2}>?\s|->|→)\s*`,
  'u',
);
const OPENING = new RegExp(
  String.raw`^\s*${ARTICLE}(?:${NAMED})(?![\p{L}\d])\s*(?:(?:est|is|c'est|au|a|at)(?=\s))?\s*`,
  'u',
);
const DROPPED = new RegExp(
  String.raw`^\s*(?:finalement\s)?(?:il n'?y a |y a |on a |there(?:'s| is) )?(?:plus (?:de |d'|du )|(?:enleve|supprime|retire|efface|annule|vire)r?\s|(?:no more|no longer (?:any )?|remove|delete|drop|cancel)\s)${ARTICLE}(?:${NAMED})\s*$`,
  'u',
);
const NOTHING = /^(?:rien|aucune?|neant|supprimee?|annulee?|enleve|none|nothing|removed|n\/a|x|-+|0)\.?$/u;
const UNKNOWN =
  /^(?:(?:a (?:confirmer|preciser|definir|voir|caler))|tb[acd]|to be (?:confirmed|announced)|\?+|en attente|inconnue?|unknown|\.{2,}|…)$/u;
const IS_HOUR = new RegExp(String.raw`^[\s~:=-]*(?:a|at|vers|de|from|entre)?\s*${CLOCK_SOURCE}(?![\d\p{L}:])`, 'u');

/** The word of an info and where its value begins. */
export interface InfoWord {
  readonly key: InfoKey;
  readonly from: number;
  readonly value: number;
}

function wordOf(match: RegExpExecArray | null): InfoWord | null {
  const key = WORDS.find(([one]) => match?.groups?.[one] !== undefined)?.[0];
  return match === null || key === undefined ? null : { key, from: match.index, value: match.index + match[0].length };
}

/** The first « wifi : » of a folded text, unless what follows is an hour (« repas : 19h »). */
export function headingIn(flat: string): InfoWord | null {
  const word = wordOf(HEADING.exec(flat));
  return word === null || isHourAt(flat, word) ? null : word;
}

const OPEN_HOUR =
  /^[\s:=-]*(?:(?:est |reste |encore )?(?:a )?(?:confirmer|preciser|definir|caler|determiner)|tb[acd]\b|to be (?:confirmed|announced))/u;

function isHourAt(flat: string, { key, value }: InfoWord): boolean {
  return (
    (key === 'catering' || key === 'meeting') && (IS_HOUR.test(flat.slice(value)) || OPEN_HOUR.test(flat.slice(value)))
  );
}

/** « parking derrière la salle »: the word begins the text and something follows it. */
export function openingOf(flat: string): InfoWord | null {
  const word = wordOf(OPENING.exec(flat));
  if (
    word === null ||
    IS_HOUR.test(flat.slice(word.value)) ||
    OPEN_HOUR.test(flat.slice(word.value)) ||
    flat.slice(word.value).trim() === ''
  )
    return null;
  return word;
}

/** « plus de parking », « remove the wifi »: which info is gone. */
export function droppedIn(flat: string): InfoKey | null {
  return wordOf(DROPPED.exec(flat))?.key ?? null;
}

/** Whether a value takes the info away. */
export function isNothing(value: string): boolean {
  return NOTHING.test(value);
}

/** Whether a value says that nobody knows yet. */
export function isUnknown(value: string): boolean {
  return UNKNOWN.test(value);
}
