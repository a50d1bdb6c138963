import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

/** Google's own token endpoint, for key files that name none. */
const tokenEndpoint = 'https://oauth2.googleapis.com/token';

/** The key file of a service account, as the console gives it. What is not used is known by name, so that a wrong file is noticed. */
const keyFile = z.strictObject({
  client_email: z.email(),
  private_key: z.string().refine(isRsaKey),
  token_uri: z.url({ protocol: /^https?$/ }).default(tokenEndpoint),
  type: z.literal('service_account').optional(),
  project_id: z.string().optional(),
  private_key_id: z.string().optional(),
  client_id: z.string().optional(),
  auth_uri: z.string().optional(),
  auth_provider_x509_cert_url: z.string().optional(),
  client_x509_cert_url: z.string().optional(),
  universe_domain: z.literal('googleapis.com').optional(),
});

/** Who we are for Google: an address with which calendars are shared, and the key that proves it. */
export interface Credentials {
  readonly email: string;
  /** PEM. */
  readonly privateKey: string;
  /** Where assertions are traded for tokens, and their audience. */
  readonly tokenUri: string;
}

/** What reading a key file led to; `problem` names keys of the file and never repeats a value. */
export type CredentialsRead =
  | { readonly ok: true; readonly credentials: Credentials }
  | { readonly ok: false; readonly problem: string };

/** Reads the text of a service account's key file. */
export function readCredentials(text: string): CredentialsRead {
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { ok: false, problem: 'is not a JSON object: download the key of a service account again' };
  const read = keyFile.safeParse(json);
  if (!read.success) return { ok: false, problem: read.error.issues.map((issue) => sentence(issue, json)).join(', ') };
  const { client_email: email, private_key: privateKey, token_uri: tokenUri } = read.data;
  return { ok: true, credentials: { email, privateKey, tokenUri } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** An unknown key may itself be a slip of copying, a secret even: its name is not repeated. */
function sentence(issue: z.core.$ZodIssue, file: object): string {
  if (issue.code === 'unrecognized_keys')
    return `it has ${issue.keys.length} key(s) that the file of a service account does not have`;
  const name = String(issue.path[0]);
  if (!(name in file)) return `${name} is missing`;
  return name === 'private_key' ? 'private_key is not an RSA key in PEM form' : `${name} is not what it should be`;
}
