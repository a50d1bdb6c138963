import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, remove, unchanged, type Draft } from '../../core/commit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { jobOf } from '../../core/job.ts';
import { shows } from '../../core/records/agency.ts';
import { sheetChanges, sheetCopies, sheets } from '../../core/records/road.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { sheetFile } from '../../jobs/touring/sheet-file.job.ts';
import { sheetSend } from '../../jobs/touring/sheet-send.job.ts';
import { copyId } from '../../agency/road/copies.ts';
import { inChargeOf, knownSheet, maySeeSheet, mayWriteSheet, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { sheetChangedRow } from '../../agency/road/tell-changes.ts';
import { recipients } from '../../agency/recipients.ts';
import { talkConversation } from '../talk.conversation.ts';
import { numbersText, readersText } from './readers-text.ts';
import { showSheet } from './sheet-command.ts';

const permission: Action['permission'] = { roles: workers, chats: ['private'] };

type Right = (person: Turn['person'], known: KnownSheet) => boolean;

/** An action on a sheet, for those who have the right to it at the moment of the press. */
function onSheet(right: Right, run: (turn: Turn, known: KnownSheet) => Promise<Draft>): Action {
  return {
    permission,
    run: async (turn, show) => {
      const known = await knownSheet(turn, show);
      if (known === null || !right(turn.person, known)) {
        const refused = { outbound: tell(turn, turn.texts.label('sheet-not-yours'), true) };
        return joinDrafts(refused, { writes: [auditLine(turn, 'press.refused', show, 'sheet')] });
      }
      return run(turn, known);
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
  const charged = await recipients(
    turn.store,
    inChargeOf(known).filter((id) => id !== turn.person.id),
    turn.today,
  );
  const first = charged.find(({ accounts }) => accounts.some((account) => account.revokedAt === null));
  if (first === undefined)
    return { outbound: tell(turn, turn.texts.label('road-asked-nobody', { contact: turn.agency.contact }), true) };
  const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
  const talk = await beginConversation(talkConversation, { with: first.person.id, about: known.show.id }, place, turn);
  return joinDrafts({ outbound: answerPress(turn, '') }, talk);
});

const numbers = onSheet(maySeeSheet, async (turn, known) => ({
  writes: [auditLine(turn, 'sheet.numbers', known.show.id, 'shown')],
  outbound: [...answerPress(turn, ''), reply(turn, await numbersText(turn, known))],
}));

const readers = onSheet(mayWriteSheet, async (turn, known) => ({
  outbound: [...answerPress(turn, ''), reply(turn, await readersText(turn, known))],
}));

/** [L'envoyer]: at once, instead of three days before they leave. */
const send = onSheet(mayWriteSheet, async (turn, known) => ({
  writes: [auditLine(turn, 'sheet.sent', known.show.id, `v${known.sheet.version}`)],
  outbound: tell(turn, turn.texts.label('sheet-told')),
  jobs: [jobOf(sheetSend, { show: known.show.id, cause: `press-${known.sheet.version}` })],
}));

/** [Le dire maintenant]: without waiting for the minute in which it could be taken back. */
const announce = onSheet(mayWriteSheet, async (turn, known) => ({
  outbound: tell(turn, turn.texts.label('sheet-told')),
  due: [sheetChangedRow(known.show.id, turn.now)],
}));

/** ↩: the sheet says what it said, as long as nobody was told. */
const undo = onSheet(mayWriteSheet, async (turn, known) => {
  const kept = await turn.store.get(sheetChanges, known.show.id);
  if (kept === null || kept.value.by !== turn.person.id || kept.value.sheet.version !== known.sheet.version - 1)
    return { outbound: tell(turn, turn.texts.label('sheet-undo-late'), true) };
  const { sheet, show: before } = kept.value;
  // What calendars have under a number must not come again under it.
  const moved = before.version !== known.show.version;
  return {
    guards: [...known.guards, unchanged(sheetChanges, kept)],
    writes: [
      put(sheets, { ...sheet, sentAt: known.sheet.sentAt }),
      ...(moved ? [put(shows, { ...before, state: known.show.state, version: known.show.version + 1 })] : []),
      remove(sheetChanges, known.show.id),
      auditLine(turn, 'sheet.undone', known.show.id, `v${known.sheet.version}`),
    ],
    outbound: tell(turn, turn.texts.label('sheet-undone')),
  };
});

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
  ['sheet.undo', undo],
];
