import { type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { type Offer } from '../../core/conversation.ts';
import { tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { readDealLine, type DealLine } from '../../domain/booking-words/index.ts';
import { contextOf } from '../absence/reading.ts';
import { dayName } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { previewAll } from './approve-all.ts';
import { decideDeal } from './deal-approval.ts';
import { decidersOnly, decides, doneText, namesOf, queueCard, undoRow, waitingFor, type Waiting } from './queue.ts';
import { refuseConversation } from './refuse.conversation.ts';

const everything = /^\s*(?:tout|toutes?|tous|all|everything)[\s!.]*$/iu;

/** `/valider`: what waits for a decision, one card in one place; the next comes where the last one was. */
export const validateCommand: Command = {
  name: { fr: 'valider', en: 'approve' },
  permission: decidersOnly,
  listed: true,
  opensSentence: (words) => /^\s*\d+\s*$/.test(words),
  run: async (turn, words) => {
    if (everything.test(words)) return previewAll(turn, null);
    const number = numberIn(words);
    if (number !== null) return approveByNumber(turn, number);
    const queue = await waitingFor(turn);
    const named = words.trim() === '' ? null : whichOf(turn, queue, words);
    if (named === null) return queueCard(turn, queue, [], null);
    return approveByName(turn, named.found) ?? queueCard(turn, queue, nothingNamed(turn, words), null);
  },
};

function nothingNamed(turn: Turn, words: string): ReturnType<Turn['texts']['say']> {
  return turn.texts.say('deal-name-none', { words: words.trim().slice(0, 80) });
}

/** « 42 », « le deal n° 42 » and nothing else. */
function numberIn(words: string): number | null {
  const said = /^\s*(?:le\s+|the\s+)?(?:deal\s+)?(?:n[°o]?\s*)?(\d{1,6})[\s.!]*$/i.exec(words)?.[1];
  return said === undefined ? null : Number(said);
}

async function approveByNumber(turn: Turn, number: number): Promise<Draft> {
  const meant = (await waitingFor(turn)).find((one) => one.brief.lead.number === number);
  if (meant === undefined) return noSuchNumber(turn, number);
  const done = await decideDeal(turn, meant.approval);
  // Said and not pressed: the answer, and the way back, come where it was said.
  return decides(done) ? joinDrafts(done, menuCard(turn, doneText(turn, meant), [undoRow(turn, meant)])) : done;
}

function noSuchNumber(turn: Turn, number: number): Draft {
  return { outbound: tell(turn, turn.texts.label('deal-number-none', { number: String(number) })) };
}

const approves = /^\s*(?:je\s+)?(?:valide[rsz]?|validée?s?|approuve[rz]?|approve)\s+(?<rest>\S[\s\S]*)$/iu;
const approvesAll = /^\s*(?:je\s+)?(?:tout\s+(?:valide[rz]?|approuve[rz]?)|approve\s+(?:all|everything))[\s!.]*$/iu;
const refuses = /^\s*(?:je\s+)?(?:refus\p{L}*|refuse)\s+(?<rest>[^:\s][^:]*)(?::\s*(?<reason>\S[\s\S]*))?$/iu;

/**
 * « valider 42 », « refuser 42 : trop loin », « valide le fil », said in private. The number of a deal decides as its button
 * does; a name shows the card it means, with the press still to come.
 */
export async function spokenDecision(turn: Turn, text: string): Promise<Draft | null> {
  if (turn.inbound.chatKind !== 'private') return null;
  if (!turn.person.roles.some((role) => role === 'manager' || role === 'admin')) return null;
  if (approvesAll.test(text)) return previewAll(turn, null);
  const yes = approves.exec(text)?.groups;
  const no = yes === undefined ? refuses.exec(text)?.groups : undefined;
  const rest = yes?.['rest'] ?? no?.['rest'];
  if (rest === undefined) return null;
  if (yes !== undefined && everything.test(rest)) return previewAll(turn, null);
  const number = numberIn(rest);
  if (number !== null)
    return yes === undefined ? refuseByNumber(turn, number, no?.['reason']) : approveByNumber(turn, number);
  const named = whichOf(turn, await waitingFor(turn), rest);
  if (yes !== undefined) return approveByName(turn, named.found);
  return refuseByName(turn, named, no?.['reason']);
}

/** The deals that a name, a place or a day of these words fits, among those that wait, and the words beside it. */
interface Named {
  readonly found: readonly Waiting[];
  readonly beside: string;
}

function whichOf(turn: Turn, queue: readonly Waiting[], words: string): Named {
  const known = {
    artists: queue.map(({ brief }) => brief.artist),
    venues: queue.map(({ brief }) => brief.venue),
  };
  const line = readDealLine(words, distinct(known), contextOf(turn));
  const days = line.days.type === 'days' ? new Set<string>(line.days.days) : null;
  const says = fits(line.venue) !== null || fits(line.artist) !== null || days !== null;
  const found = queue.filter(
    ({ brief }) =>
      (fits(line.venue)?.includes(brief.venue.id) ?? true) &&
      (fits(line.artist)?.includes(brief.artist.id) ?? true) &&
      (days?.has(brief.day) ?? true),
  );
  const unplaced = line.venue.type === 'new' ? [line.venue.name] : [];
  return { found: says ? found : [], beside: [...unplaced, ...line.leftovers].join(' ').trim() };
}

type Names = Parameters<typeof readDealLine>[1];

function distinct({ artists, venues }: Names): Names {
  return {
    artists: [...new Map(artists.map((one) => [one.id, one])).values()],
    venues: [...new Map(venues.map((one) => [one.id, one])).values()],
  };
}

/** The ids a name may mean; null where none was said. */
function fits(match: DealLine['venue']): readonly string[] | null {
  if (match.type === 'one') return [match.id];
  return match.type === 'several' ? match.ids : null;
}

function approveByName(turn: Turn, found: readonly Waiting[]): Draft | null {
  if (found.length === 0) return null;
  return found.length === 1 ? queueCard(turn, found, [], null) : list(turn, found, 'queue.show');
}

/** Which of them: the deals a name fits, one button each. */
function list(turn: Turn, found: readonly Waiting[], action: string): Draft {
  const rows = found.map((one): Offer[] => {
    const { venue, number } = namesOf(one);
    const day = dayName(turn, turn.texts, one.brief.day);
    return [
      { key: `${action}:${one.approval.value.id}`, label: turn.texts.label('deal-name-one', { venue, day, number }) },
    ];
  });
  return menuCard(turn, turn.texts.say('deal-name-which'), rows, null, true);
}

async function refuseByNumber(turn: Turn, number: number, reason: string | undefined): Promise<Draft> {
  const meant = (await waitingFor(turn)).find((one) => one.brief.lead.number === number);
  return meant === undefined ? noSuchNumber(turn, number) : beginRefusal(turn, meant, reason ?? null);
}

/** « refuse la vapeur : trop loin », with or without the colon. */
async function refuseByName(turn: Turn, { found, beside }: Named, reason: string | undefined): Promise<Draft | null> {
  const [only, second] = found;
  if (only === undefined) return null;
  if (second !== undefined) return list(turn, found, 'queue.refuse');
  return beginRefusal(turn, only, reason ?? (beside === '' ? null : beside));
}

function beginRefusal(turn: Turn, { approval }: Waiting, reason: string | null): Promise<Draft> {
  const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
  return beginConversation(
    refuseConversation,
    { approval: approval.value.id, said: true, reason: reason?.slice(0, 500) ?? null },
    place,
    turn,
  );
}
