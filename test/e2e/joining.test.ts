import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeFor } from '../../demo/stage.ts';
import { accounts } from '../../core/records/identity.ts';
import { audit } from '../../core/records/oversight.ts';
import { openCompany, type Company } from '../support/company.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.stop());

const neutral =
  /^Bonjour, ce compte est réservé aux personnes invitées\. Si vous avez reçu un code, envoyez-le ici\. Sinon, écrivez à \S+@\S+ et quelqu’un vous répondra\.$/;

async function linked(person: string): Promise<number> {
  return (await company.stage.product.runtime.store.find(accounts, { name: 'person', value: person })).length;
}

async function audited(account: string): Promise<string[]> {
  const lines = await company.stage.product.runtime.store.all(audit);
  return lines
    .map((line) => line.value)
    .filter((line) => line.account === account)
    .map((line) => line.what);
}

describe('joining by an invitation', () => {
  it('when the link is opened on Telegram, greets by name and offers what a musician can do', async () => {
    const tom = await company.telegram('tom-garnier');
    expect(await linked('tom-garnier')).toBe(1);
    const [welcome, home] = tom.read();
    expect(welcome?.text).toBe(
      'Bienvenue, Tom. Ce compte est maintenant relié à ' +
        `${(await company.stage.product.runtime.services()).agency.name}. Je garde ce que tu me confirmes, rien d’autre ; personne ne te demandera de raison.`,
    );
    expect(home?.text).toContain('Salut Tom');
    expect(tom.buttons()).toContain('Je ne suis pas dispo');
  });

  it('when the code is typed on Signal with spaces and small letters, links all the same', async () => {
    const code = await codeFor(company.stage, 'lea-moreau');
    const lea = company.signalStranger('Léa');
    await lea.say(code.toLowerCase().replaceAll('-', ' '));
    expect(await linked('lea-moreau')).toBe(1);
    expect(lea.read()[0]?.text).toContain('Bienvenue, Léa.');
  });

  it('when a code was used already, refuses the second person with the neutral sentence and audits it', async () => {
    const code = await codeFor(company.stage, 'malo-guivarch');
    const malo = company.stranger('Malo');
    malo.control.start(company.staff, code);
    await company.calm();
    const thief = company.stranger('Voleur');
    thief.control.start(company.staff, code);
    await company.calm();
    expect(await linked('malo-guivarch')).toBe(1);
    expect(thief.last().text).toMatch(neutral);
    expect(await audited(thief.account)).toEqual(['invitation.refused']);
  });

  it('when a code is guessed, answers exactly as to any stranger', async () => {
    const guesser = company.stranger('Devin');
    await guesser.say('AAAA-BBBB-CCCC');
    const stranger = company.stranger('Passant');
    await stranger.say('Bonjour, vous êtes qui ?');
    expect(guesser.last().text).toMatch(neutral);
    expect(guesser.last().text).toBe(stranger.last().text);
    expect(await audited(guesser.account)).toEqual(['invitation.refused']);
  });

  it('when a stranger goes on writing, answers three times an hour and then stays silent', async () => {
    const pest = company.stranger('Insistant');
    for (let count = 0; count < 6; count += 1) await pest.say(`allô ${count}`);
    expect(pest.read()).toHaveLength(3);
  });

  it('when somebody tries more than ten codes, even a right one is refused for the hour', async () => {
    const code = await codeFor(company.stage, 'clara-fontaine');
    const guesser = company.stranger('Acharné');
    for (let count = 0; count < 10; count += 1) await guesser.say(`AAAA-BBBB-CCC${count}`);
    await guesser.say(code);
    expect(await linked('clara-fontaine')).toBe(0);
  });

  it('when the app of a stranger speaks English, answers in English', async () => {
    const stranger = company.stranger('Somebody', 'en');
    await stranger.say('hello');
    expect(stranger.last().text).toMatch(/^Hello, this account is for invited people only/);
  });

  it('when the code is sent to a group, links nobody and says nothing there', async () => {
    const code = await codeFor(company.stage, 'solene-le-bihan');
    const stranger = company.stranger('Solène');
    const group = company.stage.sandbox.telegram.control.createGroup({
      title: 'Un groupe',
      members: [stranger.id],
      bots: [company.staff],
      admins: [company.staff],
    });
    await stranger.say(code, group.id);
    expect(await linked('solene-le-bihan')).toBe(0);
    const view = company.stage.sandbox.telegram.control.chat(group.id);
    expect(view.messages.filter((message) => message.from.isBot && message.service === null)).toEqual([]);
  });

  it('when the week of an invitation is over, refuses it', async () => {
    const code = await codeFor(company.stage, 'youssef-amrani');
    await company.later(7 * 24 * 3_600_000 + 60_000);
    const late = company.stranger('Youssef');
    late.control.start(company.staff, code);
    await company.calm();
    expect(await linked('youssef-amrani')).toBe(0);
    expect(late.last().text).toMatch(neutral);
  });

  it('when somebody has left the agency, their invitation opens nothing', async () => {
    const code = await codeFor(company.stage, 'franck-pasquier');
    const gone = company.stranger('Franck');
    gone.control.start(company.staff, code);
    await company.calm();
    expect(await linked('franck-pasquier')).toBe(0);
    expect(gone.last().text).toMatch(neutral);
  });
});
