import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { holds } from '../../core/records/agency.ts';
import { leads, tasks } from '../../core/records/booking.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type SearchKind } from '../../core/search.ts';
import { type Turn } from '../../core/turn.ts';
import { openDesk, type Desk } from '../../agency/search/look-up.ts';
import { myAbsencesCommand } from '../absence/my-absences.ts';
import { menuCard, replacedBy } from '../menu-card.ts';
import { showLead } from '../pipeline/show-lead.ts';
import { backRow, readKey } from './keys.ts';
import { personFace, type Face } from './person-card.ts';
import { artistFace, showFace, venueFace } from './place-cards.ts';
import { resultLines } from './result-lines.ts';
import { searchCommand } from './search-command.ts';

/** A button of the results: opens what was found, if it is still there and still theirs to see. */
export const openResult: Action = {
  permission: searchCommand.permission,
  run: async (turn, subject, question) => {
    const key = readKey(subject);
    const desk = key === null ? null : await openDesk(turn, turn.person);
    const opened = key === null || desk === null ? null : await open(turn, desk, key);
    if (key === null || opened === null) return { outbound: tell(turn, turn.texts.label('search-gone'), true) };
    if ('draft' in opened) return joinDrafts({ outbound: answerPress(turn, '') }, opened.draft);
    const rows = [...opened.rows, backRow(turn.texts, key.words)];
    return joinDrafts(
      { outbound: answerPress(turn, '') },
      menuCard(turn, opened.text, rows, replacedBy(turn, question)),
    );
  },
};

/** A face is shown in place of the results; what has a card of its own elsewhere comes as that card. */
async function open(
  turn: Turn,
  desk: Desk,
  { kind, id, words }: { readonly kind: SearchKind; readonly id: string; readonly words: string },
): Promise<Face | { readonly draft: Draft } | null> {
  switch (kind) {
    case 'person':
      return personFace(turn, desk.scope, id);
    case 'artist':
      return artistFace(turn, desk, id, words);
    case 'venue':
      return venueFace(turn, desk, id, words);
    case 'show':
      return showFace(turn, desk, id, words);
    case 'hold':
      return openHold(turn, desk, id);
    case 'lead': {
      const lead = await turn.store.get(leads, id);
      return lead === null ? null : { draft: await showLead(turn, lead.value.number) };
    }
    case 'task':
      return taskFace(turn, desk, id);
    case 'absence':
      return { draft: await myAbsencesCommand.run(turn, '') };
  }
}

/** An option is shown as the deal it stands for; one that was never written down as a deal says what it is. */
async function openHold(turn: Turn, desk: Desk, id: string): Promise<Face | { readonly draft: Draft } | null> {
  const hold = await turn.store.get(holds, id);
  if (hold === null || !desk.scope.negotiates.has(hold.value.artist)) return null;
  const lead = hold.value.lead === null ? null : await turn.store.get(leads, hold.value.lead);
  return lead === null ? plainFace(turn, desk, 'hold', id) : { draft: await showLead(turn, lead.value.number) };
}

async function taskFace(turn: Turn, desk: Desk, id: string): Promise<Face | null> {
  const [face, task] = await Promise.all([plainFace(turn, desk, 'task', id), turn.store.get(tasks, id)]);
  if (face === null || task?.value.person !== turn.person.id) return face;
  return { ...face, rows: [[{ key: `task.done:${id}`, label: turn.texts.label('search-task-done') }]] };
}

/** What the line of the results says, by itself. */
async function plainFace(turn: Turn, desk: Desk, kind: SearchKind, id: string): Promise<Face | null> {
  const [line] = await resultLines(
    turn,
    desk.view.list((one) => one.kind === kind && one.id === id && desk.may(one)),
  );
  return line === undefined ? null : { text: [{ text: line.line }], rows: [] };
}
