import { saysItNew, type Outbound } from '../core/outbound.ts';
import { deliveries, type Delivery } from '../core/records/dialogue.ts';
import { type Records } from '../core/store.ts';

/** What is already known of a message: the delivery it rewrites, closes or pins, and an earlier delivery of the message itself. */
export interface Whereabouts {
  readonly target: Delivery | null;
  readonly known: Delivery | null;
}

/** Looks up where our messages stand on the platform; both in one round trip. */
export async function targetOf(store: Records, message: Outbound): Promise<Whereabouts> {
  const { operation } = message;
  if (saysItNew(operation)) return { target: null, known: (await store.get(deliveries, message.id))?.value ?? null };
  const named = operation.type === 'edit' || operation.type === 'close' || operation.type === 'pin';
  if (!named) return { target: null, known: null };
  return { target: (await store.get(deliveries, operation.target))?.value ?? null, known: null };
}
