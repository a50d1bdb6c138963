import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, remove, unchanged, type Draft } from '../../core/commit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { jobOf } from '../../core/job.ts';
import { shows } from '../../core/records/agency.ts';
import { questions } from '../../core/records/dialogue.ts';
import { sheetChanges, sheetCopies, sheets, type SheetChangeKept } from '../../core/records/road.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { sheetFile } from '../../jobs/touring/sheet-file.job.ts';
import { sheetSend } from '../../jobs/touring/sheet-send.job.ts';
import { copyId, ownCopyAfter } from '../../agency/road/copies.ts';
import { inCharge } from '../../agency/road/in-charge.ts';
import { knownSheet, maySeeSheet, mayWriteSheet, withParty, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { aboutText } from '../../agency/road/sheet-text.ts';
import { sheetChangedRow } from '../../agency/road/tell-changes.ts';
import { menuCard, replacedBy } from '../menu-card.ts';
import { talkConversation } from '../talk.conversation.ts';
import { maySeeNumbers, numbersText, readersText } from './readers-text.ts';
import { showSheet } from './sheet-command.ts';

const permission: Action['permission'] = { roles: workers, chats: ['private'] };

type Right = (person: Turn['person'], known: KnownSheet) => boolean;

/** An action on a sheet, for those who have the right to it at the moment of the press. */
function onSheet(
  right: Right,
  run: (turn: Turn, known: KnownSheet, question: Parameters<Action['run']>[2]) => Promise<Draft>,
): Action {
  return {
    permission,
    run: async (turn, show, question) => {
      const known = await knownSheet(turn, show);
      if (known === null || !right(turn.person, known)) {
        const refused = { outbound: tell(turn, turn.texts.label('sheet-not-yours'), true) };
        return joinDrafts(refused, { writes: [auditLine(turn, 'press.refused', show, 'sheet')] });
      }
      return run(turn, known, question);
    },
  };
}

/** [Bien reçu]: `<show>/<version>` counts for the version they pressed under; of an older one, that there is a newer is said. */
const seen: Action = {
  permission,
  run: async (turn, subject) => {
    const [show = '', said = ''] = subject.split('/');
    const copy = await turn.store.get(sheetCopies, copyId(show, turn.person.id));
    if (copy === null || !/^\d{1,6}$/.test(said))
      return { outbound: tell(turn, turn.texts.label('sheet-not-yours'), true) };
    const version = Math.min(Number(said), copy.value.version);
    const isNews = version > (copy.value.seen?.version ?? 0);
    const key = version < copy.value.version ? 'sheet-seen-old' : 'sheet-seen';
    return {
      guards: [unchanged(sheetCopies, copy)],
      writes: isNews ? [put(sheetCopies, { ...copy.value, seen: { version, at: turn.now } })] : [],
      outbound: tell(turn, turn.texts.label(key)),
    };
  },
};

const show = onSheet(maySeeSheet, async (turn, known) =>
  joinDrafts({ outbound: answerPress(turn, '') }, await showSheet(turn, known)),
);

/** [PDF], [Image], [Agenda]: drawing takes long, so a job does it and decides what is shown. */
function file(format: 'pdf' | 'image' | 'ics'): Action {
  return onSheet(maySeeSheet, async (turn, known) => {
    const { bot, chat } = turn.inbound;
    const asked = { show: known.show.id, format, person: turn.person.id, bot, chat, request: turn.random.token() };
    return { outbound: tell(turn, turn.texts.label('sheet-file-soon')), jobs: [jobOf(sheetFile, asked)] };
  });
}

/** [Une question]: the words go to whoever is in charge of that date. */
const ask = onSheet(maySeeSheet, async (turn, known) => {
  const [first] = await inCharge(turn, known, turn.person.id);
  if (first === undefined)
    return { outbound: tell(turn, turn.texts.label('road-asked-nobody', { contact: turn.agency.contact }), true) };
  const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
  const talk = await beginConversation(talkConversation, { with: first.person.id, about: known.show.id }, place, turn);
  return joinDrafts({ outbound: answerPress(turn, '') }, talk);
});

/** [Les numéros]: whoever only books or manages the date is told so, and sees none. */
const numbers = onSheet(maySeeSheet, async (turn, known) => {
  const isOpen = await maySeeNumbers(turn, known);
  return {
    writes: [auditLine(turn, 'sheet.numbers', known.show.id, isOpen ? 'shown' : 'closed')],
    outbound: [
      ...answerPress(turn, ''),
      reply(turn, isOpen ? await numbersText(turn, known) : turn.texts.say('sheet-numbers-closed')),
    ],
  };
});

const readers = onSheet(mayWriteSheet, async (turn, known) => ({
  outbound: [...answerPress(turn, ''), reply(turn, await readersText(turn, known))],
}));

/** [L'envoyer]: at once, instead of three days before they leave. */
const send = onSheet(mayWriteSheet, async (turn, known) =>
  known.sheet.sentAt === null && known.show.state === 'confirmed'
    ? {
        writes: [auditLine(turn, 'sheet.sent', known.show.id, `v${known.sheet.version}`)],
        outbound: tell(turn, turn.texts.label('sheet-told')),
        jobs: [jobOf(sheetSend, { show: known.show.id, cause: `press-${known.sheet.version}` })],
      }
    : { outbound: tell(turn, turn.texts.label('sheet-told-already'), true) },
);

/** [Le dire maintenant]: without waiting for the minute in which it could be taken back. */
const announce = onSheet(mayWriteSheet, async (turn, known) => {
  const kept = await turn.store.get(sheetChanges, known.show.id);
  if (kept === null) return { outbound: tell(turn, turn.texts.label('sheet-told-already'), true) };
  return {
    outbound: tell(turn, turn.texts.label('sheet-told')),
    due: [sheetChangedRow(known.show.id, turn.now)],
  };
});

/** ↩: the sheet says what it said, as long as nobody was told and nobody else wrote on it. No version comes twice. */
export const undoSheetChange = onSheet(mayWriteSheet, async (turn, known, question) => {
  const kept = await turn.store.get(sheetChanges, known.show.id);
  if (kept === null) return { outbound: tell(turn, turn.texts.label('sheet-undo-late'), true) };
  if (kept.value.by !== turn.person.id || kept.value.sheet.version !== known.sheet.version - 1)
    return { outbound: tell(turn, turn.texts.label('sheet-undo-other'), true) };
  const before = await withParty(turn, { ...known, ...restored(turn, known, kept.value) });
  const moved = before.show.version !== known.show.version;
  const said = {
    guards: [...known.guards, unchanged(sheetChanges, kept)],
    writes: [
      put(sheets, before.sheet),
      ...(moved ? [put(shows, before.show)] : []),
      remove(sheetChanges, known.show.id),
      auditLine(turn, 'sheet.undone', known.show.id, `v${known.sheet.version}`),
    ],
    outbound: answerPress(turn, turn.texts.label('sheet-undone')),
  };
  const about = aboutText(turn, turn.texts, known);
  const replaces = replacedBy(turn, question);
  const card = menuCard(turn, turn.texts.say('sheet-undone-card', about), [], replaces);
  // Taken back by words, the card further up offers nothing any more either.
  const closed: Draft =
    question === undefined || replaces !== null
      ? {}
      : {
          guards: [unchanged(questions, question)],
          writes: [put(questions, { ...question.value, state: 'closed' })],
        };
  return joinDrafts(said, closed, card, await ownCopyAfter(turn.store, known, before, turn.person.id));
});

/** What the change wrote is what it was; of the show the hours alone, since the rest of it may have moved for other reasons. */
function restored(turn: Turn, known: KnownSheet, kept: SheetChangeKept): Pick<KnownSheet, 'show' | 'sheet'> {
  const { arrival, soundcheck, doors, set, end } = kept.show;
  // What calendars have under a number must not come again under it.
  const moved = kept.show.version !== known.show.version;
  const version = known.show.version + 1;
  return {
    sheet: { ...kept.sheet, sentAt: known.sheet.sentAt, version: known.sheet.version + 1, changedAt: turn.now },
    show: moved ? { ...known.show, arrival, soundcheck, doors, set, end, version } : known.show,
  };
}

/** What the buttons of a sheet do. */
export const sheetActions: readonly (readonly [string, Action])[] = [
  ['sheet.seen', seen],
  ['sheet.show', show],
  ['sheet.pdf', file('pdf')],
  ['sheet.image', file('image')],
  ['sheet.ics', file('ics')],
  ['sheet.ask', ask],
  ['sheet.numbers', numbers],
  ['sheet.readers', readers],
  ['sheet.send', send],
  ['sheet.announce', announce],
  ['sheet.undo', undoSheetChange],
];
