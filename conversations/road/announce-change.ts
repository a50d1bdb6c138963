import { z } from 'zod';
import { joinDrafts, put, remove, unchanged, type Draft } from '../../core/commit.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { shows } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { sheetChanges } from '../../core/records/road.ts';
import { idSchema } from '../../domain/ids.ts';
import { calendarJobs } from '../../agency/leads.ts';
import { knownSheet } from '../../agency/road/known-sheet.ts';
import { tellChanges } from '../../agency/road/tell-changes.ts';

const payloadSchema = z.strictObject({ show: idSchema });

/** The minute of ↩ is over: those concerned hear what moved. */
export const announceSheetChange: DueHandler = async (step, row) => {
  const { show } = payloadSchema.parse(row.payload);
  const known = await knownSheet(step, show);
  if (known === null) return {};
  const [told, kept] = await Promise.all([
    known.sheet.sentAt === null ? {} : tellChanges(step, known),
    step.store.get(sheetChanges, show),
  ]);
  const forgotten: Draft =
    kept === null ? {} : { guards: [unchanged(sheetChanges, kept)], writes: [remove(sheetChanges, show)] };
  return joinDrafts(told, forgotten);
};

/**
 * The outside calendar gets the hours as they are now. It is written once for each change of the lead, so the lead counts this
 * one as well.
 */
export const sheetCalendarFollows: DueHandler = async (step, row) => {
  const show = await step.store.get(shows, payloadSchema.parse(row.payload).show);
  const lead = show === null || show.value.lead === null ? null : await step.store.get(leads, show.value.lead);
  if (show === null || show.value.state !== 'confirmed' || lead === null) return {};
  const counted = { ...lead.value, changes: lead.value.changes + 1 };
  return { guards: [unchanged(leads, lead)], writes: [put(leads, counted)], jobs: calendarJobs(counted) };
};
