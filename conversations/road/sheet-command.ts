import { z } from 'zod';
import { type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { type ConversationDefinition } from '../../core/conversation.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { type SheetLine } from '../../domain/road-words/index.ts';
import { copiesOf, isSeen, sheetRows } from '../../agency/road/copies.ts';
import { roadDay, knownSheet, maySeeSheet, mayWriteSheet, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { untilAfter } from '../../agency/road/send-sheet.ts';
import { sheetText } from '../../agency/road/sheet-text.ts';
import { menuCard } from '../menu-card.ts';
import { changeSheet } from './change-sheet.ts';
import { askDays, comingSheets, dateLabel, fitting, namesDate, whichDate } from './find-date.ts';
import { readLine } from './read-line.ts';
import { quoted } from './refused-text.ts';

const mostListed = 6;

/** `/feuille`: one's next dates; `/feuille 27 mars` that sheet; `/feuille 27 mars balance 16h` what changes on it. */
export const sheetCommand: Command = {
  name: { fr: 'feuille', en: 'sheet' },
  permission: { roles: workers, chats: ['private'] },
  listed: true,
  opensSentence: (words) => /\d/.test(words) && !/\?\s*$/.test(words),
  run: async (turn, words) => {
    const known = await comingSheets(turn);
    if (words.trim() === '') return list(turn, known);
    const line = readLine(turn, words, known);
    const asked = askDays(turn, line.date);
    if (asked !== null) return asked;
    const found = namesDate(line.date) ? fitting(known, line.date) : coming(turn, known);
    if (found.length === 0)
      return { outbound: [reply(turn, turn.texts.say('sheet-none-named', { words: quoted(words) }))] };
    return line.changes.length === 0 ? read(turn, words, line, found) : write(turn, words, line, found);
  },
};

/** Last night's sheet is read by naming it; « next » it is no more. */
function coming(turn: Turn, known: readonly KnownSheet[]): KnownSheet[] {
  const today = roadDay(turn);
  return known.filter(({ show }) => show.day >= today);
}

async function list(turn: Turn, all: readonly KnownSheet[]): Promise<Draft> {
  const { texts } = turn;
  const known = coming(turn, all);
  if (known.length === 0) return { outbound: [reply(turn, texts.say('sheet-none'))] };
  const [only, second] = known;
  if (only !== undefined && second === undefined) return showSheet(turn, only);
  const rows = known
    .slice(0, mostListed)
    .map((one) => [{ key: `sheet.show:${one.show.id}`, label: dateLabel(turn, one) }]);
  return menuCard(turn, texts.say('sheet-list'), rows);
}

async function read(turn: Turn, words: string, line: SheetLine, found: readonly KnownSheet[]): Promise<Draft> {
  const named = namesDate(line.date);
  const [only, second] = found;
  // Whoever may write meant to: to be shown the sheet as it was would look like a yes.
  const meantMore = line.unread.length > 0 && found.some((one) => mayWriteSheet(turn.person, one));
  if (!named || only === undefined || meantMore)
    return {
      outbound: [
        reply(turn, turn.texts.say('sheet-unread-all', { words: quoted(meantMore ? line.unread.join(' … ') : words) })),
      ],
    };
  return second === undefined ? showSheet(turn, only) : whichDate(turn, found, 'sheet.show');
}

/** Changes need one date that is theirs to write; a line that names none means the only one there is. */
async function write(turn: Turn, words: string, line: SheetLine, found: readonly KnownSheet[]): Promise<Draft> {
  const writable = found.filter((one) => mayWriteSheet(turn.person, one));
  const [only, second] = writable;
  if (only === undefined) {
    const [seen] = found;
    const ask =
      seen === undefined ? [] : [[{ key: `sheet.ask:${seen.show.id}`, label: turn.texts.label('sheet-button-ask') }]];
    return menuCard(turn, turn.texts.say('sheet-read-only'), ask);
  }
  if (second !== undefined) {
    const setting = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const dates = writable.slice(0, mostListed).map(({ show }) => show.id);
    // A line may hold somebody's number, and an open question is kept for an hour.
    const sealed = turn.cipher.seal(words, wordsBinding);
    return beginConversation(sheetDateConversation, { sealed, dates }, setting, turn);
  }
  const { text, rows, draft } = await changeSheet(turn, only, line.changes, line.unread);
  return joinDrafts(draft, menuCard(turn, text, rows));
}

/** The card of one sheet. */
export async function showSheet(turn: Turn, known: KnownSheet): Promise<Draft> {
  const copies = await copiesOf(turn.store, known.show.id);
  const own = copies.find(({ value }) => value.person === turn.person.id)?.value ?? null;
  const rows = sheetRows(turn.texts, known, {
    seen: own !== null && !isSeen(own),
    writes: mayWriteSheet(turn.person, known),
    sent: known.sheet.sentAt !== null,
  });
  const text = sheetText(turn, turn.texts, known, turn.person.id);
  return menuCard(turn, text, rows, null, false, untilAfter(turn, known));
}

const wordsBinding = 'sheet-date';
const inputSchema = z.strictObject({ sealed: z.string(), dates: z.array(z.string()) });

/** Words about a sheet without saying which: the date is asked, and the words are not typed again. */
export const sheetDateConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'sheet-date',
  version: 2,
  permission: { roles: workers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 3_600_000,
  run: async (dialogue, { sealed, dates }, turn) => {
    const known = (await Promise.all(dates.map((id) => knownSheet(turn, id)))).filter(
      (one): one is KnownSheet => one !== null,
    );
    const answer = await dialogue.ask('date', {
      text: turn.texts.say('sheet-which'),
      rows: [
        ...known.map((one) => [{ key: one.show.id, label: dateLabel(turn, one) }]),
        [{ key: 'drop', label: turn.texts.label('absence-drop'), means: 'no' }],
      ],
      acceptsText: false,
    });
    const chosen = answer.type === 'choice' ? answer.key : 'drop';
    return async (now) => {
      const ending = { toast: null, subject: chosen };
      const one = chosen === 'drop' ? null : await knownSheet(now, chosen);
      if (one === null || !maySeeSheet(now.person, one) || !mayWriteSheet(now.person, one))
        return {
          ...ending,
          text: now.texts.say(one === null ? 'road-reply-dropped' : 'sheet-not-yours'),
          rows: [],
          draft: {},
        };
      const line = readLine(now, now.cipher.open(sealed, wordsBinding), [one]);
      return { ...ending, ...(await changeSheet(now, one, line.changes, line.unread)) };
    };
  },
};
