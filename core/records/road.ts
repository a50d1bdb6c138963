import { z } from 'zod';
import { showSchema } from '../../domain/date-booking.ts';
import { sheetSchema, type DaySheet } from '../../domain/day-sheet/sheet.ts';
import { idSchema } from '../../domain/ids.ts';
import { defineCollection } from '../collection.ts';

/** Day sheets, by show; also found by whoever is régisseur. */
export const sheets = defineCollection<DaySheet>({
  name: 'sheets',
  schema: sheetSchema,
  indexes: (sheet) => [
    ...(sheet.regisseur === null ? [] : [{ name: 'person', value: sheet.regisseur }]),
    ...sheet.crew.flatMap(({ person }) => (person === null ? [] : [{ name: 'person', value: person }])),
  ],
});

const changeSchema = z.strictObject({
  /** That of the show. */
  id: idSchema,
  by: idSchema,
  at: z.number().int(),
  sheet: sheetSchema,
  show: showSchema,
});

/** What a sheet and its show were before the last change, for as long as it can be taken back. */
export type SheetChangeKept = z.infer<typeof changeSchema>;

/** The last change of each sheet, by show. */
export const sheetChanges = defineCollection<SheetChangeKept>({
  name: 'sheet-changes',
  schema: changeSchema,
  indexes: (change) => [{ name: 'expires', value: 'all', score: change.at + 24 * 3_600_000 }],
});

const factSchema = z.strictObject({ key: z.string(), value: z.string() });

const copySchema = z.strictObject({
  /** `<show>.<person>`, or `<show>.group` for the groups of the act. */
  id: z.string(),
  show: idSchema,
  /** Null: the copy of the groups. */
  person: idSchema.nullable(),
  version: z.number().int(),
  facts: z.array(factSchema),
  sentAt: z.number().int(),
  /** The version they said they saw, and when; null: none yet. */
  seen: z.strictObject({ version: z.number().int(), at: z.number().int() }).nullable(),
  /** Whether they were reminded of the version they have. */
  nudged: z.boolean(),
});

/** What somebody was sent of a sheet, to tell them of differences only. */
export type SheetCopy = z.infer<typeof copySchema>;

const copyKeptMs = 400 * 24 * 3_600_000;

/** Copies of sheets, by show and by person; kept for a good year. */
export const sheetCopies = defineCollection<SheetCopy>({
  name: 'sheet-copies',
  schema: copySchema,
  indexes: (copy) => [
    { name: 'show', value: copy.show },
    ...(copy.person === null ? [] : [{ name: 'person', value: copy.person }]),
    { name: 'expires', value: 'all', score: copy.sentAt + copyKeptMs },
  ],
});

const troubleSchema = z.strictObject({
  id: z.string(),
  show: idSchema,
  person: idSchema,
  type: z.enum(['cancelled', 'late', 'breakdown', 'missed', 'ill', 'lost', 'stuck']),
  means: z.enum(['train', 'van', 'plane', 'car']).nullable(),
  minutes: z
    .number()
    .int()
    .min(0)
    .max(24 * 60)
    .nullable(),
  at: z.number().int(),
  /** Who took it on, and when; null: nobody yet. */
  handled: z.strictObject({ by: idSchema, at: z.number().int() }).nullable(),
  /** Who told the groups, and when. */
  told: z.strictObject({ by: idSchema, at: z.number().int() }).nullable(),
});

/** Something went wrong on the road, as somebody said it. */
export type Trouble = z.infer<typeof troubleSchema>;

const troubleKeptMs = 30 * 24 * 3_600_000;

/** Troubles on the road, by show; kept for 30 days. */
export const troubles = defineCollection<Trouble>({
  name: 'troubles',
  schema: troubleSchema,
  indexes: (trouble) => [
    { name: 'show', value: trouble.show },
    { name: 'expires', value: 'all', score: trouble.at + troubleKeptMs },
  ],
});
