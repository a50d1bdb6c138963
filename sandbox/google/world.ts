import { randomBytes } from 'node:crypto';
import type { Kit } from '../kit/kit.ts';
import { createAccount } from './accounts.ts';
import type { Account } from './accounts.ts';
import type { EventFields } from './event-input.ts';
import type { Moment } from './moments.ts';

/** What somebody may do with a calendar; without a role it does not exist for them. */
export type Role = 'reader' | 'writer' | 'owner';

/** An event as it is kept: cancelled ones stay, with all they showed. */
export interface StoredEvent {
  readonly id: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly start: Moment;
  readonly end: Moment;
  readonly fields: EventFields;
  readonly sequence: number;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly updated: number;
  /** Grows with every change in this world, so that no two versions look alike. */
  readonly version: number;
  readonly creator: string;
}

/** A calendar, who may use it, and its events by id in the order in which they were made. */
export interface Calendar {
  readonly id: string;
  readonly summary: string;
  readonly timeZone: string;
  readonly roles: Map<string, Role>;
  readonly events: Map<string, StoredEvent>;
}

/** A bearer token: whose, for what, until when (epoch milliseconds). */
interface Token {
  readonly email: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

/** One emulated Google: its service accounts, the tokens in use and its calendars. */
export interface World {
  readonly kit: Kit;
  readonly accounts: Map<string, Account>;
  readonly tokens: Map<string, Token>;
  readonly calendars: Map<string, Calendar>;
  /** The token endpoint's address, which is also the audience of assertions. */
  tokenUri(): string;
  /** `key` (PEM) is the account's first key; one is made otherwise. */
  addAccount(email: string, key?: string): Account;
  nextVersion(): number;
}

/** How long a token lives: an hour, less the second Google takes off. */
export const TOKEN_SECONDS = 3599;

/** A Google without calendars. */
export function createWorld(kit: Kit, origin: () => string): World {
  let version = 0;
  const accounts = new Map<string, Account>();
  const tokenUri = (): string => `${origin()}/token`;
  return {
    kit,
    accounts,
    tokens: new Map(),
    calendars: new Map(),
    tokenUri,
    addAccount: (email, key) => {
      const account = createAccount(email, tokenUri, key);
      accounts.set(email, account);
      return account;
    },
    nextVersion: () => (version += 1),
  };
}

/** A new token of an account, valid from now by the sandbox clock. */
export function issueToken(world: World, email: string, scopes: readonly string[]): string {
  const token = `ya29.c.sandbox-${randomBytes(24).toString('base64url')}`;
  world.tokens.set(token, { email, scopes, expiresAt: world.kit.clock.now() + TOKEN_SECONDS * 1000 });
  return token;
}
