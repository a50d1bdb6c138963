import { type Action } from '../../core/command.ts';
import { joinDrafts, put, remove, unchanged, type Draft } from '../../core/commit.ts';
import { shows } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Approval } from '../../core/records/oversight.ts';
import { tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { withEvent } from '../../domain/lead.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { draftTakeBack } from '../../agency/take-back.ts';

/** ↩ on the card of whoever decided, within the minute: the slot is free again and nobody has heard of it. */
export const undecideDeal: Action = {
  permission: { roles: ['manager', 'admin'], chats: ['private'] },
  run: async (turn, subject) => {
    const taken = await draftTakeBack(turn, subject);
    if (taken === null) return { outbound: tell(turn, turn.texts.label('undo-too-late'), true) };
    return joinDrafts(taken.draft, await freeSlot(turn, taken.back), await rewriteCards(turn, taken.back, () => null));
  },
};

/** The show that the decision had made, if any, goes; the lead waits for a decision again. */
async function freeSlot(turn: Turn, approval: Approval): Promise<Draft> {
  const lead = await turn.store.get(leads, approval.subject.id);
  if (lead === null) return {};
  const made = (await turn.store.find(shows, { name: 'lead', value: lead.value.id })).find(
    (show) => show.value.state === 'confirmed' && isOfThisDecision(show.value.id, show.value.replaces, lead.value),
  );
  const event = {
    at: turn.now,
    by: turn.person.id,
    what: 'approval' as const,
    from: 'approve',
    to: 'taken-back',
    note: null,
  };
  const first = lead.value.change === null;
  const reopened = withEvent(first ? { ...lead.value, status: 'to-approve', show: null } : lead.value, event);
  return {
    guards: [unchanged(leads, lead), ...(made === undefined ? [] : [unchanged(shows, made)])],
    writes: [put(leads, reopened), ...(made === undefined ? [] : [remove(shows, made.value.id)])],
  };
}

function isOfThisDecision(
  id: string,
  replaces: string | null,
  lead: { change: unknown; show: string | null },
): boolean {
  return lead.change === null ? id === lead.show : replaces === lead.show;
}
