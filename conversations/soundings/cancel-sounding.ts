import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { people } from '../../core/records/agency.ts';
import { soundings } from '../../core/records/booking.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Step } from '../../core/turn.ts';
import { isWithUs } from '../../domain/person.ts';
import { dayAt } from '../../domain/day.ts';
import { type Asked, type Sounding } from '../../domain/sounding.ts';
import { dealers, negotiates } from '../../agency/deciders.ts';
import { rewriteAskerCards } from './asker-card.ts';
import { againRow, readSounding, waitingRows } from './known-sounding.ts';
import { memberCard, rewriteMemberCard, withdrawWaiting } from './member-cards.ts';
import { type About } from './wording.ts';

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
    const sounding: Sounding = { ...known.about.sounding, state: 'closed' };
    const about = { ...known.about, sounding };
    const told = await Promise.all(sounding.asked.map((asked) => tellStopped(turn, about, asked)));
    const stopped: Draft = {
      guards: [unchanged(soundings, known.record)],
      writes: [put(soundings, sounding), auditLine(turn, 'sounding.cancelled', subject, 'done')],
      cancel: [...waitingRows(subject), ...sounding.asked.map((one) => againRow(subject, one.person))],
      outbound: answerPress(turn, turn.texts.label('sounding-stopped-toast')),
    };
    return joinDrafts(stopped, await rewriteAskerCards(turn, about), ...told);
  },
};

async function tellStopped(step: Step, about: About, asked: Asked): Promise<Draft> {
  const [person, card] = await Promise.all([step.store.get(people, asked.person), memberCard(step, asked)]);
  const withdrawn = await withdrawWaiting(step, asked);
  const isPresent = person !== null && isWithUs(person.value, dayAt(step.now, step.agency.timezone));
  if (!isPresent || card === null) return withdrawn;
  const text = step.textsOf(person.value.locale).say('sounding-no-more');
  return joinDrafts(withdrawn, rewriteMemberCard(step, about, person.value, card, { text, says: null }));
}
