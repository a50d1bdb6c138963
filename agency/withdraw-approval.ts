import { joinDrafts, put, unchanged, type Draft } from '../core/commit.ts';
import { approvals } from '../core/records/oversight.ts';
import { type Step } from '../core/turn.ts';
import { rewriteCards } from './approval-cards.ts';

/**
 * Ends the decision that is still open about a deal, if there is one: nobody has to take it any more, and every card says why
 * (`deal-card-<why>`). The lead itself is the caller's to write.
 */
export async function withdrawApproval(
  step: Step,
  lead: string,
  why: 'released' | 'changed' | 'taken',
): Promise<Draft> {
  const asked = await step.store.find(approvals, { name: 'subject', value: `leads/${lead}` });
  const open = asked.filter((one) => one.value.state === 'open');
  const drafts = await Promise.all(
    open.map(async (approval) =>
      joinDrafts(
        {
          guards: [unchanged(approvals, approval)],
          writes: [put(approvals, { ...approval.value, state: 'withdrawn' })],
          cancel: [`remind:${approval.value.id}`, `expire:${approval.value.id}`],
        },
        await rewriteCards(step, approval.value, (texts) => ({ outcome: texts.say(`deal-card-${why}`), rows: [] })),
      ),
    ),
  );
  return joinDrafts(...drafts);
}

/** Whether a decision about the deal was taken within the last minute: until it stands, nothing else may be asked about it. */
export async function isSettling({ store }: Pick<Step, 'store'>, lead: string): Promise<boolean> {
  const asked = await store.find(approvals, { name: 'subject', value: `leads/${lead}` });
  return asked.some((one) => one.value.state === 'decided' && !one.value.announced);
}
