import { badRequest, conflict } from '../errors.ts';
import { flag, integer, parseJson } from '../params.ts';
import { Described } from './method.ts';
import type { Call, Method } from './method.ts';

/** The platform waits no longer, whatever is asked. */
const MAX_POLL_SECONDS = 50;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

async function getUpdates(call: Call): Promise<unknown> {
  const { bot, params } = call;
  if (bot.webhook !== undefined) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  allowUpdates(call);
  return bot.queue.poll({
    offset: integer(params, 'offset') ?? 0,
    limit: clamp(integer(params, 'limit') ?? 100, 1, 100),
    timeoutMs: clamp(integer(params, 'timeout') ?? 0, 0, MAX_POLL_SECONDS) * 1000,
    gone: call.gone,
  });
}

/** Keeps the types asked for: without the parameter, the previous choice stands. */
function allowUpdates({ bot, params }: Call): void {
  const wanted = parseJson(params.values.get('allowed_updates') ?? '');
  if (Array.isArray(wanted)) bot.queue.allow(wanted.filter((type) => typeof type === 'string'));
}

function setWebhook(call: Call): unknown {
  const { bot, params } = call;
  const url = params.values.get('url') ?? '';
  if (url === '') return deleteWebhook(call);
  checkWebhookUrl(url);
  const secret = params.values.get('secret_token');
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
    throw badRequest('secret token contains unallowed characters');
  allowUpdates(call);
  if (flag(params, 'drop_pending_updates')) bot.queue.clear();
  bot.queue.endPoll('setWebhook request');
  bot.webhook = {
    url,
    secret,
    maxConnections: clamp(integer(params, 'max_connections') ?? 40, 1, 100),
    lastError: undefined,
  };
  bot.queue.wake();
  return new Described(true, 'Webhook was set');
}

/** HTTPS, as the platform asks; plain HTTP is taken for this machine only, as a Bot API server in local mode does. */
function checkWebhookUrl(url: string): void {
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
  const { protocol, hostname } = new URL(url);
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  // Nothing of the sandbox leaves this machine.
  if (!isLocal) throw badRequest('bad webhook: Failed to resolve host: Name or service not known');
}

function deleteWebhook({ bot, params }: Call): unknown {
  if (flag(params, 'drop_pending_updates')) bot.queue.clear();
  const had = bot.webhook !== undefined;
  bot.webhook = undefined;
  return new Described(true, had ? 'Webhook was deleted' : 'Webhook is already deleted');
}

function getWebhookInfo({ bot }: Call): unknown {
  const { webhook, queue } = bot;
  const allowed = queue.allowed();
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: queue.pending(),
    ...(webhook === undefined ? {} : { max_connections: webhook.maxConnections, ip_address: '127.0.0.1' }),
    ...(webhook?.lastError === undefined
      ? {}
      : { last_error_date: webhook.lastError.date, last_error_message: webhook.lastError.message }),
    ...(allowed === undefined ? {} : { allowed_updates: allowed }),
  };
}

/** How a bot receives: by asking, or by being called. */
export const receiveMethods: Readonly<Record<string, Method>> = {
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
};
