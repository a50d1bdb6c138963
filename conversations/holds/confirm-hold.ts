import { type Action } from '../../core/command.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { leads } from '../../core/records/booking.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { dealers } from '../../agency/deciders.ts';
import { dealConversation } from '../deals/deal.conversation.ts';
import { emptyFields, fieldsOf, type DealFields } from '../deals/fields.ts';
import { submit } from '../deals/submit-deal.ts';
import { ownLiveHold, type KnownHold } from './known-holds.ts';

/** [Ils confirment]: the organiser wants the date, so it goes to those who decide; what is missing is asked first. */
export const confirmAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const known = await ownLiveHold(turn, subject);
    if (known === null) return { outbound: tell(turn, turn.texts.label('hold-gone'), true) };
    return joinDrafts({ outbound: answerPress(turn, '') }, await confirm(turn, known));
  },
};

/** Puts the deal behind an option before those who decide, or opens it where its terms are not known yet. */
export async function confirm(turn: Turn, known: KnownHold): Promise<Draft> {
  const { value } = known.hold;
  const lead = value.lead === null ? null : await turn.store.get(leads, value.lead);
  if (lead !== null && (lead.value.terms.price !== null || lead.value.terms.kind === 'showcase'))
    return submit(turn, lead);
  const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
  const fields: DealFields = {
    ...(lead === null ? emptyFields : fieldsOf(lead.value)),
    artist: value.artist,
    venue: value.venue,
    day: value.day,
    validUntil: value.validUntil,
    keepsHold: value.id,
    firm: true,
  };
  return beginConversation(dealConversation, { words: '', fields }, place, turn);
}

/** [Autre date] after a refusal: everything stays but the day. */
export const redoAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const lead = await turn.store.get(leads, subject);
    if (lead === null || lead.value.show !== null)
      return { outbound: tell(turn, turn.texts.label('approval-over'), true) };
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const fields = { ...fieldsOf(lead.value), day: null };
    const begun = await beginConversation(dealConversation, { words: '', fields }, place, turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, begun);
  },
};
