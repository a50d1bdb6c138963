import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';

/** What a link to a day sheet says: which show, for whom, until when (milliseconds). It is signed, not encrypted. */
export interface SheetLink {
  readonly show: string;
  /** The reader as their copy names them; it stands in the link in clear. */
  readonly name: string;
  readonly until: number;
}

/** What a token is worth at a moment. Nothing is told of one that is wrong. */
export type ReadSheetLink =
  | { readonly type: 'valid'; readonly link: SheetLink }
  | { readonly type: 'expired' }
  | { readonly type: 'unknown' };

/** The pages of this installation that people are given the address of. */
export interface WebLinks {
  /** Where somebody subscribes to their dates; null: the operator has set no public address. */
  readonly calendar: (token: string) => string | null;
  /** A sheet for somebody without an account; null: the operator has set no public address. */
  readonly sheet: (link: SheetLink) => string | null;
  readonly readSheet: (token: string, now: number) => ReadSheetLink;
}

/**
 * Links under a public address.
 * @param address without a slash at its end; null: none is known, and no link is made
 * @param encryptionKey 64 hexadecimal digits; the key of the links is derived from it and opens nothing that is sealed
 */
export function webLinks(address: string | null, encryptionKey: string): WebLinks {
  const key = sheetLinkKey(encryptionKey);
  const under = (path: string): string | null => (address === null ? null : `${address}${path}`);
  return {
    calendar: (token) => under(`/calendar/${token}.ics`),
    sheet: (link) => under(`/sheet/${signedSheetLink(key, link)}`),
    readSheet: (token, now) => readSheetLink(key, token, now),
  };
}

const purpose = 'regie day sheet links 1';

/** The key of signed links, derived from the encryption key by HKDF (RFC 5869). */
export function sheetLinkKey(encryptionKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(encryptionKey, 'hex'), '', purpose, 32));
}

const claimsSchema = z.tuple([idSchema, z.string().min(1).max(80), z.number().int().min(0)]);
const longestName = 80;

/**
 * `<claims>.<signature>`: show, reader and expiry, and their HMAC-SHA256, both base64url. It holds for every version of the
 * sheet: who opens it later reads the sheet as it is then.
 */
export function signedSheetLink(key: Uint8Array, { show, name, until }: SheetLink): string {
  const claims = claimsSchema.parse([show, name.toWellFormed().slice(0, longestName).toWellFormed(), until]);
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${signature(key, body)}`;
}

/** Reads a token; the signature is compared first, in constant time, and as it is written, so that each link has one spelling. */
export function readSheetLink(key: Uint8Array, token: string, now: number): ReadSheetLink {
  const [body = '', given = '', ...more] = token.split('.');
  const [expected, offered] = [Buffer.from(signature(key, body)), Buffer.from(given)];
  const isOurs = offered.length === expected.length && timingSafeEqual(offered, expected);
  if (!isOurs || more.length > 0) return { type: 'unknown' };
  const [show, name, until] = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return now < until ? { type: 'valid', link: { show, name, until } } : { type: 'expired' };
}

function signature(key: Uint8Array, body: string): string {
  return createHmac('sha256', key).update(body).digest('base64url');
}
