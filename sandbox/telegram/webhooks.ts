import { canonicalName, dispatch } from './dispatch.ts';
import type { Params } from './params.ts';
import { isRecord, parseJson } from './params.ts';
import type { RateCounter } from './rate-limits.ts';
import { unixNow } from './world.ts';
import type { BotAccount, Webhook, World } from './world.ts';

const ANSWER_WITHIN_MS = 60_000;
const LONGEST_PAUSE_MS = 60_000;

/** Pushes a bot's updates to its webhook whenever it has one. `wake` looks for work; `stop` ends it. */
export interface WebhookPusher {
  wake(): void;
  stop(): void;
}

/**
 * One update at a time, in order, until it is taken: an answer other than 2xx, or none, is repeated after 1, 2, 4 … 60 s of the sandbox clock.
 * (The platform sends different chats at once; one at a time is stricter on order and milder on load.)
 */
export function createWebhookPusher(world: World, bot: BotAccount, rates: RateCounter): WebhookPusher {
  const stopped = new AbortController();
  let running = false;

  async function run(): Promise<void> {
    let failures = 0;
    for (let update = bot.queue.peek(); update !== undefined && !stopped.signal.aborted; update = bot.queue.peek()) {
      const { webhook } = bot;
      if (webhook === undefined) return;
      const error = await push(world, bot, rates, { webhook, update, stopped: stopped.signal });
      if (error === undefined) {
        bot.queue.confirm(update.update_id);
        failures = 0;
        continue;
      }
      webhook.lastError = { date: unixNow(world), message: error };
      await world.kit.clock.sleep(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures), stopped.signal);
      failures += 1;
    }
  }

  function wake(): void {
    if (running || bot.webhook === undefined) return;
    running = true;
    void run().finally(() => {
      running = false;
      // Something may have come in between the last look and the end.
      if (!stopped.signal.aborted && bot.queue.peek() !== undefined) wake();
    });
  }

  const stopListening = bot.queue.onPush(wake);
  return {
    wake,
    stop: () => {
      stopListening();
      stopped.abort();
    },
  };
}

/** Sends one update; returns what went wrong in the platform's words, or undefined when it was taken. */
async function push(
  world: World,
  bot: BotAccount,
  rates: RateCounter,
  delivery: { webhook: Webhook; update: object; stopped: AbortSignal },
): Promise<string | undefined> {
  const { webhook, update, stopped } = delivery;
  const secret = webhook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': webhook.secret };
  const body = JSON.stringify(update);
  const note = {
    account: bot.user.username,
    platform: 'telegram' as const,
    kind: 'update' as const,
    method: 'webhook',
    params: { url: webhook.url, update },
  };
  try {
    const answer = await fetch(webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...secret },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    const text = await answer.text();
    world.kit.ledger.append({ ...note, status: answer.status, applied: answer.ok });
    if (!answer.ok) return `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
    await runAnswer(world, bot, rates, text);
    return undefined;
  } catch {
    world.kit.ledger.append({ ...note, applied: false });
    return stopped.aborted ? 'stopped' : 'Connection refused or timed out';
  }
}

/** A webhook may answer with a method to run: `{method, …parameters}`. Its outcome is told to nobody. */
async function runAnswer(world: World, bot: BotAccount, rates: RateCounter, text: string): Promise<void> {
  const answer = parseJson(text);
  const method = isRecord(answer) && typeof answer['method'] === 'string' ? canonicalName(answer['method']) : undefined;
  if (method === undefined || !isRecord(answer)) return;
  const values = Object.entries(answer).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const params: Params = { values: new Map(values), files: new Map() };
  const outcome = await dispatch(method, { world, bot, params, rates, gone: new AbortController().signal });
  world.kit.ledger.append({
    platform: 'telegram',
    kind: 'request',
    account: bot.user.username,
    method,
    params: answer,
    result: outcome.body,
    status: outcome.status,
    applied: outcome.applied,
  });
}
