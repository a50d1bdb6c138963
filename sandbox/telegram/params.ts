import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { badRequest } from './errors.ts';
import { readMultipart } from './multipart.ts';

/** A file that came with a request. */
export interface Upload {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/**
 * A request's parameters as the platform reads them: whatever the encoding (query, form, multipart, JSON), every value is a string, and
 * structured values are JSON inside it. Absent and empty are the same.
 */
export interface Params {
  readonly values: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Upload>;
}

/** The platform's limit for a whole request: 50 MB of file and a little around it. */
const MAX_BODY_BYTES = 52 * 1024 * 1024;

/** Reads query string and body. Throws an ApiError when the body is not what its content type says. */
export async function readParams(context: Context<{ Bindings: HttpBindings }>): Promise<Params> {
  const values = new Map<string, string>(Object.entries(context.req.query()));
  const files = new Map<string, Upload>();
  const type = (context.req.header('content-type') ?? '').toLowerCase();
  if (type.startsWith('application/json')) {
    for (const [name, value] of Object.entries(parseJsonBody(await context.req.text())))
      values.set(name, asString(value));
  } else if (type.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(await context.req.text())) values.set(name, value);
  } else if (type.startsWith('multipart/form-data')) {
    await readForm(context, values, files);
  }
  for (const [name, value] of values) {
    if (/\p{Surrogate}/u.test(value)) throw badRequest('strings must be encoded in UTF-8');
    if (value === '') values.delete(name);
  }
  return { values, files };
}

async function readForm(
  context: Context<{ Bindings: HttpBindings }>,
  values: Map<string, string>,
  files: Map<string, Upload>,
): Promise<void> {
  const body = Buffer.from(await context.req.arrayBuffer());
  if (body.length > MAX_BODY_BYTES) throw badRequest('file is too big');
  const form = readMultipart(context.req.header('content-type') ?? '', body);
  if (form === undefined) throw badRequest("can't parse request");
  for (const [name, value] of form.values) values.set(name, value);
  for (const [name, file] of form.files) files.set(name, file);
}

function parseJsonBody(text: string): Readonly<Record<string, unknown>> {
  const parsed = parseJson(text);
  if (!isRecord(parsed)) throw badRequest("can't parse JSON object");
  return parsed;
}

function asString(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

/** JSON, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Whether a value is a plain JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A whole number; undefined when absent or not one. */
export function integer(params: Params, name: string): number | undefined {
  const text = params.values.get(name);
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** The platform's booleans: true, 1, yes, y, t. */
export function flag(params: Params, name: string): boolean {
  return ['true', '1', 'yes', 'y', 't'].includes((params.values.get(name) ?? '').toLowerCase());
}

/** A JSON value inside a parameter; undefined when absent; a 400 naming what was expected when it is no JSON. */
export function json(params: Params, name: string, expected: string): unknown {
  const text = params.values.get(name);
  if (text === undefined) return undefined;
  const value = parseJson(text);
  if (value === undefined) throw badRequest(`can't parse ${expected} JSON object`);
  return value;
}

/** The parameters that hold JSON. */
const STRUCTURED: ReadonlySet<string> = new Set([
  'reply_markup',
  'entities',
  'caption_entities',
  'reply_parameters',
  'link_preview_options',
  'commands',
  'scope',
  'reaction',
  'options',
  'allowed_updates',
  'message_ids',
]);

/** The parameters as the ledger keeps them: structured values parsed, numbers as numbers in ids, files by name and size. */
export function describe(params: Params): Readonly<Record<string, unknown>> {
  const described: Record<string, unknown> = {};
  for (const [name, value] of params.values) {
    const structured = STRUCTURED.has(name) ? parseJson(value) : undefined;
    const isNumber = /^-?\d{1,15}$/.test(value) && (name === 'chat_id' || name === 'message_id' || name === 'user_id');
    described[name] = structured ?? (isNumber ? Number(value) : value);
  }
  for (const [name, file] of params.files)
    described[fieldOf(params, name)] = { file_name: file.name, size: file.bytes.length };
  return described;
}

/** The parameter a file was sent for: its own name, or the one that says `attach://` and that name. */
function fieldOf(params: Params, name: string): string {
  return [...params.values].find(([, value]) => value === `attach://${name}`)?.[0] ?? name;
}
