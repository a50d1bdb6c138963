import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, unchanged, type Draft } from '../../core/commit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { artists } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals } from '../../core/records/oversight.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { closedStatuses, type Lead } from '../../domain/lead.ts';
import { briefOf } from '../../agency/deal-brief.ts';
import { dealers, negotiates } from '../../agency/deciders.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { askDeciders } from './ask-deciders.ts';
import { blockedText } from './blocked.ts';
import { dealConversation } from './deal.conversation.ts';
import { fieldsOf } from './fields.ts';
import { isSettling, withdrawApproval } from '../../agency/withdraw-approval.ts';

/** [Envoyer à valider] under an option: the card goes to those who decide, with what is true now. */
export const submitAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const lead = await turn.store.get(leads, subject);
    const artist = lead === null ? null : await turn.store.get(artists, lead.value.artist);
    if (lead === null || artist === null || !negotiates(turn.person, artist.value))
      return { outbound: tell(turn, turn.texts.label('answer-not-yours'), true) };
    const submitted = await submit(turn, lead);
    return joinDrafts({ outbound: answerPress(turn, '') }, submitted);
  },
};

/** Puts an opportunity before those who decide, or says why it cannot be. */
export async function submit(turn: Turn, lead: Versioned<Lead>): Promise<Draft> {
  const { value } = lead;
  const say = (key: string, args = {}): Draft => ({
    outbound: [reply(turn, turn.texts.say(key, { number: value.number, ...args }))],
  });
  if (closedStatuses.has(value.status)) return say('deal-submit-closed');
  if (value.change === null && value.show !== null) return say('deal-submit-done');
  if (await isSettling(turn, value.id)) return say('deal-settling');
  const open = await turn.store.find(approvals, { name: 'subject', value: `leads/${value.id}` });
  if (open.some((one) => one.value.state === 'open' && one.value.subject.version === value.revision))
    return say('deal-submit-waiting');
  if (value.day === null || (value.terms.price === null && value.terms.kind !== 'showcase')) {
    // What is missing is asked for, and the same press sends it.
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    return beginConversation(dealConversation, { words: '', fields: { ...fieldsOf(value), firm: true } }, place, turn);
  }
  const brief = await briefOf(turn, value);
  if (brief === null) return say('deal-submit-day');
  if (brief.availability.state === 'taken') return { outbound: [reply(turn, blockedText(turn, turn.texts, brief))] };
  const asked = await askDeciders(turn, brief, turn.person.id);
  return joinDrafts(
    {
      guards: [unchanged(leads, lead), ...brief.guards],
      writes: [auditLine(turn, 'deal.submitted', value.id, 'done')],
    },
    await withdrawApproval(turn, value.id, 'changed'),
    asked.draft,
    say(asked.reached ? 'deal-submitted-again' : 'deal-submitted-again-nobody', {
      artist: brief.artist.name,
      venue: placeName(brief.venue),
      day: dayName(turn, turn.texts, brief.day),
      names: new Intl.ListFormat(turn.texts.locale).format(asked.names),
    }),
  );
}
