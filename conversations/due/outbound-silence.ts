import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { outboundSchema } from '../../core/outbound.ts';
import { deliveries } from '../../core/records/dialogue.ts';

const payloadSchema = z.strictObject({ message: outboundSchema });

/** A minute without answer or receipt: a question goes out once more, and only once; other news by the next channel. */
export const outboundSilence: DueHandler = async (step, row) => {
  const { message } = payloadSchema.parse(row.payload);
  const delivery = await step.store.get(deliveries, message.id);
  if (delivery === null || delivery.value.status !== 'unknown') return {};
  if (message.important || message.notification === null) return { outbound: [{ ...message, copy: true }] };
  const { notification } = message;
  return {
    due: [
      { id: `notification:${notification}`, kind: 'notification.attempt', at: step.now, payload: { notification } },
    ],
  };
};
