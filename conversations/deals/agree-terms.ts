import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { artists, shows, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Versioned } from '../../core/store.ts';
import { type Step } from '../../core/turn.ts';
import { type DealTerms } from '../../domain/deal-terms.ts';
import { dayAt } from '../../domain/day.ts';
import { withEvent, type Lead } from '../../domain/lead.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { changedTerms, changedTermsLine } from '../../agency/changed-terms.ts';
import { calendarJobs } from '../../agency/leads.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName, placeName, stacked } from '../../agency/wording.ts';

/** Other terms of a confirmed date were agreed to: from here on they are the deal's, and whoever books it hears so. */
export async function agreeTerms(step: Step, lead: Versioned<Lead>, decider: Person): Promise<Draft> {
  const { value } = lead;
  if (value.change?.type !== 'terms') return {};
  const { terms } = value.change;
  const after = withTerms(step, { ...value, change: null }, terms, decider.id);
  const show = value.show === null ? null : await step.store.get(shows, value.show);
  const { embargo, exclusivity } = terms;
  return joinDrafts(
    { guards: [unchanged(leads, lead)], writes: [put(leads, after)], jobs: calendarJobs(after) },
    show === null
      ? {}
      : { guards: [unchanged(shows, show)], writes: [put(shows, { ...show.value, embargo, exclusivity })] },
    await tellBooker(step, value, terms, decider),
  );
}

/** The same deal on other terms, with what changed in its history. */
export function withTerms(step: Step, lead: Lead, terms: DealTerms, by: string): Lead {
  const texts = step.textsOf(step.agency.locale);
  const note = changedTermsLine(step, texts, lead.terms, terms);
  const event = { at: step.now, by, what: 'terms' as const, from: null, to: null, note };
  return withEvent({ ...lead, terms }, event);
}

async function tellBooker(step: Step, lead: Lead, terms: DealTerms, decider: Person): Promise<Draft> {
  const [artist, venue, [booker]] = await Promise.all([
    step.store.get(artists, lead.artist),
    step.store.get(venues, lead.venue),
    recipients(step.store, [lead.booker], dayAt(step.now, step.agency.timezone)),
  ]);
  if (booker === undefined || artist === null) return {};
  const texts = step.textsOf(booker.person.locale);
  const head = texts.say('deal-terms-agreed', {
    name: firstName(decider),
    artist: artist.value.name,
    venue: placeName(venue?.value),
    day: lead.day === null ? '?' : dayName(step, texts, lead.day),
    number: lead.number,
  });
  const notice = {
    id: `${lead.id}.terms${lead.changes}`,
    severity: 'info' as const,
    text: [...stacked([head, ...changedTerms(step, texts, lead.terms, terms)])],
  };
  return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
}
