import { attemptDecision } from '../../core/approval.ts';
import { auditLine } from '../../core/audit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type ApprovalKind } from '../../core/command.ts';
import { people } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Approval } from '../../core/records/oversight.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName } from '../../domain/person.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { challengeAhead } from '../holds/challenge.ts';
import { approveDeal } from './approve-deal.ts';
import { mayDecideDeal } from './may-decide.ts';
import { putOff } from './put-off.ts';
import { questionConversation } from './question.conversation.ts';
import { refuseConversation } from './refuse.conversation.ts';

/** Who decides about a deal (ACRI: the manager, at every step) and what each button on its card leads to. */
export const dealApproval: ApprovalKind = {
  mayDecide: mayDecideDeal,
  choose: async (turn, approval, choice) => {
    const { value } = approval;
    if (value.state !== 'open' || turn.now > value.deadline) return over(turn, approval);
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const [what = '', ...shown] = choice.split('+');
    switch (what) {
      case 'approve':
        return decideDeal(turn, approval, shown);
      case 'refuse':
        return joinDrafts(
          { outbound: answerPress(turn, '') },
          await beginConversation(refuseConversation, { approval: value.id, said: false, reason: null }, place, turn),
        );
      case 'question':
        return joinDrafts(
          { outbound: answerPress(turn, '') },
          await beginConversation(questionConversation, { approval: value.id }, place, turn),
        );
      case 'later':
        return putOff(turn, approval);
      case 'challenge':
        return challengeAhead(turn, value);
      default:
        return over(turn, approval);
    }
  },
};

/** [Valider]: decided once, on the deal as it was asked about, with the stand-ins that were shown, and only when the date can still be taken. */
export async function decideDeal(
  turn: Turn,
  approval: Versioned<Approval>,
  shown: readonly string[] = [],
): Promise<Draft> {
  const lead = await turn.store.get(leads, approval.value.subject.id);
  const outcome = attemptDecision(approval.value, {
    by: turn.person.id,
    choice: 'approve',
    reason: null,
    allowed: await mayDecideDeal(turn, approval.value),
    subjectVersion: lead?.value.revision ?? null,
    now: turn.now,
  });
  if (outcome.type === 'decided' && lead !== null)
    return (await approveDeal(turn, approval, outcome.approval, lead, { shown })).draft;
  return over(turn, approval);
}

/** A press that comes too late, or on a card that no longer says what is true. */
async function over(turn: Turn, { value }: Versioned<Approval>): Promise<Draft> {
  const { decision } = value;
  const told = decision === null ? turn.texts.label('approval-over') : await alreadyDecided(turn, decision);
  return {
    outbound: tell(turn, told, true),
    writes: [auditLine(turn, 'approval.press', value.id, decision === null ? 'over' : 'already')],
  };
}

async function alreadyDecided(turn: Turn, decision: NonNullable<Approval['decision']>): Promise<string> {
  const by = await turn.store.get(people, decision.by);
  const time = clockTime(decision.at, turn.person.timezone, turn.texts);
  return turn.texts.label('approval-already', { name: by === null ? '?' : firstName(by.value), time });
}
