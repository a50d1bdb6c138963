import { expect, it } from 'vitest';
import { tellCrowd } from '../../bench/fanout-crowd.ts';
import { timeReplies } from '../../bench/fanout-replies.ts';
import { startSending, telling } from '../../bench/fanout-sending.ts';
import { fanoutStage } from '../../bench/fanout-stage.ts';
import { virtualTime } from '../../bench/virtual-time.ts';

it('when a small agency is told something, each message arrives once, nothing is refused, and each is one commit', async () => {
  const crowd = await tellCrowd({ people: 60, groups: 4 });
  expect(crowd.refusals).toBe(0);
  // Fifty-seven people and a Signal group: one thing each, three for one in ten, and something for the groups.
  expect([crowd.act.messages, crowd.signal.messages]).toEqual([12 + 2 * 2, 3 + 1]);
  expect(crowd.staff.messages).toBeGreaterThan(45 + 2 * 5 + 4 + 3);
  expect(crowd.replies).toBeGreaterThan(0);
  expect(crowd.commitsPerMessage).toBe(1);
});

it('when replies are timed, there are as many as were asked for, without and with a fan-out beside them', async () => {
  const times = await timeReplies({ rounds: 1, replies: 2 });
  expect([times.idle, times.meanwhile].map((rounds) => rounds.map((round) => round.length))).toEqual([[2], [2]]);
  expect(times.refusals).toBe(0);
});

it('when somebody writes past the limits on the stage, the platform refuses: thirty-one in one instant are one too many', async () => {
  const time = virtualTime(1_000_000);
  const stage = await fanoutStage(time.now);
  stage.telegram.setRateLimits({ slackMs: 1 });
  const { channel, people } = stage.addBot('staff', 31, 0);
  const outcomes = [];
  for (const chat of people) outcomes.push(await channel.deliver(telling(channel, chat, 'x', 'bulk', 0), null));
  await stage.stop();
  expect(outcomes.filter(({ type }) => type === 'wait')).toEqual([{ type: 'wait', ms: 1000 }]);
});

it('when one chat is told more than its limit, time goes on by itself until the last has arrived', async () => {
  const time = virtualTime(1_000_000);
  const stage = await fanoutStage(time.now);
  const bot = stage.addBot('staff', 1, 1);
  const sending = await startSending(stage, bot.channel, time);
  await sending.tell(
    [...bot.groups, ...bot.groups].flatMap((chat, half) =>
      Array.from({ length: 15 }, (_, one) => telling(bot.channel, chat, `${half}.${one}`, 'bulk', time.now())),
    ),
  );
  await time.lead(sending.isBusy, sending.isDone);
  await sending.stop();
  await stage.stop();
  expect(time.now()).toBeGreaterThanOrEqual(1_060_000);
  expect(time.now()).toBeLessThan(1_061_000);
});
