import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { answerPress, reply } from '../../core/replies.ts';
import { type SearchKind } from '../../core/search.ts';
import { lines, type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { lookUp } from '../../agency/search/look-up.ts';
import { stacked } from '../../agency/wording.ts';
import { menuCard, replacedBy } from '../menu-card.ts';
import { openKey } from './keys.ts';
import { resultLines, type ResultLine } from './result-lines.ts';

const most = 8;
const mostGuesses = 4;
const longestWords = 80;
/** A longer sentence is said to somebody, not looked up. */
const mostWords = 5;

/** `/cherche vapeur`, « cherche tom », "find deal 42": whatever bears these words among what this person may see. */
export const searchCommand: Command = {
  name: { fr: 'cherche', en: 'search' },
  aliases: ['chercher', 'recherche', 'trouve', 'trouver', 'find'],
  permission: { roles: workers, chats: ['private'] },
  listed: true,
  opensSentence: (words) => words.trim().split(/\s+/).length <= mostWords && !words.includes('?'),
  run: (turn, words) => search(turn, words, null),
};

/** [◀ Résultats]: the same words again, as things are now. */
export const searchAgain: Action = {
  permission: searchCommand.permission,
  run: async (turn, words, question) =>
    joinDrafts({ outbound: answerPress(turn, '') }, await search(turn, words, replacedBy(turn, question))),
};

async function search(turn: Turn, said: string, replaces: string | null): Promise<Draft> {
  const { texts } = turn;
  const words = tidy(said);
  if (words === '') return { outbound: [reply(turn, texts.say('search-how'))] };
  const { entries, count, isGuess } = await lookUp(turn, turn.person, words, most);
  const found = await resultLines(turn, isGuess ? entries.slice(0, mostGuesses) : entries);
  const home: Offer[] = [{ key: 'command:start', label: texts.label('home-back') }];
  if (found.length === 0) return menuCard(turn, texts.say('search-none', { words }), [home], replaces);
  const head = isGuess ? texts.say('search-guess', { words }) : texts.say('search-found', { words, count });
  const offers = found.map(({ entry, label }): Offer[] => [{ key: openKey(entry.kind, entry.id, words), label }]);
  return menuCard(turn, lines([head, ...grouped(turn, found)], 1), [...offers, home], replaces);
}

/** « trouve-moi la vapeur. » looks for « la vapeur ». */
function tidy(words: string): string {
  return words
    .trim()
    .replace(/^-?(?:moi|me|for)\s+/iu, '')
    .replaceAll(/[«»"“”.!?]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, longestWords);
}

/** What was found under the names of its kinds, the kind that fits best first. */
function grouped(turn: Turn, found: readonly ResultLine[]): Text[] {
  const kinds = new Map<SearchKind, ResultLine[]>();
  for (const one of found) kinds.set(one.entry.kind, [...(kinds.get(one.entry.kind) ?? []), one]);
  return [...kinds].map(([kind, ones]) =>
    stacked([
      [{ text: turn.texts.label(`search-kind-${kind}`), style: 'bold' }],
      ...ones.map(({ line }): Text => [{ text: `• ${line}` }]),
    ]),
  );
}
