import { strictBase64 } from './ids.ts';
import type { StoredFile } from './model.ts';
import { ApiError } from './rest.ts';
import type { World } from './world.ts';

/** Endings signal-cli gives to stored files; anything else is `bin`. */
const ENDINGS: Readonly<Record<string, string>> = {
  'audio/aac': 'aac',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/calendar': 'ics',
};

const MAGIC: readonly (readonly [string, string])[] = [
  ['89504e47', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['25504446', 'application/pdf'],
  ['47494638', 'image/gif'],
  ['4f676753', 'audio/ogg'],
  ['504b0304', 'application/zip'],
  ['fff1', 'audio/aac'],
];

/** A file as a test gives it; bytes in base64. A voice note is `audio/aac` without a name unless told otherwise. */
export interface FileInput {
  readonly base64: string;
  readonly contentType?: string | undefined;
  readonly filename?: string | undefined;
  readonly voiceNote?: boolean | undefined;
}

/** Makes a received file and keeps it on the container's volume, where it stays until it is deleted. */
export function storeReceived(world: World, input: FileInput): StoredFile {
  const bytes = Buffer.from(input.base64, 'base64');
  const contentType = input.contentType ?? (input.voiceNote === true ? 'audio/aac' : detect(bytes));
  const file = {
    id: `${world.ids.file()}.${ENDINGS[contentType] ?? 'bin'}`,
    contentType,
    filename: input.filename ?? null,
    bytes,
    voiceNote: input.voiceNote ?? false,
  };
  world.files.set(file.id, file);
  return file;
}

/**
 * Reads one entry of `base64_attachments` as the wrapper does (src/client/attachment.go): plain base64, or a data URI whose fields are parted
 * by semicolons, `filename=` among them. Throws the wrapper's error on anything else. What is sent is not kept on the volume.
 */
export function readOutgoing(world: World, text: string): StoredFile {
  const marker = text.lastIndexOf('base64,');
  const isUri = marker > 0 && text.includes('data:');
  const fields = isUri ? text.slice(0, marker - 1).split(';') : [];
  const bytes = decode(isUri ? text.slice(marker + 'base64,'.length) : text);
  const filename = field(fields, 'filename=');
  // The wrapper puts the file under that name into a folder of its own, and there is no folder within it.
  if (filename?.includes('/') === true)
    throw new ApiError(400, `open /tmp/signal-cli-rest-api/${world.ids.file()}/${filename}: no such file or directory`);
  return {
    id: world.ids.file(),
    contentType: field(fields, 'data:') ?? detect(bytes),
    filename,
    bytes,
    voiceNote: false,
  };
}

function field(fields: readonly string[], key: string): string | null {
  const value = fields.findLast((each) => each.startsWith(key))?.slice(key.length);
  return value === undefined || value === '' ? null : value;
}

/** Go's standard encoding: line ends are skipped, padding is needed, and the error names the byte at which it gave up. */
function decode(text: string): Buffer {
  if (text === '') throw new ApiError(400, 'The base64 data does not exist.');
  const bytes = strictBase64(text.replaceAll(/[\r\n]/g, ''));
  if (bytes !== null) return bytes;
  const wrong = text.search(/[^A-Za-z0-9+/\r\n]/);
  throw new ApiError(
    400,
    `illegal base64 data at input byte ${wrong === -1 ? text.length - (text.length % 4) : wrong}`,
  );
}

/** The type by the first bytes; text when they are all printable. */
export function detect(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  const known = MAGIC.find(([magic]) => hex.startsWith(magic));
  if (known !== undefined) return known[1];
  const printable = bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
  return printable ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}
