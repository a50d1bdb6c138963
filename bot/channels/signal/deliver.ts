import { type DeliveryOutcome } from '../../../core/channel.ts';
import { type Operation, type Outbound } from '../../../core/outbound.ts';
import { type Delivery } from '../../../core/records/dialogue.ts';
import { type MessageRef } from '../../../core/refs.ts';
import { type SignalClient, type SignalResult } from '../../../integrations/signal/client.ts';
import { decodeChat, decodeMessage, encodeOwn, encodePoll } from './refs.ts';
import { pollAnswers, renderBody } from './render.ts';

/** Phones ignore edits of messages older than a day, and the gateway does not say so. */
const editableMs = 23 * 3_600_000;

type Send = Extract<Operation, { type: 'send' }>;
type Edit = Extract<Operation, { type: 'edit' }>;

/** Carries out one operation through the gateway. Signal has no buttons, menus or press answers: those are done by nothing. */
export async function deliverSignal(
  client: SignalClient,
  message: Outbound,
  target: Delivery | null,
): Promise<DeliveryOutcome> {
  const chat = decodeChat(message.chat);
  if (chat === null) return { type: 'failed', code: 'signal.bad_chat', blocked: false };
  const { operation } = message;
  switch (operation.type) {
    case 'send':
      return send(client, chat.recipient, operation, null);
    case 'file':
      return sendFile(client, chat.recipient, operation);
    case 'edit':
      return edit(client, chat.recipient, operation, target, message.at);
    case 'close':
      return closePoll(client, chat.recipient, target);
    case 'react': {
      const { author, timestamp } = decodeMessage(operation.message);
      return outcomeOf(
        await client.react(chat.recipient, operation.emoji, author ?? client.number, timestamp),
        () => [],
      );
    }
    case 'pin':
      return pin(client, chat, target);
    case 'leave':
      return outcomeOf(await client.leaveGroup(chat.recipient), () => []);
    case 'answer':
    case 'menu':
      return { type: 'done', messages: [] };
  }
}

async function send(
  client: SignalClient,
  recipient: string,
  operation: Send,
  edits: number | null,
): Promise<DeliveryOutcome> {
  const body = renderBody(operation.text, operation.withoutButtons, operation.rows);
  const quoted = operation.replyTo === null ? null : decodeMessage(operation.replyTo);
  const quote = quoted === null ? null : { author: quoted.author ?? client.number, timestamp: quoted.timestamp };
  const sent = await client.send({ recipient, ...body, quote, edits });
  const outcome = outcomeOf(sent, (timestamp) => [encodeOwn(timestamp)]);
  if (outcome.type !== 'done') return outcome;
  return { type: 'done', messages: [...outcome.messages, ...(await openPoll(client, recipient, operation))] };
}

/** The file and its words are one message; Signal knows no silent one, and shows a picture the same however it is meant. */
async function sendFile(
  client: SignalClient,
  recipient: string,
  { caption, name, mime, data }: Extract<Operation, { type: 'file' }>,
): Promise<DeliveryOutcome> {
  const body = renderBody(caption, null, []);
  const sent = await client.send({ recipient, ...body, quote: null, edits: null, files: [{ name, mime, data }] });
  return outcomeOf(sent, (timestamp) => [encodeOwn(timestamp)]);
}

/** The poll is a comfort beside the numbered text: when it cannot be made, the text alone does. */
async function openPoll(client: SignalClient, recipient: string, operation: Send | Edit): Promise<MessageRef[]> {
  const answers = operation.poll === null ? null : pollAnswers(operation.rows);
  if (answers === null || operation.poll === null) return [];
  const opened = await client.openPoll({ recipient, question: operation.poll, answers });
  return opened.type === 'ok' ? [encodePoll(opened.value)] : [];
}

async function edit(
  client: SignalClient,
  recipient: string,
  operation: Edit,
  target: Delivery | null,
  at: number,
): Promise<DeliveryOutcome> {
  const shown = target?.messages.find((message) => !decodeMessage(message).poll);
  const fresh: Send = { ...operation, type: 'send', replyTo: null, silent: false };
  const isOld = shown !== undefined && at - decodeMessage(shown).timestamp > editableMs;
  if (target === null || shown === undefined || isOld) return send(client, recipient, fresh, null);
  const polls = target.messages.filter((message) => decodeMessage(message).poll);
  const edited = await send(client, recipient, { ...fresh, poll: null }, decodeMessage(shown).timestamp);
  // Signal takes edits for a day and a handful of times; afterwards the card is written anew.
  if (edited.type === 'failed' && edited.code === 'signal.refused') return send(client, recipient, fresh, null);
  if (edited.type !== 'done') return edited;
  const kept = [...new Set([...target.messages, ...edited.messages])];
  if (operation.poll !== null && polls.length > 0) return { type: 'done', messages: kept };
  // A closed poll is forgotten: a vote that comes late must not be read as an answer to what the card says by then.
  await closePoll(client, recipient, target);
  const texts = kept.filter((message) => !decodeMessage(message).poll);
  return { type: 'done', messages: [...texts, ...(await openPoll(client, recipient, operation))] };
}

async function closePoll(client: SignalClient, recipient: string, target: Delivery | null): Promise<DeliveryOutcome> {
  const polls = (target?.messages ?? []).map(decodeMessage).filter((message) => message.poll);
  for (const poll of polls) await client.closePoll(recipient, poll.timestamp);
  return { type: 'done', messages: target?.messages ?? [] };
}

/**
 * The gateway pins in groups alone, and those older than its route answer that they do not know it; what it can do is not in
 * its /v1/about, which names abilities of sending only.
 */
async function pin(
  client: SignalClient,
  chat: { readonly recipient: string; readonly group: boolean },
  target: Delivery | null,
): Promise<DeliveryOutcome> {
  const shown = target?.messages.map(decodeMessage).find((message) => !message.poll);
  if (!chat.group || shown === undefined) return { type: 'done', messages: [] };
  return outcomeOf(await client.pin(chat.recipient, shown.timestamp), () => []);
}

function outcomeOf<T>(result: SignalResult<T>, messages: (value: T) => MessageRef[]): DeliveryOutcome {
  switch (result.type) {
    case 'ok':
      return { type: 'done', messages: messages(result.value) };
    case 'unreachable':
      return { type: 'wait', ms: 2_000 };
    case 'unknown':
      return { type: 'unknown' };
    case 'limited':
      // The message may have been delivered all the same, so it is never sent again on this channel.
      return {
        type: 'failed',
        code: result.challenge === null ? 'signal.limited' : 'signal.challenge',
        detail: result.challenge,
        blocked: false,
        limited: true,
      };
    case 'refused':
      return refused(result.message);
  }
}

function refused(message: string): DeliveryOutcome {
  if (/untrusted|identity/i.test(message)) return { type: 'failed', code: 'signal.untrusted', blocked: false };
  if (/unregistered|not registered|not a (group )?member/i.test(message))
    return { type: 'failed', code: 'signal.gone', blocked: true };
  return { type: 'failed', code: 'signal.refused', blocked: false };
}
