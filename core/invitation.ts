import { createHash } from 'node:crypto';
import { put, type Draft } from './commit.ts';
import { type Random } from './random.ts';
import { invitations, type Invitation } from './records/identity.ts';

/** Crockford's alphabet: no letters that are mistaken for digits when typed from a screen. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 4;
const validMs = 7 * 24 * 3_600_000;

/** A code anywhere in a short message: three groups of four, however they are joined, or the twelve characters in a row. */
const shape =
  /(?<![0-9A-Z])[0-9A-Z]{4}(?:\s*[-\u2010-\u2015]\s*|\s+|)[0-9A-Z]{4}(?:\s*[-\u2010-\u2015]\s*|\s+|)[0-9A-Z]{4}(?![0-9A-Z])/g;

/** A new code, `K7PQ-M2XA-9D3F`: 60 random bits, made to be typed; it also fits a Telegram deep link. */
export function newCode(random: Random): string {
  const group = (): string =>
    Array.from({ length: groupLength }, () => alphabet[random.integer(alphabet.length)] ?? '0').join('');
  return Array.from({ length: groups }, group).join('-');
}

/** The code in what a stranger wrote (`/start K7PQ…`, « mon code : k7pq m2xa 9d3f »); null when there is none, or more than one. */
export function codeIn(text: string): string | null {
  const written = text.replace(/^\/?start\b/i, '').toUpperCase();
  // Words of four letters in a row look like a code as well; a real one has a digit or is all there is.
  const found = [...written.matchAll(shape)]
    .map(([match]) => match)
    .filter((match) => /\d/.test(match) || match.trim() === written.trim());
  const [only, second] = found;
  if (only === undefined || second !== undefined) return null;
  const characters = only
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return (characters.match(/.{4}/g) ?? []).join('-');
}

/** Codes are stored as their SHA-256 only. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** The step that makes an invitation valid for a week, once. */
export function draftInvitation(code: string, person: string, invitedBy: string | null, now: number): Draft {
  const invitation: Invitation = {
    id: hashCode(code),
    person,
    invitedBy,
    createdAt: now,
    expiresAt: now + validMs,
    usedAt: null,
  };
  return { writes: [put(invitations, invitation)] };
}
