import { stretchOf } from '../booking-words/line.ts';
import type { Stretch } from '../booking-words/line.ts';
import { allowedSlips, slips } from '../booking-words/name-forms.ts';
import type { HourKey } from '../day-sheet/sheet.ts';

/** A word that says which hour is meant. */
export interface HourWord extends Stretch {
  readonly key: HourKey;
}

const WORDS: readonly (readonly [HourKey, string])[] = [
  ['curfew', String.raw`couvre[- ]?feu(?: sonore)?|(?:sound )?curfew|extinction|coupure(?: du)? son|sound off`],
  [
    'load-in',
    String.raw`(?:de|de-)chargement|on decharge|decharge|load[- ]?in|get[- ]?in|unload(?:ing)?|dechargement(?: du)? (?:matos|materiel)`,
  ],
  [
    'call',
    String.raw`(?:heure (?:de |du )?)?(?:rdv|r\.d\.v\.?|rendez[- ]?vous|rdvs)|convoc(?:ation)?|(?:lobby |crew |band )?call(?: ?time)?|meet(?:[- ]?up|ing)?(?: time)?|we meet|on se (?:retrouve|rejoint|voit)`,
  ],
  [
    'departure',
    String.raw`(?:heure (?:de |du )?)?(?:departs?|dep)|on (?:part|decolle|s'en va)|depart du (?:van|camion|bus)|departure|we leave|leave|leaving|(?:van|bus) leaves`,
  ],
  [
    'arrival',
    String.raw`(?:heure d')?(?:arrivees?|arr)(?: (?:sur place|salle|lieu|du groupe|artistes?))?|on arrive|arrival|we arrive|arrive|get there`,
  ],
  [
    'soundcheck',
    String.raw`(?:heure (?:de |des )?)?balances?(?: son)?|on balance|sound[- ]?checks?|line[- ]?checks?|check son|check`,
  ],
  [
    'meal',
    String.raw`(?:heure (?:de |du )?)?repas(?: (?:du )?soir| chaud)?|diner|dejeuner|on (?:mange|dine|bouffe)|bouffe|catering|dinner|lunch|meal|we eat|food|supper`,
  ],
  [
    'doors',
    String.raw`(?:heure d')?ouverture(?: (?:des |de la )?(?:portes|salle)| au public| public)?|portes(?: ouvertes)?|doors?(?: open(?:ing)?)?|opening`,
  ],
  [
    'end',
    String.raw`fin(?: (?:de |du |des )?(?:son|concerts?|set|show|passage|soiree))?|on (?:finit|termine)|ends?|finish|we finish`,
  ],
  [
    'set',
    String.raw`(?:heure (?:de |du )?)?passages?|on (?:joue|passe|attaque)|debut (?:du |de )?(?:concert|set|show)|concert|show ?time|show|set[- ]?time|stage ?time|on ?stage|set|stage|we play|we're on|we are on`,
  ],
];

const EACH = new RegExp(
  String.raw`(?<![\p{L}\d'])(?<!\p{L}-|petits? )(?:(?:le|la|les|l'|the|our)\s?)?(?:${WORDS.map(([key, words]) => `(?<${key.replace('-', '')}>${words})`).join('|')})(?![\p{L}\d])`,
  'gu',
);

/** Words long enough to be told when a letter slips. */
const TOLD = new Map<string, HourKey>([
  ['balance', 'soundcheck'],
  ['balances', 'soundcheck'],
  ['soundcheck', 'soundcheck'],
  ['passage', 'set'],
  ['arrivee', 'arrival'],
  ['depart', 'departure'],
  ['dechargement', 'load-in'],
  ['ouverture', 'doors'],
  ['portes', 'doors'],
  ['curfew', 'curfew'],
  ['departure', 'departure'],
  ['dinner', 'meal'],
]);
/** Words of their own, a letter away from one of those. */
const OTHER = new Set(
  'passager passages porter portees posters postes sortes poster porte partes pertes balances balancer balancee departs depart winner dinners inner thinner depart'.split(
    ' ',
  ),
);

function misspelled(flat: string): readonly HourWord[] {
  return [...flat.matchAll(/(?<![\p{L}\d'])\p{L}{6,14}(?![\p{L}\d])/gu)].flatMap((match) => {
    const [word] = match;
    if (OTHER.has(word) || TOLD.has(word)) return [];
    for (const [right, key] of TOLD) {
      const close = word[0] === right[0] && slips(word, right, Math.min(1, allowedSlips(right.length)) || 1) !== null;
      if (close) return [{ ...stretchOf(match), key }];
    }
    return [];
  });
}

/** Every word of a folded text that says which hour is meant, slips of a finger included, in order. */
export function hourWordsIn(flat: string): readonly HourWord[] {
  const words = [...flat.matchAll(EACH)].flatMap((match): HourWord[] => {
    const key = WORDS.find(([one]) => match.groups?.[one.replace('-', '')] !== undefined)?.[0];
    return key === undefined ? [] : [{ ...stretchOf(match), key }];
  });
  const slipped = misspelled(flat).filter((one) => words.every(({ from, to }) => one.to <= from || one.from >= to));
  return [...words, ...slipped].sort((a, b) => a.from - b.from);
}

/** How the words of hours are written, for readers that must know where one begins. */
export const HOUR_WORD_SOURCE = `(?:${WORDS.map(([, words]) => words).join('|')})`;
