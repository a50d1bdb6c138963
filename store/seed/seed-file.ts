import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a file of a seed gave: its value when it could be read, and one line for each thing wrong with it. */
interface FileRead<T> {
  readonly value: T;
  readonly problems: readonly string[];
}

/** The rows of a file: the valid ones, and every id written in it, so that a faulty row does not make others look lost. */
export interface Rows<T> {
  readonly rows: readonly T[];
  readonly ids: ReadonlySet<string>;
}

interface JsonRead {
  readonly json: unknown;
  readonly problem: string | null;
}

/** Reads a file that holds one object. A missing file is a problem; the value is null whenever there is one. */
export async function readObject<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<FileRead<T | null>> {
  const read = await readJson(folder, file, true);
  if (read.problem !== null) return { value: null, problems: [read.problem] };
  const parsed = schema.safeParse(read.json);
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { value: null, problems: issuesOf(parsed.error).map((issue) => `${file}: ${issue}`) };
}

/** Reads a file that holds a list of rows with ids. When `required` is false a missing file is an empty list. */
export async function readRows<T extends { id: string }>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  required: boolean,
): Promise<FileRead<Rows<T>>> {
  const read = await readJson(folder, file, required);
  if (read.problem !== null) return { value: { rows: [], ids: new Set() }, problems: [read.problem] };
  const list = z.array(z.unknown()).safeParse(read.json);
  if (!list.success) return { value: { rows: [], ids: new Set() }, problems: [`${file}: must be a list of rows`] };
  return rowsOf(file, list.data, schema);
}

function rowsOf<T extends { id: string }>(
  file: string,
  list: readonly unknown[],
  schema: z.ZodType<T>,
): FileRead<Rows<T>> {
  const rows: T[] = [];
  const ids = new Set<string>();
  const problems: string[] = [];
  for (const [index, raw] of list.entries()) {
    const id = writtenId(raw);
    const label = `${file}: ${id ?? `row ${index + 1}`}`;
    if (id !== null && ids.has(id)) problems.push(`${label}: id: appears more than once`);
    if (id !== null) ids.add(id);
    const parsed = schema.safeParse(raw);
    if (parsed.success) rows.push(parsed.data);
    else problems.push(...issuesOf(parsed.error).map((issue) => `${label}: ${issue}`));
  }
  return { value: { rows, ids }, problems };
}

function writtenId(raw: unknown): string | null {
  const parsed = z.looseObject({ id: z.string().min(1) }).safeParse(raw);
  return parsed.success ? parsed.data.id : null;
}

/** One line per issue, `field: what is wrong`; a key that nobody asked for is named as the field. */
function issuesOf(error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    if (unknown.length > 0) return unknown.map((key) => `${[...issue.path, key].join('.')}: is not a known field`);
    return [issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`];
  });
}

async function readJson(folder: string, file: string, required: boolean): Promise<JsonRead> {
  const bytes = await readFile(join(folder, file)).catch((error: unknown) => errorCode(error));
  if (bytes === 'ENOENT')
    return required ? { json: null, problem: `${file}: is missing` } : { json: [], problem: null };
  if (typeof bytes === 'string') return { json: null, problem: `${file}: cannot be read (${bytes})` };
  const text = decode(bytes);
  if (text === null) return { json: null, problem: `${file}: is not UTF-8 text` };
  try {
    return { json: JSON.parse(text), problem: null };
  } catch (error) {
    return { json: null, problem: `${file}: is not valid JSON: ${whereIn(text, error)}` };
  }
}

/** UTF-8 with or without a byte order mark; null for anything else, so that accents are never silently lost. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The parser's own words on one line, with the line number when it tells the position. */
function whereIn(text: string, error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? message : `line ${text.slice(0, Number(position)).split('\n').length}: ${message}`;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
