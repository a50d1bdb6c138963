import { createSign } from 'node:crypto';
import { afterEach } from 'vitest';
import { z } from 'zod';
import { makeKey } from '../../../sandbox/google/accounts.ts';
import type { GoogleControl } from '../../../sandbox/google/control.ts';
import { startGoogle } from '../../../sandbox/google/index.ts';
import { createKit } from '../../../sandbox/kit/kit.ts';
import type { Kit } from '../../../sandbox/kit/kit.ts';
import { judgeLedger } from '../../contracts/google-contract.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly etag: string;
}

/** An emulated Google with one calendar of the product's account, and a client of its own. */
export interface Bench {
  readonly kit: Kit;
  readonly url: string;
  readonly google: GoogleControl;
  readonly calendar: string;
  /** Trades an assertion for a token; what is given replaces the usual header, claims or form. */
  readonly trade: (change?: Trade) => Promise<Answer>;
  /** Calls the API with a good token: `POST events`, `GET events/abcde?timeZone=UTC`. */
  readonly call: (what: string, body?: unknown, options?: CallOptions) => Promise<Answer>;
  /** The methods of everything that changed something, as the ledger has them. */
  readonly effects: () => readonly string[];
}

interface Trade {
  readonly header?: object;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, string>>;
  /** Another account's file. */
  readonly credentials?: string;
}
interface CallOptions {
  readonly calendar?: string;
  readonly token?: string | null;
  readonly ifMatch?: string;
}

const file = z.object({ client_email: z.string(), private_key: z.string(), token_uri: z.string() });
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** A day and the day after it, on the calendar's terms. */
export const day = { start: { date: '2027-03-13' }, end: { date: '2027-03-14' } };
/** Two hours of an evening in Paris. */
export const evening = {
  start: { dateTime: '2027-03-13T20:00:00+01:00', timeZone: 'Europe/Paris' },
  end: { dateTime: '2027-03-13T22:00:00+01:00', timeZone: 'Europe/Paris' },
};

const key = makeKey();

const running: { readonly kit: Kit; readonly stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const { kit, stop } of running.splice(0)) {
    await stop();
    judgeLedger(kit.ledger.entries());
  }
});

/** Starts it; at the end of the test, all that was asked and answered is held against the published description. */
export async function startBench(): Promise<Bench> {
  const kit = createKit();
  const service = await startGoogle(kit, { key });
  running.push({ kit, stop: () => service.stop() });
  const google = service.control;
  const { id: calendar } = google.createCalendar({ summary: 'Gribitch' });
  let usual: string | undefined;

  async function trade({ header = {}, claims = {}, form = {}, credentials }: Trade = {}): Promise<Answer> {
    const own = file.parse(JSON.parse(credentials ?? google.credentials()));
    const iat = Math.floor(kit.clock.now() / 1000);
    const body = {
      iss: own.client_email,
      scope: 'https://www.googleapis.com/auth/calendar.events',
      aud: own.token_uri,
      iat,
      exp: iat + 3600,
      ...claims,
    };
    const signed = [{ alg: 'RS256', typ: 'JWT', ...header }, body].map(encoded).join('.');
    const signature = createSign('RSA-SHA256').update(signed).sign(own.private_key).toString('base64url');
    const response = await fetch(own.token_uri, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: GRANT, assertion: `${signed}.${signature}`, ...form }),
    });
    return answerOf(response);
  }

  async function call(what: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    const [method = '', path = ''] = what.split(' ');
    if (options.token === undefined) usual ??= tokenOf(await trade());
    const token = options.token === undefined ? (usual ?? '') : options.token;
    const { calendar: wanted = calendar } = options;
    const response = await fetch(`${service.url}/calendar/v3/calendars/${encodeURIComponent(wanted)}/${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(options.ifMatch === undefined ? {} : { 'if-match': options.ifMatch }),
        'content-type': 'application/json',
      },
      ...(body === undefined || method === 'GET' || method === 'DELETE'
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return answerOf(response);
  }

  return {
    kit,
    url: service.url,
    google,
    calendar,
    trade,
    call,
    effects: () => kit.ledger.entries({ kind: 'effect' }).map((entry) => entry.method),
  };
}

/** The token of an answer that brought one. */
export function tokenOf({ body }: Answer): string {
  return z.object({ access_token: z.string() }).parse(body).access_token;
}

/** What a refusal looks like. */
export function refusal(code: number, reason: string): object {
  return { status: code, body: { error: { code, errors: [{ reason }] } } };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body, etag: z.object({ etag: z.string() }).safeParse(body).data?.etag ?? '' };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
