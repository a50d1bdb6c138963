import { beforeEach, describe, expect, it } from 'vitest';
import { createSignalClient, type SignalClient } from '../../integrations/signal/client.ts';
import { deliverSignal } from '../../bot/channels/signal/deliver.ts';
import { encodeForeign, encodeGroup, encodePrivate, signalBot } from '../../bot/channels/signal/refs.ts';
import { type Delivery } from '../../core/records/dialogue.ts';
import { type Outbound } from '../../core/outbound.ts';
import { type PersonHandle } from '../../sandbox/signal/control-api.ts';
import { type FaultRule } from '../../sandbox/kit/faults.ts';
import { hour, noon, outbound, sending } from '../support/builders.ts';
import { startBench, type Bench } from '../sandbox/signal/support.ts';

let bench: Bench;
let client: SignalClient;
let lea: PersonHandle;

beforeEach(async () => {
  bench = await startBench({ profileName: 'Régie' });
  client = createSignalClient({ url: bench.url, number: bench.number });
  lea = bench.signal.addPerson({ name: 'Léa', hasWritten: true });
});

const chat = () => encodePrivate(signalBot(bench.number), lea.aci);
const deliver = (operation: Outbound['operation'], target: Delivery | null = null, to = chat()) =>
  deliverSignal(
    client,
    outbound({ bot: signalBot(bench.number), chat: to, operation, at: bench.kit.clock.now() }),
    target,
  );
const fault = (action: FaultRule['action'], method?: string) =>
  bench.kit.faults.add({ match: { platform: 'signal', ...(method === undefined ? {} : { method }) }, action });
const seen = () => lea.see().messages;
const options = ['Oui', 'Non'].map((label) => ({ key: label, label, nonce: `n-${label}`, kind: 'option' as const }));
const asking = (text: string): Outbound['operation'] => sending(text, { rows: [options], poll: 'C’est bien ça ?' });
const editing = (text: string, poll: string | null = null): Outbound['operation'] => ({
  type: 'edit',
  target: 'card',
  text: [{ text }],
  withoutButtons: null,
  rows: poll === null ? [] : [options],
  poll,
});

async function sent(operation: Outbound['operation']): Promise<Delivery> {
  const outcome = await deliver(operation);
  if (outcome.type !== 'done') throw new Error(`not sent: ${outcome.type}`);
  return {
    id: 'card',
    bot: signalBot(bench.number),
    chat: chat(),
    status: 'sent',
    messages: [...outcome.messages],
    at: noon,
    resent: false,
    reason: null,
  };
}

describe('sending', () => {
  it('when a question is asked, the text comes with its numbers and a poll beside it', async () => {
    const card = await sent(asking('Ferme ?'));
    const [text, poll] = seen();
    expect(text?.text).toBe('Ferme ?\n\n1. Oui\n2. Non');
    expect(poll?.poll?.options.map((option) => option.text)).toEqual(['Oui', 'Non']);
    expect(card.messages).toEqual([String(text?.timestamp), `poll.${poll?.timestamp}`]);
  });

  it('when the poll cannot be made, the text alone does', async () => {
    fault({ type: 'status', code: 400, body: { error: 'no' } }, '/v1/polls/{number}');
    fault({ type: 'status', code: 400, body: { error: 'no' } }, 'POST /v1/polls/{number}');
    const outcome = await deliver(asking('Ferme ?'));
    expect(outcome.type).toBe('done');
    expect(seen()[0]?.text).toContain('Ferme ?');
  });

  it('when words hold signs of markup, they arrive as they were written; our bold is bold otherwise', async () => {
    await deliver(sending('', { text: [{ text: 'a*b* ' }, { text: 'gras', style: 'bold' }] }));
    await deliver(sending('', { text: [{ text: 'simple ' }, { text: 'gras', style: 'bold' }] }));
    expect(seen().map((message) => [message.text, message.styles.length])).toEqual([
      ['a*b* gras', 0],
      ['simple gras', 1],
    ]);
  });

  it('when it answers somebody’s message, it quotes it', async () => {
    const timestamp = lea.write('pas là samedi');
    await deliver(sending('Noté', { replyTo: encodeForeign(timestamp, lea.aci) }));
    expect(seen().at(-1)?.quote).not.toBeNull();
  });

  it('when it goes to a group, everybody there gets it', async () => {
    const group = bench.signal.addGroup('Gribitch', [lea.aci]);
    await deliver(sending('Bonjour à vous'), null, encodeGroup(signalBot(bench.number), group.internalId));
    expect(lea.see(group.id).messages.at(-1)?.text).toBe('Bonjour à vous');
  });
});

describe('editing and closing', () => {
  it('when a card is edited, it changes in place; with its poll gone, the poll is closed and no longer named', async () => {
    const card = await sent(asking('Ferme ?'));
    const outcome = await deliver(editing('C’est noté'), card);
    expect(seen()[0]).toMatchObject({ text: 'C’est noté', edits: 1 });
    expect(seen()[1]?.poll?.closed).toBe(true);
    expect(outcome.type === 'done' ? outcome.messages.filter((message) => message.startsWith('poll.')) : null).toEqual(
      [],
    );
    expect(outcome.type === 'done' ? outcome.messages[0] : null).toBe(card.messages[0]);
  });

  it('when the card asks on, its poll stays the same', async () => {
    const card = await sent(asking('Ferme ?'));
    const outcome = await deliver(editing('Vraiment ?', 'C’est bien ça ?'), card);
    expect(outcome).toMatchObject({ type: 'done' });
    expect(seen().filter((message) => message.poll !== null)).toHaveLength(1);
  });

  it('when the card is older than a day, which Signal edits no more, it is written anew', async () => {
    const card = await sent(asking('Ferme ?'));
    const late = outbound({
      bot: signalBot(bench.number),
      chat: chat(),
      operation: editing('Le lendemain'),
      at: bench.kit.clock.now() + 25 * hour,
    });
    expect(await deliverSignal(client, late, card)).toMatchObject({ type: 'done' });
    expect(seen().at(-1)).toMatchObject({ text: 'Le lendemain', edits: 0 });
  });

  it('when nothing is known of the card, it is written anew', async () => {
    expect(await deliver(editing('Nouvelle'), null)).toMatchObject({ type: 'done', messages: [expect.any(String)] });
    expect(seen().at(-1)?.text).toBe('Nouvelle');
  });

  it('when a card is closed, its poll takes no more votes', async () => {
    const card = await sent(asking('Ferme ?'));
    expect(await deliver({ type: 'close', target: 'card' }, card)).toMatchObject({ type: 'done' });
    expect(seen()[1]?.poll?.closed).toBe(true);
  });
});

describe('pinning', () => {
  const pin = { type: 'pin', target: 'card', silent: true } as const;
  const grouped = async () => {
    const group = bench.signal.addGroup('Gribitch', [lea.aci]);
    const to = encodeGroup(signalBot(bench.number), group.internalId);
    const outcome = await deliver(sending('Feuille de route'), null, to);
    const card = { ...(await sent(sending('x'))), messages: outcome.type === 'done' ? [...outcome.messages] : [] };
    return { to, card, pinned: () => lea.see(group.id).messages.map((message) => message.pinned) };
  };

  it('when it is a group, the message stands at its top', async () => {
    const { to, card, pinned } = await grouped();
    expect(await deliver(pin, card, to)).toEqual({ type: 'done', messages: [] });
    expect(pinned()).toEqual([true]);
  });

  it('when the chat is private, which the gateway cannot pin in, or the message never arrived, nothing is done', async () => {
    const { to, card } = await grouped();
    for (const outcome of [await deliver(pin, card), await deliver(pin, null, to)])
      expect(outcome).toEqual({ type: 'done', messages: [] });
    expect(bench.kit.ledger.entries({ kind: 'request' }).map(({ method }) => method)).not.toContain(
      'POST /v1/groups/{number}/{groupid}/pin-message',
    );
  });

  it('when the gateway is older than pins and has no such route, it fails for good and nobody shut us out', async () => {
    const { to, card } = await grouped();
    fault({ type: 'status', code: 404, body: '404 page not found' }, 'POST /v1/groups/{number}/{groupid}/pin-message');
    expect(await deliver(pin, card, to)).toEqual({ type: 'failed', code: 'signal.refused', blocked: false });
  });
});

describe('other operations', () => {
  it('when a message gets a sign, it shows on it', async () => {
    const timestamp = lea.write('pas là samedi');
    await deliver({ type: 'react', message: encodeForeign(timestamp, lea.aci), emoji: '👌' });
    expect(seen()[0]?.reactions.map((reaction) => reaction.emoji)).toEqual(['👌']);
  });

  it('when a press is answered or a menu shown, which Signal has not, nothing is done and nothing fails', async () => {
    expect(await deliver({ type: 'answer', query: 'q', text: 'x', alert: false })).toEqual({
      type: 'done',
      messages: [],
    });
    expect(await deliver({ type: 'menu', commands: [] })).toEqual({ type: 'done', messages: [] });
    expect(seen()).toEqual([]);
  });
});

describe('what the gateway answers', () => {
  it('when it limits, it is never sent again here, because it may have gone out', async () => {
    fault({ type: 'status', code: 429, body: { error: 'rate limit' } });
    expect(await deliver(sending('x'))).toMatchObject({ type: 'failed', code: 'signal.limited', blocked: false });
  });

  it('when it asks for a captcha, somebody has to solve it', async () => {
    bench.signal.configure({ firstContact: 'captcha' });
    const stranger = bench.signal.addPerson({ name: 'Tom' });
    const outcome = await deliver(sending('x'), null, encodePrivate(signalBot(bench.number), stranger.aci));
    expect(outcome).toMatchObject({ type: 'failed', code: 'signal.challenge' });
  });

  it('when it is not there, nothing was done and it is tried again', async () => {
    const nowhere = createSignalClient({ url: 'http://127.0.0.1:9', number: bench.number });
    const message = outbound({ chat: chat(), operation: sending('x') });
    expect(await deliverSignal(nowhere, message, null)).toMatchObject({ type: 'wait' });
  });

  it.each<[string, FaultRule['action']]>([
    ['it cuts the connection after doing it', { type: 'reset-after-apply' }],
    ['it answers half', { type: 'truncate' }],
    ['it answers something else', { type: 'garbage' }],
    ['it has an inner failure', { type: 'status', code: 500, body: { error: 'x' } }],
  ])('when %s, the outcome is unknown', async (_case, action) => {
    fault(action);
    expect(await deliver(sending('x'))).toEqual({ type: 'unknown' });
  });

  it('when the person is no longer on Signal, it fails for good and they are shut out', async () => {
    lea.setRegistered(false);
    expect(await deliver(sending('x'))).toMatchObject({ type: 'failed' });
  });

  it('when the reference is no chat of Signal, fails for good', async () => {
    const message = outbound({ operation: sending('x') });
    expect(await deliverSignal(client, message, null)).toEqual({
      type: 'failed',
      code: 'signal.bad_chat',
      blocked: false,
    });
  });
});

describe('an answer that names failures although it says created', () => {
  const failures = (type: string) => ({ timestamp: '1700000000000', errors: { recipients: [{ type }] } });
  const answering = (type: string) => fault({ type: 'status', code: 201, body: failures(type) }, 'POST /v2/send');

  it.each([
    ['UNREGISTERED_FAILURE', { code: 'signal.gone', blocked: true }],
    ['IDENTITY_FAILURE', { code: 'signal.untrusted', blocked: false }],
    ['NETWORK_FAILURE', { code: 'signal.refused', blocked: false }],
  ])('when the one recipient is named with %s, the message failed for that reason', async (type, outcome) => {
    answering(type);
    expect(await deliver(sending('essai'))).toMatchObject({ type: 'failed', ...outcome });
  });

  it('when a member of a group is named, the group has the message', async () => {
    answering('UNREGISTERED_FAILURE');
    const group = encodeGroup(signalBot(bench.number), 'somewhere');
    expect(await deliver(sending('essai'), null, group)).toEqual({ type: 'done', messages: ['1700000000000'] });
  });
});
