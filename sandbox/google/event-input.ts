import { z } from 'zod';
import { GoogleError, invalid } from './errors.ts';
import { momentBody } from './moments.ts';

/** The platform's own limits of extended properties; those of texts are not published, so they are kept narrow. */
const properties = z.record(z.string().min(1).max(44), z.string().max(1024).nullable());

/** What a write may set and we keep as it is. */
const kept = {
  summary: z.string().max(1024),
  description: z.string().max(8192),
  location: z.string().max(1024),
  colorId: z.string().regex(/^([1-9]|1[01])$/),
  transparency: z.enum(['opaque', 'transparent']),
  visibility: z.enum(['default', 'public', 'private', 'confidential']),
  guestsCanInviteOthers: z.boolean(),
  guestsCanModify: z.boolean(),
  guestsCanSeeOtherGuests: z.boolean(),
  source: z.strictObject({ title: z.string(), url: z.url({ protocol: /^https?$/ }) }),
  reminders: z.strictObject({
    useDefault: z.boolean(),
    overrides: z
      .array(z.strictObject({ method: z.enum(['email', 'popup']), minutes: z.number().int().min(0).max(40_320) }))
      .max(5)
      .optional(),
  }),
};

/** What the platform writes itself: taken without a word when it is sent back, and ignored. */
const readOnly = {
  kind: z.unknown(),
  etag: z.unknown(),
  htmlLink: z.unknown(),
  created: z.unknown(),
  updated: z.unknown(),
  creator: z.unknown(),
  organizer: z.unknown(),
  iCalUID: z.unknown(),
  eventType: z.unknown(),
};

/** Of every field: left out says nothing, null takes it away. */
const body = z
  .strictObject({
    ...readOnly,
    ...kept,
    id: z.string(),
    status: z.enum(['confirmed', 'tentative', 'cancelled']),
    start: momentBody,
    end: momentBody,
    sequence: z.number().int().min(0),
    extendedProperties: z.strictObject({ private: properties.optional(), shared: properties.optional() }),
  })
  .partial();

/** The fields of an event that are kept as they were sent. */
export type EventFields = Readonly<
  Partial<{ [Name in keyof typeof kept]: z.output<(typeof kept)[Name]> }> & {
    extendedProperties?: {
      readonly private?: Readonly<Record<string, string>>;
      readonly shared?: Readonly<Record<string, string>>;
    };
  }
>;

/** What a write says. */
type EventBody = z.output<typeof body>;

/** A parsed body, and which fields it takes away. */
export interface EventWrite {
  readonly body: EventBody;
  readonly cleared: ReadonlySet<string>;
}

/**
 * Reads the body of a write. Unknown fields and values of a wrong kind are refused, as are things the platform has and this emulator does not:
 * recurrence, conferences, attachments. Guests are refused the way a service account without delegation is.
 */
export function readEventBody(text: string): EventWrite {
  const value = parsed(text);
  if (value['attendees'] !== undefined)
    throw new GoogleError(
      403,
      'calendar',
      'forbiddenForServiceAccounts',
      'Service accounts cannot invite attendees without Domain-Wide Delegation of Authority.',
    );
  const cleared = new Set(Object.keys(value).filter((name) => value[name] === null));
  const unknown = Object.keys(value).find((name) => !(name in body.shape));
  if (unknown !== undefined)
    throw new GoogleError(
      400,
      'global',
      'badRequest',
      `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`,
    );
  const read = body.safeParse(Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)));
  if (!read.success) throw invalid(`Invalid value for: ${read.error.issues[0]?.path.join('.') ?? 'event'}`);
  return { body: read.data, cleared };
}

/** The kept fields of a body over those of `before`: all of them replaced, or (patch) only what is named, properties one by one. */
export function fieldsOf({ body, cleared }: EventWrite, before: EventFields = {}): EventFields {
  const { extendedProperties, ...rest } = body;
  const left = Object.fromEntries(Object.entries(before).filter(([name]) => name in kept && !cleared.has(name)));
  const named = Object.fromEntries(Object.entries(rest).filter(([name, value]) => name in kept && value !== undefined));
  const own = cleared.has('extendedProperties') ? undefined : before.extendedProperties;
  const both = {
    private: merged(own?.private, extendedProperties?.private),
    shared: merged(own?.shared, extendedProperties?.shared),
  };
  const properties = Object.fromEntries(Object.entries(both).filter(([, value]) => Object.keys(value).length > 0));
  return { ...left, ...named, ...(Object.keys(properties).length === 0 ? {} : { extendedProperties: properties }) };
}

function merged(
  before: Readonly<Record<string, string>> = {},
  change: Readonly<Record<string, string | null>> = {},
): Record<string, string> {
  const after = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(change)) {
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  return Object.fromEntries(after);
}

function parsed(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new GoogleError(400, 'global', 'parseError', 'Parse Error');
  }
}
