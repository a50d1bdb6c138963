import { allowedSlips, slips } from '../booking-words/name-forms.ts';
import { type Context } from '../spoken-days/index.ts';
import { readDue, type DueFound } from './due.ts';
import { fold } from './fold.ts';

/** Somebody who may be named. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/** Whom a name means. `none` comes with the nearest names there are, best first. */
export type NameMatch =
  | { readonly type: 'one'; readonly id: string }
  | { readonly type: 'several'; readonly ids: readonly string[] }
  | { readonly type: 'none'; readonly near: readonly string[] };

/** A name as typed, and whom it means. */
export interface NamedPerson {
  readonly words: string;
  readonly match: NameMatch;
}

/** « Léa : envoyer la fiche tech avant vendredi »: for whom, what, by when. Without a name it is for whoever says it. */
export interface TaskLine extends Omit<DueFound, 'rest'> {
  readonly people: readonly NamedPerson[];
  readonly title: string;
  readonly priority: 'normal' | 'high';
}

const mostNames = 8;
const mostNear = 3;
const COLON = /^(?<head>[^:\n]{1,120}?)\s*:(?!\d|\/\/)\s*(?<rest>[\s\S]+)$/u;
const HEAD_LEAD = /^\s*(?:pour|for|à|a|to)\s+/iu;
const BETWEEN = /\s*(?:,|\/|&|\+|\bet\b|\band\b)\s*/iu;
const ME = /^(?:moi|moi[- ]m[eê]me|me|myself|bibi)$/iu;
const INFINITIVE = /^\p{Ll}+(?:er|ir|re)$/u;
const URGENT =
  /(?<!\p{L})(?:(?:c['’]est|très|tres|it['’]?s|very)\s+)?(?:urgente?s?|en urgence|asap|prioritaires?|urgently|high priority)(?!\p{L})|\s!{2,}/giu;

/** Whom a name means among people: in full, by first or last name, by its beginning; else the nearest are told. */
export function matchPerson(words: string, known: readonly KnownPerson[]): NameMatch {
  const said = fold(words);
  const forms = known.map((person) => ({
    id: person.id,
    whole: fold(person.name),
    parts: fold(person.name).split(' '),
  }));
  const ranks: readonly ((form: (typeof forms)[number]) => boolean)[] = [
    ({ whole }) => whole === said,
    ({ parts }) => parts[0] === said,
    ({ parts }) => parts.slice(1).join(' ') === said || parts.includes(said),
    ({ whole, parts }) => said.length >= 3 && (whole.startsWith(said) || parts.some((part) => part.startsWith(said))),
    ({ parts }) => isInitialed(said, parts),
  ];
  for (const fits of ranks) {
    const [only, ...others] = forms.filter(fits);
    if (only === undefined) continue;
    return others.length === 0
      ? { type: 'one', id: only.id }
      : { type: 'several', ids: [only, ...others].map(({ id }) => id) };
  }
  const near = forms
    .flatMap(({ id, whole, parts }) => {
      const costs = [whole, ...parts].flatMap(
        (form) => slips(said, form, Math.max(1, allowedSlips(Math.min(said.length, form.length)))) ?? [],
      );
      return costs.length === 0 ? [] : [{ id, cost: Math.min(...costs) }];
    })
    .toSorted((a, b) => a.cost - b.cost);
  return { type: 'none', near: near.slice(0, mostNear).map(({ id }) => id) };
}

/** « Léa M. » */
function isInitialed(said: string, parts: readonly string[]): boolean {
  const [first, initial, more] = said.replaceAll('.', '').split(' ');
  return (
    more === undefined &&
    initial !== undefined &&
    initial.length <= 2 &&
    parts[0] === first &&
    parts[1]?.startsWith(initial) === true
  );
}

function named(words: string, known: readonly KnownPerson[], self: string): NamedPerson {
  return { words, match: ME.test(words) ? { type: 'one', id: self } : matchPerson(words, known) };
}

interface Head {
  readonly people: readonly NamedPerson[];
  readonly rest: string;
}

/** « Tom et Léa : … »: names, unless none of it is one and it reads like the beginning of what is to be done. */
function beforeColon(text: string, known: readonly KnownPerson[], self: string): Head | null {
  const groups = COLON.exec(text)?.groups;
  const [head, rest] = [groups?.['head'] ?? '', groups?.['rest'] ?? ''];
  const names = head
    .replace(HEAD_LEAD, '')
    .split(BETWEEN)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (names.length === 0 || names.length > mostNames || names.some((one) => one.split(' ').length > 4)) return null;
  const people = names.map((one) => named(one, known, self));
  const isKnown = people.some(({ match }) => match.type !== 'none' || match.near.length > 0);
  const looksNamed =
    names.every((one) => /^\p{Lu}/u.test(one) && one.split(' ').length <= 3) &&
    !INFINITIVE.test(fold(names[0]?.split(' ')[0] ?? ''));
  return isKnown || looksNamed ? { people, rest } : null;
}

/** « Léa envoyer la fiche tech »: an exact first or full name, and something to do after it. */
function leading(text: string, known: readonly KnownPerson[], locale: Context['locale'], self: string): Head | null {
  const words = text.replace(HEAD_LEAD, '').trim().split(/\s+/u);
  for (const count of [3, 2, 1]) {
    const name = words.slice(0, count).join(' ');
    const next = words[count];
    const isExact = known.some(
      (person) => fold(person.name) === fold(name) || fold(person.name).split(' ')[0] === fold(name),
    );
    const isTask = next !== undefined && (locale === 'fr' ? INFINITIVE.test(fold(next)) : /^\p{Ll}/u.test(next));
    if (isExact && isTask && /^\p{Lu}/u.test(name))
      return { people: [named(name, known, self)], rest: words.slice(count).join(' ') };
  }
  return null;
}

/** Reads what somebody wants done. Whatever is not a name, a day or « urgent » stays in the title as typed. */
export function readTaskLine(text: string, known: readonly KnownPerson[], self: string, context: Context): TaskLine {
  const source = text.normalize('NFC').trim();
  const head = beforeColon(source, known, self) ??
    leading(source, known, context.locale, self) ?? { people: [], rest: source };
  const calm = head.rest.replaceAll(URGENT, ' ').replaceAll(/\s+/gu, ' ').trim();
  const isUrgent = calm !== '' && calm !== head.rest.replaceAll(/\s+/gu, ' ').trim();
  const { rest, ...when } = readDue(isUrgent ? calm : head.rest, context);
  return {
    ...when,
    people: head.people,
    title: rest
      .replace(/^[\s(]+|[\s(]+$/gu, '')
      .replace(/^(?:de\s+|d['’])(?=\p{L}+(?:er|ir|re)(?!\p{L}))|^to\s+/iu, ''),
    priority: isUrgent ? 'high' : 'normal',
  };
}
