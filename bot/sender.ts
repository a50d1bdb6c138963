import { type Channel, type DeliveryOutcome } from '../core/channel.ts';
import { type FieldCipher } from '../core/cipher.ts';
import { type Clock } from '../core/clock.ts';
import { absent, commitOf, joinDrafts, put, unchanged, type Draft } from '../core/commit.ts';
import { type DeadLetters } from '../core/dead-letters.ts';
import { unseal } from '../core/intake.ts';
import { type Log } from '../core/log.ts';
import { saysItNew, type Outbound } from '../core/outbound.ts';
import { type Attempts } from '../core/attempts.ts';
import { deliveries, type Delivery } from '../core/records/dialogue.ts';
import { type Store } from '../core/store.ts';
import { type Entry, type Reader } from '../core/streams.ts';
import { type Services } from '../core/turn.ts';
import { type Pacer } from './pacer.ts';
import { putAside } from './put-aside.ts';
import { type Fence } from './owner.ts';
import { targetOf } from './target.ts';
import { afterFailure, afterLimit, afterMove, afterUnknown } from './undelivered.ts';

/** What sending needs. */
export interface SenderOptions {
  readonly channel: Channel;
  readonly store: Store;
  readonly attempts: Attempts;
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly log: Log;
  readonly fence: Fence;
  readonly cipher: FieldCipher;
  readonly deadLetters: DeadLetters;
  readonly services: () => Promise<Services>;
}

const batch = 100;
const waitMs = 500;
/**
 * A lane takes more while it holds no more than this: less than its reader gives out, which would look again and again. A file
 * counts as the messages that would take up its room.
 */
export const takesBelow = 3_000;
const roomOfOne = 4_096;

/** Sends what the outbox holds: in order within a chat, side by side across chats, each outbox id once. */
export async function runSender(options: SenderOptions, reader: Reader<Outbound>, signal: AbortSignal): Promise<void> {
  const chats = new Map<string, Promise<void>>();
  let held = 0;
  let thereIsRoom = (): void => undefined;
  while (!signal.aborted) {
    if (held > takesBelow) {
      await new Promise<void>((resolve) => (thereIsRoom = resolve));
      continue;
    }
    const entries = await reader.take(batch, waitMs);
    for (const entry of entries) {
      if (entry.value === null) {
        await putAside(options, entry);
        continue;
      }
      const message = entry.value;
      const previous = chats.get(message.chat) ?? Promise.resolve();
      const next = previous.then(() => sendOne(options, { ...entry, value: message }, signal));
      chats.set(message.chat, next);
      const room = roomFor(message);
      held += room;
      void next.then(() => {
        held -= room;
        if (held <= takesBelow) thereIsRoom();
        if (chats.get(message.chat) === next) chats.delete(message.chat);
      });
    }
  }
  await Promise.all(chats.values());
}

function roomFor({ operation }: Outbound): number {
  return operation.type === 'file' ? Math.ceil(operation.data.length / roomOfOne) : 1;
}

type Filled = Entry<Outbound> & { readonly value: Outbound };

/** One entry to its end. */
async function sendOne(options: SenderOptions, entry: Filled, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if ((await tryOnce(options, entry, signal)) === 'finished') return;
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      options.log.error({ code: 'sender.failed', outbound: entry.value.id, error: name }, 'sending failed');
      await options.clock.sleep(1000, signal);
    }
  }
}

async function tryOnce(options: SenderOptions, entry: Filled, signal: AbortSignal): Promise<'finished' | 'again'> {
  const message = entry.value;
  const fleeting = isFleeting(message);
  if (!fleeting) await options.pacer.turn(message, options.channel.limits.isGroup(message.chat), signal);
  if (signal.aborted) return 'again';
  const began = options.clock.now();
  const [{ target, known }, tries] = await Promise.all([
    targetOf(options.store, message),
    fleeting ? 1 : options.attempts.begin(attemptOf(message)),
  ]);
  if (known !== null && known.status !== 'unknown') return settle(options, entry, null);
  if (message.until !== null && began > message.until) return settle(options, entry, null);
  if (fleeting) return deliverFleeting(options, entry, target, signal);
  const { whenUnknown } = options.channel.limits;
  const saysItTwice = saysItNew(message.operation);
  // An earlier attempt left its mark and no result: on Signal that alone forbids sending a new message again.
  if (tries > 1 && saysItTwice && whenUnknown === 'resend-important-after-silence')
    return settle(options, entry, { outcome: { type: 'unknown' }, tries, began: message.at, target });
  const outcome = await options.channel.deliver(unseal(message, options.cipher), target);
  // Where the chat has moved nothing was sent either; the message goes on to the new one under its name.
  if (outcome.type === 'wait' || outcome.type === 'moved') await options.attempts.forget(attemptOf(message));
  if (outcome.type === 'wait') {
    options.pacer.hold(message.chat, outcome.ms);
    return 'again';
  }
  const mayRepeat = whenUnknown === 'resend-once' || !saysItTwice;
  if (outcome.type === 'unknown' && mayRepeat && tries < 2) return 'again';
  if (outcome.type === 'done' && saysItTwice) options.pacer.arrived(message.chat, outcome.messages.length);
  if (outcome.type === 'failed' && outcome.limited === true) options.pacer.limited(message.chat);
  if (message.operation.type === 'pin') return settlePin(options, entry, outcome);
  return settle(options, entry, { outcome, tries, began, target });
}

/** What attempts are counted under: a copy's apart, since the first sending left its mark. */
function attemptOf({ id, copy }: Outbound): string {
  return copy === true ? `${id} copy` : id;
}

/** Signs of life (a press answered, a reaction) are worthless later, and nobody misses a menu: their failure concerns nobody. */
function isFleeting(message: Outbound): boolean {
  return message.operation.type === 'answer' || message.operation.type === 'react' || message.operation.type === 'menu';
}

/** One attempt; only a menu, which is as good later, waits when the platform asks for it. */
async function deliverFleeting(
  options: SenderOptions,
  entry: Filled,
  target: Delivery | null,
  signal: AbortSignal,
): Promise<'finished' | 'again'> {
  const outcome = await options.channel.deliver(entry.value, target);
  if (outcome.type !== 'wait' || entry.value.operation.type !== 'menu') return settle(options, entry, null);
  await options.clock.sleep(outcome.ms, signal);
  return 'again';
}

/**
 * A pin is a comfort: a chat where we may not pin (no administrator, an old gateway) is no incident and bothers nobody. It does
 * not follow a group that became a supergroup, where the message has another number.
 */
function settlePin(options: SenderOptions, entry: Filled, outcome: DeliveryOutcome): Promise<'finished'> {
  const { id, bot } = entry.value;
  if (outcome.type !== 'done')
    options.log.info({ code: 'pin.refused', outbound: id, bot, outcome: outcome.type }, 'a message was not pinned');
  return settle(options, entry, null);
}

/** How an attempt went. `tries` counts those of earlier processes; `began` is the earliest the platform may have acted. */
interface Tried {
  readonly outcome: DeliveryOutcome;
  readonly tries: number;
  readonly began: number;
  /** The delivery an edit rewrites. */
  readonly target: Delivery | null;
}

/**
 * Notes what became of a message, and what follows, in the commit that takes it out of the outbox. When something that
 * was read for it has changed meanwhile, it is decided again; the message itself is not sent again.
 */
async function settle(options: SenderOptions, entry: Filled, tried: Tried | null): Promise<'finished'> {
  for (;;) {
    const draft = tried === null ? {} : await aftermath(options, entry.value, tried);
    const result = await options.store.commit(
      commitOf(`sent:${entry.stream}:${entry.entry}`, draft, { acknowledge: entry, fence: options.fence() }),
    );
    if (result.type !== 'conflict') return 'finished';
  }
}

async function aftermath(options: SenderOptions, message: Outbound, tried: Tried): Promise<Draft> {
  const now = options.clock.now();
  const noted = await record(options.store, message, tried, now);
  return joinDrafts(noted, await consequences(options, message, tried.outcome));
}

async function record(store: Store, message: Outbound, tried: Tried, now: number): Promise<Draft> {
  const { operation } = message;
  const { outcome } = tried;
  const shows = saysItNew(operation) || operation.type === 'edit';
  if (!shows || outcome.type === 'wait' || outcome.type === 'moved') return {};
  // A failed edit leaves the card as it stood; its delivery must keep naming it.
  if (operation.type === 'edit' && outcome.type !== 'done') return {};
  const delivery: Delivery = {
    id: operation.type === 'edit' ? operation.target : message.id,
    bot: message.bot,
    chat: message.chat,
    status: outcome.type === 'done' ? 'sent' : outcome.type,
    messages: outcome.type === 'done' ? [...outcome.messages] : [],
    at: now,
    since: tried.began,
    resent: tried.target?.resent ?? tried.tries > 1,
    reason: outcome.type === 'failed' ? outcome.code : null,
  };
  return message.copy === true ? recordCopy(store, delivery) : { writes: [put(deliveries, delivery)] };
}

/** A copy joins what is known of the first sending, for which a receipt may have come meanwhile. */
async function recordCopy(store: Store, copy: Delivery): Promise<Draft> {
  const first = await store.get(deliveries, copy.id);
  if (first === null)
    return { guards: [absent(deliveries, copy.id)], writes: [put(deliveries, { ...copy, resent: true })] };
  const arrived = first.value.status !== 'unknown';
  const joined: Delivery = {
    ...(arrived ? first.value : copy),
    messages: [...new Set([...copy.messages, ...first.value.messages])],
    since: first.value.since,
    resent: true,
  };
  return { guards: [unchanged(deliveries, first)], writes: [put(deliveries, joined)] };
}

async function consequences(options: SenderOptions, message: Outbound, outcome: DeliveryOutcome): Promise<Draft> {
  const now = options.clock.now();
  if (outcome.type === 'failed' && outcome.limited === true)
    return afterLimit(await options.services(), message, outcome, now);
  if (outcome.type === 'failed') return afterFailure(message, outcome, now);
  if (outcome.type === 'unknown') return afterUnknown(message, options.channel.limits.isGroup(message.chat), now);
  return outcome.type === 'moved' ? afterMove(options.store, message, outcome.to) : {};
}
