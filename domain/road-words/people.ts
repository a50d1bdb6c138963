import { stretchOf, take } from '../booking-words/line.ts';
import type { Line } from '../booking-words/line.ts';
import type { Found, Said } from './hours.ts';

/** One to three words of a name, as typed by whoever knows the person. */
export const NAME = String.raw`\p{L}[\p{L}'’-]*(?: (?!(?:et|and|ou|or|ne|n|is|are|est|sont|vient|viennent|stays?|doesn|don|won|isn|aren|rest|restent|joins?|qui|en|au|a|le|la|pour|for|reste|vient|avec)(?!\p{L}))\p{L}[\p{L}'’-]*){0,2}`;
const SHORT = String.raw`\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)?`;
/** Words that are no names, wherever a name is looked for. */
const NOT_NAME =
  /^(?:on|je|j|tu|il|elle|ils|elles|nous|vous|ca|cela|ce|c|qui|que|tout|tous|toute|rien|le|la|les|un|une|des|du|de|ne|ma|mon|mes|ta|ton|notre|votre|reste|plus|pas|y|we|i|you|they|he|she|it|the|everything|rest|nothing|this|that|there|all|parking|hotel|wifi|balance|repas|passage|portes|rdv|merch|catering|train|van|tard|tot|late|early|soir|demain|hier|aujourd'hui|lieu|salle|venue|contact|heure|heures|date|invits?|guests?|chambres?|rooms?|personnes?|people|si|if|et|and|ou|or|peut-etre|maybe)$/u;

/** Whether the words may name somebody. */
export function isName(name: string): boolean {
  return (
    name.length <= 80 &&
    name.length >= 2 &&
    name
      .toLowerCase()
      .split(' ')
      .every((word) => !NOT_NAME.test(word))
  );
}

/** « Léa et Tom », « Léa, Tom & Ben »: each. */
export function namesOf(text: string): readonly string[] {
  return text
    .split(/\s*(?:,|&|\+|\/|(?<!\p{L})(?:et|and)(?!\p{L}))\s*/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const REGISSEUR = String.raw`(?:regisseu(?:r|se)(?: de tournee)?|regie(?: de tournee)?|road ?manager|tour ?manager|tm)`;
const REGISSEURS: readonly RegExp[] = [
  new RegExp(
    String.raw`^\s*(?:(?:le|la|notre|our|the)\s)?${REGISSEUR}\s?(?:[:=]|c'est|ce sera|sera|est|is|will be|->|-)?\s?(?<name>${SHORT})\s*$`,
    'u',
  ),
  new RegExp(
    String.raw`^\s*(?<name>${SHORT})\s(?:(?:est|sera|is|will be)(?: (?:le|la|the|our|notre))?|fait|fera|assure|a|en|as|does|comme)\s(?:(?:la|le|the)\s)?${REGISSEUR}\s*$`,
    'u',
  ),
];
const ROLE = String.raw`(?:\s*[(,:-]\s*(?<role>[\p{L}][\p{L}' /-]{1,40}?)\s*\)?|\s(?:au|a la|aux|pour (?:le|la|les)|on|as|en|comme)\s(?<as>[\p{L}][\p{L}' /-]{1,40}?))?`;
const JOINS: readonly RegExp[] = [
  new RegExp(
    String.raw`^\s*(?:\+|plus|avec|with|ajoute|add)\s?(?<name>${SHORT}?(?: \p{L}[\p{L}'’-]+)?)${ROLE}\s*$`,
    'u',
  ),
  new RegExp(
    String.raw`^\s*(?<name>${SHORT})\s(?:vient(?: avec nous)?|nous rejoint|rejoint l'equipe|se joint a nous|est du voyage|part avec nous|is coming|comes(?: along| with us)?|joins(?: us)?|is joining(?: us)?)${ROLE}\s*$`,
    'u',
  ),
];
const STAYS: readonly RegExp[] = [
  new RegExp(
    String.raw`^\s*(?<name>${NAME}(?:(?:\s?[,&]\s?|\s(?:et|and)\s)${NAME})*)\s(?:rest(?:e|ent)(?: (?:a la maison|chez (?:lui|elle|eux)|ici))?|ne (?:vient|viennent|part|partent) (?:pas|plus)|(?:vient|viennent) (?:pas|plus)|(?:est|sont) pas du voyage|stays?(?: (?:at )?home| behind)?|is ?n[o']t (?:coming|travelling|traveling)|are ?n[o']t coming|(?:doesn't|don't|won't) (?:come|travel))\s*$`,
    'u',
  ),
  new RegExp(String.raw`^\s*(?:sans|without)\s(?<name>${NAME}(?:(?:\s?[,&]\s?|\s(?:et|and)\s)${NAME})*)\s*$`, 'u'),
];

function typed(line: Line, match: RegExpExecArray, group: string | undefined): string {
  const at = group === undefined ? -1 : match[0].indexOf(group);
  return at < 0 ? '' : line.source.slice(match.index + at, match.index + at + (group?.length ?? 0)).trim();
}

function crewOf(line: Line, match: RegExpExecArray, does: 'joins' | 'stays-home'): readonly Said[] {
  const { name, role, as } = match.groups ?? {};
  const words = line.source.trim();
  const names = namesOf(typed(line, match, name));
  const part = typed(line, match, role ?? as);
  if (names.length === 0 || !namesOf(name ?? '').every(isName)) return [];
  return names.map((one) => ({ change: { type: 'crew', name: one, role: part === '' ? null : part, does }, words }));
}

function readPeople(line: Line): { readonly match: RegExpExecArray; readonly said: readonly Said[] } | null {
  for (const pattern of REGISSEURS) {
    const match = pattern.exec(line.flat);
    const name = match === null ? '' : typed(line, match, match.groups?.['name']);
    if (match !== null && isName(match.groups?.['name'] ?? ''))
      return { match, said: [{ change: { type: 'regisseur', name }, words: line.source.trim() }] };
  }
  for (const [patterns, does] of [[STAYS, 'stays-home'] as const, [JOINS, 'joins'] as const]) {
    for (const pattern of patterns) {
      const match = pattern.exec(line.flat);
      const said = match === null ? [] : crewOf(line, match, does);
      if (match !== null && said.length > 0) return { match, said };
    }
  }
  return null;
}

/** « régisseur Sam », « + Jo (son) », « Tom reste »: a clause that says who is on the road, or nothing. */
export function takePeople(line: Line): Found {
  const read = readPeople(line);
  return read === null ? { line, said: [] } : { line: take(line, stretchOf(read.match)), said: read.said };
}
