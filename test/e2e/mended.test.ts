import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../core/records/oversight.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { vote } from '../support/frames.ts';
import { daysNoted, freeDays, noted, short, spoken } from '../support/season.ts';

let company: Company;
let tom: TelegramPerson;
let marc: TelegramPerson;
let lea: SignalPerson;
let anna: SignalPerson;
let group: number;
let free: Day;
let next = 0;

beforeAll(async () => {
  company = await openCompany();
  tom = await company.telegram('tom-garnier');
  marc = await company.telegram('marc-delaunay');
  lea = await company.signal('lea-moreau');
  anna = await company.signal('anna-kervella');
  const { control } = company.stage.sandbox.telegram;
  const members = [marc.id, tom.id];
  group = control.createGroup({ title: 'Gribitch', members, bots: [company.staff], admins: [company.staff] }).id;
  await company.calm();
  await marc.say('/lier Gribitch', group);
  free = await freeDays(company, 260, 60);
});
afterAll(() => company.stop());
beforeEach(async () => {
  await company.later(60_000);
  await tom.say('/annuler');
  await company.later(10_000);
});

/** So many days in a row that no test has spoken of, in one month. */
function someDays(count: number): Day[] {
  const isWhole = (first: Day): boolean => addDays(first, count - 1).slice(0, 7) === first.slice(0, 7);
  while (!isWhole(addDays(free, next))) next += 1;
  const days = Array.from({ length: count }, (_, index) => addDays(free, next + index));
  next += count + 1;
  return days;
}

function dayOf(days: readonly Day[], index: number): Day {
  const day = days[index];
  if (day === undefined) throw new Error('so many days were not asked for');
  return day;
}

/** Tom says that he is away on these days, and confirms. */
async function away(days: readonly Day[]): Promise<void> {
  await tom.say(`pas dispo du ${spoken(dayOf(days, 0))} au ${spoken(dayOf(days, days.length - 1))}`);
  await tom.press('C’est ferme', tom.last().id);
  await company.later(30_000);
}

async function tomIsAway(among: readonly string[]): Promise<string[]> {
  return (await daysNoted(company, 'tom-garnier')).filter((day) => among.includes(day));
}

async function audited(account: string): Promise<number> {
  const lines = await company.stage.product.runtime.store.all(audit);
  return lines.filter((line) => line.value.account === account).length;
}

describe('days given back', () => {
  it('when « dispo demain » is said before midnight and confirmed after, the day that was said is free', async () => {
    const days = [company.day(1), company.day(2)];
    await away(days);
    await company.at(0, '23:50');
    await tom.say('finalement dispo demain');
    expect(tom.last().text).toMatch(/je retire ton absence \?$/);
    await company.at(1, '00:10');
    await tom.press('Oui, je suis dispo', tom.last().id);
    expect(await tomIsAway(days)).toEqual([days[1]]);
    await company.at(0, '10:00');
  });

  it('when « dispo demain » corrects the card before midnight, it still means that day after midnight', async () => {
    const days = [company.day(2), company.day(3)];
    await away(days);
    await company.at(1, '23:50');
    await tom.say(`finalement je suis dispo le ${spoken(company.day(1))} et le ${spoken(company.day(2))}`);
    await tom.say('finalement dispo demain');
    expect(tom.last().text).toContain(short(company.day(1)));
    expect(tom.last().text).not.toContain(short(company.day(2)));
    await company.at(1, '00:10');
    await tom.press('Oui, je suis dispo', tom.last().id);
    expect(await tomIsAway(days)).toEqual([days[1]]);
    await company.at(0, '10:00');
  });

  it.each(['sauf le', 'non, pas dispo le'])(
    'when « %s … » is said under days that become free, that day stays taken and the other is given back',
    async (words) => {
      const days = someDays(2);
      const [first, second] = [dayOf(days, 0), dayOf(days, 1)];
      await away(days);
      await tom.say(`finalement je suis dispo le ${spoken(first)} et le ${spoken(second)}`);
      expect(tom.last().text).toContain(short(second));
      await tom.say(`${words} ${Number(second.slice(8))}`);
      expect(tom.last().text).toContain(short(first));
      expect(tom.last().text).not.toContain(short(second));
      await tom.press('Oui, je suis dispo', tom.last().id);
      expect(await tomIsAway(days)).toEqual([second]);
    },
  );

  it('when the evening of a whole day becomes free, morning and afternoon stay taken', async () => {
    const saturday = [1, 2, 3, 4, 5, 6, 7]
      .map((ahead) => company.day(ahead))
      .find((day) => new Date(day).getUTCDay() === 6);
    await tom.say('pas dispo samedi');
    await tom.press('C’est ferme', tom.last().id);
    await company.later(30_000);
    await tom.say('finalement je suis dispo samedi soir');
    await tom.press('Oui, je suis dispo', tom.last().id);
    expect(tom.last().text).toMatch(/^C’est noté : tu es de nouveau dispo /);
    const parts = (await noted(company, 'tom-garnier')).flatMap((one) => one.parts);
    expect(parts.filter((part) => part.day === saturday).map((part) => part.part)).toEqual(['morning', 'afternoon']);
  });
});

describe('days on a card', () => {
  it('when « pas le 13 » is said under an absence, the 13th comes off and the others stay', async () => {
    const days = someDays(3);
    const middle = dayOf(days, 1);
    await tom.say(`pas dispo du ${spoken(dayOf(days, 0))} au ${spoken(dayOf(days, 2))}`);
    await tom.say(`pas le ${Number(middle.slice(8))}`);
    await tom.press('C’est ferme', tom.last().id);
    expect(await tomIsAway(days)).toEqual([days[0], days[2]]);
  });

  it('when the first message is edited while a condition is asked for, the recap comes back with the new days', async () => {
    const days = someDays(2);
    const message = await tom.say(`pas là le ${spoken(dayOf(days, 0))}`);
    await tom.press('Ça se discute', tom.last().id);
    await tom.edit(message, `pas là le ${spoken(dayOf(days, 0))} et le ${spoken(dayOf(days, 1))}`);
    expect(tom.last().text).toMatch(/^J’ai compris : /);
    expect(await tomIsAway(days)).toEqual([]);
    await tom.press('C’est ferme', tom.last().id);
    expect(await tomIsAway(days)).toEqual(days);
    const absence = (await noted(company, 'tom-garnier')).at(-1);
    expect([absence?.firmness, absence?.condition]).toEqual(['firm', null]);
  });

  it('when two days of the month are tapped before the card has changed, both are picked', async () => {
    await tom.say('/indispo');
    await tom.press('▶');
    const card = tom.last().id;
    const shown = tom.toasts().length;
    for (const label of ['10', '11']) {
      tom.control.forgePress({ bot: company.staff, data: tom.data(label, card), messageId: card });
    }
    await company.calm();
    await company.later(10_000);
    expect(tom.buttons(card)).toEqual(expect.arrayContaining(['✓ 10', '✓ 11']));
    expect(tom.toasts().slice(shown).join('')).not.toContain('Cette carte a changé');
    await tom.press('Laisser tomber', card);
  });

  it('when « 1 » is written on Telegram with the list of absences open, nothing is cancelled', async () => {
    const days = someDays(1);
    await away(days);
    const before = await daysNoted(company, 'tom-garnier');
    await tom.say('/mesindispos');
    expect(tom.buttons(tom.last().id)[0]).toMatch(/^Annuler : /);
    await tom.say('1');
    expect(await daysNoted(company, 'tom-garnier')).toEqual(before);
  });
});

describe('what is said and done in a group', () => {
  it('when a second statement comes in the group before the first is confirmed, it goes onto the open card', async () => {
    const days = someDays(2);
    await tom.say(`je suis pas dispo le ${spoken(dayOf(days, 0))}`, group);
    const [card, count] = [tom.last().id, tom.read().length];
    await tom.say(`et je suis pas dispo le ${spoken(dayOf(days, 1))} aussi`, group);
    expect(tom.read()).toHaveLength(count);
    expect(tom.last().id).toBe(card);
    await tom.say('ok');
    expect(await tomIsAway(days)).toEqual(days);
  });

  it('when the second statement ends in « non plus », both days are on the card', async () => {
    const days = someDays(2);
    await tom.say(`je suis pas là le ${spoken(dayOf(days, 0))}`, group);
    const count = tom.read().length;
    await tom.say(`je suis pas là le ${spoken(dayOf(days, 1))} non plus`, group);
    expect(tom.read()).toHaveLength(count);
    await tom.press('C’est ferme', tom.last().id);
    expect(await tomIsAway(days)).toEqual(days);
  });

  it('when people react to one another there, nothing is written about it', async () => {
    const { id } = company.stage.sandbox.signal.control.addGroup('Gribitch', [anna.handle.aci, lea.handle.aci]);
    const message = await anna.say('on répète à quelle heure ?', id);
    const before = [await audited(lea.account), await audited(tom.account)];
    lea.handle.react({ chat: id, timestamp: message, author: anna.handle.aci, emoji: '👍' });
    tom.control.react(group, await marc.say('on part à midi', group), ['👍']);
    await company.calm();
    expect([await audited(lea.account), await audited(tom.account)]).toEqual(before);
  });
});

describe('a vote that is withdrawn', () => {
  it('when Signal says that no option is chosen any more, nothing is noted and no sentence comes', async () => {
    const days = someDays(1);
    await lea.say(`pas dispo le ${spoken(dayOf(days, 0))}`);
    const before = lea.read().length;
    vote(company, lea, lea.poll().timestamp, [], 1);
    await company.calm();
    expect(lea.read()).toHaveLength(before);
    expect(await daysNoted(company, 'lea-moreau')).toEqual([]);
    await lea.say('1');
    expect(await daysNoted(company, 'lea-moreau')).toEqual(days);
  });
});
