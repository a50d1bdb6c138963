import { takeBack } from '../core/approval.ts';
import { auditLine } from '../core/audit.ts';
import { put, unchanged, type Draft } from '../core/commit.ts';
import { approvals, type Approval } from '../core/records/oversight.ts';
import { answerPress } from '../core/replies.ts';
import { type Turn } from '../core/turn.ts';

/** ↩ on a decision within its minute: the approval as it stands again, and the step; null when it is too late or not theirs. */
export async function draftTakeBack(turn: Turn, id: string): Promise<{ back: Approval; draft: Draft } | null> {
  const approval = await turn.store.get(approvals, id);
  const back = approval === null ? null : takeBack(approval.value, turn.person.id, turn.now);
  if (approval === null || back === null) return null;
  return {
    back,
    draft: {
      guards: [unchanged(approvals, approval)],
      writes: [
        put(approvals, back),
        auditLine(turn, 'approval.taken_back', back.id, approval.value.decision?.choice ?? ''),
      ],
      cancel: [`announce:${back.id}`],
      outbound: answerPress(turn, turn.texts.label('undo-done')),
    },
  };
}
