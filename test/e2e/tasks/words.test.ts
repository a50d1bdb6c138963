import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '../../../core/records/booking.ts';
import { addDays, weekday } from '../../../domain/day.ts';
import { type Task } from '../../../domain/task.ts';
import { type SignalPerson, type TelegramPerson } from '../../support/cast.ts';
import { openCompany, type Company } from '../../support/company.ts';

let company: Company;
let nadia: TelegramPerson;
let tom: TelegramPerson;
let ben: TelegramPerson;
let lea: SignalPerson;

beforeAll(async () => {
  company = await openCompany();
  nadia = await company.telegram('nadia-benali');
  tom = await company.telegram('tom-garnier');
  ben = await company.telegram('ben-hartley', 'en');
  lea = await company.signal('lea-moreau');
});
afterAll(() => company.stop());

async function titled(title: string): Promise<Task> {
  const all = await company.stage.product.runtime.store.all(tasks);
  const found = all.find(({ value }) => value.title === title);
  if (found === undefined) throw new Error(`no task « ${title} »`);
  return found.value;
}

/** Nadia gives these, and they are announced. */
async function give(...lines: readonly string[]): Promise<void> {
  for (const line of lines) await nadia.say(`/tache ${line}`);
  await company.later(61_000);
}

describe('« fait » that quotes nothing', () => {
  it('when several tasks came together, it is asked which, and none is taken for it', async () => {
    await give('Tom : rappeler le Fil', 'Tom : rendre les samplers', 'Tom : vérifier les câbles');
    await tom.say('fait');
    expect(tom.last().text).toBe('Laquelle est faite ?');
    expect(tom.buttons(tom.last().id)).toEqual(
      expect.arrayContaining(['rappeler le Fil', 'rendre les samplers', 'vérifier les câbles', 'Aucune']),
    );
    expect((await titled('vérifier les câbles')).state).toBe('todo');
    await tom.press('rappeler le Fil');
    expect((await titled('rappeler le Fil')).state).toBe('done');
  });

  it('when one task just came alone, it is that one, whatever else is open', async () => {
    await company.later(11 * 60_000);
    await give('Tom : changer les peaux');
    await tom.say('c’est fait');
    expect((await titled('changer les peaux')).state).toBe('done');
    expect((await titled('rendre les samplers')).state).toBe('todo');
  });

  it('when that was a while ago and others are open, it is asked which', async () => {
    await give('Tom : nettoyer le local');
    await company.later(11 * 60_000);
    await tom.say('fait');
    expect(tom.last().text).toBe('Laquelle est faite ?');
    expect((await titled('nettoyer le local')).state).toBe('todo');
    await tom.press('Aucune');
  });

  it('when it is the only task, it is done however long ago it came', async () => {
    await give('Léa : poster la story');
    await company.later(3 * 3_600_000);
    await lea.say('fait');
    expect((await titled('poster la story')).state).toBe('done');
  });
});

describe('« c’est envoyé » under a task', () => {
  it('when a task to send was shown last, it is offered; one of another kind is not', async () => {
    await give('Ben : book the hotel', 'Ben : send the stage plan');
    await ben.say('sent it');
    expect(ben.buttons(ben.last().id)).toEqual(['send the stage plan', 'None of them']);
    await ben.press('send the stage plan');
    expect((await titled('send the stage plan')).state).toBe('done');
  });
});

describe('a lone day or « plus tard » under a task', () => {
  it('when « demain » follows the card of a task, it rests until then and nobody is away', async () => {
    await give('Léa : relire la bio');
    await lea.say('demain');
    expect(lea.last().text).toMatch(/^D’accord, je t’en reparle .* : relire la bio/);
    expect((await titled('relire la bio')).snoozedUntil).toBe(addDays(company.today(), 1));
  });

  it('when it is next week, it rests until its Monday', async () => {
    await give('Ben : print the posters');
    await ben.say('next week');
    const until = (await titled('print the posters')).snoozedUntil;
    expect(until).toBe(addDays(company.today(), 8 - weekday(company.today())));
  });

  it('when « plus tard » names no day, it is asked until when', async () => {
    await give('Tom : trier les affiches');
    await tom.say('plus tard');
    expect(tom.last().text).toContain('Quand est-ce que je t’en reparle ? trier les affiches');
    await tom.press('Demain');
    expect((await titled('trier les affiches')).snoozedUntil).toBe(addDays(company.today(), 1));
  });

  it('when the task rests already, a lone day is what it was', async () => {
    await tom.say('lundi');
    expect(tom.last().text).toContain('tu n’es pas dispo le lun.');
    expect((await titled('trier les affiches')).snoozedUntil).toBe(addDays(company.today(), 1));
    await tom.say('/annuler');
  });

  it('when another card was shown since, a lone day is what it was', async () => {
    await give('Ben : tune the piano');
    await ben.say('/me');
    await ben.say('tomorrow');
    expect(ben.last().text).not.toContain('tune the piano');
    expect((await titled('tune the piano')).snoozedUntil).toBeNull();
  });

  it('when there is no time for it, it is offered to give it back', async () => {
    await give('Léa : accorder le piano');
    await lea.say('j’ai pas le temps');
    expect(lea.last().text).toContain('À rendre à Nadia : accorder le piano');
  });
});
