import { type DeliveryOutcome } from '../core/channel.ts';
import { joinDrafts, put, remove, unchanged, type Draft } from '../core/commit.ts';
import { draftIncident } from '../core/incident.ts';
import { saysItNew, type Outbound } from '../core/outbound.ts';
import { groups } from '../core/records/identity.ts';
import { incidents, type Incident } from '../core/records/oversight.ts';
import { type ChatRef } from '../core/refs.ts';
import { type Store } from '../core/store.ts';
import { type Services } from '../core/turn.ts';

type Failure = Extract<DeliveryOutcome, { type: 'failed' }>;

const silenceMs = 60_000;
/** How a platform's wish for less of us is called. */
const limits: ReadonlySet<string> = new Set(['signal.limited', 'signal.challenge']);
const noAnswer = { type: 'failed', code: 'signal.no_answer', blocked: false } as const;

/** The next step when a message cannot reach its chat: the notification tries the next way, and somebody may look into it. */
export function afterFailure(message: Outbound, failure: Failure, now: number): Draft {
  const due = [
    ...(message.notification === null
      ? []
      : [
          {
            id: `notification:${message.notification}`,
            kind: 'notification.attempt',
            at: now,
            payload: { notification: message.notification },
          },
        ]),
    ...(failure.blocked
      ? [
          {
            id: `unreachable:${message.bot} ${message.chat}`,
            kind: 'account.unreachable',
            at: now,
            payload: { bot: message.bot, chat: message.chat },
          },
        ]
      : []),
  ];
  return { due, writes: [put(incidents, incidentOf(message, failure, now))] };
}

function incidentOf(message: Outbound, failure: Failure, now: number): Incident {
  const needsHuman = failure.code === 'signal.challenge' || failure.code === 'signal.untrusted';
  return {
    id: `undelivered:${message.id}`,
    at: now,
    severity: needsHuman ? 'error' : failure.blocked ? 'info' : 'warning',
    code: failure.code,
    source: message.bot,
    detail: [`${message.operation.type} ${message.id}`, failure.detail ?? ''].join(' ').trim(),
    action: null,
  };
}

/**
 * Signal gave no answer, and another copy might be one too many. After a minute without receipt a question or something
 * urgent goes out once more, anything else of a notification by the person's next channel. In a group nothing ever does: there
 * a second copy bothers everybody, and a receipt says little.
 */
export function afterUnknown(message: Outbound, isGroup: boolean, now: number): Draft {
  if (isGroup)
    return saysItNew(message.operation) ? { writes: [put(incidents, incidentOf(message, noAnswer, now))] } : {};
  const matters = message.important || message.notification !== null;
  if (!matters || !saysItNew(message.operation) || message.copy === true) return {};
  return {
    due: [{ id: `silence:${message.id}`, kind: 'outbound.silence', at: now + silenceMs, payload: { message } }],
    writes: [put(incidents, incidentOf(message, noAnswer, now))],
  };
}

/**
 * The platform wants less of us. Those on call hear of the first such refusal, and of the next only once those are closed: a
 * captcha may have to be solved, and what people were to get goes other ways meanwhile.
 */
export async function afterLimit(step: Services, message: Outbound, failure: Failure, now: number): Promise<Draft> {
  const usual = afterFailure(message, failure, now);
  const open = await step.store.find(incidents, { name: 'open', value: 'all' });
  if (open.some(({ value }) => value.source === message.bot && limits.has(value.code))) return usual;
  const incident = incidentOf(message, failure, now);
  let count = 0;
  const named = { ...step, nextId: () => `${incident.id}:${(count += 1)}` };
  return joinDrafts({ due: usual.due ?? [] }, await draftIncident(named, { ...incident, severity: 'critical' }));
}

/** A group became a supergroup: its binding follows, and the message goes out to the new chat. */
export async function afterMove(store: Store, message: Outbound, to: ChatRef): Promise<Draft> {
  const group = await store.get(groups, message.chat);
  const binding: Draft =
    group === null
      ? {}
      : {
          guards: [unchanged(groups, group)],
          writes: [remove(groups, message.chat), put(groups, { ...group.value, id: to })],
        };
  return { ...binding, outbound: [{ ...message, chat: to }] };
}
