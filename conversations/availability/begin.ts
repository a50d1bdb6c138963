import { joinDrafts } from '../../core/commit.ts';
import { type Action } from '../../core/command.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { answerPress } from '../../core/replies.ts';
import { parseDay } from '../../domain/day.ts';
import { dealers } from '../../agency/deciders.ts';
import { dealConversation } from '../deals/deal.conversation.ts';
import { emptyFields } from '../deals/fields.ts';
import { beginSounding } from '../soundings/index.ts';
import { gone, knownByKey } from './known-act.ts';

/** A date that was chosen to be asked of the members: `<subject>/<day>`. */
export const soundAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, key) => {
    const known = await knownByKey(turn, key);
    const day = parseDay(known?.rest[0] ?? '');
    if (known === null || day === null || !known.act.negotiates) return gone(turn);
    return beginSounding(turn, { artist: known.act.artist.id, day, venue: known.subject.venue, lead: null });
  },
};

/** A date that was chosen for an option: writes a deal down from there, with the act and the day known. */
export const holdAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, key) => {
    const known = await knownByKey(turn, key);
    const day = parseDay(known?.rest[0] ?? '');
    if (known === null || day === null || !known.act.negotiates) return gone(turn);
    const fields = { ...emptyFields, artist: known.act.artist.id, day, venue: known.subject.venue };
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const deal = await beginConversation(dealConversation, { words: '', fields }, place, turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, deal);
  },
};
