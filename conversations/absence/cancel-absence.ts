import { auditLine } from '../../core/audit.ts';
import { commitCard } from '../../core/card.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, unchanged } from '../../core/commit.ts';
import { absences } from '../../core/records/agency.ts';
import { questions } from '../../core/records/dialogue.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { closed } from '../drop-conversation.ts';
import { changeAbsence } from './change-absence.ts';
import { recap } from './reading.ts';

/** [Annuler] under a noted absence, at once or weeks later from « mes indispos ». Only one's own. */
export const cancelAbsence: Action = {
  permission: { roles: 'everyone', chats: ['private'] },
  run: async (turn, subject, question) => {
    const absence = await turn.store.get(absences, subject);
    if (absence === null || absence.value.person !== turn.person.id || absence.value.state === 'cancelled') {
      return { outbound: tell(turn, turn.texts.label('absence-already-cancelled'), true) };
    }
    const text = turn.texts.say('absence-cancelled', { days: recap(turn, absence.value.parts) });
    const { value } = question;
    const card = commitCard({ text, rows: [], acceptsText: false, target: { ...value, id: value.id } }, turn);
    return joinDrafts(await changeAbsence(turn, absence, [], absence.value.parts), {
      guards: [unchanged(questions, question)],
      outbound: [card.outbound, ...answerPress(turn, turn.texts.label('absence-cancelled-toast'))],
      writes: [put(questions, closed(value)), auditLine(turn, 'absence.cancelled', subject, 'done')],
    });
  },
};
