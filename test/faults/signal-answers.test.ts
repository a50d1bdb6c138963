import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { deliveries } from '../../core/records/dialogue.ts';
import { approvals, incidents } from '../../core/records/oversight.ts';
import { type FaultRule } from '../../sandbox/kit/faults.ts';
import { castOf, forget, pressOldest, sentence, type Cast } from '../support/absence-flow.ts';
import { eventually, joinOnTelegram, setFaultWorld, staffBot, type FaultWorld } from '../support/fault-world.ts';
import { untilIdle } from '../support/idle.ts';
import { startProduct, type ProductProcess } from '../support/product-process.ts';

let world: FaultWorld;
let product: ProductProcess;
let cast: Cast;
/** Léa, who prefers Signal, is on Telegram too. */
let leaOnTelegram: number;

beforeAll(async () => {
  world = await setFaultWorld();
  product = startProduct(['bot', 'worker'], world.environment());
  await product.ready;
  cast = await castOf(world);
  leaOnTelegram = await joinOnTelegram(world, 'lea-moreau');
});

afterAll(async () => {
  await product.kill();
  await world.stop();
});

beforeEach(async () => {
  await untilIdle(world);
  await forget(world);
});

afterEach(() => world.sandbox.faults.clear());

/** Léa's absence, decided by Marc; a minute later she is to be told of it, on Signal first. Returns where the ledger stood. */
async function untilOutcome(): Promise<number> {
  const before = world.sandbox.ledger.lastSeq();
  world.sandbox.telegram.control.user(leaOnTelegram).write(staffBot, sentence(world));
  await pressOldest(world, leaOnTelegram, 'C’est ferme', before);
  await pressOldest(world, cast.marc, 'Bien noté', before);
  await eventually('the approval is decided', async () =>
    (await world.runtime.store.all(approvals)).some(({ value }) => value.state === 'decided'),
  );
  await untilIdle(world);
  return world.sandbox.ledger.lastSeq();
}

const outcome = 'Marc a bien noté';
/** How often the outcome was sent, or tried, on Signal since. */
const triesOnSignal = (since: number): number =>
  world.sandbox.ledger
    .entries({ since, method: 'POST /v2/send', chat: cast.lea })
    .filter(({ params }) => JSON.stringify(params).includes(outcome)).length;
const onTelegram = (since: number): number =>
  world.sandbox.ledger
    .entries({ since, method: 'sendMessage', chat: String(leaOnTelegram) })
    .filter(({ params, applied }) => applied && JSON.stringify(params).includes(outcome)).length;
/** Whoever is on call is told of some, and has no channel in this world, which is an incident of its own. */
const troubles = async (): Promise<string[]> =>
  (await world.runtime.store.all(incidents))
    .map(({ value }) => value.code)
    .filter((one) => one !== 'notification.unreachable');

const partial = { timestamp: '1', errors: { recipients: [{ recipient: 'x', type: 'NETWORK_FAILURE' }] } };
const cases: readonly { what: string; action: FaultRule['action']; code: unknown }[] = [
  {
    what: 'answers 429',
    action: { type: 'status', code: 429, body: { error: 'rate limited', challenge_tokens: [''] } },
    code: 'signal.limited',
  },
  {
    what: 'asks for a captcha',
    action: { type: 'status', code: 429, body: { error: 'rate limited', challenge_tokens: ['t'] } },
    code: 'signal.challenge',
  },
  {
    what: 'says that the one recipient did not get it',
    action: { type: 'status', code: 201, body: partial },
    code: expect.stringMatching(/^signal\./),
  },
  {
    what: 'breaks the connection before an answer',
    action: { type: 'reset-before' },
    code: expect.stringMatching(/^signal\./),
  },
];

for (const { what, action, code } of cases)
  it(`when Signal ${what}, it is not sent there again, the other channel brings it, and there is an incident`, async () => {
    const since = await untilOutcome();
    world.sandbox.faults.add({ match: { platform: 'signal', method: 'POST /v2/send', chat: cast.lea }, action });
    await world.advance(90_000);
    await eventually('Signal has been tried', () => triesOnSignal(since) > 0);
    await untilIdle(world);
    await world.advance(90_000);
    await untilIdle(world);
    await eventually('Telegram brings it', () => onTelegram(since) === 1, 5_000);
    expect({ signal: triesOnSignal(since), telegram: onTelegram(since) }).toEqual({ signal: 1, telegram: 1 });
    expect(await troubles()).toEqual([code]);
  }, 60_000);

it('when 429 comes for a message that went out all the same, the person reads it on both channels and on each once', async () => {
  // What earlier cases left to be sent again must not meet the fault meant for this one.
  await world.advance(600_000);
  await untilIdle(world);
  const since = await untilOutcome();
  world.sandbox.signal.control.nextSend('429-but-delivered');
  await world.advance(90_000);
  await eventually('Signal has been tried', () => triesOnSignal(since) > 0);
  await eventually('Telegram brings it too', () => onTelegram(since) > 0);
  await untilIdle(world);
  expect({ signal: triesOnSignal(since), telegram: onTelegram(since) }).toEqual({ signal: 1, telegram: 1 });
}, 60_000);

it('when the answer to a question on Signal is lost before it went out, it goes out once more after a minute, and only once', async () => {
  const before = world.sandbox.ledger.lastSeq();
  const cards = (): number =>
    world.sandbox.ledger
      .entries({ since: before, method: 'POST /v2/send', chat: cast.anna })
      .filter(({ params, applied }) => applied && JSON.stringify(params).includes('Tom n’est pas dispo')).length;
  world.sandbox.faults.add({
    match: { platform: 'signal', method: 'POST /v2/send', chat: cast.anna },
    action: { type: 'reset-before' },
  });
  world.sandbox.telegram.control.user(cast.tom).write(staffBot, sentence(world));
  await pressOldest(world, cast.tom, 'C’est ferme', before);
  await eventually('the fault was played', () => world.sandbox.faults.list().some(({ played }) => played > 0));
  await untilIdle(world);
  expect(cards()).toBe(0);
  await world.advance(61_000);
  await eventually('Anna has her card', () => cards() === 1);
  await world.advance(300_000);
  await untilIdle(world);
  expect(cards()).toBe(1);
}, 60_000);

it('when Signal’s answer is unreadable but a receipt comes, the person has it and no other channel repeats it', async () => {
  const since = await untilOutcome();
  const begun = world.runtime.clock.now();
  const lost = { platform: 'signal', method: 'POST /v2/send', chat: cast.lea } as const;
  world.sandbox.faults.add({ match: lost, action: { type: 'garbage' } });
  await world.advance(90_000);
  await eventually('Signal has been tried', () => triesOnSignal(since) > 0);
  // Otherwise the minute of waiting for a receipt would be over before the receipt that is on its way was read.
  await eventually('the receipt is read', async () =>
    (await world.runtime.store.all(deliveries)).some(
      ({ value }) => value.at >= begun && value.chat.endsWith(cast.lea) && ['received', 'read'].includes(value.status),
    ),
  );
  await untilIdle(world);
  await world.advance(90_000);
  await untilIdle(world);
  expect({ signal: triesOnSignal(since), telegram: onTelegram(since) }).toEqual({ signal: 1, telegram: 0 });
}, 60_000);

it('when Signal’s answer is unreadable and no receipt comes, the other channel brings it', async () => {
  const since = await untilOutcome();
  const lost = { platform: 'signal', method: 'POST /v2/send', chat: cast.lea } as const;
  world.sandbox.signal.control.configure({ deliveryReceipts: false });
  world.sandbox.faults.add({ match: lost, action: { type: 'garbage' } });
  await world.advance(90_000);
  await eventually('Signal has been tried', () => triesOnSignal(since) > 0);
  await untilIdle(world);
  await world.advance(90_000);
  await eventually('Telegram brings it', () => onTelegram(since) === 1);
  world.sandbox.signal.control.configure({ deliveryReceipts: true });
  expect({ signal: triesOnSignal(since), telegram: onTelegram(since) }).toEqual({ signal: 1, telegram: 1 });
}, 60_000);

it('when somebody’s safety number has changed, nothing is trusted by itself, the other channel brings it, and there is an incident', async () => {
  const since = await untilOutcome();
  world.sandbox.signal.control.person(cast.lea).changeIdentity();
  await world.advance(90_000);
  await eventually('Telegram brings it', () => onTelegram(since) === 1);
  await untilIdle(world);
  expect(triesOnSignal(since)).toBe(1);
  expect(await troubles()).toContain('signal.untrusted');
  expect(world.sandbox.ledger.entries({ since }).filter(({ method }) => method.includes('/trust'))).toEqual([]);
}, 60_000);
