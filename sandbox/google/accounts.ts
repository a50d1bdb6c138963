import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A service account: an address, and keys that can be withdrawn. A key is made when it is first asked for, since making one takes a tenth of a second. */
export interface Account {
  readonly email: string;
  /** The key file as the console gives it, with `token_uri` pointing here; the same text at every call until the key is withdrawn. */
  credentials(): string;
  /** The public keys that are valid now, by key id. */
  keys(): ReadonlyMap<string, KeyObject>;
  /** Withdraws every key: key files given out before are worth nothing; the next `credentials` has a new one. */
  withdrawKeys(): void;
}

/**
 * A service account of the emulated project. `tokenUri` is asked late: the port is known once the server listens. `key` (PEM) serves as the first
 * key, for tests that start many worlds.
 */
export function createAccount(email: string, tokenUri: () => string, key?: string): Account {
  const keys = new Map<string, KeyObject>();
  let ready = key;
  let file: string | undefined;
  return {
    email,
    credentials: () => {
      file ??= makeFile(email, tokenUri(), ready ?? makeKey(), keys);
      ready = undefined;
      return file;
    },
    keys: () => keys,
    withdrawKeys: () => {
      keys.clear();
      file = undefined;
    },
  };
}

/** A fresh private key as PEM. */
export function makeKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
}

function makeFile(email: string, tokenUri: string, privateKey: string, keys: Map<string, KeyObject>): string {
  const id = randomBytes(20).toString('hex');
  keys.set(id, createPublicKey(privateKey));
  return JSON.stringify({
    type: 'service_account',
    project_id: 'regie-sandbox',
    private_key_id: id,
    private_key: privateKey,
    client_email: email,
    client_id: '100000000000000000001',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: tokenUri,
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_x509_cert_url: `https://www.googleapis.com/robot/v1/metadata/x509/${encodeURIComponent(email)}`,
    universe_domain: 'googleapis.com',
  });
}
