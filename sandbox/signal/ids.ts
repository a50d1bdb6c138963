import { createHash } from 'node:crypto';

const PREFIX = 'group.';
const ACI = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NUMBER = /^\+\d+$/;

/** Whom a recipient string of the REST API names. `error` is the text the wrapper answers with status 400. */
export type Recipient =
  | { readonly kind: 'group'; readonly internalId: string }
  | { readonly kind: 'number' | 'aci' | 'username'; readonly value: string }
  | { readonly kind: 'invalid'; readonly error: string };

/** The id to send to: the received (internal) id, itself base64 of 32 bytes, encoded once more and prefixed. */
export function groupSendId(internalId: string): string {
  return PREFIX + Buffer.from(internalId, 'utf8').toString('base64');
}

/** The internal id behind a sending id, or null when it is not base64. A string without the prefix is decoded all the same, as upstream does. */
export function internalGroupId(sendId: string): string | null {
  const bytes = strictBase64(sendId.startsWith(PREFIX) ? sendId.slice(PREFIX.length) : sendId);
  return bytes === null ? null : bytes.toString('utf8');
}

/** Tells groups, numbers, ACIs and usernames apart the way signal-cli-rest-api does; everything unknown is taken for a username. */
export function readRecipient(text: string): Recipient {
  if (text.startsWith(PREFIX)) return readGroup(text);
  if (NUMBER.test(text)) return { kind: 'number', value: text };
  if (ACI.test(text)) return { kind: 'aci', value: text.toLowerCase() };
  return { kind: 'username', value: text };
}

function readGroup(text: string): Recipient {
  const outer = strictBase64(text.slice(PREFIX.length));
  if (outer === null && text.length - PREFIX.length <= 10) return { kind: 'username', value: text };
  const inner = outer === null ? null : strictBase64(outer.toString('utf8'));
  if (outer === null || inner === null) return { kind: 'invalid', error: `Invalid identifier ${text}` };
  // The unbalanced parenthesis is upstream's.
  if (inner.length !== 32) return { kind: 'invalid', error: `Invalid Signal group size (${inner.length}` };
  return { kind: 'group', internalId: outer.toString('utf8') };
}

/** Decodes base64 with padding, as Go's standard encoding insists on; null when it is anything else. */
export function strictBase64(text: string): Buffer | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  return Buffer.from(text, 'base64');
}

/** Ids made in order from one seed: the same script gives the same ACIs, group ids, files and tokens in every run. */
export interface IdSource {
  aci(): string;
  groupId(): string;
  /** A short name for a stored file, without extension. */
  file(): string;
  token(): string;
  fingerprint(): string;
  /** The 60 digits two people compare. */
  safetyNumber(): string;
}

/** A source seeded by a text (the account's number). */
export function createIds(seed: string): IdSource {
  let count = 0;
  const next = (): Buffer => {
    count += 1;
    return createHash('sha256').update(`${seed}#${count}`).digest();
  };
  const uuid = (): string => {
    const bytes = next().subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) % 16) + 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) % 64) + 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
  return {
    aci: uuid,
    groupId: () => next().toString('base64'),
    file: () => next().toString('base64url').slice(0, 20),
    token: uuid,
    fingerprint: () => (next().toString('hex').match(/../g) ?? []).join(' '),
    safetyNumber: () =>
      Array.from({ length: 12 }, () => String(next().readUInt32BE(0) % 100_000).padStart(5, '0')).join(''),
  };
}
