import { ControlError } from '../kit/control.ts';
import { deleteOwn, editOwn, react, vote, write } from './acts.ts';
import type { Target, WriteInput } from './acts.ts';
import { groupSendId } from './ids.ts';
import { receipt } from './outgoing.ts';
import { addGroup, addPerson, announce, changeIdentity, moveMember, setOnline } from './people.ts';
import type { PersonInput } from './people.ts';
import type { Room, SendTwist } from './rest.ts';
import { settingsPatchSchema } from './settings.ts';
import type { SignalSettings } from './settings.ts';
import { call, errorFrame, ownDeviceWrites, pin, read, resend, setTimer, story, type, unreadable } from './signs.ts';
import type { FrameCounts } from './sockets.ts';
import { viewChat, waitForChat } from './view.ts';
import type { SeenChat } from './view.ts';
import { findGroup, person } from './world.ts';

/** Which chat is meant: a group by either of its ids; left out, the private one. */
type InChat = { readonly chat?: string | undefined };

/** A person in a test's hands. Every act returns the timestamp of what was sent, where one names it later. */
export interface PersonHandle {
  readonly aci: string;
  readonly number: string | null;
  readonly name: string;
  write(text: string | WriteInput, chat?: string): number;
  /** A recorded voice note; the bytes are made up unless given in base64. */
  voiceNote(input?: InChat & { readonly base64?: string | undefined }): number;
  react(input: InChat & Target & { readonly emoji: string; readonly remove?: boolean | undefined }): number;
  /** Options count from 0. */
  vote(input: InChat & Target & { readonly options: readonly number[] }): number;
  edit(input: InChat & { readonly timestamp: number; readonly text: string }): number;
  delete(input: InChat & { readonly timestamp: number }): number;
  type(input?: InChat & { readonly stopped?: boolean | undefined }): void;
  read(input: { readonly timestamps: readonly number[]; readonly viewed?: boolean | undefined }): void;
  /** A delivery receipt, for a product that was told to expect none. */
  acknowledge(timestamps: readonly number[]): void;
  setTimer(input: InChat & { readonly seconds: number }): number;
  pin(input: InChat & Target): void;
  story(input: { readonly text?: string | undefined }): void;
  call(): void;
  resend(input: InChat & { readonly timestamp: number }): void;
  unreadable(input?: { readonly type?: string | undefined; readonly message?: string | undefined }): void;
  setOnline(online: boolean): void;
  setRegistered(registered: boolean): void;
  /** They block the account, or let it through again. */
  block(blocked: boolean): void;
  changeIdentity(): void;
  /** The chat as they see it. */
  see(chat?: string): SeenChat;
  waitFor(predicate: (chat: SeenChat) => boolean, timeoutMs?: number, chat?: string): Promise<SeenChat>;
}

/** A group as the control API shows it. */
export interface GroupHandle {
  /** The id to send to. */
  readonly id: string;
  /** The id that arrives in frames. */
  readonly internalId: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** Everything a test can do to the emulated Signal, in process; the same acts are offered over HTTP. */
export interface SignalControl {
  /** The account's number: the product's `SIGNAL_NUMBER`. */
  readonly number: string;
  /** The account's own ACI, the author of what it sends. */
  readonly aci: string;
  addPerson(input: PersonInput): PersonHandle;
  person(aci: string): PersonHandle;
  people(): PersonHandle[];
  addGroup(name: string, members: readonly string[], admin?: string): GroupHandle;
  groups(): GroupHandle[];
  join(group: string, aci: string): void;
  leave(group: string, aci: string): void;
  rename(group: string, by: string, name: string): void;
  ownDeviceWrites(input: { readonly to: string; readonly text: string }): number;
  inject(frame: unknown): void;
  /** Sends bytes as they are: what is no JSON, or no frame. */
  injectRaw(data: string): void;
  errorFrame(message: string): void;
  sockets(): FrameCounts;
  dropSockets(): void;
  stallSockets(): void;
  setDown(down: boolean): void;
  /** Cuts everything and comes back at once: what was under way is lost. */
  restart(): void;
  nextSend(twist: SendTwist): void;
  settings(): SignalSettings;
  configure(patch: unknown): SignalSettings;
  challenges(): readonly string[];
  /** Asks for a captcha again at the next first contact. */
  relock(): void;
}

/** Half a second of nothing, named AAC: enough to be recognised as sound. */
const SILENCE = Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x01, 0x1f, 0xfc]).toString('base64');

/** The control of a room. Acts that cannot be done throw a ControlError. */
export function createControl(room: Room): SignalControl {
  const { world, sockets } = room;
  const handle = (aci: string): PersonHandle => personHandle(room, aci);
  return {
    number: world.account.number,
    aci: world.account.aci,
    addPerson: (input) => handle(addPerson(world, input).aci),
    person: handle,
    people: () => [...world.people.keys()].map(handle),
    addGroup: (name, members, admin) => groupHandle(room, addGroup(world, name, members, admin).internalId),
    groups: () => [...world.groups.keys()].map((id) => groupHandle(room, id)),
    join: (group, aci) => moveMember(world, sockets, group, aci, true),
    leave: (group, aci) => moveMember(world, sockets, group, aci, false),
    rename: (group, by, name) => {
      const found = findGroup(world, group);
      if (found === null) throw new ControlError(`there is no group ${group}`);
      found.name = name;
      announce(world, sockets, found, person(world, by));
    },
    ownDeviceWrites: (input) => ownDeviceWrites(world, sockets, input),
    inject: (frame) => sockets.emit({ method: 'raw', chat: world.account.number }, frame),
    injectRaw: (data) => sockets.emitRaw({ method: 'raw', chat: world.account.number }, data),
    errorFrame: (message) => errorFrame(world, sockets, message),
    sockets: () => sockets.counts(),
    dropSockets: () => sockets.drop(),
    stallSockets: () => sockets.stall(),
    setDown: (down) => sockets.setDown(down),
    restart: () => {
      sockets.setDown(true);
      sockets.setDown(false);
    },
    nextSend: (twist) => {
      room.twists.push(twist);
    },
    settings: () => ({ ...world.settings }),
    configure: (patch) => Object.assign(world.settings, settingsPatchSchema.parse(patch)),
    challenges: () => room.limits.pending(),
    relock: () => room.limits.relock(),
  };
}

function groupHandle(room: Room, internalId: string): GroupHandle {
  const group = findGroup(room.world, internalId);
  if (group === null) throw new ControlError(`there is no group ${internalId}`);
  return { id: groupSendId(internalId), internalId, name: group.name, members: [...group.members] };
}

function personHandle({ world, sockets }: Room, aci: string): PersonHandle {
  const { number, name } = person(world, aci);
  return {
    aci,
    number,
    name,
    write: (input, chat) => write(world, sockets, aci, typeof input === 'string' ? { text: input, chat } : input),
    voiceNote: (input = {}) =>
      write(world, sockets, aci, {
        chat: input.chat,
        files: [{ base64: input.base64 ?? SILENCE, voiceNote: true }],
      }),
    react: (input) => react(world, sockets, aci, input),
    vote: (input) => vote(world, sockets, aci, input),
    edit: (input) => editOwn(world, sockets, aci, input),
    delete: (input) => deleteOwn(world, sockets, aci, input),
    type: (input = {}) => type(world, sockets, aci, input),
    read: (input) => read(world, sockets, aci, input),
    acknowledge: (timestamps) => receipt(world, sockets, person(world, aci), 'isDelivery', timestamps),
    setTimer: (input) => setTimer(world, sockets, aci, input),
    pin: (input) => pin(world, sockets, aci, input),
    story: (input) => story(world, sockets, aci, input),
    call: () => call(world, sockets, aci),
    resend: (input) => resend(world, sockets, aci, input),
    unreadable: (input = {}) => unreadable(world, sockets, aci, input),
    setOnline: (online) => setOnline(world, sockets, aci, online),
    setRegistered: (registered) => {
      person(world, aci).registered = registered;
    },
    block: (blocked) => {
      person(world, aci).blocksUs = blocked;
    },
    changeIdentity: () => changeIdentity(world, aci),
    see: (chat) => viewChat(world, aci, chat),
    waitFor: (predicate, timeoutMs = 5000, chat) => waitForChat(world, aci, chat, predicate, timeoutMs),
  };
}
