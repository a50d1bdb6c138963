import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { type Locale } from '../domain/schemas.ts';
import { permanent } from '../core/errors.ts';
import { charactersOf, type Span, type Text } from '../core/text.ts';
import { type TextArguments, type Texts, type TextsOf } from '../core/texts.ts';

/** Stands for an argument while the pattern's own markup is read; private use characters that no pattern contains. */
const firstMark = 0xe000;

/** Reads every `.ftl` file of both languages. Markup is ours alone: `**bold**` in patterns, never in what fills them. */
export function loadTexts(): TextsOf {
  const bundles = { fr: loadBundle('fr'), en: loadBundle('en') };
  const built = { fr: textsOf('fr', bundles.fr), en: textsOf('en', bundles.en) };
  return (locale) => built[locale];
}

function loadBundle(locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const folder = new URL(`${locale}/`, import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    const problems = bundle.addResource(new FluentResource(readFileSync(new URL(file, folder), 'utf8')));
    if (problems.length > 0) throw permanent('texts.duplicate', `${locale}/${file}: ${problems[0]?.message ?? ''}`);
  }
  return bundle;
}

function textsOf(locale: Locale, bundle: FluentBundle): Texts {
  const say = (key: string, args: TextArguments = {}): Text => fill(bundle, key, args);
  return { locale, say, label: (key, args) => charactersOf(say(key, args)), has: (key) => bundle.hasMessage(key) };
}

function fill(bundle: FluentBundle, key: string, args: TextArguments): Text {
  const pattern = bundle.getMessage(key)?.value;
  if (pattern === undefined || pattern === null) throw permanent('texts.missing', `no text named ${key}`);
  const inserts: Text[] = [];
  const marked = Object.entries(args).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value];
    inserts.push(typeof value === 'string' ? [{ text: value }] : value);
    return [name, String.fromCharCode(firstMark + inserts.length - 1)];
  });
  const problems: Error[] = [];
  const formatted = bundle.formatPattern(pattern, Object.fromEntries(marked), problems);
  if (problems.length > 0) throw permanent('texts.unfilled', `${key}: ${problems[0]?.message ?? ''}`);
  return merge(formatted.split('**').flatMap((piece, index) => expand(piece, index % 2 === 1, inserts)));
}

/** Marked places become what fills them; everything else is our own text. */
function expand(piece: string, bold: boolean, inserts: readonly Text[]): Span[] {
  return piece
    .split(/([\uE000-\uE0FF])/)
    .flatMap((part): Text => {
      const code = part.codePointAt(0) ?? 0;
      const insert = part.length === 1 && code >= firstMark ? inserts[code - firstMark] : undefined;
      const spans = insert ?? [{ text: part }];
      return bold ? spans.map((span) => ({ style: 'bold' as const, ...span })) : spans;
    })
    .filter((span) => span.text !== '' || span.sealed !== undefined);
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const given of spans) {
    const last = merged.at(-1);
    const span = afterAbbreviation(last, given);
    if (last !== undefined && isAlike(last, span)) merged[merged.length - 1] = { ...last, text: last.text + span.text };
    else merged.push(span);
  }
  return merged;
}

function isAlike(a: Span, b: Span): boolean {
  return a.style === b.style && a.link === b.link && a.sealed === undefined && b.sealed === undefined;
}

/** « … le lun. 23 nov. » at the end of a sentence: the point of an abbreviation is its full stop as well. */
function afterAbbreviation(last: Span | undefined, span: Span): Span {
  const doubled = last?.text.endsWith('.') === true && span.text.startsWith('.') && !span.text.startsWith('..');
  return doubled ? { ...span, text: span.text.slice(1) } : span;
}
