import { readRecipient } from './ids.ts';
import type { Limits } from './limits.ts';
import type { ChatId, Group, Person } from './model.ts';
import { ApiError } from './rest.ts';
import { aciOf } from './world.ts';
import type { World } from './world.ts';

/** Whom a send is for: one group, or the private chats of people. Unknown numbers and usernames are kept to be reported. */
export interface Audience {
  readonly group: Group | null;
  readonly chats: readonly { readonly chat: ChatId; readonly people: readonly Person[] }[];
  readonly unknown: readonly string[];
}

/** signal-cli's per-recipient result (`receive.SendMessageResult` in the swagger). */
export interface SendResult {
  readonly recipientAddress: {
    readonly uuid: string | null;
    readonly number: string | null;
    readonly username: string | null;
  };
  readonly groupId?: string;
  readonly type: 'SUCCESS' | 'UNREGISTERED_FAILURE' | 'IDENTITY_FAILURE' | 'RATE_LIMIT_FAILURE';
  readonly token?: string;
  readonly retryAfterSeconds?: number;
}

/** What Signal's server made of a send. */
export interface Attempt {
  /** Chats in which the message now exists, with the people it will reach (none when they block the account). */
  readonly delivered: readonly { readonly chat: ChatId; readonly people: readonly Person[] }[];
  readonly failures: readonly SendResult[];
}

/** Reads the recipients of a request. Throws the API's errors: mixed kinds, two groups, a group that is unknown, left or not yet usable. */
export function readAudience(world: World, recipients: readonly string[]): Audience {
  const read = recipients.map((text) => {
    const recipient = readRecipient(text);
    if (recipient.kind === 'invalid') throw new ApiError(400, recipient.error);
    return recipient;
  });
  const groups = read.flatMap((recipient) => (recipient.kind === 'group' ? [recipient.internalId] : []));
  const people = read.flatMap((recipient) => (recipient.kind === 'group' ? [] : [recipient]));
  const usernames = people.filter((recipient) => recipient.kind === 'username');
  refuseMixtures(groups.length, people.length - usernames.length, usernames.length);
  if (groups[0] !== undefined) {
    const group = usableGroup(world, groups[0]);
    const members = [...group.members].flatMap((aci) => world.people.get(aci) ?? []);
    return { group, chats: [{ chat: group.internalId, people: members }], unknown: [] };
  }
  const acis = people.map((recipient) => ({ text: recipient.value, aci: aciOf(world, recipient.value) }));
  return {
    group: null,
    chats: acis.flatMap(({ aci }) =>
      aci === null ? [] : [{ chat: aci, people: [world.people.get(aci) ?? []].flat() }],
    ),
    unknown: acis.flatMap(({ text, aci }) => (aci === null ? [text] : [])),
  };
}

/**
 * Tries every recipient. Throws when nobody got it: untrusted identities and rate limits have texts of their own, everything else is
 * "Failed to send message". A send that reached somebody is a success with failures.
 */
export function attempt(world: World, limits: Limits, audience: Audience): Attempt {
  const failures: SendResult[] = audience.unknown.map((text) => unknownRecipient(text));
  const delivered = audience.chats.flatMap(({ chat, people }) => {
    const reached = people.filter((member) => {
      const failure = refusal(limits, audience.group, member);
      if (failure !== null) failures.push(failure);
      return failure === null;
    });
    // A chat with nobody else in it (a note to self, an empty group) always works.
    if (people.length > 0 && reached.length === 0) return [];
    return [{ chat, people: reached.filter((member) => !member.blocksUs) }];
  });
  if (delivered.length === 0) throw totalFailure(world, failures);
  return { delivered, failures };
}

function refuseMixtures(groups: number, numbers: number, usernames: number): void {
  const split = 'cannot be specified together in one request! Please split them up into multiple REST API calls.';
  if (groups > 0 && numbers > 0) throw new ApiError(400, `Signal Messenger Groups and phone numbers ${split}`);
  if (groups > 0 && usernames > 0) throw new ApiError(400, `Signal Messenger Groups and usernames ${split}`);
  if (numbers > 0 && usernames > 0) throw new ApiError(400, `Signal Messenger phone numbers and usernames ${split}`);
  if (groups > 1) {
    const once = 'A signal message cannot be sent to more than one group at once!';
    throw new ApiError(400, `${once} Please use multiple REST API calls for that.`);
  }
}

function usableGroup(world: World, internalId: string): Group {
  const group = world.groups.get(internalId);
  if (group === undefined) throw new ApiError(400, `Group not found: ${internalId}`);
  if (world.settings.profileName === null)
    throw new ApiError(400, 'Cannot send message to group - please first update your profile.');
  const { aci } = world.account;
  if (!group.members.has(aci))
    throw new ApiError(400, `User is not a member in group: ${group.name} (${group.internalId})`);
  if (group.permissions.send_messages === 'only-admins' && !group.admins.has(aci))
    throw new ApiError(400, `User is not allowed to send messages in group: ${group.name} (${group.internalId})`);
  return group;
}

function refusal(limits: Limits, group: Group | null, member: Person): SendResult | null {
  const base = {
    recipientAddress: { uuid: member.aci, number: member.number, username: null },
    ...(group === null ? {} : { groupId: group.internalId }),
  };
  if (!member.registered) return { ...base, type: 'UNREGISTERED_FAILURE' };
  if (member.identity.trust === 'UNTRUSTED') return { ...base, type: 'IDENTITY_FAILURE' };
  // Being in one group is acquaintance enough for Signal's server: only private chats can be a first contact here.
  const refused = limits.check(member.aci, group === null && !member.hasWritten);
  return refused === null ? null : { ...base, type: 'RATE_LIMIT_FAILURE', ...refused };
}

function unknownRecipient(text: string): SendResult {
  const read = readRecipient(text);
  const uuid = read.kind === 'aci' ? text : null;
  const number = read.kind === 'number' ? text : null;
  return {
    recipientAddress: { uuid, number, username: uuid === null && number === null ? text : null },
    type: 'UNREGISTERED_FAILURE',
  };
}

function totalFailure(world: World, failures: readonly SendResult[]): ApiError {
  if (failures.every((failure) => failure.type === 'IDENTITY_FAILURE'))
    return new ApiError(400, 'Failed to send message due to untrusted identities');
  if (failures.every((failure) => failure.type === 'RATE_LIMIT_FAILURE'))
    return rateLimited(
      world,
      failures.map((failure) => failure.token ?? ''),
    );
  return new ApiError(400, 'Failed to send message');
}

/** The 429 of `/v2/send`. The wrapper keeps the tokens only: where Signal wants a wait instead, they are empty strings. */
export function rateLimited(world: World, tokens: readonly string[]): ApiError {
  const how =
    "Use the attached challenge tokens to lift the rate limit restrictions via the '/v1/accounts/{number}/rate-limit-challenge' endpoint.";
  return new ApiError(429, `Failed to send message due to rate limiting. ${how}`, {
    challenge_tokens: tokens,
    account: world.account.number,
  });
}

/** Every other route answers a rate limit with 400 and the bare text. */
export function withoutChallenge<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiError && error.status === 429)
      throw new ApiError(400, 'Failed to send message due to rate limiting');
    throw error;
  }
}
