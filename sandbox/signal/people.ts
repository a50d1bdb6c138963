import { ControlError } from '../kit/control.ts';
import { dataMessage, envelopeFrame, exceptionFrame, groupInfo } from './frames.ts';
import type { Json } from './frames.ts';
import { createGroup } from './groups.ts';
import { groupSendId } from './ids.ts';
import type { ChatId, Group, Person } from './model.ts';
import { effect, receipts } from './outgoing.ts';
import type { Sockets } from './sockets.ts';
import { chatName, findGroup, person } from './world.ts';
import type { World } from './world.ts';

/** A person as a test describes them; whatever is left out is made up, always the same way. */
export interface PersonInput {
  readonly name: string;
  readonly aci?: string | undefined;
  readonly number?: string | undefined;
  readonly online?: boolean | undefined;
  readonly sharesNumber?: boolean | undefined;
  readonly registered?: boolean | undefined;
  readonly readReceipts?: boolean | undefined;
  /** True when an earlier conversation is to be assumed, so that sending to them is no first contact. */
  readonly hasWritten?: boolean | undefined;
}

/** Adds somebody to the network. Throws a ControlError when the ACI or number is taken. */
export function addPerson(world: World, input: PersonInput): Person {
  const aci = (input.aci ?? world.ids.aci()).toLowerCase();
  const taken = input.number !== undefined && world.byNumber.has(input.number);
  if (taken || world.people.has(aci)) throw new ControlError('somebody has that ACI or number already');
  const someone: Person = {
    aci,
    number: input.number ?? null,
    name: input.name,
    sharesNumber: input.sharesNumber ?? input.number !== undefined,
    online: input.online ?? true,
    registered: input.registered ?? true,
    blocksUs: false,
    hasWritten: input.hasWritten ?? false,
    readReceipts: input.readReceipts ?? true,
    identity: newIdentity(world, 'TRUSTED_UNVERIFIED'),
    contactName: null,
    expiresInSeconds: 0,
    waitingReceipts: [],
    heldFrames: [],
  };
  world.people.set(aci, someone);
  if (someone.number !== null) world.byNumber.set(someone.number, aci);
  return someone;
}

/** Switches a phone on or off. What it missed is acknowledged when it comes back, in one receipt. */
export function setOnline(world: World, sockets: Sockets, aci: string, online: boolean): void {
  const someone = person(world, aci);
  someone.online = online;
  const missed = online ? someone.waitingReceipts.splice(0) : [];
  if (missed.length > 0) receipts(world, sockets, someone, missed);
  world.changed();
}

/** A new phone: the safety number changes. Until it is trusted, sends to them fail and what they write arrives as an exception without content. */
export function changeIdentity(world: World, aci: string): void {
  person(world, aci).identity = newIdentity(world, 'UNTRUSTED');
}

/** Trusts somebody's present key; what could not be read in the meantime comes out now. */
export function trustIdentity(someone: Person, verified: boolean): void {
  someone.identity.trust = verified ? 'TRUSTED_VERIFIED' : 'TRUSTED_UNVERIFIED';
  for (const release of someone.heldFrames.splice(0)) release();
}

/**
 * Hands something a person sent to the account: an ordinary frame, or an exception frame with the content kept back while their key is not
 * trusted. Writing makes them known: later sends to them are no first contact. A group that was blocked or left is silent.
 */
export function arrive(
  world: World,
  sockets: Sockets,
  from: Person,
  chat: ChatId,
  message: { method: string; timestamp: number; body: Json; text?: string },
): void {
  from.hasWritten = true;
  const group = world.groups.get(chat);
  if (group?.blocked === true || group?.members.has(world.account.aci) === false) return;
  const note = {
    method: message.method,
    chat: chatName(world, chat),
    ...(message.text === undefined ? {} : { text: message.text }),
  };
  const hand = (): void => sockets.emit(note, envelopeFrame(world, from, message.timestamp, message.body));
  if (from.identity.trust !== 'UNTRUSTED') return hand();
  from.heldFrames.push(hand);
  const problem = `org.signal.libsignal.protocol.UntrustedIdentityException: untrusted identity for address ${from.aci}`;
  const frame = exceptionFrame(world, from, message.timestamp, 'UntrustedIdentityException', problem);
  return sockets.emit({ method: 'exception', chat: note.chat }, frame);
}

/** A group the account has been put into: by default its members' only admin, or an ordinary member when `admin` names somebody else. */
export function addGroup(world: World, name: string, members: readonly string[], admin?: string): Group {
  const acis = members.map((aci) => person(world, aci).aci);
  const group = createGroup(world, name, acis);
  if (admin !== undefined) {
    if (!group.members.has(admin)) throw new ControlError('the admin is not a member');
    group.admins.clear();
    group.admins.add(admin);
  }
  return group;
}

/**
 * Somebody joins or leaves a group on their own: the account hears of it as a group update without content. With the account's own ACI, another
 * member throws it out: the update is the last it hears of the group.
 */
export function moveMember(world: World, sockets: Sockets, groupId: string, aci: string, joins: boolean): void {
  const group = findGroup(world, groupId);
  if (group === null) throw new ControlError(`there is no group ${groupId}`);
  if (aci === world.account.aci) {
    const other = [...group.members].find((member) => member !== aci);
    if (other === undefined) throw new ControlError('nobody else is in the group');
    if (joins) group.members.add(aci);
    announce(world, sockets, group, person(world, other));
    if (!joins) group.members.delete(aci);
    return;
  }
  const someone = person(world, aci);
  if (joins) group.members.add(aci);
  else {
    group.members.delete(aci);
    group.admins.delete(aci);
  }
  announce(world, sockets, group, someone);
}

/** A change of a group made by one of its members, as it reaches the account. */
export function announce(world: World, sockets: Sockets, group: Group, by: Person): void {
  group.revision += 1;
  const timestamp = world.stamp();
  const message = dataMessage(world, group.internalId, timestamp, {}, group.expiresInSeconds);
  const body = { dataMessage: { ...message, groupInfo: groupInfo(group, 'UPDATE') } };
  arrive(world, sockets, by, group.internalId, { method: 'group update', timestamp, body });
  effect(world, 'group update', group.internalId, { id: groupSendId(group.internalId), members: [...group.members] });
}

function newIdentity(world: World, trust: Person['identity']['trust']): Person['identity'] {
  return {
    fingerprint: world.ids.fingerprint(),
    safetyNumber: world.ids.safetyNumber(),
    trust,
    added: world.kit.clock.now(),
  };
}
