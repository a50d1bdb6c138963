import { nameOfRequest, type Depth } from './boundaries.ts';

/** The queue's scripts, by how many keys they take: a job is added, a job has ended. Others only look whether there is work. */
const queueScripts: ReadonlyMap<string, string> = new Map([
  ['9', 'queue takes a job'],
  ['14', 'queue ends a job'],
]);

/** As {@link nameOfRequest}, with what the queue and the ledger of effects store; ids of deals, shows and options left out. */
export function nameOfDealRequest(words: readonly string[], depth: Depth): string | null {
  const [command = '', , keys = ''] = words;
  const isScript = command.toLowerCase() === 'evalsha' || command.toLowerCase() === 'eval';
  if (words.some((word) => word.includes(':bull:'))) return isScript ? (queueScripts.get(keys) ?? null) : null;
  if (isScript && words[4]?.startsWith('calendar:') === true && words.length >= 8) return 'effect begins';
  if (command.toLowerCase() === 'hset' && words[1]?.includes(':effect:calendar:') === true) return 'effect ends';
  const name = nameOfRequest(words, depth);
  return name === null ? null : withoutDealIds(name);
}

function withoutDealIds(name: string): string {
  return name
    .replaceAll(/deal-\d+-[\w-]{8}/g, 'deal-*')
    .replaceAll(/(?:show|hold|venue)-[\w-]{15,}/g, 'show-*')
    .replaceAll(/(booking\.\w[\w-]*:).*/g, '$1*');
}
