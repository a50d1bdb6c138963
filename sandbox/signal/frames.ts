import type { Content, Entry, Group, Person, Quote, StoredFile } from './model.ts';
import type { World } from './world.ts';

/** JSON as it goes on the wire. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * The frame of something a person's phone sent: signal-cli's envelope. Fields without a value are null where signal-cli writes null (number,
 * message) and absent where it leaves them out.
 */
export function envelopeFrame(world: World, from: Person, timestamp: number, body: Json): Json {
  return {
    envelope: { ...sender(from), sourceName: shownName(from), sourceDevice: 1, ...times(world, timestamp), ...body },
    account: world.account.number,
  };
}

/** The frame of something the account's own other device sent. */
export function ownDeviceFrame(world: World, timestamp: number, syncMessage: Json): Json {
  const { number, aci } = world.account;
  const source = { source: number, sourceNumber: number, sourceUuid: aci, sourceName: world.settings.profileName };
  return { envelope: { ...source, sourceDevice: 2, ...times(world, timestamp), syncMessage }, account: number };
}

/** The frame of something signal-cli could not read: who and when are known, the content is not. */
export function exceptionFrame(world: World, from: Person, timestamp: number, type: string, message: string): Json {
  return { exception: { message, type }, ...envelopeFrame(world, from, timestamp, {}) };
}

/** `dataMessage` with its ever-present fields; `extra` adds the others. `message` is null when there is no text. */
export function dataMessage(world: World, chat: string, timestamp: number, extra: Json, expiresInSeconds = 0): Json {
  const group = world.groups.get(chat);
  return {
    timestamp,
    message: null,
    expiresInSeconds,
    isExpirationUpdate: false,
    viewOnce: false,
    ...extra,
    ...(group === undefined ? {} : { groupInfo: groupInfo(group, 'DELIVER') }),
  };
}

/** `groupInfo`: the internal id, which is not the id to send to. */
export function groupInfo(group: Group, type: 'DELIVER' | 'UPDATE'): Json {
  return { groupId: group.internalId, groupName: group.name, revision: group.revision, type };
}

/** The parts of a `dataMessage` that a message's content fills. */
export function contentFields(world: World, content: Content): Json {
  return {
    message: content.text === '' ? null : content.text,
    viewOnce: content.viewOnce,
    ...(content.quote === null ? {} : { quote: quoteFields(world, content.quote) }),
    ...(content.mentions.length === 0 ? {} : { mentions: content.mentions.map((each) => mentionFields(world, each)) }),
    ...(content.files.length === 0 ? {} : { attachments: content.files.map((file) => attachmentFields(file)) }),
    ...(content.sticker === null ? {} : { sticker: content.sticker }),
    ...(content.contact === null ? {} : { contacts: [contactFields(content.contact)] }),
    ...(content.preview === null ? {} : { previews: [{ ...content.preview, image: null }] }),
    ...(content.styles.length === 0 ? {} : { textStyles: content.styles }),
    ...(content.poll === null
      ? {}
      : {
          pollCreate: {
            question: content.poll.question,
            allowMultiple: content.poll.multiple,
            options: content.poll.options,
          },
        }),
  };
}

/** `reaction`, `pinMessage` and the like name their target this way. */
export function targetFields(world: World, target: Entry, timestamp = target.timestamp): Json {
  const address = addressOf(world, target.author);
  return {
    targetAuthor: address.number ?? address.uuid,
    targetAuthorNumber: address.number,
    targetAuthorUuid: address.uuid,
    targetSentTimestamp: timestamp,
  };
}

/** `pollVote`: `author` is the poll's author, not the voter's; the indexes count from 0. */
export function voteFields(world: World, poll: Entry, options: readonly number[], voteCount: number): Json {
  const { number, uuid } = addressOf(world, poll.author);
  const target = { author: number ?? uuid, authorNumber: number, authorUuid: uuid };
  return { ...target, targetSentTimestamp: poll.timestamp, optionIndexes: options, voteCount };
}

/** How the account sees somebody: no number when they do not share it. The account itself is known by both. */
export function addressOf(world: World, aci: string): { number: string | null; uuid: string } {
  if (aci === world.account.aci) return { number: world.account.number, uuid: aci };
  const known = world.people.get(aci);
  return { number: known?.sharesNumber === true ? known.number : null, uuid: aci };
}

/** The name the account sees: the one it gave, else the profile's. */
export function shownName(someone: Person): string {
  return someone.contactName ?? someone.name;
}

function sender(from: Person): Json {
  const number = from.sharesNumber ? from.number : null;
  return { source: number ?? from.aci, sourceNumber: number, sourceUuid: from.aci };
}

/** The server's own times lie a little after the sender's. */
function times(world: World, timestamp: number): Json {
  const received = Math.max(world.kit.clock.now(), timestamp) + 40;
  return { timestamp, serverReceivedTimestamp: received, serverDeliveredTimestamp: received + 5 };
}

function quoteFields(world: World, quote: Quote): Json {
  const { number, uuid } = addressOf(world, quote.author);
  const author = { author: number ?? uuid, authorNumber: number, authorUuid: uuid };
  return { id: quote.timestamp, ...author, text: quote.text, attachments: [] };
}

function mentionFields(world: World, mention: Content['mentions'][number]): Json {
  const { number, uuid } = addressOf(world, mention.author);
  const known = world.people.get(mention.author);
  const name = known === undefined ? (world.settings.profileName ?? number ?? uuid) : shownName(known);
  return { name, number, uuid, start: mention.start, length: mention.length };
}

/** No flag tells a voice note from a sound file: signal-cli does not pass it on. A voice note has no file name. */
function attachmentFields(file: StoredFile): Json {
  const size = { width: null, height: null, caption: null, uploadTimestamp: null };
  return { contentType: file.contentType, filename: file.filename, id: file.id, size: file.bytes.length, ...size };
}

function contactFields(contact: { name: string; number: string }): Json {
  return {
    name: { nickname: null, given: contact.name, family: null, prefix: null, suffix: null, middle: null },
    phone: [{ value: contact.number, type: 'MOBILE', label: null }],
  };
}
