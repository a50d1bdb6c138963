import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeAccount, encodePoll, encodePrivate, signalBot } from '../../bot/channels/signal/refs.ts';
import { put } from '../../core/commit.ts';
import { type Inbound } from '../../core/inbound.ts';
import { people } from '../../core/records/agency.ts';
import { deliveries, questions } from '../../core/records/dialogue.ts';
import { accounts } from '../../core/records/identity.ts';
import { audit } from '../../core/records/oversight.ts';
import { inbound, noon } from '../support/builders.ts';
import { fresh, openDealHouse, personOf, race, save, type DealHouse } from '../support/deal-house.ts';
import { askAbout, leadOf, makePlaces, pressCard, presser } from '../support/deal-makers.ts';
import { onlyOneOf, setStall, type Stall } from '../support/deal-races.ts';

let house: DealHouse;
const presses = 200;

beforeAll(async () => {
  house = await openDealHouse();
  await makePlaces(house);
});

afterAll(() => house.stop());

/** Hands in the same answer 200 times at once, at two desks, and says what was wrong afterwards. */
async function pressAtOnce(stall: Stall, asked: string, answer: Inbound): Promise<string[]> {
  const contenders = Array.from({ length: presses }, (_, index) =>
    presser(house.desks[index % 2 === 0 ? 0 : 1], { ...answer, dedupe: fresh('again:') }),
  );
  await race(contenders, stall.together);
  const lines = (await house.desks[0].store.all(audit)).map(({ value }) => value);
  const decided = lines.filter(({ what, subject }) => what === 'approval.decided' && subject === asked).length;
  return [...(await onlyOneOf(stall, [asked])), ...(decided === 1 ? [] : [`decided ${decided} times`])];
}

it('when [Valider] is pressed 200 times at once on Telegram, it is one show', async () => {
  for (const index of [0, 1]) {
    const stall = await setStall(house, index);
    const asked = await askAbout(house, leadOf(stall.acts[0], 'le-fil', stall.day));
    expect(await pressAtOnce(stall, asked, await pressCard(house, 'marc', asked, 'approve'))).toEqual([]);
  }
}, 120_000);

it('when « Valider » is voted for 200 times at once on Signal, it is one show', async () => {
  const bot = signalBot('+33700000001');
  const aci = '00000000-0000-4000-8000-00000000abcd';
  const account = {
    id: encodeAccount(aci),
    person: 'signe',
    linkedAt: noon,
    revokedAt: null,
    reach: [{ bot, chat: encodePrivate(bot, aci), open: true }],
  };
  const { store } = house.desks[0];
  const signe = { ...personOf('signe', 'manager'), channels: ['signal' as const] };
  await save(store, [put(people, signe), put(accounts, account)]);
  for (const index of [0, 1]) {
    const stall = await setStall(house, index, ['marc', 'signe']);
    const asked = await askAbout(house, leadOf(stall.acts[0], 'le-fil', stall.day));
    const found = await store.find(questions, { name: 'subject', value: asked });
    const card = found.find(({ value }) => value.person === 'signe')?.value;
    if (card === undefined) throw new Error('Signe was not asked');
    const poll = encodePoll(5000 + index);
    const sent = { id: card.card, bot, chat: card.chat, status: 'sent' as const, messages: [poll], at: noon };
    await save(store, [put(deliveries, { ...sent, resent: false, reason: null })]);
    const vote = inbound(
      { type: 'vote', target: poll, options: [card.poll?.indexOf('approve') ?? -1], count: 1 },
      { bot, chat: card.chat, sender: account.id, senderName: 'Signe', message: null },
    );
    expect(await pressAtOnce(stall, asked, vote)).toEqual([]);
  }
}, 120_000);
