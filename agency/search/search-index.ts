import MiniSearch from 'minisearch';
import { type Changes, type News } from '../../core/changes.ts';
import { type Found, type SearchEntry, type SearchIndex, type SearchView } from '../../core/search.ts';
import { type Records } from '../../core/store.ts';
import { readers, type Names, type Source } from './sources.ts';

/** The index and what it was made from. */
interface Built {
  mark: string;
  readonly words: MiniSearch<Worded>;
  readonly sources: Map<string, Source>;
  readonly entries: Map<string, SearchEntry>;
  readonly names: Names;
}

interface Worded extends Pick<SearchEntry, 'title' | 'more'> {
  readonly id: string;
}

/** Beyond this, reading everything anew takes fewer exchanges than following. */
const mostFollowed = 2000;

/**
 * An index in this process over everything people look for. It is built at the first question and follows the change log before
 * each of the next, so that what was just written is found: one exchange with the store when nothing was.
 */
export function createSearchIndex(store: Records, changes: Changes): SearchIndex {
  let built: Built | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const fresh = async (): Promise<Built> => {
    const news = built === null ? null : await changes.since(built.mark);
    if (built === null || news === null || news.lost || news.changed.length > mostFollowed)
      built = await build(store, changes);
    else await follow(store, built, news);
    return built;
  };
  // Two that ask at once must not both write into the index.
  const inTurn = (): Promise<Built> => {
    const next = last.then(fresh, fresh);
    last = next.catch(() => undefined);
    return next;
  };
  return { now: async () => viewOf(await inTurn()) };
}

function viewOf(built: Built): SearchView {
  return {
    find: (words, may) => {
      const exact = ask(built, words, may, false);
      return exact.length > 0
        ? { found: exact, isGuess: false }
        : { found: ask(built, words, may, true), isGuess: true };
    },
    list: (may) => [...built.entries.values()].filter(may),
  };
}

async function build(store: Records, changes: Changes): Promise<Built> {
  // The mark is taken first: what is written while we read is followed the next time.
  const mark = await changes.mark();
  const read = (await Promise.all(readers.map((reader) => reader.all(store)))).flat();
  const words = new MiniSearch<Worded>({ fields: ['title', 'more'], processTerm: fold });
  const built: Built = {
    mark,
    words,
    sources: new Map(read.map((source) => [keyOf(source), source])),
    entries: new Map(),
    names: { artists: new Map(), venues: new Map() },
  };
  for (const source of read) source.name?.(built.names);
  for (const source of read) index(built, source);
  return built;
}

/** Reads what was written since and puts it in the place of what was known; what bears its name follows. */
async function follow(store: Records, built: Built, { mark, changed }: News): Promise<void> {
  const read = await Promise.all(
    readers.map(async (reader) => {
      const ids = changed.flatMap((one) => (one.collection === reader.collection ? [one.id] : []));
      const sources = ids.length === 0 ? [] : await reader.some(store, ids);
      return sources.map((source, at) => ({ key: `${reader.collection}/${ids[at] ?? ''}`, source }));
    }),
  );
  const renamed = new Set<string>();
  for (const { key, source } of read.flat()) {
    const known = source ?? built.sources.get(key);
    if (known?.name != null) renamed.add(known.id);
    if (source === null) built.sources.delete(key);
    else built.sources.set(key, source);
    source?.name?.(built.names);
  }
  for (const { key, source } of read.flat()) if (source === null) forget(built, key);
  for (const { source } of read.flat()) if (source !== null) index(built, source);
  if (renamed.size > 0)
    for (const source of built.sources.values())
      if (renamed.has(source.artist ?? '') || renamed.has(source.venue ?? '')) index(built, source);
  built.mark = mark;
}

function keyOf({ collection, id }: Pick<Source, 'collection' | 'id'>): string {
  return `${collection}/${id}`;
}

function index(built: Built, source: Source): void {
  const id = keyOf(source);
  const entry = source.entry(built.names);
  forget(built, id);
  if (entry === null) return;
  built.entries.set(id, entry);
  built.words.add({ id, title: entry.title, more: entry.more });
}

function forget(built: Built, id: string): void {
  if (!built.entries.delete(id)) return;
  built.words.discard(id);
}

/** Words that say nothing about what is looked for, left out unless there are no others. */
const fillers = new Set(
  'le la les l un une de du des d et a au aux en pour chez mon ma mes the of at in for my and est qui c ce'.split(' '),
);

function ask(built: Built, words: string, may: (entry: SearchEntry) => boolean, isGuess: boolean): Found[] {
  const terms = words.split(/[\s\p{P}]+/u).filter((term) => term !== '');
  const telling = terms.filter((term) => !fillers.has(fold(term)));
  const hits = built.words.search((telling.length > 0 ? telling : terms).join(' '), {
    combineWith: isGuess ? 'OR' : 'AND',
    boost: { title: 3 },
    prefix: (term) => term.length > 1 && !/^\d+$/.test(term),
    fuzzy: (term) => slack(term, isGuess),
    filter: ({ id }) => {
      const entry = built.entries.get(String(id));
      return entry !== undefined && may(entry);
    },
  });
  return hits.flatMap(({ id, score }) => {
    const entry = built.entries.get(String(id));
    return entry === undefined ? [] : [{ entry, score }];
  });
}

/** How many letters may be wrong: none in a number, more the longer the word. */
function slack(term: string, isGuess: boolean): number {
  if (/\d/.test(term) || term.length < 3) return 0;
  const usual = term.length < 4 ? 0 : term.length < 6 ? 1 : 2;
  return isGuess ? usual + 1 : usual;
}

/** « Vapeur » and « vapeur », « Évry » and « evry », « cœur » and « coeur » are one word. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}
