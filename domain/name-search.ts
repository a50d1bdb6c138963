import MiniSearch from 'minisearch';

/** Something with a name people type in their own way. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Finds things by name however it is typed: accents, case, word order and a wrong letter do not matter. An exact name or id
 * is returned alone; otherwise the best match comes first.
 */
export function searchByName<T extends Named>(known: readonly T[], words: string): T[] {
  const folded = fold(words);
  const exact = known.filter((one) => fold(one.name) === folded || one.id === words.trim());
  if (exact.length > 0) return exact;
  const index = new MiniSearch<Named>({ fields: ['name'], processTerm: fold });
  index.addAll(known.map(({ id, name }) => ({ id, name })));
  const hits = index.search(words, { combineWith: 'AND', fuzzy: 0.2, prefix: true });
  return hits.flatMap((hit) => known.find((one) => one.id === hit.id) ?? []);
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
