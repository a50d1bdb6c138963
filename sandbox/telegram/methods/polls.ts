import { findChat, findMessage, writableChat } from '../access.ts';
import { characters } from '../entities.ts';
import { badRequest } from '../errors.ts';
import { flag, isRecord, json } from '../params.ts';
import { readMarkup } from '../keyboards.ts';
import type { WireMessage, WirePoll } from '../wire.ts';
import { touched } from '../world.ts';
import type { StoredMessage, World } from '../world.ts';
import { post } from '../messages.ts';
import { messageId } from './method.ts';
import type { Call, Method } from './method.ts';
import { deliver, namesPrivateChat } from './send.ts';

/** Bot API 10.1, sendPoll: question 1–300 characters, 1–12 options of 1–100. */
const MAX_QUESTION = 300;
const MAX_OPTIONS = 12;
const MAX_OPTION = 100;

function sendPoll(call: Call): unknown {
  const question = (call.params.values.get('question') ?? '').trim();
  if (question === '') throw badRequest('poll question must be non-empty');
  if (characters(question) > MAX_QUESTION) throw badRequest(`poll question length must not exceed ${MAX_QUESTION}`);
  const options = readOptions(json(call.params, 'options', 'poll options'));
  const id = `55${String(call.world.nextNumber()).padStart(16, '0')}`;
  const poll: WirePoll = {
    id,
    question,
    options: options.map((text, index) => ({ persistent_id: `${id}-${index}`, text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: flag(call.params, 'is_closed'),
    is_anonymous: call.params.values.has('is_anonymous') ? flag(call.params, 'is_anonymous') : true,
    type: call.params.values.get('type') === 'quiz' ? 'quiz' : 'regular',
    allows_multiple_answers: flag(call.params, 'allows_multiple_answers'),
    allows_revoting: call.params.values.has('allows_revoting') ? flag(call.params, 'allows_revoting') : true,
    members_only: flag(call.params, 'members_only'),
  };
  return deliver(call, { poll });
}

function readOptions(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw badRequest('expected an Array of String as options');
  if (value.length === 0) throw badRequest('poll must have at least 1 option');
  if (value.length > MAX_OPTIONS) throw badRequest(`poll can't have more than ${MAX_OPTIONS} options`);
  return value.map((item: unknown) => {
    const text = isRecord(item) ? item['text'] : item;
    if (typeof text !== 'string' || text.trim() === '') throw badRequest('poll options must be non-empty');
    if (characters(text.trim()) > MAX_OPTION) throw badRequest(`poll options length must not exceed ${MAX_OPTION}`);
    return text.trim();
  });
}

function stopPoll(call: Call): unknown {
  const chat = writableChat(call.world, call.bot, call.params);
  const message = findMessage(chat, messageId(call));
  if (message === undefined) throw badRequest('message with poll to stop not found');
  const { poll } = message.wire;
  if (poll === undefined) throw badRequest('message is not a poll');
  if (message.wire.from?.id !== call.bot.user.id) throw badRequest("poll can't be stopped");
  if (poll.is_closed) throw badRequest('poll has already been closed');
  const markup = readMarkup(call.params, namesPrivateChat(call));
  const { reply_markup: _, ...rest } = message.wire;
  message.wire = { ...rest, ...(markup.kind === 'inline' ? { reply_markup: markup.keyboard } : {}) };
  setPoll(call.world, message, { ...poll, is_closed: true });
  return message.wire.poll;
}

/** Gives a poll message its new state and tells the bot that sent it. */
function setPoll(world: World, message: StoredMessage, poll: WirePoll): void {
  message.wire = { ...message.wire, poll };
  const owner = world.bots.get(message.wire.from?.id ?? 0);
  owner?.queue.push({ type: 'poll', payload: poll, chat: String(message.wire.chat.id) });
  touched(world);
}

function copied(call: Call): { wire: WireMessage; content: Partial<WireMessage> } {
  const from = findChat(call.world, call.bot, call.params, 'from_chat_id');
  const source = findMessage(from, messageId(call))?.wire;
  if (source === undefined) throw badRequest('message to copy not found');
  // Buttons do not travel: a forwarded card can no longer be pressed.
  const { reply_markup: _keyboard, reply_to_message: _reply, edit_date: _edited, ...content } = source;
  return { wire: source, content };
}

function forwardMessage(call: Call): unknown {
  const chat = writableChat(call.world, call.bot, call.params);
  const { wire, content } = copied(call);
  if (wire.has_protected_content === true) throw badRequest("message has protected content and can't be forwarded");
  call.rates.message(call.bot.user.id, chat);
  const origin = { type: 'user' as const, date: wire.date, sender_user: wire.from ?? call.bot.user };
  const { message_id: _id, chat: _chat, date: _date, from: _from, ...body } = content;
  return post(call.world, chat, { from: call.bot.user, content: { ...body, forward_origin: origin } }).wire;
}

function copyMessage(call: Call): unknown {
  const { content } = copied(call);
  const { message_id: _id, chat: _chat, date: _date, from: _from, forward_origin: _origin, ...body } = content;
  return { message_id: deliver(call, body).message_id };
}

/** Polls, and messages sent again elsewhere. */
export const pollMethods: Readonly<Record<string, Method>> = { sendPoll, stopPoll, forwardMessage, copyMessage };

/** A person's vote: replaces the earlier one, or takes it back when empty. Anonymous polls tell the bot the counts only. */
export function vote(
  world: World,
  message: StoredMessage,
  poll: WirePoll,
  voter: WireMessage['from'],
  options: readonly number[],
): void {
  if (voter === undefined) return;
  if (options.length === 0) message.votes.delete(voter.id);
  else message.votes.set(voter.id, options);
  const counts = poll.options.map((option, index) => ({
    ...option,
    voter_count: [...message.votes.values()].filter((chosen) => chosen.includes(index)).length,
  }));
  setPoll(world, message, { ...poll, options: counts, total_voter_count: message.votes.size });
  if (poll.is_anonymous) return;
  const payload = {
    poll_id: poll.id,
    user: voter,
    option_ids: options,
    option_persistent_ids: options.flatMap((index) => poll.options[index]?.persistent_id ?? []),
  };
  world.bots
    .get(message.wire.from?.id ?? 0)
    ?.queue.push({ type: 'poll_answer', payload, chat: String(message.wire.chat.id) });
}
