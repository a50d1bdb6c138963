import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absences, holds } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { approvals, audit } from '../../core/records/oversight.ts';
import { conversations } from '../../core/records/dialogue.ts';
import { systemRandom } from '../../core/random.ts';
import { put } from '../../core/commit.ts';
import { type ForgedPress } from '../../sandbox/telegram/presses.ts';
import { type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { save } from '../support/router.ts';

let company: Company;
let tom: TelegramPerson;
let malo: TelegramPerson;
let marc: TelegramPerson;

beforeAll(async () => {
  company = await openCompany({ artistBots: ['gribitch'] });
  tom = await company.telegram('tom-garnier');
  malo = await company.telegram('malo-guivarch');
  marc = await company.telegram('marc-delaunay');
});
afterAll(() => company.stop());

/** What a press could change: decisions, absences and conversations, with their versions. */
async function world(): Promise<string> {
  const { store } = company.stage.product.runtime;
  const [a, b, c] = await Promise.all([store.all(absences), store.all(approvals), store.all(conversations)]);
  const rows = [...a, ...b, ...c].map((one) => `${one.value.id}@${one.version}`);
  return rows.sort().join('\n');
}

async function refusals(account: string): Promise<number> {
  const lines = await company.stage.product.runtime.store.all(audit);
  return lines.filter(({ value }) => value.account === account && /refused|stranger/.test(value.what)).length;
}

function answers(): number {
  return company.stage.sandbox.ledger
    .entries({ platform: 'telegram', kind: 'request' })
    .filter((entry) => entry.method.toLowerCase() === 'answercallbackquery' && entry.status === 200).length;
}

/** What a press led to. */
async function effectOf(by: TelegramPerson, press: () => void): Promise<object> {
  const [before, answered, noted] = [await world(), answers(), await refusals(by.account)];
  press();
  await company.calm();
  return {
    changed: (await world()) !== before,
    answers: answers() - answered,
    audited: (await refusals(by.account)) - noted,
  };
}

/** What a press must lead to that does not count: it is answered, audited, and that is all. */
const nothing = { changed: false, answers: 1, audited: 1 };

function forge(by: TelegramPerson, forged: Omit<ForgedPress, 'bot'>, bot = company.staff): () => void {
  return () => void by.control.forgePress({ bot, ...forged });
}

async function openRecap(who: TelegramPerson, ahead: number): Promise<number> {
  await company.later(20_000);
  await who.say(`pas là le ${company.day(ahead)}`);
  expect(who.buttons()).toContain('C’est ferme');
  return who.last().id;
}

describe('presses nobody was offered', () => {
  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['64 bytes', 'x'.repeat(64)],
    ['65 bytes', 'x'.repeat(65)],
    ['64 characters of several bytes', 'é'.repeat(64)],
    ['an old format', 'absence:firm:42'],
    ['JSON', '{"key":"firm"}'],
    ['a name of an object', '__proto__'],
    ['control characters', 'a\0b\u202Ec'],
    ['a pattern for keys', '*'],
  ])('when a press carries %s, it changes nothing', async (_, data) => {
    const card = await openRecap(tom, 400);
    expect(await effectOf(tom, forge(tom, { data, messageId: card }))).toEqual(nothing);
    await tom.press('Laisser tomber');
  });
});

describe('presses of real buttons by the wrong hand or in the wrong place', () => {
  it('when somebody else sends the nonce, it changes nothing and they are told', async () => {
    const card = await openRecap(tom, 401);
    const data = tom.data('C’est ferme');
    expect(await effectOf(malo, forge(malo, { data, messageId: card }))).toEqual(nothing);
    expect(malo.toast()).not.toBe('');
    expect(await effectOf(malo, forge(malo, { data, messageId: malo.last().id }))).toEqual(nothing);
    await tom.press('Laisser tomber');
  });

  it('when the owner sends it on another message of the same chat, it changes nothing', async () => {
    const card = await openRecap(tom, 402);
    expect(await effectOf(tom, forge(tom, { data: tom.data('C’est ferme'), messageId: card - 1 }))).toEqual(nothing);
    await tom.press('Laisser tomber');
  });

  it('when the owner sends it in a group, it changes nothing', async () => {
    await openRecap(tom, 403);
    const group = company.stage.sandbox.telegram.control.createGroup({
      title: 'Répète',
      members: [tom.id],
      bots: [company.staff],
    });
    expect(await effectOf(tom, forge(tom, { data: tom.data('C’est ferme'), to: group.id, messageId: 3 }))).toEqual(
      nothing,
    );
    await tom.press('Laisser tomber');
  });

  it('when the owner sends it to another bot, it changes nothing', async () => {
    const card = await openRecap(tom, 404);
    const other = company.stage.bots['gribitch'] ?? '';
    const data = tom.data('C’est ferme');
    tom.control.start(other);
    await company.calm();
    expect(await effectOf(tom, forge(tom, { data, messageId: card }, other))).toEqual(nothing);
    await tom.press('Laisser tomber');
  });

  it('when it comes with an inline message, it changes nothing', async () => {
    await openRecap(tom, 405);
    expect(await effectOf(tom, forge(tom, { data: tom.data('C’est ferme'), inlineMessageId: 'AAAAAA' }))).toEqual(
      nothing,
    );
    await tom.press('Laisser tomber');
  });

  it('when a bot account sends it, it changes nothing', async () => {
    const card = await openRecap(tom, 406);
    const before = await world();
    company.stage.sandbox.telegram.control.inject(company.staff, {
      callback_query: {
        id: '4812345',
        from: { id: tom.id, is_bot: true, first_name: 'Tom' },
        chat_instance: '1',
        data: tom.data('C’est ferme'),
        message: { message_id: card, date: 1, chat: { id: tom.id, type: 'private' } },
      },
    });
    await company.calm();
    expect(await world()).toBe(before);
    await tom.press('Laisser tomber');
  });

  it('when a card is forwarded, its buttons stay behind and a forged press on the copy changes nothing', async () => {
    const card = await openRecap(tom, 407);
    const data = tom.data('C’est ferme');
    tom.control.forward(company.staff, card, company.staff);
    await company.calm();
    const copy = tom.control.view(company.staff).messages.findLast((message) => !message.from.isBot);
    expect(copy?.keyboard).toEqual([]);
    expect(await effectOf(tom, forge(tom, { data, messageId: copy?.id ?? 0 }))).toEqual(nothing);
    await tom.press('Laisser tomber', card);
  });
});

describe('presses that come too late', () => {
  it('when the card was rewritten since, the old button changes nothing', async () => {
    const card = await openRecap(tom, 410);
    const data = tom.data('C’est ferme');
    await tom.say(`et le ${company.day(412)} aussi`);
    expect(await effectOf(tom, forge(tom, { data, messageId: card }))).toEqual(nothing);
    await tom.press('Laisser tomber');
  });

  it('when the card is closed, the button changes nothing', async () => {
    const card = await openRecap(tom, 413);
    const data = tom.data('C’est ferme');
    await tom.press('Laisser tomber');
    expect(await effectOf(tom, forge(tom, { data, messageId: card }))).toEqual(nothing);
    expect(tom.toast()).not.toBe('');
  });

  it('when the day of a card is over, the card says so and the button changes nothing', async () => {
    const card = await openRecap(tom, 414);
    const data = tom.data('C’est ferme');
    await company.later(25 * 3_600_000);
    expect(tom.last().text).toBe('Sans réponse depuis un jour : je n’ai rien noté. Redis-le-moi quand tu veux.');
    expect(await effectOf(tom, forge(tom, { data, messageId: card }))).toEqual(nothing);
  });

  it('when a button is pressed twice, the second press changes nothing', async () => {
    const card = await openRecap(tom, 415);
    const data = tom.data('C’est ferme');
    await tom.press('C’est ferme');
    expect(await effectOf(tom, forge(tom, { data, messageId: card }))).toEqual(nothing);
  });
});

describe('presses of those who may not any more', () => {
  async function managerCard(): Promise<{ readonly card: number; readonly data: string }> {
    await company.later(20_000);
    const { store } = company.stage.product.runtime;
    const hold = (await store.all(holds))
      .map((one) => one.value)
      .find((one) => one.artist === 'gribitch' && one.state === 'held' && one.day > company.today());
    if (hold === undefined) throw new Error('the demo agency has no hold of Gribitch left');
    await malo.say(`pas là le ${hold.day}`);
    await malo.press('C’est ferme');
    const card = marc.last();
    expect(marc.buttons(card.id)).toEqual(['Bien noté', 'On en parle']);
    return { card: card.id, data: marc.data('Bien noté', card.id) };
  }

  it('when a manager lost the role since the card was sent, the press changes nothing; given back, it decides', async () => {
    const { card, data } = await managerCard();
    await company.change('marc-delaunay', { roles: ['employee'] });
    expect(await effectOf(marc, forge(marc, { data, messageId: card }))).toEqual(nothing);
    expect(marc.toast()).toBe('Cette décision ne te revient pas ; la personne concernée a sa propre carte.');
    await company.change('marc-delaunay', { roles: ['manager'], leaves: company.day(-1) });
    expect(await effectOf(marc, forge(marc, { data, messageId: card }))).toEqual(nothing);
    await company.change('marc-delaunay', { leaves: null });
    const { runtime } = company.stage.product;
    const account = (await runtime.store.all(accounts)).find((one) => one.value.id === marc.account)?.value;
    if (account === undefined) throw new Error('Marc has no account');
    await save(runtime, put(accounts, { ...account, revokedAt: 1 }));
    expect(await effectOf(marc, forge(marc, { data, messageId: card }))).toEqual(nothing);
    await save(runtime, put(accounts, account));
    expect(await effectOf(malo, forge(malo, { data, messageId: malo.last().id }))).toEqual(nothing);
    expect(await effectOf(marc, forge(marc, { data: systemRandom.token(), messageId: card }))).toEqual(nothing);
    await marc.press('Bien noté', card);
    expect(marc.read().find((one) => one.id === card)?.text).toContain('✅ Bien noté par toi');
  });
});
