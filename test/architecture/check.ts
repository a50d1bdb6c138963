import { importRules, longestFile, packageRules, useRules, type ImportRule } from './rules.ts';
import { type Import, type SourceFile } from './source-file.ts';

/** Every breach of the rules in these files, one sentence each: the file, what it does, the rule. */
export function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [...importBreaches(file), ...useBreaches(file), ...lengthBreach(file)]);
}

function importBreaches(file: SourceFile): string[] {
  const rule = importRules.find(({ files }) => pattern(files).test(file.path));
  if (rule === undefined) return [`${file.path}: no rule speaks of this folder`];
  return file.imports.flatMap((found) => breachOf(file.path, found, rule) ?? []);
}

function breachOf(path: string, found: Import, rule: ImportRule): string | null {
  const { leads, written } = found;
  if (leads.to === 'node') return null;
  if (leads.to === 'unknown') return `${path} imports ${written}: what it leads to must be written out`;
  if (leads.to === 'package') return packageBreach(path, found, leads.name);
  const allowed =
    rule.may.some((may) => pattern(filled(may, rule.files, path)).test(leads.path)) &&
    !rule.except?.some((not) => pattern(not).test(leads.path));
  if (allowed) return null;
  const except = rule.except === undefined ? '' : ` except ${rule.except.join(', ')}`;
  return `${path} imports ${written}: ${rule.files} may import ${rule.may.join(', ')}${except}`;
}

function packageBreach(path: string, found: Import, name: string): string | null {
  const rule = packageRules.find(({ packages }) => pattern(packages).test(name));
  if (rule === undefined) return null;
  const files = found.typesOnly ? [...rule.files, ...(rule.types ?? [])] : rule.files;
  return files.some((allowed) => pattern(allowed).test(path))
    ? null
    : `${path} imports ${found.written}: only ${files.join(', ')} may`;
}

function useBreaches(file: SourceFile): string[] {
  return useRules
    .filter(({ use, files }) => file.uses.has(use) && !files.some((allowed) => pattern(allowed).test(file.path)))
    .map(({ use, files }) => `${file.path} uses ${use}: only ${files.join(', ')} may`);
}

function lengthBreach(file: SourceFile): string[] {
  return file.lines > longestFile ? [`${file.path} has ${file.lines} lines: ${longestFile} is the most`] : [];
}

/** `{x}` in `may` is the folder that `{x}` in `files` stood for. */
function filled(may: string, files: string, path: string): string {
  const own = pattern(files).exec(path)?.groups?.['x'];
  return own === undefined ? may : may.replace('{x}', own);
}

function pattern(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(
      /\*\*\/|\*\*|\*|\{x\}/g,
      (wildcard) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '{x}': '(?<x>[^/]+)' })[wildcard] ?? wildcard,
    );
  return new RegExp(`^${source}$`);
}
