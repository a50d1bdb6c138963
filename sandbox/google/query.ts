import { z } from 'zod';
import { GoogleError, invalid } from './errors.ts';
import { readInstant } from './moments.ts';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const instant = z.string().transform((text, context) => {
  const at = readInstant(text);
  if (at !== undefined) return at;
  context.addIssue({ code: 'custom', message: 'no RFC 3339 time' });
  return z.NEVER;
});
/** A parameter that may be given several times. */
const repeated = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));

/** Parameters every method takes. Those that would change the answer's form are not emulated, so they are not taken. */
const common = { alt: z.literal('json').optional(), prettyPrint: flag.optional(), quotaUser: z.string().optional() };
const write = {
  ...common,
  sendUpdates: z.enum(['all', 'externalOnly', 'none']).optional(),
  sendNotifications: flag.optional(),
};
const change = {
  ...write,
  maxAttendees: count.optional(),
  supportsAttachments: flag.optional(),
  conferenceDataVersion: z.enum(['0', '1']).optional(),
};

/** The query parameters of each method. */
export const queries = {
  insert: z.strictObject(change),
  update: z.strictObject({ ...change, alwaysIncludeEmail: flag.optional() }),
  delete: z.strictObject(write),
  get: z.strictObject({
    ...common,
    alwaysIncludeEmail: flag.optional(),
    maxAttendees: count.optional(),
    timeZone: z.string().optional(),
  }),
  list: z.strictObject({
    ...common,
    alwaysIncludeEmail: flag.optional(),
    iCalUID: z.string().optional(),
    maxAttendees: count.optional(),
    maxResults: count.optional(),
    orderBy: z.enum(['startTime', 'updated']).optional(),
    pageToken: z.string().optional(),
    privateExtendedProperty: repeated.optional(),
    sharedExtendedProperty: repeated.optional(),
    q: z.string().optional(),
    showDeleted: flag.optional(),
    singleEvents: flag.optional(),
    timeMax: instant.optional(),
    timeMin: instant.optional(),
    timeZone: z.string().optional(),
    updatedMin: instant.optional(),
  }),
};

/** Reads a query: an unknown parameter, one given twice or a value of a wrong kind is refused by its name. */
export function readQuery<T>(schema: z.ZodType<T>, given: Readonly<Record<string, readonly string[]>>): T {
  const flat = Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, values.length === 1 ? values[0] : [...values]]),
  );
  const read = schema.safeParse(flat);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  if (issue?.code === 'unrecognized_keys')
    throw new GoogleError(
      400,
      'global',
      'badRequest',
      `Invalid JSON payload received. Unknown name "${issue.keys[0] ?? ''}": Cannot bind query parameter.`,
    );
  const name = String(issue?.path[0] ?? 'query');
  throw invalid(`Invalid value for: ${name}`, name);
}
