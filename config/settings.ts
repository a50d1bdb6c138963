import { z } from 'zod';
import * as values from './values.ts';

/** Under which heading a setting stands in `.env.example` and in the page of variables. */
type Group = 'Telegram' | 'Signal' | 'Agency' | 'Notion' | 'Google' | 'OpenRouter' | 'Storage' | 'Web' | 'Running';

/** What people need to know of a setting besides its form. */
export interface About {
  readonly group: Group;
  /** What it is for, and what goes without it. */
  readonly what: string;
  /** Where to get the value, when it does not come out of one's own head. */
  readonly where?: string;
  /** What stands in for it when it is unset, as it would be written. */
  readonly fallback?: string;
  readonly secret?: true;
}

/** What is known of each setting, by its schema. */
export const about = z.registry<About>();

/** A setting that may be left out: null then. */
function optional<T>(value: z.ZodType<T, string>, facts: About) {
  return value
    .optional()
    .transform((given) => given ?? null)
    .register(about, facts);
}

/** A setting that always has a value; the fallback is written as a person would write it, and parsed the same way. */
function standing<T>(value: z.ZodType<T, string>, fallback: string, facts: About) {
  return value.prefault(fallback).register(about, { ...facts, fallback });
}

/**
 * Every setting, one entry each: adding one here is all it takes for it to be read, checked, documented and shown in
 * `.env.example`. The names are the contract that other tools drive the product by.
 */
export const settings = z.object({
  TELEGRAM_STAFF_TOKEN: optional(values.botToken, {
    group: 'Telegram',
    what: 'Token of the staff bot. Without it nobody reaches Régie on Telegram.',
    where: 'In Telegram, write /newbot to @BotFather.',
    secret: true,
  }),
  TELEGRAM_ARTIST_TOKENS: standing(values.artistTokens, '', {
    group: 'Telegram',
    what: "Tokens of the artists' own bots: artistId=token,artistId=token. Read once to fill the store, which keeps them encrypted.",
    where: '@BotFather, one bot per artist.',
    secret: true,
  }),
  TELEGRAM_API_ROOT: standing(values.webAddress, 'https://api.telegram.org', {
    group: 'Telegram',
    what: 'Where the Bot API answers: Telegram itself, a Bot API server of your own, or the sandbox.',
  }),
  TELEGRAM_WEBHOOK_URL: optional(values.webAddress, {
    group: 'Telegram',
    what: 'Public address (https for Telegram itself) at which messages are delivered. Without it Régie fetches them itself, which needs no public address.',
  }),
  TELEGRAM_WEBHOOK_SECRET: optional(values.webhookSecret, {
    group: 'Telegram',
    what: 'Proves that a webhook call comes from Telegram; 24 to 256 letters, digits, - or _. Goes with TELEGRAM_WEBHOOK_URL.',
    where: 'Make one: openssl rand -hex 24',
    secret: true,
  }),
  SIGNAL_API_URL: optional(values.webAddress, {
    group: 'Signal',
    what: 'Where signal-cli-rest-api answers. It has no password of its own: keep it on a private network. Goes with SIGNAL_NUMBER.',
    where: 'http://signal:8080 with the compose file and its profile "signal".',
  }),
  SIGNAL_NUMBER: optional(values.telephoneNumber, {
    group: 'Signal',
    what: 'The number Régie writes from, in international form. A number of its own: Signal shows a bot nothing of what its owner writes.',
    where: 'Registered or linked with signal-cli-rest-api (/v1/qrcodelink).',
  }),
  AGENCY_TIMEZONE: standing(values.timeZone, 'Europe/Paris', {
    group: 'Agency',
    what: "The agency's time zone: its days, its reminders, its working hours.",
  }),
  AGENCY_LOCALE: standing(values.word('fr', 'en'), 'fr', {
    group: 'Agency',
    what: 'Language of those who have not chosen one: fr or en.',
  }),
  CONTACT_EMAIL: optional(values.mailAddress, {
    group: 'Agency',
    what: 'Address shown to people who are not invited and write to a bot. Without it they are told nothing but that the account is private.',
  }),
  NOTION_TOKEN: optional(values.opaqueSecret, {
    group: 'Notion',
    what: 'Token of the Notion connection. Without it the store is the only database and staff have no bases to browse.',
    where: 'https://www.notion.so/profile/integrations',
    secret: true,
  }),
  NOTION_ROOT_PAGE: optional(values.notionPage, {
    group: 'Notion',
    what: 'The page, by identifier or address, under which the bases are made. Share it with the connection.',
  }),
  NOTION_API_URL: standing(values.webAddress, 'https://api.notion.com', {
    group: 'Notion',
    what: 'Where the Notion API answers: Notion itself or the sandbox.',
  }),
  GOOGLE_CREDENTIALS: optional(values.readableFile, {
    group: 'Google',
    what: 'Key file (JSON) of a service account, for shared calendars. Without it nothing is written to them.',
    where:
      'Google Cloud console, IAM and admin, Service accounts, Keys. Switch the Google Calendar API on, and share each calendar with the address of the account ("make changes to events").',
  }),
  GOOGLE_API_ROOT: optional(values.webAddress, {
    group: 'Google',
    what: "Where Google's services answer, when it is not Google itself: the sandbox.",
  }),
  OPENROUTER_KEYS: standing(values.teamKeys, '', {
    group: 'OpenRouter',
    what: 'Keys of the AI teams, preferred first: team/name=model:key,team/name=model:key, or the path of a JSON file with [{"team","name","model","key"}]. Without it nothing is drafted; everything else works.',
    where: 'https://openrouter.ai/settings/keys',
    secret: true,
  }),
  OPENROUTER_BASE_URL: standing(values.webAddress, 'https://openrouter.ai/api/v1', {
    group: 'OpenRouter',
    what: 'Where the models answer: OpenRouter itself or the sandbox.',
  }),
  DATA_DIR: standing(values.path, './.data', {
    group: 'Storage',
    what: 'Folder for what Régie keeps on this machine: the private Redis, the encryption key made on first run.',
  }),
  REDIS_URL: optional(values.redisAddress, {
    group: 'Storage',
    what: 'The Redis or Valkey to use, with its append-only file on and maxmemory-policy noeviction. Without it a private one is started under DATA_DIR, for one machine and one lasting process.',
    secret: true,
  }),
  REDIS_BIN: optional(values.path, {
    group: 'Storage',
    what: 'The redis-server or valkey-server program to start, when it is not on the PATH.',
  }),
  ENCRYPTION_KEY: optional(values.encryptionKey, {
    group: 'Storage',
    what: 'Encrypts bank details, social security numbers and tokens at rest; 64 hexadecimal digits. Without it one is made on first run in DATA_DIR. Whoever loses it loses those fields: keep a copy apart from the backups.',
    where: 'Make one: openssl rand -hex 32',
    secret: true,
  }),
  WEB_PORT: standing(values.port, '8080', {
    group: 'Web',
    what: 'Port for health checks, Telegram webhooks, calendars and day sheets; 0 takes any free one, off opens none.',
  }),
  WEB_URL: optional(values.webAddress, {
    group: 'Web',
    what: 'Public address (https) under which WEB_PORT is reached from outside, for calendars people subscribe to and links to day sheets. Without it Régie sends files instead.',
  }),
  ADMIN_TOKEN: optional(values.opaqueSecret, {
    group: 'Web',
    what: 'Reserved for the job board and the metrics, which this version does not have.',
    where: 'Make one: openssl rand -hex 24',
    secret: true,
  }),
  LOG_LEVEL: standing(values.word('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'), 'info', {
    group: 'Running',
    what: 'How much is logged: trace, debug, info, warn, error, fatal or silent. Message texts and personal data never are.',
  }),
  CLOCK: standing(values.word('system', 'movable'), 'system', {
    group: 'Running',
    what: 'system, or movable for demonstrations and tests: the command "clock" then moves time forward for every process.',
  }),
  LOCK_MS: standing(values.milliseconds, '30000', {
    group: 'Running',
    what: 'How long a job stays with a worker that gives no sign of life, in milliseconds.',
  }),
  STALLED_MS: standing(values.milliseconds, '15000', {
    group: 'Running',
    what: 'How often jobs of vanished workers are looked for, in milliseconds.',
  }),
  LEASE_MS: standing(values.milliseconds, '10000', {
    group: 'Running',
    what: 'How long a bot stays with a process that gives no sign of life, in milliseconds.',
  }),
});

/** The name of a setting. */
export type Variable = keyof typeof settings.shape;

/** The settings as parsed, each under its name. */
export type Values = z.output<typeof settings>;

/** Settings that mean nothing without each other. */
export const pairs: readonly (readonly [Variable, Variable])[] = [
  ['SIGNAL_API_URL', 'SIGNAL_NUMBER'],
  ['TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET'],
];
