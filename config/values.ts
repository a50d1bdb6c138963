import { accessSync, constants, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * The forms a setting's text may take. Each problem is a sentence that follows the variable's name and never repeats the
 * value, which may be a secret. Blank text never gets here: it counts as unset.
 */
function text<T>(problem: string, read: (value: string) => T | undefined) {
  return z.string().transform((value, context): T => {
    const found = read(value);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

function matching(pattern: RegExp, problem: string) {
  return text(problem, (value) => (pattern.test(value) ? value : undefined));
}

/** An http or https address, without a slash at its end, so that paths can be appended. */
export const webAddress = text('is not an address that starts with http:// or https://', (value) =>
  isUrl(value, ['http:', 'https:']) ? value.replace(/\/+$/, '') : undefined,
);

/** A redis:// or rediss:// address, or the absolute path of a unix socket. */
export const redisAddress = text(
  'is neither a redis:// or rediss:// address nor the absolute path of a socket',
  (value) => (value.startsWith('/') || isUrl(value, ['redis:', 'rediss:']) ? value : undefined),
);

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

/** A bot token as BotFather gives it: the bot's number, a colon, the secret part. */
export const botToken = matching(
  /^\d+:[A-Za-z0-9_-]+$/,
  'is not a bot token, which reads <digits>:<letters and digits>',
);

/** The secret Telegram sends back with every webhook call: its alphabet (Bot API, setWebhook), and long enough not to be guessed. */
export const webhookSecret = matching(/^[A-Za-z0-9_-]{24,256}$/, 'is not 24 to 256 letters, digits, - or _');

/** A telephone number in international form, as Signal names accounts. */
export const telephoneNumber = matching(
  /^\+[1-9]\d{6,14}$/,
  'is not a number in international form, such as +33612345678',
);

/** A secret whose form is its issuer's affair; a line break or space in it is a slip of copying. */
export const opaqueSecret = matching(/^\S+$/, 'contains a space or a line break');

/** 32 bytes in hexadecimal. */
export const encryptionKey = text('is not 64 hexadecimal digits', (value) =>
  /^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : undefined,
);

/** A Notion page, by its identifier or by the address the browser shows, whose last 32 digits are the identifier. */
export const notionPage = text('holds no Notion page identifier (32 hexadecimal digits)', (value) => {
  const digits = value.split(/[?#]/)[0]?.replaceAll('-', '');
  return digits === undefined ? undefined : /[0-9a-f]{32}$/i.exec(digits)?.[0].toLowerCase();
});

/** A file that exists and can be read, as an absolute path. */
export const readableFile = text('does not lead to a file that can be read', (value) => {
  try {
    accessSync(value, constants.R_OK);
    return resolve(value);
  } catch {
    return undefined;
  }
});

/** A path, made absolute so that it means the same wherever it is used later. */
export const path = text('is not a path', (value) => resolve(value));

/** An IANA time zone this Node knows. */
export const timeZone = text('is not a time zone, such as Europe/Paris', (value) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone === undefined
      ? undefined
      : value;
  } catch {
    return undefined;
  }
});

/** A port to listen on; 0 takes any free one; `off` (null) listens on none. */
export const port = text('is neither a port (0 to 65535) nor "off"', (value) => {
  if (value === 'off') return null;
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined;
});

/** A duration in whole milliseconds, from a tenth of a second to an hour. */
export const milliseconds = text('is not a number of milliseconds between 100 and 3600000', (value) => {
  const ms = /^\d{1,7}$/.test(value) ? Number(value) : 0;
  return ms >= 100 && ms <= 3_600_000 ? ms : undefined;
});

/** An address that strangers may write to. */
export const mailAddress = z.email('is not an e-mail address');

/** One of a few words. */
export function word<const W extends readonly string[]>(...words: W) {
  return z.enum(words, `is not one of: ${words.join(', ')}`);
}

/** Tokens of the artists' own bots. One token under two artists would be one bot polled twice, which Telegram refuses. */
export const artistTokens = text(
  'does not read artist=token,artist=token, each artist and each token once',
  (value) => {
    const pairs = parts(value).map((part) => /^([a-z0-9][a-z0-9._-]{0,79})=(\d+:[A-Za-z0-9_-]+)$/i.exec(part));
    const entries = pairs.flatMap((pair) =>
      pair?.[1] === undefined || pair[2] === undefined ? [] : [[pair[1], pair[2]] as const],
    );
    const distinct =
      new Set(entries.map(([artist]) => artist)).size === pairs.length &&
      new Set(entries.map(([, token]) => token)).size === pairs.length;
    return distinct ? Object.fromEntries(entries) : undefined;
  },
);

const teamKey = z.strictObject({
  /** Which AI team uses it. */
  team: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/i),
  /** What people call this key; never secret. */
  name: z.string().regex(/^[^\s/=,]+$/),
  /** OpenRouter's model slug, which may hold a colon (`…:free`). */
  model: z.string().regex(/^[^\s=,]+$/),
  key: z.string().regex(/^[^\s=,:]+$/),
});

/** A key of an AI team, in the order of preference in which it was written. */
export type TeamKey = z.infer<typeof teamKey>;

const keyProblem =
  'reads neither team/name=model:key,… nor as the path of a JSON file [{"team","name","model","key"}, …], each team/name once';

/** OpenRouter's keys by team; the key stands after the last colon, since a model's slug may hold one. */
export const teamKeys = text(keyProblem, (value) => {
  const parsed = z
    .array(teamKey)
    .safeParse(value === '' || value.includes('=') ? parts(value).map(readTeamKey) : readJson(value));
  if (!parsed.success) return undefined;
  const names = new Set(parsed.data.map(({ team, name }) => `${team}/${name}`));
  return names.size === parsed.data.length ? parsed.data : undefined;
});

function readTeamKey(part: string): unknown {
  const [, team, name, model, key] = /^([^/]*)\/([^=]*)=(.*):([^:]*)$/.exec(part) ?? [];
  return { team, name, model, key };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function parts(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
