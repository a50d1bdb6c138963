import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../kit/server.ts';
import { EMPTY_CONTENT } from './model.ts';
import { acknowledge, effect, post } from './outgoing.ts';
import { ApiError, DONE, route } from './rest.ts';
import type { Room } from './rest.ts';
import { missing, reach } from './routes-messages.ts';
import { aciOf, findEntry } from './world.ts';

const text = z.string().default('');

const createSchema = z.object({
  recipient: text,
  question: text,
  answers: z.array(z.string()).default([]),
  allow_multiple_selections: z.boolean().nullish(),
});
const closeSchema = z.object({ recipient: text, poll_timestamp: text });
const voteSchema = z.object({
  recipient: text,
  poll_author: text,
  poll_timestamp: text,
  selected_answers: z.array(z.number().int()).default([]),
});

/** Signal's apps let nobody write longer polls. signal-cli counts the options only; the lengths are refused here so that a test sees them. */
const MAX_QUESTION = 200;
const MAX_OPTION = 100;

/** Creating, closing and answering polls. */
export function mountPolls(app: Hono<SandboxEnv>, room: Room): void {
  route(app, room, ['POST', '/v1/polls/{number}'], createSchema, (body) => createPoll(room, body));
  route(app, room, ['DELETE', '/v1/polls/{number}'], closeSchema, (body) => closePoll(room, body));
  route(app, room, ['POST', '/v1/polls/{number}/vote'], voteSchema, (body) => vote(room, body));
}

function createPoll(room: Room, body: z.output<typeof createSchema>): ReturnType<typeof created> {
  const { question, answers } = body;
  if (body.recipient === '') throw missing('recipient');
  if (question === '') throw missing('question');
  if (answers.length < 2) throw new ApiError(400, 'Poll needs at least two options');
  if (answers.length > 10) throw new ApiError(400, 'Poll cannot have more than 10 options');
  if (question.length > MAX_QUESTION)
    throw new ApiError(400, `Poll question is longer than ${MAX_QUESTION} characters`);
  if (answers.some((answer) => answer === '' || answer.length > MAX_OPTION))
    throw new ApiError(400, `Poll options must have 1 to ${MAX_OPTION} characters`);
  const poll = {
    question,
    options: answers,
    // Left out, upstream most likely takes several answers (its swagger makes the field optional): say it to be sure.
    multiple: body.allow_multiple_selections ?? true,
    closed: false,
    votes: new Map(),
  };
  return created(post(room.world, room.sockets, reach(room, body.recipient), { ...EMPTY_CONTENT, poll }));
}

function created(timestamp: number): { status: number; body: { timestamp: string }; applied: boolean } {
  return { status: 201, body: { timestamp: String(timestamp) }, applied: true };
}

/** Closing goes out whatever it names; phones close only a poll of the account's own that they know. */
function closePoll(room: Room, body: z.output<typeof closeSchema>): typeof DONE {
  const { world } = room;
  if (body.recipient === '') throw missing('recipient');
  const target = readTimestamp(body.poll_timestamp);
  const reached = reach(room, body.recipient);
  for (const { chat } of reached.delivered) {
    const poll = findEntry(world, world.account.aci, target, chat)?.content.poll ?? null;
    if (poll !== null) poll.closed = true;
    effect(world, poll === null ? 'poll close ignored' : 'poll close', chat, { target });
  }
  acknowledge(world, room.sockets, reached, world.stamp());
  return DONE;
}

/** `selected_answers` count from 1, unlike the frames' `optionIndexes`. Upstream always sends voteCount 1, so a second vote does not count. */
function vote(room: Room, body: z.output<typeof voteSchema>): typeof DONE {
  const { world } = room;
  if (body.recipient === '') throw missing('recipient');
  if (body.poll_author === '') throw missing('poll_author');
  const author = aciOf(world, body.poll_author);
  if (author === null) throw new ApiError(400, `The user ${body.poll_author} is not registered.`);
  const target = readTimestamp(body.poll_timestamp);
  const options = body.selected_answers.map((answer) => answer - 1);
  for (const { chat } of reach(room, body.recipient).delivered) {
    const poll = findEntry(world, author, target, chat)?.content.poll ?? null;
    const valid = poll !== null && options.every((option) => poll.options[option] !== undefined);
    const counts = valid && !poll.closed && !poll.votes.has(world.account.aci);
    if (counts) poll.votes.set(world.account.aci, { options, count: 1 });
    effect(world, counts ? 'vote' : 'vote ignored', chat, { target, options });
  }
  return DONE;
}

function readTimestamp(value: string): number {
  if (value === '') throw missing('poll_timestamp');
  if (!/^\d+$/.test(value)) throw new ApiError(400, "Couldn't process request - poll_timestamp is not a number");
  return Number(value);
}
