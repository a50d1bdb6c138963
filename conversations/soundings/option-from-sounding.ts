import { type Action } from '../../core/command.ts';
import { joinDrafts } from '../../core/commit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { artists } from '../../core/records/agency.ts';
import { soundings } from '../../core/records/booking.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { dealers, negotiates } from '../../agency/deciders.ts';
import { dealConversation } from '../deals/deal.conversation.ts';
import { emptyFields } from '../deals/fields.ts';

/** [Poser l'option] once everybody has answered: the deal begins with the act, the day and the place of the sounding. */
export const optionFromSounding: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const sounding = await turn.store.get(soundings, subject);
    const artist = sounding === null ? null : await turn.store.get(artists, sounding.value.artist);
    if (sounding === null || artist === null || !negotiates(turn.person, artist.value))
      return { outbound: tell(turn, turn.texts.label('answer-not-yours'), true) };
    const { day, venue, place } = sounding.value;
    const fields = {
      ...emptyFields,
      artist: artist.value.id,
      day,
      venue,
      newVenue: venue === null && place !== null ? { name: place, town: null } : null,
    };
    const setting = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const begun = await beginConversation(dealConversation, { words: '', fields }, setting, turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, begun);
  },
};
