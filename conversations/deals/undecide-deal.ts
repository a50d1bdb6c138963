import { type Action } from '../../core/command.ts';
import { joinDrafts, put, remove, unchanged, type Draft } from '../../core/commit.ts';
import { holds, shows } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Approval } from '../../core/records/oversight.ts';
import { tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { withEvent } from '../../domain/lead.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { deadlinesOf } from '../../agency/holds.ts';
import { calendarJobs } from '../../agency/leads.ts';
import { draftTakeBack } from '../../agency/take-back.ts';

/** ↩ on the card of whoever decided, within the minute: the slot is free again and nobody has heard of it. */
export const undecideDeal: Action = {
  permission: { roles: ['manager', 'admin'], chats: ['private'] },
  run: async (turn, subject) => {
    const taken = await draftTakeBack(turn, subject);
    if (taken === null) return { outbound: tell(turn, turn.texts.label('undo-too-late'), true) };
    const { back, draft } = taken;
    return joinDrafts(
      draft,
      await freeSlot(turn, back),
      await askOn(turn, back),
      await rewriteCards(turn, back, () => null),
    );
  },
};

/** What the decision had ended by itself goes on: the approval's end, and that of the option behind it. */
async function askOn(turn: Turn, back: Approval): Promise<Draft> {
  const lead = await turn.store.get(leads, back.subject.id);
  const hold = lead === null || lead.value.hold === null ? null : await turn.store.get(holds, lead.value.hold);
  const at = Math.max(back.deadline, turn.now + 60_000);
  return {
    due: [
      { id: `expire:${back.id}`, kind: 'deal.expire', at, payload: { approval: back.id } },
      ...(hold === null || hold.value.state !== 'held' ? [] : deadlinesOf(hold.value, turn)),
    ],
  };
}

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
    // The outside calendar may have seen the show in the minute.
    jobs: calendarJobs(reopened, made === undefined ? [] : [made.value.day]),
  };
}

function isOfThisDecision(
  id: string,
  replaces: string | null,
  lead: { change: unknown; show: string | null },
): boolean {
  return lead.change === null ? id === lead.show : replaces === lead.show;
}
