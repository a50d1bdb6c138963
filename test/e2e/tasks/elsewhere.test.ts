import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/day.ts';
import { type TelegramPerson } from '../../support/cast.ts';
import { openCompany, type Company } from '../../support/company.ts';
import { givenTasks } from '../../support/given-tasks.ts';
import { daysNoted } from '../../support/season.ts';

let company: Company;
let nadia: TelegramPerson;
let marc: TelegramPerson;
let tom: TelegramPerson;

beforeAll(async () => {
  company = await openCompany({ artistBots: ['gribitch'] });
  nadia = await company.telegram('nadia-benali');
  marc = await company.telegram('marc-delaunay');
  tom = await company.telegram('tom-garnier');
});
afterAll(() => company.stop());

const { given, task } = givenTasks(() => company);

describe('in a group', () => {
  it('when the group is an act’s, a sign answers, the person hears in private, and the task is the act’s', async () => {
    const telegram = company.stage.sandbox.telegram.control;
    const group = telegram.createGroup({ title: 'Gribitch', members: [marc.id, tom.id], bots: [company.staff] }).id;
    await company.calm();
    await marc.say('/lier gribitch', group);
    const said = (): string[] =>
      telegram
        .chat(group)
        .messages.filter((message) => message.from.isBot && message.service === null)
        .map((message) => message.text);
    const before = said().length;
    await marc.say('/tache Tom : réparer la grosse caisse', group);
    expect(said()).toHaveLength(before);
    expect(telegram.chat(group).messages.flatMap((one) => one.reactions.map(({ emoji }) => emoji))).toContain('👌');
    await company.later(61_000);
    expect(tom.last().text).toMatch(/^Marc te confie : réparer la grosse caisse\nGribitch$/);
    await tom.say('/tache Marc : payer', group);
    expect(said()).toHaveLength(before);
    expect(tom.last().text).toContain('Tu ne peux pas confier de tâche à Marc');
    await tom.say('pas dispo le 3 avril');
    expect(await daysNoted(company, 'tom-garnier')).toEqual([]);
  });
});

describe('the morning after', () => {
  it('when the reminder speaks of one task, 👍 on it means that it is done', async () => {
    const maud = await company.telegram('maud-vanneau');
    const ines = await company.signal('ines-belkacem');
    const one = await given('renvoyer le contrat', { person: 'ines-belkacem', due: addDays(company.today(), 1) });
    const two = await given('poster l’affiche', { person: 'maud-vanneau', due: addDays(company.today(), 1) });
    const three = await given('payer l’accordeur', { person: 'maud-vanneau', due: addDays(company.today(), 1) });
    await company.at(1, '10:00');
    await company.calm();
    await ines.react(ines.last().timestamp, '👍');
    expect((await task(one)).state).toBe('done');
    expect(ines.last().text).toContain('C’est fait : renvoyer le contrat');
    const card = maud.last().id;
    maud.control.press(company.staff, { label: '✓ poster l’affiche', messageId: card });
    maud.control.press(company.staff, { label: '✓ payer l’accordeur', messageId: card });
    await company.calm();
    expect([(await task(two)).state, (await task(three)).state]).toEqual(['done', 'done']);
    expect(maud.buttons(card)).toContain('✅ poster l’affiche');
    const before = nadia.read().length;
    await company.later(61_000);
    const told = nadia
      .read()
      .slice(before)
      .map((message) => message.text);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Maud l’a fait : poster l’affiche\nMaud l’a fait : payer l’accordeur');
  });
});
