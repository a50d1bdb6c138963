import { type Attempts } from '../core/attempts.ts';
import { type Channel } from '../core/channel.ts';
import { wait, type Clock } from '../core/clock.ts';
import { commitOf, put, type Draft } from '../core/commit.ts';
import { type DeadLetters } from '../core/dead-letters.ts';
import { describeError } from '../core/errors.ts';
import { type Inbound } from '../core/inbound.ts';
import { type Log } from '../core/log.ts';
import { incidents } from '../core/records/oversight.ts';
import { type Store } from '../core/store.ts';
import { type Entry, type Reader } from '../core/streams.ts';
import { type Fence } from './owner.ts';
import { putAside } from './put-aside.ts';

/** Decides what one inbound message leads to. `step` names what it adds, so that a repeated decision names it alike. */
export interface Handler {
  readonly handle: (message: Inbound, step: string) => Promise<Draft>;
  /** What to tell somebody whose message could not be handled. */
  readonly apologise: (message: Inbound, step: string) => Promise<Draft>;
}

/** What consuming an inbox needs. */
export interface ConsumerOptions {
  readonly channel: Channel;
  readonly handler: Handler;
  readonly store: Store;
  readonly attempts: Attempts;
  readonly clock: Clock;
  readonly log: Log;
  readonly fence: Fence;
  readonly deadLetters: DeadLetters;
}

type Filled = Entry<Inbound> & { readonly value: Inbound };

const batch = 100;
const waitMs = 500;
/** An entry that fails this often, or takes this long, is put aside. */
const lastAttempt = 5;
const longestBackoff = 9;
const longestMs = 60_000;
/** A press must be answered before the platform's spinner becomes a question. */
const pressAnswerMs = 700;

/** Handles an inbox: in order within a chat, side by side across chats. */
export async function runConsumer(
  options: ConsumerOptions,
  reader: Reader<Inbound>,
  signal: AbortSignal,
): Promise<void> {
  const chats = new Map<string, Promise<void>>();
  while (!signal.aborted) {
    for (const entry of await reader.take(batch, waitMs)) {
      const { value } = entry;
      if (value === null) {
        await putAside(options, entry);
        continue;
      }
      const previous = chats.get(value.chat) ?? Promise.resolve();
      const next = previous.then(() => consume(options, { ...entry, value }, signal));
      chats.set(value.chat, next);
      void next.then(() => {
        if (chats.get(value.chat) === next) chats.delete(value.chat);
      });
    }
  }
  await Promise.all(chats.values());
}

/** One entry to its end: a commit that acknowledges it, or the dead letters. */
async function consume(options: ConsumerOptions, entry: Filled, signal: AbortSignal): Promise<void> {
  // Counted while the first reads are under way, so that it costs no exchange of its own.
  const first = firstTry(options, entry);
  for (let again = 0; !signal.aborted; again += 1) {
    const settled = new AbortController();
    answerInTime(options, entry.value, settled.signal);
    try {
      await Promise.race([decide(options, entry), tooLong(settled.signal)]);
      return;
    } catch (error) {
      const tries = (await first) + again;
      const { code, message } = describeError(error);
      options.log.error(
        { code, entry: entry.entry, tries, error: code === 'unexpected.error' ? message : undefined },
        'a message could not be handled',
      );
      if (tries >= lastAttempt && (await buried(options, entry, code))) return;
      await wait(50 * 2 ** Math.min(tries, longestBackoff), signal);
      await options.attempts.begin(`${entry.stream}:${entry.entry}`).catch(() => 0);
    } finally {
      settled.abort();
    }
  }
}

/** Attempts count across restarts, so that a message that kills the process does not do so for ever. */
async function firstTry(options: ConsumerOptions, entry: Filled): Promise<number> {
  return options.attempts.begin(`${entry.stream}:${entry.entry}`).catch(() => 1);
}

async function tooLong(settled: AbortSignal): Promise<never> {
  await wait(longestMs, settled);
  throw new RangeError('handling took longer than a minute');
}

/** Decides and commits; when something decided on has changed meanwhile, decides again. */
async function decide(options: ConsumerOptions, entry: Filled): Promise<void> {
  const step = `${entry.stream}:${entry.entry}`;
  for (;;) {
    const draft = await options.handler.handle(entry.value, step);
    const result = await options.store.commit(commitOf(step, draft, { acknowledge: entry, fence: options.fence() }));
    if (result.type !== 'conflict') return;
  }
}

/** Answers a press with nothing when its outcome takes too long; the outcome then comes as an edit of the card. */
function answerInTime(options: ConsumerOptions, message: Inbound, settled: AbortSignal): void {
  const { content } = message;
  if (content.type !== 'press') return;
  void wait(pressAnswerMs, settled).then(async () => {
    if (settled.aborted) return;
    await options.channel.deliver(
      {
        id: `late:${message.dedupe}`,
        bot: message.bot,
        chat: message.chat,
        lane: 'reply',
        at: options.clock.now(),
        until: null,
        notification: null,
        important: false,
        operation: { type: 'answer', query: content.query, text: '', alert: false },
      },
      null,
    );
  });
}

/** True when the entry is out of the way; when even that fails, it stays and is tried again. */
async function buried(options: ConsumerOptions, entry: Filled, code: string): Promise<boolean> {
  try {
    await bury(options, entry, code);
    return true;
  } catch (error) {
    options.log.error({ code: describeError(error).code, entry: entry.entry }, 'a message could not be put aside');
    return false;
  }
}

/** Gives up on an entry: one sentence to the person, an incident, and it is out of the way of those behind it. */
async function bury(options: ConsumerOptions, entry: Filled, code: string): Promise<void> {
  const step = `${entry.stream}:${entry.entry}`;
  const apology = await options.handler.apologise(entry.value, step).catch((): Draft => ({}));
  const incident = {
    id: `buried:${step}`,
    at: options.clock.now(),
    severity: 'error' as const,
    code,
    source: entry.stream,
    detail: entry.entry,
    action: null,
  };
  const draft = { ...apology, writes: [...(apology.writes ?? []), put(incidents, incident)] };
  await options.store.commit(commitOf(step, draft, { acknowledge: entry, fence: options.fence() }));
}
