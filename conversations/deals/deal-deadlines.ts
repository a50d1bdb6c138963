import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { artists, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { type Versioned } from '../../core/store.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { withEvent, type Lead } from '../../domain/lead.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { briefOf } from '../../agency/deal-brief.ts';
import { decidersOf } from '../../agency/deciders.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { draftCard } from './ask-deciders.ts';

const payloadSchema = z.strictObject({ approval: z.string() });

/** Nobody has decided yet: one reminder to those who were asked, and the whole card to whoever decides in somebody's place by now. */
export const remindDeciders: DueHandler = async (step, row) => {
  const found = await step.store.get(approvals, payloadSchema.parse(row.payload).approval);
  if (found === null || found.value.state !== 'open') return {};
  const { value } = found;
  const [lead, artist] = await Promise.all([
    step.store.get(leads, value.subject.id),
    step.store.get(artists, value.artist),
  ]);
  const brief = lead === null ? null : await briefOf(step, lead.value);
  if (lead === null || artist === null || brief === null) return {};
  const today = dayAt(step.now, step.agency.timezone);
  const asked = new Set(value.cards.map((card) => card.person));
  const deciders = await decidersOf(step.store, artist.value, today);
  const fresh = await recipients(
    step.store,
    deciders.filter((id) => !asked.has(id)),
    today,
  );
  const known = await recipients(
    step.store,
    deciders.filter((id) => asked.has(id)),
    today,
  );
  const cards = fresh.map(({ person }) => ({ person: person.id, notification: `${value.id}.${person.id}` }));
  const added: Draft =
    fresh.length === 0
      ? { guards: [unchanged(approvals, found)] }
      : {
          guards: [unchanged(approvals, found)],
          writes: [put(approvals, { ...value, cards: [...value.cards, ...cards] })],
        };
  return joinDrafts(
    added,
    ...fresh.map((decider) => draftCard(step, brief, value, decider)),
    ...known.map((decider) => {
      const texts = step.textsOf(decider.person.locale);
      const text = texts.say('deal-remind', {
        artist: artist.value.name,
        venue: placeName(brief.venue),
        day: dayName(step, texts, brief.day),
        number: lead.value.number,
      });
      const notice = { id: `${value.id}.remind.${decider.person.id}`, severity: 'action' as const, text: [...text] };
      return draftNotice(notice, decider, { now: step.now, random: step.random, texts });
    }),
  );
};

/** The deadline has passed: nothing is decided any more on these cards, and the booker learns it with the way to ask again. */
export const expireDeal: DueHandler = async (step, row) => {
  const approval = await step.store.get(approvals, payloadSchema.parse(row.payload).approval);
  if (approval === null || approval.value.state !== 'open') return {};
  const lead = await step.store.get(leads, approval.value.subject.id);
  if (lead === null) return {};
  const cards = await rewriteCards(step, approval.value, (texts) => ({
    outcome: texts.say('deal-card-expired'),
    rows: [],
  }));
  return joinDrafts(
    closing(step, approval, lead, 'expired'),
    cards,
    await tellBooker(step, approval.value, lead.value),
  );
};

/** The step that ends an open approval without a decision, and puts the lead back to where it stood. */
export function closing(
  step: Step,
  approval: Versioned<Approval>,
  lead: Versioned<Lead>,
  as: 'expired' | 'withdrawn',
): Draft {
  const { value } = lead;
  const rows = [`remind:${approval.value.id}`, `expire:${approval.value.id}`];
  const ended: Draft = {
    guards: [unchanged(approvals, approval)],
    writes: [put(approvals, { ...approval.value, state: as })],
    cancel: rows,
  };
  // Asked anew meanwhile: what the lead waits for now is another decision.
  if (value.revision !== approval.value.subject.version) return ended;
  const status = value.show !== null ? value.status : value.hold === null ? 'negotiating' : 'option';
  const event = { at: step.now, by: null, what: 'approval' as const, from: value.status, to: as, note: null };
  return joinDrafts(ended, {
    guards: [unchanged(leads, lead)],
    writes: [put(leads, withEvent({ ...value, status, change: null }, event))],
  });
}

async function tellBooker(step: Step, approval: Approval, lead: Lead): Promise<Draft> {
  const today = dayAt(step.now, step.agency.timezone);
  const [venue, [booker]] = await Promise.all([
    step.store.get(venues, lead.venue),
    recipients(step.store, [lead.booker], today),
  ]);
  if (booker === undefined) return {};
  const texts = step.textsOf(booker.person.locale);
  const stands = lead.show !== null;
  const about = {
    venue: placeName(venue?.value),
    number: lead.number,
    day: lead.day === null ? '?' : dayName(step, texts, lead.day),
  };
  const notice = {
    id: `${approval.id}.expired`,
    severity: 'action' as const,
    purpose: 'action' as const,
    subject: lead.id,
    text: [...texts.say(stands ? 'deal-change-expired-booker' : 'deal-expired-booker', about)],
    // A confirmed date has nothing to send again: what was to change is said anew.
    rows: stands ? [] : [[{ key: `deal.submit:${lead.id}`, label: texts.label('deal-ask-again') }]],
  };
  return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
}
