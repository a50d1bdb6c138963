import { tellCrowd, type Crowd, type Fared } from './fanout-crowd.ts';
import { quantile, timeReplies, timingsOf, type Rounds } from './fanout-replies.ts';
import { ratioOf } from './measure.ts';

/** An agency of a thousand, and enough replies to see the middle of them. */
const whole: Crowd & Rounds = { people: 1000, groups: 40, rounds: 8, replies: 10 };

/**
 * A thousand people and forty groups told something at once, on emulated platforms that hold us to their limits: how near to
 * the least time those allow (in virtual time, in which only waiting counts), what was refused, and how long people wait for a
 * reply meanwhile (in real time, beside the same without a fan-out).
 * @returns what to print; ratios are what counts
 * @throws when a message is missing or came twice
 */
export async function fanout(scale = whole): Promise<object> {
  const crowd = await tellCrowd(scale);
  const times = await timeReplies(scale);
  const timings = timingsOf(times);
  const [idle, meanwhile] = [times.idle.flat(), times.meanwhile.flat()];
  const { staff, act, signal } = crowd;
  return {
    crowd: `${scale.people} people, ${scale.groups} groups: ${staff.messages} messages by the staff bot, ${act.messages} by an act's, ${signal.messages} by Signal`,
    arrived: 'each message once',
    refusals: crowd.refusals + times.refusals,
    ratios: {
      'staff bot: time ÷ optimum': to3(staff.seconds / staff.optimum),
      "act's bot: time ÷ optimum": to3(act.seconds / act.optimum),
      'reply meanwhile ÷ idle, p50': ratioOf(timings, 'meanwhile', 'idle'),
      'reply meanwhile ÷ idle, p99 of all': to3(quantile(meanwhile, 0.99) / quantile(idle, 0.99)),
    },
    perMessage: { 'exchanges with Redis': to3(crowd.exchangesPerMessage), commits: to3(crowd.commitsPerMessage) },
    virtualSeconds: {
      'staff bot': described(staff),
      "act's bot": described(act),
      Signal: `${signal.seconds} at its gentle pace, groups first`,
      'three people told something else meanwhile': crowd.three,
      'longest wait of a reply for its turn': crowd.longestReplyWait / 1000,
    },
    milliseconds: {
      'reply idle p50, p99': [to3(quantile(idle, 0.5)), to3(quantile(idle, 0.99))],
      'reply meanwhile p50, p99': [to3(quantile(meanwhile, 0.5)), to3(quantile(meanwhile, 0.99))],
    },
  };
}

function described({ seconds, optimum }: Fared): string {
  return `${seconds} where ${to3(optimum)} is the least`;
}

function to3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
