import { ApiError, badRequest } from './errors.ts';
import { imageSize } from './images.ts';
import type { ImageSize } from './images.ts';
import type { Call, Method } from './methods/method.ts';
import type { Upload } from './params.ts';
import type { WireContent, WireFileRef } from './wire.ts';
import type { StoredFile, World } from './world.ts';

/** What a bot may send and fetch back, in bytes (Bot API 10.1: sendDocument 50 MB, sendPhoto 10 MB, getFile 20 MB). */
const MAX_UPLOAD = 50 * 1024 * 1024;
const MAX_PHOTO = 10 * 1024 * 1024;
const MAX_DOWNLOAD = 20 * 1024 * 1024;
/** A photo's width and height together, and one in proportion to the other (Bot API 10.1, sendPhoto). */
const MAX_PHOTO_SIDES = 10_000;
const MAX_PHOTO_RATIO = 20;

/** The platform tells a file's type by the ending of its name, whatever the request says (tdlib/td, MimeType). */
const TYPES: Readonly<Record<string, string>> = {
  '.ics': 'text/calendar',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain',
};

/** Keeps a file and gives it the identifiers the platform would. */
export function keepFile(world: World, folder: string, upload: Upload): StoredFile {
  const number = world.nextNumber();
  const dot = upload.name.lastIndexOf('.');
  const extension = dot > 0 ? upload.name.slice(dot).replace(/[^.\w]/g, '') : '';
  const file: StoredFile = {
    id: `BQACAgQAAxkBAAI${String(number).padStart(8, '0')}`,
    uniqueId: `AgAD${String(number).padStart(6, '0')}`,
    name: upload.name,
    mime: TYPES[extension.toLowerCase()] ?? (upload.mime === '' ? 'application/octet-stream' : upload.mime),
    path: `${folder}/file_${number}${extension}`,
    bytes: upload.bytes,
  };
  world.files.set(file.id, file);
  return file;
}

/** The file a parameter names: uploaded with the request, attached under another name, or known by its id. Addresses are never fetched. */
export function receiveFile(call: Call, name: 'document' | 'photo' | 'voice'): StoredFile {
  const value = call.params.values.get(name);
  const upload = call.params.files.get(
    value?.startsWith('attach://') === true ? value.slice('attach://'.length) : name,
  );
  if (upload !== undefined) return keepUpload(call, name, upload);
  if (value === undefined) throw badRequest(`there is no ${name} in the request`);
  if (/^https?:\/\//i.test(value)) throw badRequest('failed to get HTTP URL content');
  const file = call.world.files.get(value);
  if (file === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
  return file;
}

function keepUpload(call: Call, name: 'document' | 'photo' | 'voice', upload: Upload): StoredFile {
  const size = upload.bytes.length;
  if (size === 0) throw badRequest('file must be non-empty');
  if (size > MAX_UPLOAD) throw new ApiError(413, 'Request Entity Too Large');
  if (name === 'photo') {
    if (size > MAX_PHOTO)
      throw badRequest(`file of size ${size} bytes is too big for a photo; the maximum size is ${MAX_PHOTO} bytes`);
    checkSides(imageSize(upload.bytes));
  }
  return keepFile(call.world, name === 'voice' ? 'voice' : `${name}s`, upload);
}

function checkSides(sides: ImageSize | undefined): void {
  if (sides === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = sides;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > MAX_PHOTO_SIDES || ratio > MAX_PHOTO_RATIO) throw badRequest('PHOTO_INVALID_DIMENSIONS');
}

/** A file as messages refer to it. */
export function fileReference(file: StoredFile): WireFileRef {
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length };
}

/** A photo as messages show it: one size, the original's. */
export function photoSizes(file: StoredFile): NonNullable<WireContent['photo']> {
  return [{ ...fileReference(file), ...(imageSize(file.bytes) ?? { width: 800, height: 600 }) }];
}

function getFile({ world, params }: Call): unknown {
  const file = world.files.get(params.values.get('file_id') ?? '');
  if (file === undefined) throw badRequest('invalid file_id');
  if (file.bytes.length > MAX_DOWNLOAD) throw badRequest('file is too big');
  return { ...fileReference(file), file_path: file.path };
}

/** Fetching what people sent. */
export const fileMethods: Readonly<Record<string, Method>> = { getFile };

/** The file behind a download path. */
export function fileByPath(world: World, path: string): StoredFile | undefined {
  return [...world.files.values()].find((file) => file.path === path);
}
