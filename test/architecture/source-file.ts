import { posix } from 'node:path';
import { parseSync, Visitor, type Expression, type Node } from 'oxc-parser';
import { type Use } from './rules.ts';

/** One import as written, with what it leads to: a path from the root of the project, or a package's name. */
export interface Import {
  readonly written: string;
  readonly leads:
    | { readonly to: 'file'; readonly path: string }
    | { readonly to: 'package'; readonly name: string }
    | { readonly to: 'node' }
    | { readonly to: 'unknown' };
  readonly typesOnly: boolean;
}

/** What a source file imports, which guarded things it touches, and how long it is. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly uses: ReadonlySet<Use>;
  readonly lines: number;
}

/** Reads a TypeScript source by parsing it, so that comments and strings are not mistaken for code. */
export function readSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { lang: 'ts', sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const imports: Import[] = [];
  const uses = new Set<Use>();
  const note = (written: string | null, typesOnly: boolean): void =>
    void imports.push(resolve(path, written, typesOnly));
  new Visitor({
    ImportDeclaration: (node) => {
      note(
        node.source.value,
        node.importKind === 'type' ||
          (node.specifiers.length > 0 &&
            node.specifiers.every((each) => 'importKind' in each && each.importKind === 'type')),
      );
      if (
        /^(node:)?process$/.test(node.source.value) &&
        node.specifiers.some((each) => 'imported' in each && nameOf(each.imported) === 'env')
      )
        uses.add('process.env');
    },
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) note(node.source.value, node.exportKind === 'type');
    },
    ExportAllDeclaration: (node) => note(node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => note(textOf(node.source), false),
    TSImportType: (node) => note(node.source.value, true),
    MemberExpression: (node) => {
      const owner = nameOf(node.object);
      const member = node.computed ? textOf(node.property) : nameOf(node.property);
      const use = guarded.get(owner === 'console' ? owner : `${owner}.${member}`);
      if (use !== undefined) uses.add(use);
    },
    NewExpression: (node) => {
      if (nameOf(node.callee) === 'Date' && node.arguments.length === 0) uses.add('the time');
    },
    CallExpression: (node) => {
      if (nameOf(node.callee) === 'Date') uses.add('the time');
    },
    VariableDeclarator: (node) => {
      if (node.id.type !== 'ObjectPattern' || node.init === null) return;
      for (const property of node.id.properties) {
        const use =
          property.type === 'Property' ? guarded.get(`${nameOf(node.init)}.${nameOf(property.key)}`) : undefined;
        if (use !== undefined) uses.add(use);
      }
      if (nameOf(node.init) === 'console') uses.add('console');
    },
  }).visit(program);
  return { path, imports, uses, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) };
}

const guarded: ReadonlyMap<string, Use> = new Map([
  ['process.env', 'process.env'],
  ['Date.now', 'the time'],
  ['Temporal.Now', 'the time'],
  ['Math.random', 'chance'],
  ['console', 'console'],
]);

function nameOf(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : null;
}

function textOf(node: Expression | Node): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

function resolve(from: string, written: string | null, typesOnly: boolean): Import {
  if (written === null) return { written: 'import(…)', leads: { to: 'unknown' }, typesOnly };
  if (written.startsWith('.'))
    return { written, leads: { to: 'file', path: posix.join(posix.dirname(from), written) }, typesOnly };
  if (written.startsWith('#/')) return { written, leads: { to: 'file', path: written.slice(2) }, typesOnly };
  if (written.startsWith('node:')) return { written, leads: { to: 'node' }, typesOnly };
  const name = written
    .split('/')
    .slice(0, written.startsWith('@') ? 2 : 1)
    .join('/');
  return { written, leads: { to: 'package', name }, typesOnly };
}
