import { badRequest } from './errors.ts';
import { asObject, optionalString, prefixed, requiredInteger, requiredString } from './fields.ts';
import { checkUrl } from './urls.ts';
import type { WireEntity, WireUser } from './wire.ts';

/** A text and its spans, offsets in UTF-16 code units. */
export interface Formatted {
  readonly text: string;
  readonly entities: readonly WireEntity[];
}

/** Types the platform finds by itself: it accepts them from a bot and looks again. */
const AUTOMATIC: ReadonlySet<string> = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
]);
const STYLES: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
]);
const MAX_OFFSET = 1_000_000;

const say = prefixed("can't parse MessageEntity");

/** Reads the entities a bot sent with its text; `userById` resolves text mentions. Throws what the platform answers to a bad one. */
export function readEntities(
  value: unknown,
  text: string,
  userById: (id: number) => WireUser | undefined,
): readonly WireEntity[] {
  if (!Array.isArray(value)) return [];
  const entities: WireEntity[] = [];
  for (const item of value) {
    const object = asObject(item, say('MessageEntity must be an Object'));
    const type = requiredString(object, 'type', say);
    const offset = requiredInteger(object, 'offset', say);
    const length = requiredInteger(object, 'length', say);
    const details = readDetails(type, object, userById);
    if (details === undefined) continue;
    checkRange(text, offset, length);
    if (length > 0) entities.push({ type, offset, length, ...details });
  }
  return sortEntities(entities);
}

/** What an entity carries besides its place; undefined for the types the platform finds by itself. */
function readDetails(
  type: string,
  object: Readonly<Record<string, unknown>>,
  userById: (id: number) => WireUser | undefined,
): Partial<WireEntity> | undefined {
  if (AUTOMATIC.has(type)) return undefined;
  if (STYLES.has(type)) return {};
  if (type === 'pre') {
    const language = optionalString(object, 'language', say);
    return language === undefined || language === '' ? {} : { language };
  }
  if (type === 'text_link') return { url: checkUrl('entity URL', requiredString(object, 'url', say)) };
  if (type === 'text_mention') {
    if (object['user'] === undefined) throw say(`Can't find field "user"`);
    const user = userById(
      requiredInteger(asObject(object['user'], say('Field "user" must be of type Object')), 'id', say),
    );
    if (user === undefined) throw badRequest('user not found');
    return { user };
  }
  if (type === 'custom_emoji') {
    const id = requiredString(object, 'custom_emoji_id', say);
    if (!/^\d{1,19}$/.test(id) || BigInt(id) > 9223372036854775807n)
      throw say('Field "custom_emoji_id" must be a valid Number');
    return { custom_emoji_id: id };
  }
  if (type === 'date_time') {
    const format = optionalString(object, 'date_time_format', say);
    return {
      unix_time: requiredInteger(object, 'unix_time', say),
      ...(format === undefined ? {} : { date_time_format: format }),
    };
  }
  throw say('Unsupported type specified');
}

function checkRange(text: string, offset: number, length: number): void {
  if (offset < 0 || offset > MAX_OFFSET) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0 || length > MAX_OFFSET) throw badRequest(`receive an entity with incorrect length ${length}`);
  if (offset > text.length) throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  if (splitsPair(text, offset))
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, offset)}`);
  const end = offset + length;
  const where = `entity beginning at UTF-16 offset ${offset} ends`;
  if (end > text.length) throw badRequest(`${where} after the end of the text at UTF-16 offset ${end}`);
  if (splitsPair(text, end))
    throw badRequest(`${where} in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, end)}`);
}

function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** How many bytes of UTF-8 come before an index: the platform's parse errors speak of bytes. */
export function bytesBefore(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}

/** In order of place, longer first: the order in which the platform returns them. */
export function sortEntities(entities: readonly WireEntity[]): readonly WireEntity[] {
  return [...entities].sort((left, right) => left.offset - right.offset || right.length - left.length);
}

/** What the platform does to every text: control characters become spaces, both ends are trimmed, spans follow. */
export function tidy({ text, entities }: Formatted): Formatted {
  // oxlint-disable-next-line no-control-regex -- the platform replaces exactly these
  const cleaned = text.replace(/\r/g, '').replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ');
  const shift = cleaned.length - cleaned.trimStart().length;
  const trimmed = cleaned.trim();
  const moved = entities.flatMap((entity) => {
    const offset = Math.max(0, entity.offset - shift);
    const end = Math.min(trimmed.length, entity.offset + entity.length - shift);
    return end > offset ? [{ ...entity, offset, length: end - offset }] : [];
  });
  return { text: trimmed, entities: moved };
}

/** How long the platform finds a text: it counts characters (code points), though it places entities in UTF-16 code units. */
export function characters(text: string): number {
  return Array.from(text).length;
}
