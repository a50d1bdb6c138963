import { z } from 'zod';
import { attemptDecision, undoMs } from '../../core/approval.ts';
import { auditLine } from '../../core/audit.ts';
import { joinDrafts, put, unchanged } from '../../core/commit.ts';
import { type ConversationDefinition, type Ending } from '../../core/conversation.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Turn } from '../../core/turn.ts';
import { rightGuards } from '../../agency/deciders.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { afterDecision } from './approve-deal.ts';
import { mayDecideDeal } from './may-decide.ts';
import { dealOutcome } from './deal-outcome.ts';

const inputSchema = z.strictObject({ approval: z.string() });
const longest = 500;
const usualReasons = ['far', 'price', 'tired', 'clash'] as const;

/** [Refuser]: a refusal says why, in a tap or in a sentence, so that the booker can go on from there. */
export const refuseConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'deal-refuse',
  version: 1,
  permission: { roles: ['manager', 'admin'], chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 12 * 3_600_000,
  run: async (dialogue, input, turn) => {
    const { texts } = turn;
    const answer = await dialogue.ask('reason', {
      text: texts.say('deal-refuse-why'),
      rows: [
        ...usualReasons.map((reason) => [{ key: reason, label: texts.label(`deal-refuse-${reason}`) }]),
        [{ key: 'drop', label: texts.label('deal-refuse-drop'), means: 'no' }],
      ],
      acceptsText: true,
    });
    if (answer.type === 'choice' && answer.key === 'drop') return async (now) => ending(now, 'deal-refuse-dropped', {});
    return async (now) => {
      const known = usualReasons.find((one) => answer.type === 'choice' && one === answer.key);
      const reason =
        answer.type === 'text' ? answer.text.slice(0, longest) : now.texts.label(`deal-refuse-${known ?? 'clash'}`);
      return refuse(now, input.approval, reason);
    };
  },
};

function ending(turn: Turn, key: string, draft: Ending['draft']): Ending {
  return { text: turn.texts.say(key), toast: null, rows: [], subject: 'deal', draft };
}

async function refuse(turn: Turn, id: string, reason: string): Promise<Ending> {
  const approval = await turn.store.get(approvals, id);
  const lead = approval === null ? null : await turn.store.get(leads, approval.value.subject.id);
  if (approval === null || lead === null) return ending(turn, 'deal-gone', {});
  const rights = await rightGuards(turn.store, turn.person.id, approval.value.artist);
  if (rights === null) return ending(turn, 'deal-gone', {});
  const outcome = attemptDecision(approval.value, {
    by: turn.person.id,
    choice: 'refuse',
    reason,
    allowed: await mayDecideDeal(turn, approval.value),
    subjectVersion: lead.value.revision,
    now: turn.now,
  });
  if (outcome.type !== 'decided')
    return ending(turn, outcome.type === 'already' ? 'deal-refuse-already' : 'deal-refuse-over', {});
  const after = outcome.approval;
  const cards = await rewriteCards(turn, after, (texts, reader) => ({
    outcome: dealOutcome(texts, after, turn.person, reader),
    rows: reader.id === turn.person.id ? afterDecision(texts, after) : [],
  }));
  const decided = {
    guards: [unchanged(approvals, approval), unchanged(leads, lead), ...rights],
    writes: [put(approvals, after), auditLine(turn, 'approval.decided', after.id, 'refuse')],
    due: [
      { id: `announce:${after.id}`, kind: 'deal.announce', at: turn.now + undoMs, payload: { approval: after.id } },
    ],
  };
  return ending(turn, 'deal-refused', joinDrafts(decided, cards));
}
