import { deepStrictEqual } from 'node:assert/strict';
import { z } from 'zod';
import { type Outbound } from '../core/outbound.ts';
import { type ChatRef } from '../core/refs.ts';
import { fanoutStage, type Reached, type Stage } from './fanout-stage.ts';
import { startSending, telling, type Sending } from './fanout-sending.ts';
import { repeatable } from './random.ts';
import { virtualTime, type VirtualTime } from './virtual-time.ts';

/** How large an agency is told something. */
export interface Crowd {
  /** Three in four by the staff bot, one in five by an act's own, the rest by Signal; one in ten is told three things. */
  readonly people: number;
  /** Telegram groups of the staff bot, each told one to twelve things; Signal has a tenth as many. */
  readonly groups: number;
}

/** How one bot fared; seconds of virtual time. */
export interface Fared {
  readonly messages: number;
  readonly seconds: number;
  /** What Telegram's published limits allow at best: 30 a second, 1 a second in a private chat, 20 a minute in a group. */
  readonly optimum: number;
}

/** What a fan-out came to. */
export interface FannedOut {
  readonly staff: Fared;
  readonly act: Fared;
  readonly signal: Fared;
  /** Answers of the platforms that were refusals. */
  readonly refusals: number;
  /** How long the three who were told something else meanwhile waited for it, at most. */
  readonly three: number;
  /** How long a reply meanwhile waited for its turn, at most, in milliseconds. */
  readonly longestReplyWait: number;
  readonly replies: number;
  readonly exchangesPerMessage: number;
  readonly commitsPerMessage: number;
}

const start = Date.UTC(2027, 2, 13, 9);
const threeAfterMs = 5_000;
const replyEveryMs = 730;
const seed = 20_270_313;

/**
 * Tells a whole agency something at once, in virtual time, on emulated platforms whose limits are on without any leeway, while
 * people write and are answered and three people are told something else.
 * @throws when a message is missing or came twice
 */
export async function tellCrowd({ people, groups }: Crowd): Promise<FannedOut> {
  const time = virtualTime(start);
  const stage = await fanoutStage(time.now);
  // Rounding apart, the platform counts to the millisecond.
  stage.telegram.setRateLimits({ slackMs: 1 });
  const random = repeatable(seed);
  const staff = stage.addBot('staff', Math.round(people * 0.75) + 3, groups);
  const act = stage.addBot('gribitch', Math.round(people * 0.2), 0);
  const signal = await stage.addSignal(Math.round(people * 0.05), Math.ceil(groups / 10));
  // The last three are told something else, and the crowd is everybody but them.
  const bots: readonly Reached[] = [{ ...staff, people: staff.people.slice(0, -3) }, act, signal];
  const plans = bots.map((bot) => planFor(bot, random));
  const sendings = await Promise.all(bots.map(({ channel }) => startSending(stage, channel, time)));
  const before = stage.exchanges();
  await Promise.all(sendings.map((sending, index) => sending.tell(plans[index] ?? [])));
  const extras = meanwhile(time, sendings[0], staff);
  await time.lead(
    () => extras.isBusy() || sendings.some((sending) => sending.isBusy()),
    () => sendings.every((sending) => sending.isDone()),
  );
  const exchanges = stage.exchanges() - before;
  await Promise.all(sendings.map((sending) => sending.stop()));
  const arrived = arrivals(stage);
  const refusals = refusalsOf(stage);
  await stage.stop();
  const told = [...plans.flat(), ...extras.told];
  deepStrictEqual([...arrived.keys()].toSorted(), told.map(({ id }) => id).toSorted());
  const waits = (kind: string): number[] =>
    extras.told.filter(({ id }) => id.startsWith(kind)).map(({ id, at }) => (arrived.get(id) ?? Infinity) - at);
  const [staffFared, actFared, signalFared] = bots.map(({ channel }) =>
    faredOf(
      told.filter(({ bot }) => bot === channel.bot),
      channel.limits.isGroup,
      arrived,
    ),
  );
  if (staffFared === undefined || actFared === undefined || signalFared === undefined) throw new TypeError('no bots');
  return {
    staff: staffFared,
    act: actFared,
    signal: signalFared,
    refusals,
    three: Math.max(...waits('three')) / 1000,
    longestReplyWait: Math.max(...waits('reply')),
    replies: waits('reply').length,
    exchangesPerMessage: exchanges / told.length,
    commitsPerMessage: sendings.reduce((sum, sending) => sum + sending.commits(), 0) / told.length,
  };
}

/** One thing for each, three for one person in ten, one to twelve for each group of Telegram; mixed. */
function planFor({ channel, people, groups }: Reached, random: () => number): Outbound[] {
  const gentle = channel.limits.gently !== undefined;
  const chats = [
    ...people.map((chat, one): [ChatRef, number] => [chat, !gentle && one % 10 === 0 ? 3 : 1]),
    ...groups.map((chat): [ChatRef, number] => [chat, gentle ? 1 : 1 + Math.floor(random() * 12)]),
  ];
  return chats
    .flatMap(([chat, times], one) =>
      Array.from({ length: times }, (_, time) => ({
        order: random(),
        message: telling(channel, chat, `crowd-${channel.bot}.${one}-${time}`, 'bulk', start),
      })),
    )
    .toSorted((a, b) => a.order - b.order)
    .map(({ message }) => message);
}

interface Extras {
  readonly told: readonly Outbound[];
  readonly isBusy: () => boolean;
}

/** While the staff bot has anything to send: a reply now and then, and once something else for three people. */
function meanwhile(time: VirtualTime, staff: Sending | undefined, { channel, people }: Reached): Extras {
  const told: Outbound[] = [];
  let storing = 0;
  const tell = async (messages: readonly Outbound[]): Promise<void> => {
    told.push(...messages);
    storing += 1;
    await staff?.tell(messages);
    storing -= 1;
  };
  const replying = async (): Promise<void> => {
    for (let one = 0; ; one += 1) {
      await time.sleep(replyEveryMs);
      const chat = people[(one * 7) % people.length];
      if (chat === undefined || staff?.isDone() === true) return;
      await tell([telling(channel, chat, `reply.${one}`, 'reply', time.now())]);
    }
  };
  void replying();
  void time
    .sleep(threeAfterMs)
    .then(() => tell(people.slice(-3).map((chat, one) => telling(channel, chat, `three.${one}`, 'bulk', time.now()))));
  return { told, isBusy: () => storing > 0 };
}

const paramsSchema = z.object({ text: z.string().optional(), message: z.string().optional() });

/** What arrived, by its text, and when; the ledger of the platforms knows nothing of ours. */
function arrivals(stage: Stage): Map<string, number> {
  const sent = stage.kit.ledger
    .entries({ kind: 'request' })
    .filter(({ method, status }) => ['sendMessage', 'POST /v2/send'].includes(method) && status !== 429);
  const texts = sent.map(({ params, at }): [string, number] => {
    const { text, message } = paramsSchema.parse(params);
    return [text ?? message ?? '', at];
  });
  const arrived = new Map(texts);
  if (arrived.size !== texts.length) throw new Error('a message came twice');
  return arrived;
}

function refusalsOf(stage: Stage): number {
  return stage.kit.ledger.entries({ kind: 'request' }).filter(({ status }) => (status ?? 0) >= 400).length;
}

/** How long it took, and the least that Telegram's limits allow for so much. */
function faredOf(
  messages: readonly Outbound[],
  isGroup: (chat: ChatRef) => boolean,
  arrived: ReadonlyMap<string, number>,
): Fared {
  const counts = new Map<ChatRef, number>();
  for (const { chat, lane } of messages) if (lane === 'bulk') counts.set(chat, (counts.get(chat) ?? 0) + 1);
  const chats = [...counts].map(([chat, count]) => (isGroup(chat) ? (Math.ceil(count / 20) - 1) * 60 : count - 1));
  const last = Math.max(...messages.map(({ id }) => arrived.get(id) ?? Infinity));
  return {
    messages: messages.length,
    seconds: (last - start) / 1000,
    optimum: Math.max((messages.length - 1) / 30, ...chats),
  };
}
