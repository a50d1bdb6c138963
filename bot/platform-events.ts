import { joinDrafts, put, remove, unchanged, type Draft } from '../core/commit.ts';
import { type Inbound } from '../core/inbound.ts';
import { deliveries, type Delivery } from '../core/records/dialogue.ts';
import { accounts, groups } from '../core/records/identity.ts';
import { type ChatRef, type MessageRef } from '../core/refs.ts';
import { reply } from '../core/replies.ts';
import { type Versioned } from '../core/store.ts';
import { type Step, type Turn } from '../core/turn.ts';

/** Delivered and read: what we know of our messages gets better, never worse. */
export async function handleReceipt(
  step: Step,
  message: Inbound,
  content: Extract<Inbound['content'], { type: 'receipt' }>,
): Promise<Draft> {
  const status = content.kind === 'read' ? ('read' as const) : ('received' as const);
  const found = await Promise.all(
    content.messages.map(async (ref) => ({ ref, delivery: await deliveryOf(step, message.chat, ref) })),
  );
  return joinDrafts(
    ...found.map(({ ref, delivery }) => {
      if (delivery === null || delivery.value.status === 'read' || delivery.value.status === status) return {};
      const messages = delivery.value.messages.length === 0 ? [ref] : delivery.value.messages;
      return {
        guards: [unchanged(deliveries, delivery)],
        writes: [put(deliveries, { ...delivery.value, status, messages })],
      };
    }),
  );
}

/** Clocks of ours and the platform's may differ by this much. */
const clockSkewMs = 2_000;

/**
 * The message a receipt is for: a text or a poll of this chat, or the one whose sending got no answer while the receipt's
 * message was made, which thereby arrived. Receipts name no group, so one for a group's message looks like one of ours here.
 */
async function deliveryOf(step: Step, chat: ChatRef, ref: MessageRef): Promise<Versioned<Delivery> | null> {
  const known = (await named(step, chat, ref)) ?? (await named(step, chat, `poll.${ref}`));
  if (known !== null) return known;
  const at = Number(ref);
  const lost = (await step.store.find(deliveries, { name: 'unknown', value: chat })).filter(
    ({ value }) => (value.since ?? value.at) - clockSkewMs <= at && at <= value.at + clockSkewMs,
  );
  const adopted = lost.at(-1) ?? null;
  if (adopted === null) return null;
  const elsewhere = (await step.store.all(groups)).filter(({ value }) => value.bot === adopted.value.bot);
  const found = await Promise.all(elsewhere.map(({ value }) => named(step, value.id, ref)));
  return found.some((delivery) => delivery !== null) ? null : adopted;
}

async function named(step: Step, chat: ChatRef, ref: string): Promise<Versioned<Delivery> | null> {
  return (await step.store.find(deliveries, { name: 'message', value: `${chat} ${ref}` }))[0] ?? null;
}

/** A group became a supergroup: its binding follows. */
export async function handleMigration(step: Step, message: Inbound, to: ChatRef): Promise<Draft> {
  const group = await step.store.get(groups, message.chat);
  if (group === null) return {};
  return {
    guards: [unchanged(groups, group)],
    writes: [remove(groups, message.chat), put(groups, { ...group.value, id: to })],
  };
}

/** The bot was blocked or unblocked by somebody, or came to a group, where it says how to go on. */
export async function handlePresence(
  turn: Turn,
  content: Extract<Inbound['content'], { type: 'presence' }>,
): Promise<Draft> {
  const { inbound } = turn;
  if (inbound.chatKind === 'group') {
    if (!content.present || (await turn.store.get(groups, inbound.chat)) !== null) return {};
    return { outbound: [reply(turn, turn.texts.say('group-hello'))] };
  }
  const account = await turn.store.get(accounts, turn.account.id);
  if (account === null) return {};
  const reach = account.value.reach.map((way) => (way.bot === inbound.bot ? { ...way, open: content.present } : way));
  return { guards: [unchanged(accounts, account)], writes: [put(accounts, { ...account.value, reach })] };
}
