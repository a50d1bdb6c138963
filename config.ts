import { existsSync } from 'node:fs';
import { env, loadEnvFile } from 'node:process';
import { pairs, settings, type Values, type Variable } from './config/settings.ts';
import { type TeamKey } from './config/values.ts';

/** What a process of Régie is told from outside, parsed. A service that was left out is null, and off. */
export interface Config {
  readonly telegram: {
    readonly apiRoot: string;
    readonly staffToken: string | null;
    /** By artist id: a seed for the store, which holds the tokens in use. */
    readonly artistTokens: Readonly<Record<string, string>>;
    readonly webhook: { readonly url: string; readonly secret: string } | null;
  };
  readonly signal: { readonly url: string; readonly number: string } | null;
  readonly notion: { readonly token: string; readonly apiUrl: string; readonly rootPage: string | null } | null;
  /** `apiRoot` is null for Google's own hosts. */
  readonly google: { readonly credentialsFile: string; readonly apiRoot: string | null } | null;
  readonly openrouter: { readonly baseUrl: string; readonly keys: readonly TeamKey[] } | null;
  readonly agency: { readonly timezone: string; readonly locale: 'fr' | 'en' };
  readonly contactEmail: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** A redis:// URL or the absolute path of a socket; null for the private server. */
  readonly redisUrl: string | null;
  readonly redisBin: string | null;
  /** 64 lower-case hexadecimal digits; null until the first run has made one in `dataDir`. */
  readonly encryptionKey: string | null;
  /** 0 takes any free port; null opens none. */
  readonly webPort: number | null;
  /** Without a slash at its end; null: nobody outside reaches us. */
  readonly webUrl: string | null;
  readonly adminToken: string | null;
  readonly logLevel: Values['LOG_LEVEL'];
  readonly clock: 'system' | 'movable';
  readonly lockMs: number;
  readonly stalledMs: number;
  readonly leaseMs: number;
}

/** Something wrong with one setting: a sentence to follow its name, which never repeats its value. */
export interface Problem {
  readonly variable: Variable;
  readonly problem: string;
}

/** What a process is told from outside, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** This process's environment, with the `.env` file of the working directory behind it where there is one. */
export function environment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env');
  return env;
}

/** Reads every setting and names everything that is wrong at once. Blank text counts as unset; unknown names are others' affair. */
export function readConfig(given: Environment): { ok: true; config: Config } | { ok: false; problems: Problem[] } {
  const texts = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, given[name]?.trim() || undefined]));
  const parsed = settings.safeParse(texts);
  const problems = [...(parsed.success ? [] : parsed.error.issues.flatMap(problemOf)), ...halves(texts)];
  return parsed.success && problems.length === 0 ? { ok: true, config: arrange(parsed.data) } : { ok: false, problems };
}

function problemOf(issue: { path: PropertyKey[]; message: string }): Problem[] {
  const name = issue.path[0];
  return isVariable(name) ? [{ variable: name, problem: issue.message }] : [];
}

function isVariable(name: PropertyKey | undefined): name is Variable {
  return name !== undefined && name in settings.shape;
}

function halves(texts: Environment): Problem[] {
  return pairs.flatMap(([one, other]) => {
    if (texts[one] !== undefined && texts[other] === undefined)
      return [{ variable: other, problem: `is missing: ${one} is set and means nothing without it` }];
    if (texts[one] === undefined && texts[other] !== undefined)
      return [{ variable: one, problem: `is missing: ${other} is set and means nothing without it` }];
    return [];
  });
}

function arrange(values: Values): Config {
  return {
    telegram: {
      apiRoot: values.TELEGRAM_API_ROOT,
      staffToken: values.TELEGRAM_STAFF_TOKEN,
      artistTokens: values.TELEGRAM_ARTIST_TOKENS,
      webhook: both(values.TELEGRAM_WEBHOOK_URL, values.TELEGRAM_WEBHOOK_SECRET, (url, secret) => ({ url, secret })),
    },
    signal: both(values.SIGNAL_API_URL, values.SIGNAL_NUMBER, (url, number) => ({ url, number })),
    notion:
      values.NOTION_TOKEN === null
        ? null
        : { token: values.NOTION_TOKEN, apiUrl: values.NOTION_API_URL, rootPage: values.NOTION_ROOT_PAGE },
    google:
      values.GOOGLE_CREDENTIALS === null
        ? null
        : { credentialsFile: values.GOOGLE_CREDENTIALS, apiRoot: values.GOOGLE_API_ROOT },
    openrouter:
      values.OPENROUTER_KEYS.length === 0
        ? null
        : { baseUrl: values.OPENROUTER_BASE_URL, keys: values.OPENROUTER_KEYS },
    agency: { timezone: values.AGENCY_TIMEZONE, locale: values.AGENCY_LOCALE },
    contactEmail: values.CONTACT_EMAIL,
    dataDir: values.DATA_DIR,
    redisUrl: values.REDIS_URL,
    redisBin: values.REDIS_BIN,
    encryptionKey: values.ENCRYPTION_KEY,
    webPort: values.WEB_PORT,
    webUrl: values.WEB_URL,
    adminToken: values.ADMIN_TOKEN,
    logLevel: values.LOG_LEVEL,
    clock: values.CLOCK,
    lockMs: values.LOCK_MS,
    stalledMs: values.STALLED_MS,
    leaseMs: values.LEASE_MS,
  };
}

function both<A, B, C>(one: A | null, other: B | null, join: (one: A, other: B) => C): C | null {
  return one === null || other === null ? null : join(one, other);
}
