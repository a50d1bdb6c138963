import { z } from 'zod';
import { dayNumber } from '../../domain/day.ts';
import { idSchema } from '../../domain/ids.ts';
import { closedStatuses, leadSchema, leadStatusSchema, type Lead } from '../../domain/lead.ts';
import { soundingSchema, type Sounding } from '../../domain/sounding.ts';
import { isOpenTask, taskSchema, type Task } from '../../domain/task.ts';
import { defineCollection } from '../collection.ts';

/** Opportunities, by act and day, by booker, by place and by the number people call them. */
export const leads = defineCollection<Lead>({
  name: 'leads',
  schema: leadSchema,
  indexes: (lead) => [
    { name: 'artist', value: lead.artist, score: lead.day === null ? 0 : dayNumber(lead.day) },
    { name: 'venue', value: lead.venue, score: lead.createdAt },
    { name: 'number', value: String(lead.number) },
    ...(closedStatuses.has(lead.status) ? [] : [{ name: 'booker', value: lead.booker, score: lead.createdAt }]),
  ],
});

/** What people have to do, by who does it, who asked for it and the date it is for. */
export const tasks = defineCollection<Task>({
  name: 'tasks',
  schema: taskSchema,
  indexes: (task) => [
    ...(isOpenTask(task)
      ? [
          { name: 'person', value: task.person ?? 'nobody', score: dueScore(task) },
          ...(task.createdBy === null || task.createdBy === task.person
            ? []
            : [{ name: 'asked', value: task.createdBy, score: dueScore(task) }]),
          ...(task.artist === null ? [] : [{ name: 'artist', value: task.artist, score: dueScore(task) }]),
        ]
      : []),
    // Done, and whoever asked does not know yet.
    ...(task.state === 'done' && task.toldAt === null && task.createdBy !== null && task.createdBy !== task.doneBy
      ? [{ name: 'untold', value: task.createdBy, score: task.doneAt ?? 0 }]
      : []),
    ...(task.show === null ? [] : [{ name: 'show', value: task.show }]),
    ...(task.lead === null ? [] : [{ name: 'lead', value: task.lead }]),
  ],
});

/** Those without a due day come last. */
function dueScore(task: Task): number {
  return task.due === null ? 99_999 : dayNumber(task.due);
}

/** Dates asked of members, by act and day. */
export const soundings = defineCollection<Sounding>({
  name: 'soundings',
  schema: soundingSchema,
  indexes: (sounding) => [{ name: 'artist', value: sounding.artist, score: dayNumber(sounding.day) }],
  occupies: (sounding) => [`artist:${sounding.artist}`],
});

const declarationSchema = z.strictObject({
  /** `<person>.<month>` */
  id: idSchema,
  person: idSchema,
  /** `2027-03`: nothing to report in that month. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  at: z.number().int(),
});

/** Somebody said that they have nothing to report for a month. */
export type Declaration = z.infer<typeof declarationSchema>;

/** Months without anything to report, by person. */
export const declarations = defineCollection<Declaration>({
  name: 'declarations',
  schema: declarationSchema,
  indexes: (declaration) => [{ name: 'person', value: declaration.person }],
});

const counterSchema = z.strictObject({ id: z.string(), last: z.number().int().min(0) });

/** Numbers given out one after the other, such as those of deals. */
export const counters = defineCollection<z.infer<typeof counterSchema>>({ name: 'counters', schema: counterSchema });

const bulkItemSchema = z.strictObject({
  lead: idSchema,
  /** How many lines of history the lead had when the change was shown. */
  seen: z.number().int(),
  /** What it was before, to be put back. */
  was: leadSchema.pick({ status: true, booker: true, lastContactAt: true, followUp: true }),
  /** `left` and `kept`: somebody else had changed it before it was this one's turn. */
  state: z.enum(['planned', 'done', 'left', 'undone', 'kept']),
  /** How many lines of history it has since; null until it is changed. */
  after: z.number().int().nullable(),
});

const bulkChangeSchema = z.strictObject({
  id: idSchema,
  by: idSchema,
  at: z.number().int(),
  action: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('status'), to: leadStatusSchema }),
    z.strictObject({ type: z.literal('follow-up'), at: z.number().int() }),
    z.strictObject({ type: z.literal('booker'), to: idSchema }),
  ]),
  /** The words that chose the leads. */
  words: z.string().max(400),
  state: z.enum(['shown', 'doing', 'done', 'undoing', 'undone', 'dropped']),
  /** When it was asked for; taking it back is possible for a time after. */
  doneAt: z.number().int().nullable(),
  /** The card that says how far it is. */
  question: z.string(),
  items: z.array(bulkItemSchema).max(500),
});

/** A change of many opportunities at once: as shown, as done, and as taken back. */
export type BulkChange = z.infer<typeof bulkChangeSchema>;

const bulkKeptMs = 30 * 24 * 3_600_000;

/** Changes of many opportunities, kept for 30 days. */
export const bulkChanges = defineCollection<BulkChange>({
  name: 'bulk-changes',
  schema: bulkChangeSchema,
  indexes: (bulk) => [{ name: 'expires', value: 'all', score: bulk.at + bulkKeptMs }],
});
