import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { defineCollection } from '../collection.ts';
import { accountRefSchema } from '../refs.ts';
import { textSchema } from '../text.ts';

const day = 24 * 3_600_000;

const approvalSchema = z.strictObject({
  id: z.string(),
  /** Names the rules: who may decide, what the choices are, what follows. */
  kind: z.string(),
  /** The record the decision is about, as it was when asked; a newer version makes the cards stale. */
  subject: z.strictObject({ collection: z.string(), id: z.string(), version: z.number().int() }),
  /** The act whose people may decide. */
  artist: idSchema,
  askedBy: idSchema,
  state: z.enum(['open', 'decided', 'withdrawn', 'expired']),
  decision: z
    .strictObject({ by: idSchema, at: z.number().int(), choice: z.string(), reason: z.string().nullable() })
    .nullable(),
  /** Set once others have heard; before that the decision may be taken back. */
  announced: z.boolean(),
  askedAt: z.number().int(),
  deadline: z.number().int(),
  /** Questions and answers about it so far; they stand on every card. */
  thread: z.array(z.strictObject({ by: idSchema, at: z.number().int(), text: z.string().max(1000) })).default([]),
  /** The card everybody who may decide got, as written for each. */
  cards: z.array(
    z.strictObject({
      person: idSchema,
      notification: z.string(),
      /** Until when they put it off: it comes again then, and is not taken together with others before. */
      putOff: z.number().int().optional(),
    }),
  ),
});

/** A durable decision that others wait for. */
export type Approval = z.infer<typeof approvalSchema>;

/** Approvals, found by the record they are about and by the act whose people decide. */
export const approvals = defineCollection<Approval>({
  name: 'approvals',
  schema: approvalSchema,
  indexes: (approval) => [
    { name: 'subject', value: `${approval.subject.collection}/${approval.subject.id}` },
    ...(approval.state === 'open' ? [{ name: 'open', value: approval.artist, score: approval.askedAt }] : []),
  ],
});

const notificationSchema = z.strictObject({
  id: z.string(),
  person: idSchema,
  severity: z.enum(['info', 'action', 'urgent']),
  text: textSchema,
  withoutButtons: textSchema.nullable(),
  rows: z.array(
    z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        tone: z.enum(['primary', 'danger']).optional(),
        means: z.enum(['yes', 'no', 'undo']).optional(),
        link: z.string().optional(),
      }),
    ),
  ),
  purpose: z.enum(['approval', 'menu', 'action']).nullable(),
  subject: z.string(),
  careful: z.boolean(),
  poll: z.string().nullable(),
  /** Until when what it asks can be answered; null: a week from when it goes out. */
  until: z.number().int().nullable().default(null),
  /** Ways already tried, as `<bot> <chat>`. */
  tried: z.array(z.string()),
  /** Our id of the message of the last attempt. */
  message: z.string().nullable(),
  state: z.enum(['waiting', 'sent', 'failed', 'withdrawn']),
  readAt: z.number().int().nullable(),
  at: z.number().int(),
});

/** Something Régie tells a person of its own accord. */
export type Notification = z.infer<typeof notificationSchema>;

/** Notifications of the last 30 days, newest last. */
export const notifications = defineCollection<Notification>({
  name: 'notifications',
  schema: notificationSchema,
  indexes: (notification) => [
    { name: 'person', value: notification.person, score: notification.at },
    { name: 'expires', value: 'all', score: notification.at + 30 * day },
  ],
});

const incidentSchema = z.strictObject({
  id: z.string(),
  at: z.number().int(),
  severity: z.enum(['info', 'warning', 'error', 'critical']),
  code: z.string(),
  /** Where: a job, a stream, a bot. */
  source: z.string(),
  /** For engineers: codes and ids, never personal data. */
  detail: z.string(),
  /** What somebody did about it (the plan's « Action Corrective »). */
  action: z.strictObject({ by: idSchema, at: z.number().int(), text: z.string() }).nullable(),
});

/** Something went wrong and somebody should know. */
export type Incident = z.infer<typeof incidentSchema>;

/** Incidents, the open ones by time. */
export const incidents = defineCollection<Incident>({
  name: 'incidents',
  schema: incidentSchema,
  indexes: (incident) => [
    ...(incident.action === null ? [{ name: 'open', value: 'all', score: incident.at }] : []),
    { name: 'expires', value: 'all', score: incident.at + 365 * day },
  ],
});

const auditSchema = z.strictObject({
  id: z.string(),
  at: z.number().int(),
  /** What was tried or done: `invitation.used`, `press.refused`. */
  what: z.string(),
  person: idSchema.nullable(),
  account: accountRefSchema.nullable(),
  subject: z.string(),
  outcome: z.string(),
});

/** One line of who did or tried what. */
export type AuditLine = z.infer<typeof auditSchema>;

/** The audit trail of the last three years, by time. */
export const audit = defineCollection<AuditLine>({
  name: 'audit',
  schema: auditSchema,
  indexes: (line) => [
    { name: 'time', value: 'all', score: line.at },
    { name: 'expires', value: 'all', score: line.at + 3 * 365 * day },
  ],
});

const vaultSchema = z.strictObject({
  id: z.string(),
  person: idSchema.nullable(),
  what: z.enum(['iban', 'social-security', 'file']),
  sealed: z.string(),
  at: z.number().int(),
});

/** Something too private for a chat, kept encrypted for HR. */
export type VaultItem = z.infer<typeof vaultSchema>;

/** Sealed items, by person. */
export const vault = defineCollection<VaultItem>({
  name: 'vault',
  schema: vaultSchema,
  indexes: (item) => [{ name: 'person', value: item.person ?? 'unknown', score: item.at }],
});
