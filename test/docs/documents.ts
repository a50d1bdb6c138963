import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Every document, by its path from the root. */
export function documents(): string[] {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`);
  const atRoot = readdirSync(root).filter((name) => name.endsWith('.md'));
  return [...atRoot, ...inDocs].toSorted();
}

/** What a text links to within the repository: paths from the root, each with the heading it names, if any. */
export function linksOf(path: string): { readonly to: string; readonly heading: string | null }[] {
  return [...textOf(path).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, target = '', heading]) => ({
    to: target === '' ? path : normalize(join(dirname(path), target)),
    heading: heading ?? null,
  }));
}

/** Files and folders of the repository that a text names in code type: whatever has a slash or an extension of ours. */
export function pathsIn(path: string): string[] {
  const named = [...textOf(path).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return named.filter((code) => /^[a-z0-9.][\w.-]*(\/[\w.-]+)*\/?$/i.test(code) && isPath(code));
}

const folders = new Set(
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name),
);

function isPath(code: string): boolean {
  const [first = ''] = code.split('/');
  return code.includes('/') ? folders.has(first) : /\.(ts|md|lua)$/.test(code);
}

/** Whether the repository has such a file or folder. */
export function isThere(path: string): boolean {
  return existsSync(join(root, path));
}

/** The anchors of a document's headings, as code hosts make them. */
export function anchorsOf(path: string): string[] {
  return [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What buttons may say in French, one pattern for each text of a line; where the text has a placeholder, anything stands. */
export function labelsOf(): RegExp[] {
  const files = readdirSync(join(root, 'locales/fr')).map((name) => textOf(`locales/fr/${name}`));
  const texts = files.flatMap((file) => [...file.matchAll(/^[a-z0-9-]+ = (.+)$/gm)].map(([, text = '']) => text));
  return texts
    .map((text) => text.split(/\{[^}]*\}/))
    .filter((pieces) => pieces.some((piece) => /\p{L}{3}/u.test(piece)))
    .map(
      (pieces) =>
        new RegExp(
          `^${pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+')}$`,
          'u',
        ),
    );
}

/** The blocks of a guide that show a chat: what is typed, pressed or done first, and the lines that are then on the screen. */
export function chatsIn(path: string): { readonly begins: string; readonly shows: readonly string[] }[] {
  const blocks = textOf(path)
    .split('```')
    .filter((_, index) => index % 2 === 1);
  return blocks.map((block) => {
    const [begins = '', ...shows] = block.split('\n').filter((line) => line !== '');
    return { begins, shows };
  });
}
