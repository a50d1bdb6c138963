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

/** The message a receipt is for; one we cannot name is the last whose sending got no answer, which thereby arrived. */
async function deliveryOf(step: Step, chat: ChatRef, ref: MessageRef): Promise<Versioned<Delivery> | null> {
  const [known] = await step.store.find(deliveries, { name: 'message', value: `${chat} ${ref}` });
  if (known !== undefined) return known;
  const lost = await step.store.find(deliveries, { name: 'unknown', value: chat });
  return lost.at(-1) ?? null;
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
