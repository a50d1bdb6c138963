import { z } from 'zod';

/**
 * How the emulated signal-cli-rest-api behaves. `sendAnswer`: 0.100 and the swagger answer `/v2/send` with an object, later versions with a
 * list. `firstContact: 'captcha'`: the first message to somebody who never wrote is answered 429 until a captcha is handed in. `limits` turns
 * on the leaky buckets of Signal's server. `profileName: null` is a number that was just registered: group sends fail until one is set.
 * `editWindowMs`: how long the phones of people honour an edit or a deletion; signal-cli itself sends it at any age.
 */
export const settingsSchema = z.strictObject({
  number: z
    .string()
    .regex(/^\+\d{6,15}$/)
    .default('+33700000001'),
  profileName: z.string().min(1).nullable().default(null),
  sendAnswer: z.enum(['object', 'list']).default('object'),
  firstContact: z.enum(['allow', 'captcha']).default('allow'),
  limits: z.boolean().default(false),
  deliveryReceipts: z.boolean().default(true),
  readReceipts: z.boolean().default(false),
  editWindowMs: z
    .number()
    .int()
    .min(0)
    .default(24 * 60 * 60 * 1000),
  pingMs: z.number().int().min(1).default(54_000),
  version: z.string().default('0.100'),
});

/** Settings as given: everything may be left out. */
export type SignalOptions = z.input<typeof settingsSchema>;
/** Settings in force. They may be changed while the sandbox runs, except the number and the ping interval. */
export type SignalSettings = z.output<typeof settingsSchema>;

/** What the control API may change while running. */
export const settingsPatchSchema = z
  .strictObject({
    sendAnswer: z.enum(['object', 'list']),
    firstContact: z.enum(['allow', 'captcha']),
    limits: z.boolean(),
    deliveryReceipts: z.boolean(),
    readReceipts: z.boolean(),
    editWindowMs: z.number().int().min(0),
    profileName: z.string().min(1).nullable(),
  })
  .partial();
