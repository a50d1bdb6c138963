import { create, isAxiosError, type AxiosInstance } from 'axios';
import { z } from 'zod';

/** A call without an answer for this long has an unknown outcome: the gateway itself never gives up. */
const callMs = 60_000;

/** What a call to the gateway led to. `unknown`: it may have been carried out. */
export type SignalResult<T> =
  | { readonly type: 'ok'; readonly value: T }
  | { readonly type: 'limited'; readonly challenge: string | null; readonly retryAfterMs: number | null }
  | { readonly type: 'refused'; readonly status: number; readonly message: string }
  /** Nothing was carried out: the gateway is not there. */
  | { readonly type: 'unreachable' }
  | { readonly type: 'unknown' };

/** A file beside a message; `data` is base64. Its name must hold no `;` and no `/`, which the gateway would part it at. */
export interface SignalFile {
  readonly name: string;
  readonly mime: string;
  readonly data: string;
}

/** A message to one private chat or group. */
export interface SignalMessage {
  readonly recipient: string;
  readonly message: string;
  readonly styled: boolean;
  readonly quote: { readonly author: string; readonly timestamp: number } | null;
  readonly edits: number | null;
  readonly files?: readonly SignalFile[];
}

/** A native poll. */
export interface SignalPoll {
  readonly recipient: string;
  readonly question: string;
  readonly answers: readonly string[];
}

/** The calls of signal-cli-rest-api that we use. Message ids are send times in milliseconds. */
export interface SignalClient {
  readonly number: string;
  readonly about: () => Promise<SignalResult<{ readonly mode: string; readonly version: string }>>;
  readonly send: (message: SignalMessage) => Promise<SignalResult<number>>;
  readonly openPoll: (poll: SignalPoll) => Promise<SignalResult<number>>;
  readonly closePoll: (recipient: string, timestamp: number) => Promise<SignalResult<null>>;
  readonly react: (recipient: string, emoji: string, author: string, timestamp: number) => Promise<SignalResult<null>>;
  /** Pins a message of this number in a group, for as long as the gateway pins by itself; gateways before 2026 have no such route. */
  readonly pin: (group: string, timestamp: number) => Promise<SignalResult<null>>;
  readonly leaveGroup: (group: string) => Promise<SignalResult<null>>;
  readonly setName: (name: string) => Promise<SignalResult<null>>;
  /** Where messages are read: the gateway drops what nobody reads at that moment. */
  readonly receiveUrl: string;
}

const sentSchema = z.object({
  timestamp: z.union([z.string().regex(/^\d+$/), z.number().int()]).transform(Number),
  errors: z.object({ recipients: z.array(z.unknown()).optional() }).optional(),
});

/** Versions after 0.100 answer with a list, 0.100 and the published description with an object. */
const sentAnswerSchema = z
  .union([sentSchema, z.array(sentSchema).min(1)])
  .transform((answer) => (Array.isArray(answer) ? answer[0] : answer));
const aboutSchema = z.object({ mode: z.string().default('unknown'), version: z.string().default('unknown') });
const errorSchema = z.object({ error: z.string().default(''), challenge_tokens: z.array(z.string()).nullish() });
const nothingSchema = z.unknown().transform(() => null);

/** A client of one gateway, speaking as one number. */
export function createSignalClient(options: { readonly url: string; readonly number: string }): SignalClient {
  const http = create({ baseURL: options.url, timeout: callMs, maxRedirects: 0, validateStatus: () => true });
  const number = encodeURIComponent(options.number);
  const call = caller(http);
  const poll = `/v1/polls/${number}`;
  return {
    number: options.number,
    about: () => call('get', '/v1/about', undefined, aboutSchema),
    send: async (message) =>
      sentOf(message.recipient, await call('post', '/v2/send', sendBody(options.number, message), sentTimestamp)),
    openPoll: async ({ recipient, question, answers }) =>
      sentOf(
        recipient,
        await call('post', poll, { recipient, question, answers, allow_multiple_selections: false }, sentTimestamp),
      ),
    closePoll: (recipient, timestamp) =>
      call('delete', poll, { recipient, poll_timestamp: String(timestamp) }, nothingSchema),
    react: (recipient, emoji, author, timestamp) =>
      call(
        'post',
        `/v1/reactions/${number}`,
        { recipient, reaction: emoji, target_author: author, timestamp },
        nothingSchema,
      ),
    pin: (group, timestamp) =>
      call(
        'post',
        `/v1/groups/${number}/${encodeURIComponent(group)}/pin-message`,
        { target_author: options.number, timestamp },
        nothingSchema,
      ),
    leaveGroup: (group) =>
      call('post', `/v1/groups/${number}/${encodeURIComponent(group)}/quit`, undefined, nothingSchema),
    setName: (name) => call('put', `/v1/profiles/${number}`, { name }, nothingSchema),
    receiveUrl: `${options.url.replace(/^http/, 'ws').replace(/\/$/, '')}/v1/receive/${number}`,
  };
}

/** The send time, and why some did not get the message: the gateway then answers 201 all the same. */
const sentTimestamp = sentAnswerSchema.transform((answer) => ({
  timestamp: answer?.timestamp ?? 0,
  failures: answer?.errors?.recipients ?? [],
}));

function sendBody(number: string, message: SignalMessage): Record<string, unknown> {
  const files = (message.files ?? []).map(({ name, mime, data }) => `data:${mime};filename=${name};base64,${data}`);
  return {
    number,
    recipients: [message.recipient],
    message: message.message,
    text_mode: message.styled ? 'styled' : 'normal',
    ...(message.quote === null ? {} : { quote_author: message.quote.author, quote_timestamp: message.quote.timestamp }),
    ...(message.edits === null ? {} : { edit_timestamp: message.edits }),
    ...(files.length === 0 ? {} : { base64_attachments: files }),
  };
}

/** A group got the message when its answer is 201, whichever of its members did not; a lone recipient must have got it. */
function sentOf(
  recipient: string,
  result: SignalResult<{ readonly timestamp: number; readonly failures: readonly unknown[] }>,
): SignalResult<number> {
  if (result.type !== 'ok') return result;
  const { timestamp, failures } = result.value;
  if (failures.length === 0 || recipient.startsWith('group.')) return { type: 'ok', value: timestamp };
  return { type: 'refused', status: 201, message: JSON.stringify(failures) };
}

type Caller = <T>(
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
) => Promise<SignalResult<T>>;

function caller(http: AxiosInstance): Caller {
  return async (method, path, body, schema) => {
    try {
      const response = await http.request<unknown>({ method, url: path, data: body });
      if (response.status >= 200 && response.status < 300) {
        const parsed = schema.safeParse(response.data);
        return parsed.success ? { type: 'ok', value: parsed.data } : { type: 'unknown' };
      }
      return refusal(response.status, response.data, response.headers['retry-after']);
    } catch (error) {
      // A refused connection never carried the request; anything later may have.
      const never = isAxiosError(error) && (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND');
      return never ? { type: 'unreachable' } : { type: 'unknown' };
    }
  };
}

function refusal(status: number, body: unknown, retryAfter: unknown): SignalResult<never> {
  const error = errorSchema.safeParse(body).data ?? { error: '', challenge_tokens: null };
  if (status === 429) {
    const seconds = typeof retryAfter === 'string' && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
    const challenge = error.challenge_tokens?.find((token) => token !== '') ?? null;
    return { type: 'limited', challenge, retryAfterMs: seconds === null ? null : seconds * 1000 };
  }
  if (status >= 500) return { type: 'unknown' };
  return { type: 'refused', status, message: error.error };
}
