import { z } from 'zod';
import { joinDrafts, put, remove, unchanged, type Draft } from '../../core/commit.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { leads } from '../../core/records/booking.ts';
import { sheetChanges } from '../../core/records/road.ts';
import { type Versioned } from '../../core/store.ts';
import { idSchema } from '../../domain/ids.ts';
import { type Lead } from '../../domain/lead.ts';
import { calendarJobs } from '../../agency/leads.ts';
import { knownSheet } from '../../agency/road/known-sheet.ts';
import { tellChanges } from '../../agency/road/tell-changes.ts';

const payloadSchema = z.strictObject({ show: idSchema });

/** The minute of ↩ is over: those concerned hear what moved, and the outside calendar follows. */
export const announceSheetChange: DueHandler = async (step, row) => {
  const { show } = payloadSchema.parse(row.payload);
  const known = await knownSheet(step, show);
  if (known === null) return {};
  const [told, lead, kept] = await Promise.all([
    known.sheet.sentAt === null ? {} : tellChanges(step, known),
    known.show.lead === null ? null : step.store.get(leads, known.show.lead),
    step.store.get(sheetChanges, show),
  ]);
  const forgotten: Draft =
    kept === null ? {} : { guards: [unchanged(sheetChanges, kept)], writes: [remove(sheetChanges, show)] };
  const moved = kept !== null && kept.value.show.version !== known.show.version;
  return joinDrafts(told, forgotten, moved && lead !== null ? calendarFollows(lead) : {});
};

/** The outside calendar is written once for each change of the lead, so the lead counts this one as well. */
function calendarFollows(lead: Versioned<Lead>): Draft {
  const counted = { ...lead.value, changes: lead.value.changes + 1 };
  return { guards: [unchanged(leads, lead)], writes: [put(leads, counted)], jobs: calendarJobs(counted) };
}
