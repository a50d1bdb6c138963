import { wait } from '../../../core/clock.ts';
import { type Channel, type ChannelLimits } from '../../../core/channel.ts';
import { type Log } from '../../../core/log.ts';
import { type SignalClient } from '../../../integrations/signal/client.ts';
import { deliverSignal } from './deliver.ts';
import { startReader, type SignalReader } from './reader.ts';
import { decodeChat, signalBot } from './refs.ts';

/** The server's own bucket is 60 messages refilling 1/s per destination; strangers and bursts draw captchas far earlier. */
const limits: ChannelLimits = {
  perSecond: 1,
  mostPerSecond: 10,
  privateBurst: 5,
  groupPerMinute: 10,
  gently: { firstGapMs: 4_000, overMessages: 10, restMs: 300_000 },
  isGroup: (chat) => decodeChat(chat)?.group === true,
  whenUnknown: 'resend-important-after-silence',
};

const slowestRetryMs = 5_000;

/** One Signal number behind signal-cli-rest-api. */
export interface SignalOptions {
  readonly client: SignalClient;
  /** Without a profile name, group messages fail. */
  readonly profileName: string;
  readonly log: Log;
}

/** Signal for one number. */
export function createSignal(options: SignalOptions): Channel {
  const { client, log } = options;
  const bot = signalBot(client.number);
  const stopping = new AbortController();
  let reader: SignalReader | null = null;
  return {
    bot,
    limits,
    start: async (sink) => {
      // Reading comes first: what arrives while nobody reads is lost.
      reader = startReader({ url: client.receiveUrl, self: { bot, number: client.number }, sink, log });
      await greet(client, log, stopping.signal);
      if (!stopping.signal.aborted) await client.setName(options.profileName);
      return { id: bot, username: client.number, readsGroups: true, platformId: client.number };
    },
    deliver: (message, target) => deliverSignal(client, message, target),
    stop: async () => {
      stopping.abort();
      await reader?.stop();
    },
  };
}

async function greet(client: SignalClient, log: Log, signal: AbortSignal): Promise<void> {
  for (let delay = 200; !signal.aborted; delay = Math.min(delay * 2, slowestRetryMs)) {
    const about = await client.about();
    if (about.type === 'ok') {
      if (about.value.mode !== 'json-rpc')
        log.warn({ code: 'signal.mode', mode: about.value.mode }, 'the gateway should run with MODE=json-rpc');
      return;
    }
    log.warn({ code: 'signal.unreachable' }, 'the signal gateway does not answer, trying again');
    await wait(delay, signal);
  }
}
