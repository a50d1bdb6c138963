import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { jobOf } from '../../core/job.ts';
import { draftNotice } from '../../core/notification.ts';
import { artists, holds, people, shows, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { type Versioned } from '../../core/store.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { withEvent, type Lead } from '../../domain/lead.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { rewriteCardOf } from '../../agency/approval-cards.ts';
import { calendarJobs } from '../../agency/leads.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { bookingDateGone } from '../../jobs/booking/date-gone.job.ts';
import { bookingDeal } from '../../jobs/booking/deal.job.ts';
import { agreeTerms } from './agree-terms.ts';
import { dealOutcome } from './deal-outcome.ts';

const payloadSchema = z.strictObject({ approval: z.string() });

/**
 * The minute in which a decision could be taken back is over: from here on others hear of it. An approved deal goes to the job
 * that makes it true everywhere, a refused one back to its booker with what can be done next.
 */
export const announceDeal: DueHandler = async (step, row) => {
  const approval = await step.store.get(approvals, payloadSchema.parse(row.payload).approval);
  if (approval === null || approval.value.decision === null || approval.value.announced) return {};
  const { value } = approval;
  const [lead, decider] = await Promise.all([
    step.store.get(leads, value.subject.id),
    step.store.get(people, value.decision?.by ?? '-'),
  ]);
  if (lead === null || decider === null || value.decision === null) return {};
  const announced: Draft = {
    guards: [unchanged(approvals, approval)],
    writes: [put(approvals, { ...value, announced: true })],
    cancel: [`remind:${value.id}`, `expire:${value.id}`],
  };
  const cards = await rewriteCardOf(step, value, decider.value.id, (texts, reader) => ({
    outcome: dealOutcome(texts, value, decider.value, reader),
    rows: [[{ key: 'command:valider', label: texts.label('deal-next') }]],
  }));
  // Asked anew meanwhile: what the lead waits for now is another decision.
  const first = value.decision.choice === 'approve' && lead.value.change === null;
  const current = first || lead.value.revision === value.subject.version;
  const effect = !current
    ? {}
    : value.decision.choice === 'approve'
      ? await approved(step, lead, decider.value)
      : await refused(step, value, lead, decider.value);
  return joinDrafts(announced, cards, effect);
};

function approved(step: Step, lead: Versioned<Lead>, decider: Person): Promise<Draft> | Draft {
  switch (lead.value.change?.type) {
    case 'postpone':
      return moved(step, lead, decider, lead.value.change.to);
    case 'cancel':
      return gone(step, lead, decider);
    case 'terms':
      return agreeTerms(step, lead, decider);
    case undefined:
      return booked(step, lead);
  }
}

/** A first date: the option behind it is confirmed, the rest is the deal job's. */
async function booked(step: Step, lead: Versioned<Lead>): Promise<Draft> {
  const { value } = lead;
  const show = value.show === null ? null : await step.store.get(shows, value.show);
  if (show === null || value.day === null) return {};
  const hold = value.hold === null ? null : await step.store.get(holds, value.hold);
  const event = { at: step.now, by: null, what: 'show' as const, from: null, to: 'confirmed', note: value.day };
  const after = withEvent(value, event);
  return {
    guards: [unchanged(leads, lead), ...(hold === null ? [] : [unchanged(holds, hold)])],
    writes: [
      put(leads, after),
      ...(hold === null ? [] : [put(holds, { ...hold.value, state: 'confirmed' as const, challenge: null })]),
    ],
    cancel: hold === null ? [] : ['expire', 'ending', 'challenge'].map((what) => `hold:${hold.value.id}:${what}`),
    jobs: [
      jobOf(bookingDeal, { lead: value.id, show: show.value.id, version: show.value.version }),
      ...calendarJobs(after),
    ],
  };
}

/** The new date was claimed at the press; now the old one is let go, and both have one history. */
async function moved(step: Step, lead: Versioned<Lead>, decider: Person, to: NonNullable<Lead['day']>): Promise<Draft> {
  const { value } = lead;
  const known = await step.store.find(shows, { name: 'lead', value: value.id });
  const old = known.find((show) => show.value.id === value.show);
  const made = known.find((show) => show.value.replaces === value.show && show.value.state === 'confirmed');
  if (old === undefined || made === undefined || value.day === null) return {};
  const event = { at: step.now, by: decider.id, what: 'moved' as const, from: value.day, to, note: null };
  const after = withEvent({ ...value, day: to, show: made.value.id, change: null }, event);
  return {
    guards: [unchanged(leads, lead), unchanged(shows, old), unchanged(shows, made)],
    writes: [put(leads, after), put(shows, { ...old.value, state: 'postponed', version: old.value.version + 1 })],
    jobs: [
      jobOf(bookingDateGone, { lead: value.id, show: old.value.id, version: old.value.version + 1 }),
      ...calendarJobs(after, [value.day]),
    ],
  };
}

async function gone(step: Step, lead: Versioned<Lead>, decider: Person): Promise<Draft> {
  const { value } = lead;
  const show = value.show === null ? null : await step.store.get(shows, value.show);
  if (show === null || value.change?.type !== 'cancel') return {};
  const event = {
    at: step.now,
    by: decider.id,
    what: 'cancelled' as const,
    from: value.status,
    to: null,
    note: value.change.why,
  };
  // Without a date it can be taken up again; the show that was keeps its own record.
  const after = withEvent({ ...value, status: 'cancelled', change: null, hold: null, show: null }, event);
  const version = show.value.version + 1;
  return {
    guards: [unchanged(leads, lead), unchanged(shows, show)],
    writes: [put(leads, after), put(shows, { ...show.value, state: 'cancelled', version })],
    jobs: [jobOf(bookingDateGone, { lead: value.id, show: show.value.id, version }), ...calendarJobs(after)],
  };
}

/** « Anna ne valide pas Le Fil du 13 mars : « trop loin ». L'option 1 reste posée jusqu'au… » */
async function refused(step: Step, approval: Approval, lead: Versioned<Lead>, decider: Person): Promise<Draft> {
  const { value } = lead;
  const [artist, venue, hold, [booker]] = await Promise.all([
    step.store.get(artists, value.artist),
    step.store.get(venues, value.venue),
    value.hold === null ? null : step.store.get(holds, value.hold),
    recipients(step.store, [value.booker], dayAt(step.now, step.agency.timezone)),
  ]);
  const status = value.show !== null ? value.status : hold === null ? 'negotiating' : 'option';
  const event = {
    at: step.now,
    by: decider.id,
    what: 'approval' as const,
    from: value.status,
    to: 'refused',
    note: approval.decision?.reason ?? null,
  };
  const after = withEvent({ ...value, status, change: null }, event);
  const back: Draft = { guards: [unchanged(leads, lead)], writes: [put(leads, after)] };
  if (booker === undefined) return back;
  const texts = step.textsOf(booker.person.locale);
  const text = texts.say(value.change === null ? 'deal-refused-booker' : 'deal-change-refused-booker', {
    name: firstName(decider),
    artist: artist?.value.name ?? '?',
    venue: placeName(venue?.value),
    day: value.day === null ? '?' : dayName(step, texts, value.day),
    reason: approval.decision?.reason ?? '',
  });
  const kept =
    hold === null || value.show !== null
      ? []
      : [
          { text: ' ' },
          ...texts.say('deal-refused-hold', {
            rank: hold.value.rank,
            until: dayName(step, texts, hold.value.validUntil),
          }),
        ];
  const notice = {
    id: `${approval.id}.refused`,
    severity: 'action' as const,
    purpose: 'action' as const,
    subject: value.id,
    text: [...text, ...kept],
    rows: nextSteps(texts, after, decider).map((row) => row.map(({ key, label }) => ({ key, label }))),
  };
  return joinDrafts(back, draftNotice(notice, booker, { now: step.now, random: step.random, texts }));
}

function nextSteps(texts: Texts, lead: Lead, decider: Person): Offer[][] {
  const answer = {
    key: `talk.reply:${decider.id}/${lead.id}`,
    label: texts.label('deal-reply-to', { name: firstName(decider) }),
  };
  if (lead.show !== null) return [[answer]];
  const release =
    lead.hold === null ? [] : [{ key: `hold.release:${lead.hold}`, label: texts.label('hold-do-release') }];
  return [[{ key: `deal.redo:${lead.id}`, label: texts.label('deal-other-date') }, ...release], [answer]];
}
