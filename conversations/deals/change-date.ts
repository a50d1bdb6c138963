import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { artists, shows, venues } from '../../core/records/agency.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { type Show } from '../../domain/date-booking.ts';
import { parseDay, type Day } from '../../domain/day.ts';
import { type Lead } from '../../domain/lead.ts';
import { agencyDay } from '../../agency/agency-day.ts';
import { peopleText, stackedBrief } from '../../agency/brief-text.ts';
import { briefOf, isBlocked } from '../../agency/deal-brief.ts';
import { dealers, negotiates } from '../../agency/deciders.ts';
import { leadBehind } from '../../agency/leads.ts';
import { dayName, placeName, stacked, termsText } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { askDeciders } from './ask-deciders.ts';
import { whatStops } from './approve-deal.ts';
import { mayRead } from './recap.ts';
import { isSettling } from '../../agency/withdraw-approval.ts';

type What = 'postpone' | 'cancel';

/** A confirmed date is to move or to go: what that means stands on a card; leaving a deal is a manager's decision. */
export async function changeDate(turn: Turn, what: What, show: Show, to: Day | null): Promise<Draft> {
  const [artist, venue] = await Promise.all([turn.store.get(artists, show.artist), turn.store.get(venues, show.venue)]);
  if (artist === null || !negotiates(turn.person, artist.value))
    return { outbound: [reply(turn, turn.texts.say('answer-not-yours'))] };
  if (what === 'postpone' && (to === null || to < agencyDay(turn) || to === show.day))
    return { outbound: [reply(turn, turn.texts.say('deal-postpone-to-when'))] };
  const { lead } = await leadBehind(turn, show);
  const args = {
    artist: artist.value.name,
    venue: placeName(venue?.value),
    day: dayName(turn, turn.texts, show.day),
    to: [{ text: to === null ? '' : dayName(turn, turn.texts, to), style: 'bold' as const }],
  };
  const key = what === 'cancel' ? `deal.cancel:${show.id}` : `deal.postpone:${show.id}/${to ?? ''}`;
  const go = { key, label: turn.texts.label('deal-do-submit'), tone: 'primary' as const, means: 'yes' as const };
  const keep = { key: 'hold.keep', label: turn.texts.label('hold-release-no'), means: 'no' as const };
  if (what === 'cancel') return menuCard(turn, turn.texts.say('deal-cancel-ask', args), [[go, keep]]);
  const brief = await briefOf(turn, changed(lead, what, to));
  const stop = brief === null ? null : whatStops(turn, turn.texts, brief);
  if (brief !== null && isBlocked(brief) && stop !== null) return { outbound: [reply(turn, stop)] };
  const text = stacked([
    turn.texts.say('deal-postpone-ask', args),
    termsText(lead.terms, turn.texts),
    ...(brief === null
      ? []
      : [
          peopleText(turn.texts, brief, { conditions: mayRead(turn, brief) }),
          ...stackedBrief(turn, turn.texts, brief),
        ]),
  ]);
  return menuCard(turn, text, [[go, keep]]);
}

function changed(lead: Lead, what: What, to: Day | null): Lead {
  return {
    ...lead,
    change: what === 'cancel' || to === null ? { type: 'cancel', why: null } : { type: 'postpone', to },
  };
}

/** [Envoyer à valider] under a move: `<show>/<day>`. */
export const postponeAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: (turn, subject) => {
    const [id = '', day = ''] = subject.split('/');
    return ask(turn, 'postpone', id, parseDay(day));
  },
};

/** [Envoyer à valider] under an end: `<show>`. */
export const cancelAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: (turn, subject) => ask(turn, 'cancel', subject, null),
};

async function ask(turn: Turn, what: What, id: string, to: Day | null): Promise<Draft> {
  const show = await turn.store.get(shows, id);
  const artist = show === null ? null : await turn.store.get(artists, show.value.artist);
  if (show === null || artist === null || show.value.state !== 'confirmed' || !negotiates(turn.person, artist.value))
    return { outbound: tell(turn, turn.texts.label('approval-over'), true) };
  const behind = await leadBehind(turn, show.value);
  if (what === 'postpone' && (to === null || to < agencyDay(turn)))
    return { outbound: tell(turn, turn.texts.label('deal-postpone-to-when'), true) };
  if (await isSettling(turn, behind.lead.id)) return { outbound: tell(turn, turn.texts.label('deal-settling'), true) };
  if (behind.lead.change !== null) return { outbound: tell(turn, turn.texts.label('deal-change-waiting'), true) };
  const brief = await briefOf(turn, changed(behind.lead, what, to));
  if (brief === null) return { outbound: tell(turn, turn.texts.label('approval-over'), true) };
  const asked = await askDeciders(turn, brief, turn.person.id);
  const said = turn.texts.say(asked.reached ? 'deal-submitted-again' : 'deal-submitted-again-nobody', {
    artist: artist.value.name,
    venue: placeName(brief.venue),
    day: dayName(turn, turn.texts, brief.day),
    names: new Intl.ListFormat(turn.texts.locale).format(asked.names),
    number: behind.lead.number,
  });
  return joinDrafts(
    behind.draft,
    { guards: brief.guards, writes: [auditLine(turn, `deal.${what}`, behind.lead.id, 'asked')] },
    asked.draft,
    { outbound: [...answerPress(turn, ''), reply(turn, said)] },
  );
}
