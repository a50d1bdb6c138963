import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../core/records/oversight.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { type SignalPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { daysNoted, freeDays, noted, short, spoken } from '../support/season.ts';
import { vote } from '../support/frames.ts';

let company: Company;
let lea: SignalPerson;
let free: Day;
let next = 0;

beforeAll(async () => {
  company = await openCompany();
  lea = await company.signal('lea-moreau');
  free = await freeDays(company, 230, 40);
});
afterAll(() => company.stop());

/** Opens a recap about a day nobody spoke of yet; resolves with that day. */
async function open(): Promise<Day> {
  await company.later(30_000);
  const day = addDays(free, (next += 1));
  await lea.say(`pas dispo le ${spoken(day)}`);
  expect(lea.last().text).toContain('J’ai compris');
  return day;
}

async function isNoted(day: Day): Promise<boolean> {
  return (await daysNoted(company, 'lea-moreau')).includes(day);
}

describe('an absence on Signal', () => {
  it('when said, the card lists numbered answers and a poll with the same ones', async () => {
    const day = await open();
    expect(lea.last().text).toContain(short(day));
    expect(lea.last().text).toMatch(/1\. C’est ferme\n2\. Ça se discute\n3\. Corriger\n4\. Laisser tomber$/);
    expect(lea.poll().poll?.options.map((option) => option.text)).toEqual([
      'C’est ferme',
      'Ça se discute',
      'Corriger',
      'Laisser tomber',
    ]);
    await lea.say('4');
    expect(lea.last().text).toBe('D’accord, je n’ai rien noté.');
    expect(lea.poll().poll?.closed).toBe(true);
    expect(await isNoted(day)).toBe(false);
  });

  it.each([
    ['a number', () => lea.say('1')],
    ['a number with a full stop', () => lea.say(' 1. ')],
    ['« ok »', () => lea.say('ok')],
    ['« oui ! »', () => lea.say('Oui !')],
    ['the words of the choice', () => lea.say('c’est ferme')],
    ['a vote', () => lea.vote(lea.poll().timestamp, 0)],
    ['a thumb on the card', () => lea.react(lea.last().timestamp, '👍')],
    ['a quote of the card', () => lea.quote(lea.last().timestamp, '1')],
  ])('when answered by %s, the days are noted', async (_, answer) => {
    const day = await open();
    await answer();
    expect(await isNoted(day)).toBe(true);
    expect(lea.last().text).toMatch(/^C’est noté, Léa : /);
    expect(lea.poll().poll?.closed).toBe(true);
  });

  it('when « 2 » is sent with one card open, a condition is asked for, in words', async () => {
    await open();
    await lea.say('2');
    expect(lea.last().text).toMatch(/^À quelle condition ça pourrait se faire \?/);
    await lea.say('si on rentre le soir');
    expect(lea.last().text).toContain('à discuter');
    expect((await noted(company, 'lea-moreau')).at(-1)?.condition).toBe('si on rentre le soir');
  });

  it('when it asks for days without any, words are asked for and no month of buttons is shown', async () => {
    await company.later(30_000);
    await lea.say('indispo');
    expect(lea.last().text).toMatch(
      /^Quels jours tu n’es pas dispo \? Écris-les comme ça te vient : .*\n\n1\. Laisser tomber$/s,
    );
    const day = addDays(free, (next += 1));
    await lea.say(spoken(day));
    expect(lea.last().text).toContain('J’ai compris');
    await lea.say('1');
    expect(await isNoted(day)).toBe(true);
  });

  it('when the message is edited, the card follows', async () => {
    await company.later(30_000);
    const [wrong, right] = [addDays(free, (next += 1)), addDays(free, (next += 1))];
    const sent = await lea.say(`pas dispo le ${spoken(wrong)}`);
    await lea.edit(sent, `pas dispo le ${spoken(right)}`);
    expect(lea.last().text).toContain(short(right));
    await lea.say('1');
    expect([await isNoted(wrong), await isNoted(right)]).toEqual([false, true]);
  });

  it('when a voice note comes, one sentence says what to do', async () => {
    await company.later(30_000);
    lea.handle.voiceNote();
    await company.calm();
    expect(lea.last().text).toMatch(/^Je n’écoute pas les messages vocaux\./);
  });
});

describe('signs that must not count', () => {
  it('when a reaction is taken back or means nothing, nothing happens', async () => {
    const day = await open();
    await lea.react(lea.last().timestamp, '🎸');
    await lea.react(lea.last().timestamp, '🎸', true);
    expect(await isNoted(day)).toBe(false);
    await lea.say('4');
  });

  it('when a thumb is taken back after it counted, what was noted stays', async () => {
    const day = await open();
    const card = lea.last().timestamp;
    await lea.react(card, '👍');
    await lea.react(card, '👍', true);
    expect(await isNoted(day)).toBe(true);
  });

  it('when a vote is changed after it counted, the closed poll changes nothing', async () => {
    const day = await open();
    const poll = lea.poll().timestamp;
    await lea.vote(poll, 1);
    await lea.say('peut-être');
    expect(await isNoted(day)).toBe(true);
    for (const option of [3, 0]) {
      vote(company, lea, poll, [option], 2);
      await company.calm();
    }
    expect(await isNoted(day)).toBe(true);
    expect((await noted(company, 'lea-moreau')).at(-1)?.condition).toBe('peut-être');
  });

  it('when the vote changes while a condition is asked for, the old poll does not answer the new question', async () => {
    const day = await open();
    const poll = lea.poll().timestamp;
    await lea.vote(poll, 1);
    vote(company, lea, poll, [0], 2);
    await company.calm();
    expect(lea.last().text).toMatch(/^À quelle condition/);
    expect(await isNoted(day)).toBe(false);
    await lea.say('si je trouve une nounou');
    expect((await noted(company, 'lea-moreau')).at(-1)?.condition).toBe('si je trouve une nounou');
  });

  it('when a vote names no option, an unknown one or several, nothing happens', async () => {
    const day = await open();
    const poll = lea.poll().timestamp;
    for (const options of [[], [17], [-1], [0.5]]) vote(company, lea, poll, options, 1);
    await company.calm();
    expect(await isNoted(day)).toBe(false);
    await lea.say('4');
  });

  it('when the same number is sent twice, the second does not undo the first', async () => {
    const day = await open();
    lea.handle.write('1');
    await lea.say('1');
    expect(await isNoted(day)).toBe(true);
  });

  it('when « ok » quotes a message that is not the open card, it does not answer the open card', async () => {
    const day = await open();
    const own = lea.handle.write('tu as bien reçu ?');
    await company.calm();
    expect(await isNoted(day)).toBe(false);
    lea.handle.write({ text: 'ok', quote: { timestamp: own, author: lea.handle.aci } });
    await company.calm();
    expect(await isNoted(day)).toBe(false);
    await lea.say('4');
  });

  it('when « oui » quotes a card that is closed, it does not answer the open card', async () => {
    await open();
    const closed = lea.last().timestamp;
    await lea.say('4');
    const day = await open();
    await lea.quote(closed, 'oui');
    expect(await isNoted(day)).toBe(false);
    await lea.say('laisser tomber');
  });

  it('when two questions are open, a bare « ok » answers neither and asks which one', async () => {
    const first = await open();
    const second = addDays(free, (next += 1));
    await lea.say('indispo');
    await company.later(10_000);
    await lea.say('ok');
    expect(await isNoted(first)).toBe(false);
    expect(await isNoted(second)).toBe(false);
    await lea.say('annuler');
    await lea.say('annuler');
  });

  it('when our own second device writes, nothing is read as a command', async () => {
    const day = await open();
    company.stage.sandbox.signal.control.ownDeviceWrites({ to: lea.handle.aci, text: '1' });
    await company.calm();
    expect(await isNoted(day)).toBe(false);
    await lea.say('4');
  });

  it('when somebody else points at the card from their own chat, nothing happens and the attempt is audited', async () => {
    const day = await open();
    const card = lea.last().timestamp;
    const poll = lea.poll().timestamp;
    const ines = await company.signal('ines-belkacem');
    const before = (await company.stage.product.runtime.store.all(audit)).filter(
      (line) => line.value.account === ines.account,
    ).length;
    vote(company, ines, poll, [0], 1);
    await company.calm();
    expect(await isNoted(day)).toBe(false);
    const { number } = company.stage.sandbox.signal.control;
    vote(company, ines, card, [0], 1, number);
    await company.calm();
    expect(await isNoted(day)).toBe(false);
    const after = (await company.stage.product.runtime.store.all(audit)).filter(
      (line) => line.value.account === ines.account,
    ).length;
    expect(after).toBe(before + 2);
    await lea.say('4');
  });
});
