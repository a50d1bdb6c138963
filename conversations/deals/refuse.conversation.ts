import { z } from 'zod';
import { attemptDecision, undoMs } from '../../core/approval.ts';
import { auditLine } from '../../core/audit.ts';
import { joinDrafts, put, unchanged } from '../../core/commit.ts';
import { type Card, type ConversationDefinition, type Ending } from '../../core/conversation.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { briefText } from '../../agency/brief-text.ts';
import { briefOf } from '../../agency/deal-brief.ts';
import { rightGuards } from '../../agency/deciders.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { stacked } from '../../agency/wording.ts';
import { afterDecision } from './approve-deal.ts';
import { mayDecideDeal } from './may-decide.ts';
import { dealOutcome } from './deal-outcome.ts';

const inputSchema = z.strictObject({
  approval: z.string(),
  /** It was said and not pressed: no card stands right above, so this one says what it is about. */
  said: z.boolean().default(false),
  /** Said with it. */
  reason: z.string().nullable().default(null),
});
const longest = 500;
const usualReasons = ['far', 'price', 'tired', 'clash'] as const;

/** [Refuser]: a refusal says why, in a tap or in a sentence, so that the booker can go on from there. */
export const refuseConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'deal-refuse',
  version: 1,
  permission: { roles: ['manager', 'admin'], chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 12 * 3_600_000,
  run: async (dialogue, input) => {
    const answer = await dialogue.ask('reason', async (now) => askCard(now, input));
    if (answer.type === 'choice' && answer.key === 'drop') return async (now) => ending(now, 'deal-refuse-dropped', {});
    return async (now) => {
      const known = usualReasons.find((one) => answer.type === 'choice' && one === answer.key);
      const chosen = known === undefined ? input.reason : now.texts.label(`deal-refuse-${known}`);
      const reason = answer.type === 'text' ? answer.text : (chosen ?? now.texts.label('deal-refuse-clash'));
      return refuse(now, input.approval, reason.slice(0, longest));
    };
  },
};

/** Which deal, where no card says so, and why; with a reason given already, whether to send it. */
async function askCard(turn: Turn, input: z.infer<typeof inputSchema>): Promise<Card> {
  const { texts } = turn;
  const { reason } = input;
  const drop = { key: 'drop', label: texts.label('deal-refuse-drop'), means: 'no' as const };
  const why = reason === null ? texts.say('deal-refuse-why') : texts.say('deal-refuse-sure', { reason });
  const rows =
    reason === null
      ? [...usualReasons.map((one) => [{ key: one, label: texts.label(`deal-refuse-${one}`) }]), [drop]]
      : [[{ key: 'refuse', label: texts.label('deal-refuse') }, drop]];
  return { text: stacked([input.said ? await dealText(turn, input.approval) : null, why]), rows, acceptsText: true };
}

async function dealText(turn: Turn, id: string): Promise<Text | null> {
  const approval = await turn.store.get(approvals, id);
  const lead = approval === null ? null : await turn.store.get(leads, approval.value.subject.id);
  const brief = lead === null ? null : await briefOf(turn, lead.value);
  return brief === null ? null : briefText(turn, turn.texts, brief);
}

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
