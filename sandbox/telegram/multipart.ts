import type { Upload } from './params.ts';

/** What a multipart body holds: fields with their texts, files with their bytes. */
export interface Form {
  readonly values: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Upload>;
}

/**
 * Reads `multipart/form-data` as the Bot API's own server does (tdlib/td, HttpReader): header names in any case, parameters with or without
 * quotation marks, names in raw UTF-8. Node's reader is stricter and refuses what grammY sends. Undefined when the body is not one.
 */
export function readMultipart(contentType: string, body: Buffer): Form | undefined {
  const boundary = parameter(contentType, 'boundary');
  if (boundary === undefined || boundary === '') return undefined;
  const parts = split(body, boundary);
  if (parts === undefined) return undefined;
  const values = new Map<string, string>();
  const files = new Map<string, Upload>();
  for (const part of parts) {
    const end = part.indexOf('\r\n\r\n');
    const headers = readHeaders(end === -1 ? '' : part.subarray(0, end).toString('utf8'));
    const disposition = headers.get('content-disposition') ?? '';
    const name = parameter(disposition, 'name');
    if (!/^form-data\b/i.test(disposition) || name === undefined || name === '') return undefined;
    const content = part.subarray(end + 4);
    const file = parameter(disposition, 'filename');
    if (file === undefined) values.set(name, content.toString('utf8'));
    else files.set(name, { name: file, mime: headers.get('content-type') ?? '', bytes: new Uint8Array(content) });
  }
  return { values, files };
}

/** The parts between the delimiters; undefined when the first or the last delimiter is not where it must be. */
function split(body: Buffer, boundary: string): Buffer[] | undefined {
  const first = Buffer.from(`--${boundary}`);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  if (!body.subarray(0, first.length).equals(first)) return undefined;
  const parts: Buffer[] = [];
  let at = first.length;
  while (body.toString('latin1', at, at + 2) === '\r\n') {
    const next = body.indexOf(delimiter, at);
    if (next === -1) return undefined;
    // An empty part's headers would begin where its delimiter does.
    parts.push(body.subarray(at + 2, Math.max(next, at + 2)));
    at = next + delimiter.length;
  }
  return body.toString('latin1', at, at + 2) === '--' ? parts : undefined;
}

function readHeaders(text: string): Map<string, string> {
  return new Map(
    text.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** One parameter of a header; without quotation marks it ends at the next semicolon. */
function parameter(header: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[;\\s])${name}=(?:"([^"]*)"|([^;]*))`, 'i').exec(header);
  return found?.[1] ?? found?.[2]?.trim();
}
