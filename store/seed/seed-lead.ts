import { z } from 'zod';
import { type Declaration } from '../../core/records/booking.ts';
import { addDays, instantOf, parseDay, type Day } from '../../domain/day.ts';
import { dealKindSchema, employerOf, noTimes, vatOf } from '../../domain/deal-terms.ts';
import { idSchema } from '../../domain/ids.ts';
import { leadStatusSchema, withEvent, type Lead } from '../../domain/lead.ts';
import { moneySchema } from '../../domain/money.ts';
import { daySchema } from '../../domain/schemas.ts';

/** An opportunity as a seed writes it: days instead of instants, and a price before tax. What is decided in chat cannot be seeded. */
export const leadRowSchema = z.strictObject({
  id: idSchema,
  number: z.number().int().min(1),
  artist: idSchema,
  venue: idSchema,
  lot: z.number().int().min(1).max(99).nullable(),
  day: daySchema.nullable(),
  status: leadStatusSchema.exclude(['option', 'to-approve', 'deal', 'contract-signed']),
  kind: dealKindSchema.default('cession'),
  price: moneySchema.nullable(),
  booker: idSchema,
  created: daySchema,
  lastContact: daySchema.nullable(),
  followUp: z
    .strictObject({ on: daySchema, note: z.string().max(500) })
    .nullable()
    .default(null),
  notes: z.array(z.strictObject({ on: daySchema, text: z.string().min(1).max(1000) })).default([]),
});

/** An opportunity as a seed writes it. */
export type LeadRow = z.infer<typeof leadRowSchema>;

const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** The months for which somebody said that they have nothing to report; the id is the person's. */
export const declarationRowSchema = z.strictObject({
  id: idSchema,
  on: daySchema,
  months: z.array(monthSchema).min(1),
});

/** The months for which somebody has nothing to report. */
export type DeclarationRow = z.infer<typeof declarationRowSchema>;

const opens = '09:00';
const writes = '10:30';

/** The opportunity itself; what happened to it is told from its days. `zone` is the agency's. */
export function leadOf(row: LeadRow, zone: string): Lead {
  const { id, number, artist, venue, lot, day, status, kind, booker } = row;
  const at = (on: Day, time = writes): number => instantOf(on, time, zone);
  const price = row.price === null ? null : { ...row.price, vat: vatOf[kind] };
  const none = { entry: null, vhr: null, conditions: null, embargo: null, exclusivity: null };
  const lead: Lead = {
    id,
    number,
    artist,
    venue,
    lot,
    day,
    status,
    booker,
    terms: { kind, employer: employerOf[kind], price, times: noTimes, ...none },
    hold: null,
    show: null,
    createdAt: at(row.created),
    lastContactAt: row.lastContact === null ? null : at(row.lastContact),
    followUp: row.followUp === null ? null : { at: at(row.followUp.on, opens), note: row.followUp.note, by: booker },
    history: [],
    changes: 0,
    change: null,
    link: null,
    revision: 1,
  };
  return eventsOf(row, at)
    .toSorted((a, b) => a.at - b.at)
    .reduce(withEvent, lead);
}

function eventsOf(row: LeadRow, at: (on: Day) => number): Lead['history'] {
  const { booker: by, status } = row;
  const moved = status === 'to-send' ? [] : [row.lastContact ?? row.created];
  return [
    { at: at(row.created), by, what: 'created', from: null, to: null, note: null },
    ...moved.map((on) => ({ at: at(on) + 1, by, what: 'status' as const, from: 'to-send', to: status, note: null })),
    ...row.notes.map(({ on, text }) => ({
      at: at(on) + 2,
      by,
      what: 'note' as const,
      from: null,
      to: null,
      note: text,
    })),
  ];
}

/** The opportunities move as a whole, also what lies before the anchor: how long somebody has been silent is what they are about. */
export function movedLead(row: LeadRow, by: number): LeadRow {
  const moved = (day: Day): Day => addDays(day, by);
  const movedIfAny = (day: Day | null): Day | null => (day === null ? null : moved(day));
  return {
    ...row,
    day: movedIfAny(row.day),
    created: moved(row.created),
    lastContact: movedIfAny(row.lastContact),
    followUp: row.followUp === null ? null : { ...row.followUp, on: moved(row.followUp.on) },
    notes: row.notes.map((note) => ({ ...note, on: moved(note.on) })),
  };
}

/** One record for each month. */
export function declarationsOf({ id: person, on, months }: DeclarationRow, zone: string): Declaration[] {
  return months.map((month) => ({ id: `${person}.${month}`, person, month, at: instantOf(on, writes, zone) }));
}

/** A month moves with its middle, since a year of weeks is a day or two short of a year. */
export function movedDeclaration(row: DeclarationRow, by: number): DeclarationRow {
  const months = row.months.map((month) => {
    const middle = parseDay(`${month}-15`);
    return middle === null ? month : addDays(middle, by).slice(0, 7);
  });
  return { ...row, months, on: addDays(row.on, by) };
}
