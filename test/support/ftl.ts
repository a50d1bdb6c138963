import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale } from '../../domain/schemas.ts';

const root = join(import.meta.dirname, '..', '..');

/** One text as it stands in its file, with the arguments it names. */
export interface Message {
  readonly key: string;
  readonly pattern: string;
  readonly takes: readonly string[];
}

/** Every message of a language, in the order of its files. */
export function messagesOf(locale: Locale): Message[] {
  const folder = join(root, 'locales', locale);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .flatMap((name) => read(readFileSync(join(folder, name), 'utf8')));
}

function read(source: string): Message[] {
  const blocks = source.split(/\n(?=[a-z])/);
  return blocks.flatMap((block) => {
    const [, key, pattern = ''] = /^([a-z][a-z0-9-]*) =([\s\S]*)$/.exec(block) ?? [];
    if (key === undefined) return [];
    const takes = [...new Set([...pattern.matchAll(/\$([a-z]+)/gi)].map((match) => match[1] ?? ''))].toSorted();
    return [{ key, pattern, takes }];
  });
}

/** Our own code that may name texts: all of it but the texts, the tests and the emulated platforms. */
export function productSources(): { readonly path: string; readonly source: string }[] {
  const folders = ['agency', 'bot', 'cli', 'conversations', 'core', 'domain', 'jobs', 'web', 'store', 'demo'];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ path: join(folder, path), source: readFileSync(join(root, folder, path), 'utf8') })),
  );
}
