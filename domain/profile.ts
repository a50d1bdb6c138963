import { z } from 'zod';
import { readPhone } from './phone.ts';

/** The lines of a person's own card that they may change, in the order shown. */
export const profileFieldSchema = z.enum([
  'diet',
  'town',
  'size',
  'instruments',
  'seat',
  'phone',
  'email',
  'emergency',
]);

/** One line of a person's own card. */
export type ProfileField = z.infer<typeof profileFieldSchema>;

/** What a line is to say. An emergency contact may come in two halves: whichever is null has to be asked for. */
export type ProfileValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'emergency'; readonly name: string | null; readonly phone: string | null }
  | { readonly type: 'nothing' }
  /** It cannot be a number or an address. */
  | { readonly type: 'wrong' };

const longest: Readonly<Record<Exclude<ProfileField, 'phone' | 'emergency'>, number>> = {
  diet: 200,
  town: 120,
  size: 40,
  instruments: 200,
  seat: 200,
  email: 254,
};

const nothing =
  /^(?:-|—|rien|aucune?|personne|non|supprimer?|effacer?|enlever?|nothing|none|nobody|no|delete|remove)$/iu;

/** Reads what somebody says for a line; sizes and numbers come out in one spelling whatever the way they were typed. */
export function readProfileValue(field: ProfileField, words: string): ProfileValue {
  const said = tidy(words);
  if (said === '' || nothing.test(said)) return { type: 'nothing' };
  switch (field) {
    case 'phone':
      return textOr(readPhone(said));
    case 'email':
      return textOr(z.email().safeParse(said.toLowerCase()).data?.slice(0, longest.email) ?? null);
    case 'emergency':
      return readEmergency(said);
    case 'size':
      return { type: 'text', text: readSize(said) ?? said.slice(0, longest.size) };
    case 'diet':
    case 'town':
    case 'instruments':
    case 'seat':
      return { type: 'text', text: said.slice(0, longest[field]) };
  }
}

function textOr(text: string | null): ProfileValue {
  return text === null ? { type: 'wrong' } : { type: 'text', text };
}

/** « xl » → XL, « 2xl » → XXL; null when it is no size of letters. */
export function readSize(words: string): string | null {
  const said = words.trim().toUpperCase();
  if (/^(?:XX?S|[SML]|X{1,2}L)$/.test(said)) return said;
  const many = /^([2-6])XL$/.exec(said)?.[1] ?? /^(X{3,6})L$/.exec(said)?.[1]?.length;
  return many === undefined ? null : Number(many) === 2 ? 'XXL' : `${many}XL`;
}

/** « Paul Moreau (mon frère), 06 12 34 56 78 »: a name and a number in any order; either may be missing, a wrong number is said so. */
function readEmergency(said: string): ProfileValue {
  const digits = /\+?\d[\d\s().-]{4,}\d/.exec(said)?.[0];
  if (digits === undefined) return { type: 'emergency', name: said.slice(0, 120), phone: null };
  const phone = readPhone(digits);
  if (phone === null) return { type: 'wrong' };
  const name = tidy(said.replace(digits, ' ').replaceAll(/(?<!\p{L})(?:au|t[ée]l|phone|at)(?!\p{L})[\s.:]*$/giu, ' '));
  return { type: 'emergency', name: name === '' ? null : name.slice(0, 120), phone };
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/^[\s,;:]+|[\s,;:.!]+$/gu, '');
}
