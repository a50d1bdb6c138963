import { auditLine } from '../../core/audit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { answerPress, react, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { askedAgainAt, type Asked } from '../../domain/sounding.ts';
import { daySchema } from '../../domain/schemas.ts';
import { conditionConversation } from './condition.conversation.ts';
import { noMoreKey, readSounding, type KnownSounding } from './known-sounding.ts';
import { recordAnswer, type Said } from './record-answer.ts';

const permission: Action['permission'] = { roles: 'everyone', chats: ['private'] };

/** Who answers what they were asked, while it is wanted; else the step that says why not. */
type Heard = { readonly known: KnownSounding; readonly asked: Asked } | { readonly refusal: Draft };

async function hear(turn: Turn, id: string): Promise<Heard> {
  const known = await readSounding(turn, id);
  const asked = known?.about.sounding.asked.find((one) => one.person === turn.person.id);
  if (known === null || asked === undefined)
    return {
      refusal: {
        outbound: tell(turn, turn.texts.label('answer-not-yours'), true),
        writes: [auditLine(turn, 'press.refused', id, 'not-asked')],
      },
    };
  const { sounding } = known.about;
  if (sounding.state === 'closed')
    return { refusal: { outbound: tell(turn, turn.texts.label(noMoreKey(sounding)), true) } };
  return { known, asked };
}

function answering(saidIn: (turn: Turn, detail: string, heard: { known: KnownSounding }) => Said | null): Action {
  return {
    permission,
    run: async (turn, subject, question) => {
      const [id = '', detail = ''] = subject.split('/');
      const heard = await hear(turn, id);
      if ('refusal' in heard) return heard.refusal;
      const said = saidIn(turn, detail, heard);
      if (said === null) return { outbound: tell(turn, turn.texts.label('sounding-later-too-late'), true) };
      if (heard.asked.answer?.says === said.says) return { outbound: tell(turn, turn.texts.label('sounding-already')) };
      const { draft } = await recordAnswer(turn, heard.known, heard.asked, said, question);
      const late = heard.known.about.sounding.state === 'over' && turn.now > heard.known.about.sounding.deadline;
      return joinDrafts({ outbound: acknowledged(turn, late ? 'sounding-late-toast' : 'sounding-toast') }, draft);
    },
  };
}

/** The press is answered; words get a sign, since the card that changes further up makes no sound. */
function acknowledged(turn: Turn, key: string): ReturnType<typeof react> {
  return turn.inbound.content.type === 'text' ? react(turn, '👌') : answerPress(turn, turn.texts.label(key));
}

/** [Oui]. */
export const answerYes: Action = answering(() => ({ says: 'yes', condition: null, until: null }));

/** [Non]: the day is noted as an absence as well. */
export const answerNo: Action = answering(() => ({ says: 'no', condition: null, until: null }));

/** [Je te dis jeudi]: they are asked again that morning. */
export const answerLater: Action = answering((turn, detail, { known }) => {
  const day = daySchema.safeParse(detail);
  if (!day.success || known.about.sounding.state !== 'open') return null;
  const until = askedAgainAt(day.data, turn.person.timezone);
  return until <= turn.now ? null : { says: 'later', condition: null, until };
});

/** [Oui, à une condition]: which one is asked for in words. */
export const answerCondition: Action = {
  permission,
  run: async (turn, subject, question) => {
    const heard = await hear(turn, subject);
    if ('refusal' in heard) return heard.refusal;
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const input = { sounding: subject, card: question.value.id };
    return joinDrafts(
      { outbound: answerPress(turn, '') },
      await beginConversation(conditionConversation, input, place, turn),
    );
  },
};
