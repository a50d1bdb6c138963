import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { outboundSchema } from '../../core/outbound.ts';
import { deliveries } from '../../core/records/dialogue.ts';

const payloadSchema = z.strictObject({ message: outboundSchema });

/** A question whose sending got no answer: after a minute without receipt it goes out once more, and only once. */
export const outboundSilence: DueHandler = async (step, row) => {
  const { message } = payloadSchema.parse(row.payload);
  const delivery = await step.store.get(deliveries, message.id);
  if (delivery === null || delivery.value.status !== 'unknown') return {};
  return { outbound: [{ ...message, id: `${message.id}~` }] };
};
