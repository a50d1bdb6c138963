import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../../core/records/identity.ts';
import { vault } from '../../core/records/oversight.ts';
import { addDays } from '../../domain/day.ts';
import { bare, canaries, type Canary } from '../support/canaries.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { dumpRedis } from '../support/redis-dump.ts';
import { freeDays, spoken } from '../support/season.ts';

let company: Company;
let tom: TelegramPerson;
let lea: SignalPerson;
let marc: TelegramPerson;
let hr: TelegramPerson;
let group: number;
let seconds = 0;

beforeAll(async () => {
  company = await openCompany();
  tom = await company.telegram('tom-garnier');
  marc = await company.telegram('marc-delaunay');
  hr = await company.telegram('christelle-vasseur');
  lea = await company.signal('lea-moreau');
  group = company.stage.sandbox.telegram.control.createGroup({
    title: 'Gribitch',
    members: [marc.id, tom.id, hr.id],
    bots: [company.staff],
    admins: [company.staff],
  }).id;
  await company.calm();
  await marc.say('/lier Gribitch', group);
});
afterAll(() => company.stop());

/** Where a number stands in clear, by the line it was found in. */
async function leaks(numbers: readonly string[], reader: TelegramPerson | null = null): Promise<string[]> {
  const others = company.stage.sandbox.telegram.control
    .chats()
    .filter((chat) => reader === null || !chat.members.includes(reader.id) || chat.kind !== 'private')
    .flatMap((chat) => chat.messages.filter((message) => message.from.isBot).map((message) => `chat: ${message.text}`));
  const signal = lea.read().map((message) => `signal: ${message.text}`);
  const lines = [
    ...(await dumpRedis(company.redis.url)),
    ...company.logs().map((line) => `log ${line}`),
    ...others,
    ...signal,
  ];
  return lines.flatMap((line) => {
    const text = bare(line);
    return numbers.filter((number) => text.includes(number)).map((number) => `${number} in ${line.slice(0, 160)}`);
  });
}

/** Gives the pacing of a chat the time it needs without waiting for it. */
async function breathe(): Promise<void> {
  seconds += 1;
  if (seconds % 3 === 0) await company.later(20_000);
}

const secrets = canaries.filter((canary) => canary.what !== 'token');
const bares = [...new Set(canaries.map((canary) => canary.bare))];

async function kept(): Promise<number> {
  return (await company.stage.product.runtime.store.all(vault)).length;
}

describe('private numbers sent by chat', () => {
  it('when the list is made, has more than fifty spellings', () => {
    expect(secrets.length).toBeGreaterThan(50);
  });

  it.each(secrets.map((canary, index): [number, Canary] => [index, canary]))(
    'when spelling %i is sent in private on Telegram, it is put away and answered',
    async (_, canary) => {
      await breathe();
      const before = await kept();
      await tom.say(canary.said);
      expect(await kept()).toBe(before + 1);
      expect(tom.last().text).toMatch(
        canary.what === 'iban' ? /^J’ai mis ton IBAN à l’abri/ : /^J’ai mis ton numéro de Sécu à l’abri/,
      );
    },
  );

  it.each(secrets.filter((_, index) => index % 6 === 0).map((canary, index): [number, Canary] => [index, canary]))(
    'when spelling %i is sent on Signal, the same',
    async (_, canary) => {
      await breathe();
      const before = await kept();
      await lea.say(canary.said);
      expect(await kept()).toBe(before + 1);
    },
  );

  it('when it is sent to a group, the sender is told in private and the group hears nothing', async () => {
    await company.later(60_000);
    const control = company.stage.sandbox.telegram.control;
    const said = (): number => control.chat(group).messages.filter((message) => message.from.isBot).length;
    const before = said();
    await tom.say(`mon RIB : ${secrets[1]?.said ?? ''}`, group);
    expect(said()).toBe(before);
    expect(tom.last().text).toMatch(/^Tu as écrit un IBAN dans un groupe\./);
  });

  it('when an edit, a sentence about days, an answer, a caption, a name or a stranger brings it, it stays nowhere', async () => {
    await company.later(60_000);
    const day = await freeDays(company, 250, 4);
    const [iban = '', token = ''] = [secrets[0]?.said, canaries.find((canary) => canary.what === 'token')?.said];
    const first = await tom.say(`pas là le ${spoken(day)}`);
    await tom.edit(first, `pas là le ${spoken(day)} ${iban}`);
    await tom.press('Ça se discute');
    await tom.say(iban);
    await tom.say('/annuler');
    await company.later(60_000);
    await tom.send({ kind: 'photo', caption: `mon RIB ${iban}` });
    await tom.send({ kind: 'document', name: `${iban}.pdf`, caption: iban });
    await company.later(60_000);
    await tom.say(`pas là le ${spoken(addDays(day, 1))}, ${token}`);
    if (tom.buttons().includes('Laisser tomber')) await tom.press('Laisser tomber');
    await tom.say(token);
    await tom.say(token, group);
    await company.stranger(iban).say(iban);
    await company.stranger('Curieux').say(token);
    tom.control.forgePress({ bot: company.staff, data: iban, messageId: first });
    await company.calm();
    await company.later(60_000);
    expect(await leaks(bares)).toEqual([]);
  });
});

describe('what HR sees', () => {
  it('when numbers were put away, HR is told by name and kind alone, and reads one in private by [Voir]', async () => {
    await company.later(60_000);
    await tom.say(secrets[0]?.said ?? '');
    await company.later(5_000);
    const notice = hr.read().findLast((message) => message.keyboard.length > 0);
    expect(notice?.text).toBe('Tom Garnier a transmis un IBAN par chat. C’est gardé chiffré.');
    expect(await leaks(bares)).toEqual([]);
    await hr.press('Voir', notice?.id);
    expect(hr.last().text).toBe(`Envoyé par Tom (chaque consultation est notée) :\n${secrets[0]?.said ?? ''}`);
    expect(await leaks(bares, hr)).toEqual([]);
  });

  it('when HR looks with the vault record of another message, the seal does not open', async () => {
    const { runtime } = company.stage.product;
    const [one, two] = (await runtime.store.all(vault))
      .map((item) => item.value)
      .filter((item) => item.what === 'iban');
    if (one === undefined || two === undefined) throw new Error('nothing was put away');
    expect(() => runtime.cipher.open(one.sealed, two.id)).toThrow(/./);
  });

  it('when the account of HR is used in a group, nothing is shown there', async () => {
    const found = await company.stage.product.runtime.store.all(accounts);
    expect(found.some((one) => one.value.person === 'christelle-vasseur')).toBe(true);
    const text = company.stage.sandbox.telegram.control
      .chat(group)
      .messages.filter((message) => message.from.isBot)
      .map((message) => message.text)
      .join('\n');
    expect(text).not.toContain('Voir');
  });
});
