import { z } from 'zod';
import { dealTermsSchema, type DealTerms } from './deal-terms.ts';
import { idSchema } from './ids.ts';
import { daySchema } from './schemas.ts';

/** Where an opportunity stands, in the order in which it usually moves. */
export const leadStatusSchema = z.enum([
  'to-send',
  'draft',
  'sent',
  'chased',
  'replied',
  'negotiating',
  'option',
  'to-approve',
  'deal',
  'contract-signed',
  'postponed',
  'cancelled',
  'refused',
  'no-reply',
]);

/** Where an opportunity stands. */
export type LeadStatus = z.infer<typeof leadStatusSchema>;

const historySchema = z.strictObject({
  at: z.number().int(),
  /** Null: Régie itself (an option that ran out). */
  by: idSchema.nullable(),
  what: z.enum(['created', 'status', 'terms', 'hold', 'note', 'approval', 'show', 'moved', 'cancelled']),
  from: z.string().max(80).nullable(),
  to: z.string().max(80).nullable(),
  note: z.string().max(1000).nullable(),
});

/** One line of what happened to an opportunity. */
export type LeadEvent = z.infer<typeof historySchema>;

/** An opportunity: an act, a place, perhaps a date, and everything that happened to it until it is a deal or not. */
export const leadSchema = z.strictObject({
  id: idSchema,
  /** What people call it by: « deal 42 ». */
  number: z.number().int().min(1),
  artist: idSchema,
  venue: idSchema,
  /** The wave of prospection it came in (« Lot 1 »). */
  lot: z.number().int().min(1).max(99).nullable(),
  day: daySchema.nullable(),
  status: leadStatusSchema,
  terms: dealTermsSchema,
  hold: idSchema.nullable(),
  show: idSchema.nullable(),
  booker: idSchema,
  createdAt: z.number().int(),
  /** When somebody last wrote to or heard from the organiser. */
  lastContactAt: z.number().int().nullable(),
  /** « rappelle lundi »: what is to be done next, and when. */
  followUp: z.strictObject({ at: z.number().int(), note: z.string().max(500), by: idSchema }).nullable(),
  history: z.array(historySchema),
  /** How many lines of history there ever were; names the change that a calendar or a message is about. */
  changes: z.number().int().min(0),
  /** What a confirmed date is to become, once a manager agrees: it moves, goes, or is played on other terms. */
  change: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('postpone'), to: daySchema }),
      z.strictObject({ type: z.literal('cancel'), why: z.string().max(500).nullable() }),
      z.strictObject({ type: z.literal('terms'), terms: dealTermsSchema }),
    ])
    .nullable(),
  /** Where the date stands in the act's outside calendar. */
  link: z.string().nullable(),
  /** Counts changes of what would be approved (date, place, terms); an approval of an earlier revision no longer applies. */
  revision: z.number().int().min(1),
});

/** An opportunity. */
export type Lead = z.infer<typeof leadSchema>;

/** The terms that are decided about: those asked for while a change of them waits, else those that stand. */
export function termsAsked({ change, terms }: Pick<Lead, 'change' | 'terms'>): DealTerms {
  return change?.type === 'terms' ? change.terms : terms;
}

/** Whether agreeing takes a day that is not taken yet: a first date or a move does, an end or other terms do not. */
export function takesDay({ change }: Pick<Lead, 'change'>): boolean {
  return change === null || change.type === 'postpone';
}

const mostHistory = 300;

/** The same lead with one more line of history; the oldest fall away beyond 300. */
export function withEvent(lead: Lead, event: LeadEvent): Lead {
  return { ...lead, history: [...lead.history, event].slice(-mostHistory), changes: lead.changes + 1 };
}

/** Statuses from which nothing more is expected. */
export const closedStatuses: ReadonlySet<LeadStatus> = new Set(['cancelled', 'refused', 'no-reply']);

/** Only a manager's decision leads into or out of these. */
export const guardedStatuses: ReadonlySet<LeadStatus> = new Set(['to-approve', 'deal', 'contract-signed']);

/** Whether somebody may set this status by hand: jumps forward and reopening are fine, the guarded ones are decisions. */
export function maySet(from: LeadStatus, to: LeadStatus): boolean {
  if (from === to) return false;
  if (from === 'deal' && to === 'contract-signed') return true;
  return !guardedStatuses.has(from) && !guardedStatuses.has(to);
}
