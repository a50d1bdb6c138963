import { lineOf } from '../../domain/booking-words/line.ts';
import { type Person } from '../../domain/person.ts';

/** What a line says about whom to ask: only these, these as well, or not these. */
export interface PeopleSaid {
  readonly how: 'only' | 'add' | 'remove';
  readonly persons: readonly string[];
}

/** The people of a line, if any, and the line without them. */
export interface PeopleRead {
  readonly rest: string;
  readonly said: PeopleSaid | null;
}

const keywords: readonly (readonly [PeopleSaid['how'], string])[] = [
  ['add', 'aussi|ajoute|plus|also|add|demande aussi|ask also|et aussi|and also'],
  ['remove', 'sauf|pas|sans|hors|retire|enleve|except|but not|not|without|remove'],
  ['only', 'seulement|juste|uniquement|que|only|just|demande|demander|ask'],
];

const after = /^\s+(?:aussi|egalement|as well|too|also)(?!\p{L})/u;

/**
 * « seulement Léa et Tom », « sauf Ben », « aussi Inès ». Names without such a word count only where `bare` says that they
 * cannot be anything else. Somebody is named by the first name or the whole name.
 */
export function readPeople(text: string, known: readonly Pick<Person, 'id' | 'name'>[], bare: boolean): PeopleRead {
  const { line } = lineOf(text);
  const names = namesOf(known);
  if (names.size === 0) return { rest: text, said: null };
  const name = `(?:${[...names.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?!\\p{L})`;
  const words = keywords.map(([how, list]) => `(?<${how}>${list})`).join('|');
  const lead = `(?:(?:${words})\\s+(?:a\\s+|to\\s+|avec\\s+|with\\s+)?)`;
  const pattern = new RegExp(
    `(?<!\\p{L})${lead}${bare ? '?' : ''}(?<names>${name}(?:(?:\\s*,\\s*|\\s+(?:et|and|ou|ni|nor|&)\\s+)(?:a\\s+|pas\\s+)?${name})*)`,
    'u',
  );
  const match = pattern.exec(line.flat);
  if (match === null) return { rest: text, said: null };
  const end = match.index + match[0].length;
  const tail = after.exec(line.flat.slice(end))?.[0] ?? '';
  const named = [...(match.groups?.['names'] ?? '').matchAll(new RegExp(name, 'gu'))].map(([one]) => one);
  const how = keywords.find(([one]) => match.groups?.[one] !== undefined)?.[0] ?? 'only';
  return {
    rest: `${line.source.slice(0, match.index)} ${line.source.slice(end + tail.length)}`.trim(),
    said: { how: tail === '' ? how : 'add', persons: [...new Set(named.flatMap((one) => names.get(one) ?? []))] },
  };
}

/** Folded names, each with whoever bears it. */
function namesOf(known: readonly Pick<Person, 'id' | 'name'>[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { id, name } of known) {
    const whole = lineOf(name).line.flat;
    for (const one of new Set([whole, whole.split(' ')[0] ?? whole])) names.set(one, [...(names.get(one) ?? []), id]);
  }
  return names;
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
