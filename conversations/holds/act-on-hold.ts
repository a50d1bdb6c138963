import { beginConversation } from '../../core/conversation-step.ts';
import { type Draft } from '../../core/commit.ts';
import { leads } from '../../core/records/booking.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { type BookingSentence } from '../../domain/booking-words/index.ts';
import { type Hold } from '../../domain/date-booking.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { dealConversation } from '../deals/deal.conversation.ts';
import { emptyFields, fieldsOf } from '../deals/fields.ts';
import { dayName } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { heldUntil } from './extend-hold.ts';
import { ownLiveHold, type KnownHold } from './known-holds.ts';
import { about, releaseCard } from './release-hold.ts';

/** What a sentence about an option leads to: a card with one press left, or the step where it is harmless. */
export async function actOn(turn: Turn, type: BookingSentence['type'], hold: Hold, to: Day | null): Promise<Draft> {
  const known = await ownLiveHold(turn, hold.id);
  if (known === null) return { outbound: [reply(turn, turn.texts.say('hold-gone'))] };
  switch (type) {
    case 'release':
    case 'cancel':
      return releaseCard(turn, known);
    case 'confirm':
      return offer(turn, known, 'hold-confirm-ask', `hold.confirm:${hold.id}`, 'hold-do-submit');
    case 'extend': {
      const until = heldUntil(hold, to ?? addDays(hold.validUntil, 7));
      const key = `hold.extend:${hold.id}/${until}`;
      return offer(turn, known, 'hold-extend-ask', key, 'hold-do-extend-to', { to: dayName(turn, turn.texts, until) });
    }
    case 'challenge':
      return offer(turn, known, 'hold-challenge-ask', `hold.challenge:${hold.id}`, 'hold-do-challenge');
    case 'lift':
      return lift(turn, known);
    case 'postpone':
      return moveOption(turn, known, to);
  }
}

async function offer(
  turn: Turn,
  known: KnownHold,
  text: string,
  key: string,
  label: string,
  args: Record<string, string> = {},
): Promise<Draft> {
  return menuCard(turn, await about(turn, known, text, args), [
    [
      { key, label: turn.texts.label(label), tone: 'primary', means: 'yes' },
      { key: 'hold.keep', label: turn.texts.label('hold-release-no'), means: 'no' },
    ],
  ]);
}

/** « lever l'option » is said for both, so it is asked. */
async function lift(turn: Turn, known: KnownHold): Promise<Draft> {
  const { id } = known.hold.value;
  return menuCard(turn, await about(turn, known, 'hold-lift-ask'), [
    [
      { key: `hold.confirm:${id}`, label: turn.texts.label('hold-do-confirm') },
      { key: `hold.release-now:${id}`, label: turn.texts.label('hold-release-yes') },
    ],
    [{ key: 'hold.keep', label: turn.texts.label('hold-release-no'), means: 'no' }],
  ]);
}

/** An option that moves to another day is the same deal with another date: its card is shown again. */
async function moveOption(turn: Turn, known: KnownHold, to: Day | null): Promise<Draft> {
  const { value } = known.hold;
  const lead = value.lead === null ? null : await turn.store.get(leads, value.lead);
  const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
  const base =
    lead === null
      ? { ...emptyFields, artist: value.artist, venue: value.venue, priceLeftOpen: true, entryLeftOpen: true }
      : fieldsOf(lead.value);
  return beginConversation(
    dealConversation,
    { words: '', fields: { ...base, day: to, keepsHold: value.id } },
    place,
    turn,
  );
}
