import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts } from '../../core/commit.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { dealers, negotiates } from '../../agency/deciders.ts';
import { closeSounding } from './close-sounding.ts';
import { readSounding } from './known-sounding.ts';

/** [Arrêter]: those who were asked read on their card that no answer is needed; what they had noted stays noted. */
export const cancelSounding: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const known = await readSounding(turn, subject);
    if (known === null || !negotiates(turn.person, known.about.artist))
      return {
        outbound: tell(turn, turn.texts.label('answer-not-yours'), true),
        writes: [auditLine(turn, 'press.refused', subject, 'not-allowed')],
      };
    if (known.about.sounding.state !== 'open')
      return { outbound: tell(turn, turn.texts.label('sounding-ended'), true) };
    const toast = answerPress(turn, turn.texts.label('sounding-stopped-toast'));
    const noted = { writes: [auditLine(turn, 'sounding.cancelled', subject, 'done')], outbound: toast };
    return joinDrafts(await closeSounding(turn, known, null), noted);
  },
};
