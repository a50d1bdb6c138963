import { createHash } from 'node:crypto';
import { z } from 'zod';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { RegieError } from '../../core/errors.ts';
import { draftIncident } from '../../core/incident.ts';
import { defineHandler, type JobStep } from '../../core/job.ts';
import { draftNotice } from '../../core/notification.ts';
import { type CalendarEntry, type CalendarOutcome } from '../../core/outside-calendar.ts';
import { artists } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { dayAt } from '../../domain/day.ts';
import { type Lead } from '../../domain/lead.ts';
import { recipients } from '../../agency/recipients.ts';
import { bookingCalendar } from './calendar.job.ts';
import { entryOf } from './calendar-entry.ts';

const outcomeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('written'), link: z.string().nullable() }),
  z.strictObject({ type: z.literal('off') }),
]);

const deadlineMs = 30_000;

/** Writes what is true of a deal's day when it runs, whichever change asked for it; a refusal by the service is told once. */
export const bookingCalendarHandler = defineHandler(bookingCalendar, async (step, { lead: id, day, change }) => {
  const lead = await step.store.get(leads, id);
  const artist = lead === null ? null : await step.store.get(artists, lead.value.artist);
  const calendar = artist?.value.calendar ?? null;
  if (lead === null || artist === null || calendar === null) return {};
  const entry = await entryOf(step, lead.value, artist.value, calendar, day);
  try {
    const outcome = await write(step, entry, lead.value, change);
    const link = outcome.type === 'written' && lead.value.day === day ? outcome.link : lead.value.link;
    // A newer change may have been written before this one: then what is true by now is written again.
    const guards = [unchanged(leads, lead)];
    return link === lead.value.link ? { guards } : { guards, writes: [put(leads, { ...lead.value, link })] };
  } catch (error) {
    if (!(error instanceof RegieError) || error.nature.temporary) throw error;
    return refusedBy(step, error, lead.value);
  }
});

/** One effect for each content at each change, so that A, B and A again are three writes and a repeated one is none. */
async function write(step: JobStep, entry: CalendarEntry, lead: Lead, change: number): Promise<CalendarOutcome> {
  const content = createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 12);
  const result = await step.effects({
    key: `calendar:${entry.id}:${change}:${lead.changes}:${content}`,
    params: entry,
    deadlineMs,
    run: () => step.calendar.put(entry),
    // Writing is by our own id: where the entry already says so, it arrived; otherwise writing again changes nothing twice.
    reconcile: async () => {
      const sight = await step.calendar.look(entry.calendar, entry.id);
      return sight.type === 'off' ? { result: sight } : null;
    },
  });
  return outcomeSchema.parse(result);
}

/** The calendar will not take it however often it is tried: an incident, and one sentence to the booker. */
async function refusedBy(step: JobStep, error: RegieError, lead: Lead): Promise<Draft> {
  const incident = await draftIncident(step, {
    id: `calendar:${lead.id}:${error.code}`,
    severity: 'error',
    code: error.code,
    source: bookingCalendar.name,
    detail: lead.id,
  });
  const [booker] = await recipients(step.store, [lead.booker], dayAt(step.now, step.agency.timezone));
  if (booker === undefined) return incident;
  const texts = step.textsOf(booker.person.locale);
  const text = [...texts.say('calendar-refused', { number: lead.number })];
  const notice = { id: `${lead.id}.calendar.${error.code}`, severity: 'info' as const, text };
  return joinDrafts(incident, draftNotice(notice, booker, { now: step.now, random: step.random, texts }));
}
