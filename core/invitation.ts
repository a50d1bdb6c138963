import { createHash } from 'node:crypto';
import { put, type Draft } from './commit.ts';
import { type Random } from './random.ts';
import { invitations, type Invitation } from './records/identity.ts';

/** Crockford's alphabet: no letters that are mistaken for digits when typed from a screen. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 4;
const validMs = 7 * 24 * 3_600_000;

/** What somebody might type as an invitation code, anywhere in a short message. */
const shape = /^[0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z]{4}$/;

/** A new code, `K7PQ-M2XA-9D3F`: 60 random bits, made to be typed; it also fits a Telegram deep link. */
export function newCode(random: Random): string {
  const group = (): string =>
    Array.from({ length: groupLength }, () => alphabet[random.integer(alphabet.length)] ?? '0').join('');
  return Array.from({ length: groups }, group).join('-');
}

/** The code in what a stranger wrote (`/start K7PQ…`, « k7pq m2xa 9d3f »); null when there is none. */
export function codeIn(text: string): string | null {
  const bare = text
    .replace(/^\/?start\b/i, '')
    .trim()
    .toUpperCase()
    .replaceAll(/[\s–—]+/g, '-')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return shape.test(bare) ? (bare.replaceAll('-', '').match(/.{4}/g) ?? []).join('-') : null;
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
