import { auditLine } from '../../core/audit.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Ending, type Finish } from '../../core/conversation.ts';
import { people } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Step, type Turn } from '../../core/turn.ts';
import { type DealTerms } from '../../domain/deal-terms.ts';
import { closedStatuses, type Lead } from '../../domain/lead.ts';
import { changedTerms } from '../../agency/changed-terms.ts';
import { briefOf } from '../../agency/deal-brief.ts';
import { calendarJobs } from '../../agency/leads.ts';
import { isSettling, withdrawApproval } from '../../agency/withdraw-approval.ts';
import { placeName, dayName, stacked } from '../../agency/wording.ts';
import { ownLead, type KnownLead } from '../pipeline/own-leads.ts';
import { withTerms } from './agree-terms.ts';
import { askDeciders, type Asked } from './ask-deciders.ts';
import { type Wanted } from './change-terms.conversation.ts';

/** The terms as they may be asked for: the hours of a confirmed date are its day sheet's, since others play around them. */
export function keptTerms(lead: Lead, terms: DealTerms): DealTerms {
  return lead.show === null ? terms : { ...terms, times: lead.terms.times };
}

/** Whether somebody is still to decide about the deal. */
export async function hasOpenDecision(step: Step, lead: string): Promise<boolean> {
  const asked = await step.store.find(approvals, { name: 'subject', value: `leads/${lead}` });
  return asked.some((one) => one.value.state === 'open');
}

/** What names a deal at the head of a card about its terms. */
export function headOf(turn: Turn, { lead, artist, venue }: KnownLead): Record<string, string | number> {
  const { number, day } = lead.value;
  const name = day === null ? '' : `, ${dayName(turn, turn.texts, day)}`;
  return { number, artist: artist.name, venue: placeName(venue), day: name };
}

/**
 * [Changer], from what is true at the press. A deal nobody has agreed to takes the new terms at once, and a decision that waits
 * is asked for anew; of a confirmed date the terms are only asked for, and stand once a manager agrees.
 */
export function changeTerms(id: string, wanted: Wanted): Finish {
  return async (turn) => {
    const [known, self] = await Promise.all([ownLead(turn, id), turn.store.get(people, turn.person.id)]);
    if (known === null || self === null) return ended(turn, id, turn.texts.say('deal-gone'));
    const { value: lead } = known.lead;
    const say = (key: string): Ending => ended(turn, id, turn.texts.say(key, { number: lead.number }));
    if (lead.revision !== wanted.revision) return say('deal-terms-moved-on');
    if (closedStatuses.has(lead.status)) return say('deal-submit-closed');
    if (await isSettling(turn, id)) return say('deal-settling');
    if (lead.change !== null && lead.change.type !== 'terms') return say('deal-change-waiting');
    const lines = changedTerms(turn, turn.texts, lead.terms, wanted.terms);
    const asks = lead.show !== null || (await hasOpenDecision(turn, id));
    const done = asks ? await asking(turn, known, wanted.terms) : { after: changed(turn, lead, wanted.terms) };
    if (done === null) return say('deal-gone');
    const guards = { guards: [unchanged(leads, known.lead), unchanged(people, self)] };
    const noted: Draft = { writes: [auditLine(turn, 'deal.terms', id, asks ? 'asked' : 'done')] };
    if ('asked' in done)
      return {
        ...ended(turn, id, stacked([askedText(turn, known, done.asked), ...lines])),
        draft: joinDrafts(guards, noted, done.withdrawn, done.asked.draft, { jobs: done.jobs }),
      };
    const written: Draft = { writes: [put(leads, done.after)], jobs: calendarJobs(done.after) };
    return {
      ...ended(turn, id, stacked([turn.texts.say('deal-terms-done', headOf(turn, known)), ...lines])),
      draft: joinDrafts(guards, noted, written),
    };
  };
}

function changed(turn: Turn, lead: Lead, terms: DealTerms): Lead {
  return { ...withTerms(turn, lead, terms, turn.person.id), revision: lead.revision + 1 };
}

/** The decision that is asked for: about the deal as it is now, or about what a confirmed date is to be played on. */
async function asking(
  turn: Turn,
  { lead: { value: lead } }: KnownLead,
  terms: DealTerms,
): Promise<{ asked: Asked; withdrawn: Draft; jobs: ReturnType<typeof calendarJobs> } | null> {
  const next: Lead = lead.show === null ? changed(turn, lead, terms) : { ...lead, change: { type: 'terms', terms } };
  const brief = await briefOf(turn, next);
  if (brief === null) return null;
  const asked = await askDeciders(turn, brief, turn.person.id);
  return {
    asked,
    withdrawn: await withdrawApproval(turn, lead.id, 'changed'),
    jobs: lead.show === null ? calendarJobs(asked.lead) : [],
  };
}

function askedText(turn: Turn, { lead, artist, venue }: KnownLead, { reached, names }: Asked): Text {
  const { number, day } = lead.value;
  return turn.texts.say(reached ? 'deal-submitted-again' : 'deal-submitted-again-nobody', {
    artist: artist.name,
    venue: placeName(venue),
    day: day === null ? '?' : dayName(turn, turn.texts, day),
    names: new Intl.ListFormat(turn.texts.locale).format(names),
    number,
  });
}

function ended(turn: Turn, subject: string, text: Text): Ending {
  return { text, toast: turn.texts.label('deal-done-toast'), rows: [], subject, draft: {} };
}
