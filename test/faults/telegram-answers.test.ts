import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { incidents } from '../../core/records/oversight.ts';
import { type FaultRule } from '../../sandbox/kit/faults.ts';
import { castOf, forget, messageIdOf, sentence, type Cast } from '../support/absence-flow.ts';
import { eventually, setFaultWorld, staffBot, type FaultWorld } from '../support/fault-world.ts';
import { untilIdle } from '../support/idle.ts';
import { startProduct, type ProductProcess } from '../support/product-process.ts';
import { openDoor, type TcpDoor } from '../support/tcp-door.ts';

let world: FaultWorld;
let door: TcpDoor;
let product: ProductProcess;
let cast: Cast;
/** What Tom is answered when all goes well, in this order. */
let usual: string[] = [];

beforeAll(async () => {
  world = await setFaultWorld();
  door = await openDoor(world.sandbox.telegram.apiRoot);
  product = startProduct(['bot', 'worker'], { ...world.environment(), TELEGRAM_API_ROOT: door.url });
  await product.ready;
  cast = await castOf(world);
  const since = world.sandbox.ledger.lastSeq();
  tomWrites();
  await eventually('the usual answers', () => answersSince(cast.tom, since).length === 3);
  usual = answersSince(cast.tom, since);
});

afterAll(async () => {
  await product.kill();
  await door.shut();
  await world.stop();
});

beforeEach(async () => {
  await untilIdle(world);
  await forget(world);
});

afterEach(() => world.sandbox.faults.clear());

/** Three questions with three different answers. */
function tomWrites(): void {
  const tom = world.sandbox.telegram.control.user(cast.tom);
  for (const words of ['/aide', '/moi', sentence(world)]) tom.write(staffBot, words);
}

/** The texts that really appeared in a chat since, oldest first. */
function answersSince(user: number, since: number): string[] {
  return world.sandbox.ledger
    .entries({ since, method: 'sendMessage', chat: String(user) })
    .filter(({ applied, result }) => applied && messageIdOf(result) !== null)
    .map(({ params }) => textOf(params));
}

function textOf(params: unknown): string {
  const isText = typeof params === 'object' && params !== null && 'text' in params && typeof params.text === 'string';
  return isText ? String(params.text) : '';
}

const tooMany = {
  ok: false,
  error_code: 429,
  description: 'Too Many Requests: retry after 2',
  parameters: { retry_after: 2 },
};
const faults: readonly { what: string; action: FaultRule['action']; times?: number; copies: number }[] = [
  { what: '429 with retry_after', action: { type: 'status', code: 429, body: tooMany }, copies: 1 },
  { what: '429 three times over', action: { type: 'status', code: 429, body: tooMany }, times: 3, copies: 1 },
  { what: '500', action: { type: 'status', code: 500 }, copies: 1 },
  { what: '502 for a while', action: { type: 'status', code: 502 }, times: 4, copies: 1 },
  { what: 'a broken connection before it was done', action: { type: 'reset-before' }, copies: 1 },
  { what: 'a broken connection after it was done', action: { type: 'reset-after-apply' }, copies: 2 },
  { what: 'half an answer', action: { type: 'truncate' }, copies: 2 },
  { what: 'a page of a gateway', action: { type: 'garbage' }, copies: 2 },
];

for (const fault of faults)
  it(`when Telegram answers with ${fault.what}, a chat gets all its messages in order and another chat does not wait`, async () => {
    const since = world.sandbox.ledger.lastSeq();
    world.sandbox.faults.add({
      match: { platform: 'telegram', method: 'sendMessage', chat: String(cast.tom) },
      times: fault.times ?? 1,
      action: fault.action,
    });
    tomWrites();
    await eventually('the fault was played', () => world.sandbox.faults.list().some(({ played }) => played > 0));
    world.sandbox.telegram.control.user(cast.nadia).write(staffBot, '/aide');
    await eventually('Nadia is answered', () => answersSince(cast.nadia, since).length === 1);
    await eventually('Tom has all answers', () => new Set(answersSince(cast.tom, since)).size >= 3, 40_000);
    await untilIdle(world);
    const [first, ...rest] = usual;
    expect(answersSince(cast.tom, since)).toEqual([...Array.from({ length: fault.copies }, () => first), ...rest]);
    expect((await world.runtime.store.all(incidents)).map(({ value }) => value.code)).toEqual([]);
  }, 90_000);

it('when Telegram never answers one message, another chat is answered meanwhile and the message comes', async () => {
  const since = world.sandbox.ledger.lastSeq();
  world.sandbox.faults.add({
    match: { platform: 'telegram', method: 'sendMessage', chat: String(cast.tom) },
    action: { type: 'hang' },
  });
  tomWrites();
  await eventually('the fault was played', () => world.sandbox.faults.list().some(({ played }) => played > 0));
  world.sandbox.telegram.control.user(cast.nadia).write(staffBot, '/aide');
  await eventually('Nadia is answered', () => answersSince(cast.nadia, since).length === 1);
  expect(answersSince(cast.tom, since)).toEqual([]);
  await eventually('Tom has all answers', () => answersSince(cast.tom, since).length >= 3, 60_000);
  expect(answersSince(cast.tom, since)).toEqual(usual);
}, 90_000);

it('when Telegram cannot be reached for seconds, what is to be said waits for it', async () => {
  const since = world.sandbox.ledger.lastSeq();
  const lea = world.sandbox.signal.control.person(cast.lea);
  const heard = lea.see().messages.length;
  lea.write(sentence(world));
  await eventually('Léa is asked', () =>
    lea
      .see()
      .messages.slice(heard)
      .some(({ text }) => text.includes('C’est ferme ?')),
  );
  await door.shut();
  lea.write('1');
  await eventually('Léa is told that it is noted', () =>
    lea.see().messages.some(({ text }) => text.startsWith('C’est noté, ')),
  );
  // Anna's card goes out by Signal; by then Marc's has been tried on Telegram and refused the connection.
  const anna = world.sandbox.signal.control.person(cast.anna);
  await eventually('Anna has her card', () =>
    anna.see().messages.some(({ text }) => text.startsWith('Léa n’est pas dispo')),
  );
  await door.open();
  await eventually('Marc has his card', () => answersSince(cast.marc, since).length >= 1, 30_000);
  await untilIdle(world);
  expect(answersSince(cast.marc, since)).toHaveLength(1);
}, 90_000);
