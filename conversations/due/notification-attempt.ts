import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { unchanged, joinDrafts } from '../../core/commit.ts';
import { draftAttempt } from '../../core/notification.ts';
import { notifications } from '../../core/records/oversight.ts';
import { dayAt } from '../../domain/day.ts';
import { recipients } from '../../agency/recipients.ts';

const payloadSchema = z.strictObject({ notification: z.string() });

/** The next attempt for a notification: its quiet hours are over, or the last channel failed. */
export const notificationAttempt: DueHandler = async (step, row) => {
  const { notification } = payloadSchema.parse(row.payload);
  const found = await step.store.get(notifications, notification);
  if (found === null || found.value.state === 'withdrawn') return {};
  const [recipient] = await recipients(step.store, [found.value.person], dayAt(step.now, step.agency.timezone));
  if (recipient === undefined) return {};
  const texts = step.textsOf(recipient.person.locale);
  const attempt = draftAttempt(found.value, recipient, { now: step.now, random: step.random, texts });
  // The row being handled carries the same id as the one a new wait would use; the step replaces it.
  return joinDrafts({ guards: [unchanged(notifications, found)] }, attempt);
};
