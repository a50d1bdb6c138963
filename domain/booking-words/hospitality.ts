import type { Vhr } from '../deal-terms.ts';
import { stretchOf, take } from './line.ts';
import type { Line } from './line.ts';

type Part = 'travel' | 'lodging' | 'meals';

const PARTS: Readonly<Record<Part, string>> = {
  travel: 'voyages?|transports?|trains?|trajets?|travel|flights?|billets? de train',
  lodging: 'hebergements?|hebergee?s?|heberg|heb|hotels?|logements?|logee?s?|accommodation|accom|lodging|rooms?',
  meals: 'repas|restauration|catering|nourrie?s?|diners?|meals?|dinners?|food',
};
const SOME = `(?:${Object.values(PARTS).join('|')})`;
const PEOPLE = String.raw`(?:\s?(?:pour|for|x|[*×(])?\s?(?<people>\d{1,2})(?![\dh€%k]|[/.:,]\d|\s?(?:h\b|€|ht|ttc|k\b|jours|sem|janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|\d))\s?(?:\)|personnes?|pers\.?|pax|people|p\b)?)?`;
const END = String.raw`(?!\p{L})`;
const INCLUDED = String.raw`(?:\s(?:tout\s)?(?:compris|inclus|included|incl))`;
const NONE = new RegExp(String.raw`(?<!\p{L})(?:sans|no|without|pas de|hors)\s(?:le\s)?v\.?h\.?r${END}`, 'u');
const SINGLE = new RegExp(
  String.raw`(?<!\p{L})(?<plus>\+\s?|plus\s)?(?:le\s)?v\.?h\.?r${END}\.?(?<inside>${INCLUDED}(?!\p{L}))?${PEOPLE}`,
  'u',
);
const LIST = new RegExp(
  String.raw`(?<!\p{L})(?:\+\s?|plus\s|avec\s|with\s)?(?<list>${SOME}(?:\s?(?:,|\+|&|/|\s|et|and|plus)\s?(?:${SOME})(?!\p{L}))*)${END}(?:\s(?:fournis?|pris en charge|provided|compris|inclus|included|offerts?)(?!\p{L}))?${PEOPLE}`,
  'u',
);
const EXCEPT = new RegExp(
  String.raw`(?<!\p{L})(?:sans|sauf|no|without|hors|pas de)\s(?:l'|le\s|les\s|the\s)?(?<list>${SOME}(?:\s?(?:,|\+|et|ni|and|or)\s?${SOME})*)${END}`,
  'u',
);
const TEAM =
  /(?<!\p{L})(?:equipe de|team of|party of|on est|nous sommes|we are)\s(\d{1,2})(?![\d\p{L}/.:])|(?<![\d\p{L}/.,:])(\d{1,2})\s?(?:personnes|pers\.?|pax|people)(?!\p{L})/u;

/** « + 1 nuit », « 2 nuits d'hôtel pour 5 »: beds, never hours; « le 2 nuit » is a date. */
const NIGHTS = new RegExp(
  String.raw`(?<![\p{L}\d/.,:])(?<!(?:le|du|au|the)\s)(?:\+\s?|plus\s|avec\s|with\s)?(?:[1-9]|une?|deux|trois|quatre|one|two|three|four)\s?(?:nuits?|nuitees?|nights?)(?:\s(?:d'|a l'|en |in (?:a |the )?|of )?(?:${PARTS.lodging}|chambres?))?(?:\s(?:sur place|on site|compris|incluse?s?|included|fournies?|offertes?)(?!\p{L}))?${END}(?:\s?(?:pour|for|x)\s?(?<people>\d{1,2})(?![\dh€%k/.:,])\s?(?:personnes?|pers\.?|pax|people)?)?`,
  'u',
);

function has(list: string, part: Part): boolean {
  return new RegExp(`(?<!\\p{L})(?:${PARTS[part]})(?!\\p{L})`, 'u').test(list);
}

function peopleOf(text: string | undefined): number | null {
  const people = Number(text ?? 0);
  return people >= 1 ? people : null;
}

function without(vhr: Vhr, list: string): Vhr {
  return {
    ...vhr,
    travel: vhr.travel && !has(list, 'travel'),
    lodging: vhr.lodging && !has(list, 'lodging'),
    meals: vhr.meals && !has(list, 'meals'),
  };
}

/** How many, said apart from the « vhr » (« équipe de 6 »). */
function withTeam(found: { line: Line; vhr: Vhr }): { line: Line; vhr: Vhr } {
  const team = found.vhr.people === null ? TEAM.exec(found.line.flat) : null;
  const people = peopleOf(team?.[1] ?? team?.[2]);
  return team === null || people === null
    ? found
    : { line: take(found.line, stretchOf(team)), vhr: { ...found.vhr, people } };
}

function full(line: Line, match: RegExpExecArray): { line: Line; vhr: Vhr } {
  const after = take(line, stretchOf(match));
  const vhr: Vhr = { travel: true, lodging: true, meals: true, people: peopleOf(match.groups?.['people']) };
  const except = EXCEPT.exec(after.flat);
  if (except === null) return { line: after, vhr };
  return { line: take(after, stretchOf(except)), vhr: without(vhr, except.groups?.['list'] ?? '') };
}

/**
 * What the organiser provides. « VHR compris » without a plus is said both of a price that covers it and of an organiser who
 * provides it: it stays unread, to be asked.
 */
export function takeVhr(given: Line): { readonly line: Line; readonly vhr: Vhr | null } {
  const nights = NIGHTS.exec(given.flat);
  if (nights === null) return takeProvided(given);
  const { line, vhr } = takeProvided(take(given, stretchOf(nights)));
  const people = peopleOf(nights.groups?.['people']);
  const said = vhr ?? { travel: false, lodging: true, meals: false, people: null };
  const lodged = { line, vhr: { ...said, lodging: true, people: said.people ?? people } };
  return vhr === null ? withTeam(lodged) : lodged;
}

function takeProvided(line: Line): { readonly line: Line; readonly vhr: Vhr | null } {
  const none = NONE.exec(line.flat);
  if (none !== null)
    return { line: take(line, stretchOf(none)), vhr: { travel: false, lodging: false, meals: false, people: null } };
  const single = SINGLE.exec(line.flat);
  if (single !== null) {
    const { plus, inside } = single.groups ?? {};
    return inside !== undefined && plus === undefined ? { line, vhr: null } : withTeam(full(line, single));
  }
  if (EXCEPT.test(line.flat)) return { line, vhr: null };
  const list = LIST.exec(line.flat);
  const words = list?.groups?.['list'];
  if (list === null || words === undefined) return { line, vhr: null };
  const vhr: Vhr = {
    travel: has(words, 'travel'),
    lodging: has(words, 'lodging'),
    meals: has(words, 'meals'),
    people: peopleOf(list.groups?.['people']),
  };
  return withTeam({ line: take(line, stretchOf(list)), vhr });
}
