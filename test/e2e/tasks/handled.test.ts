import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '../../../core/records/booking.ts';
import { conversations } from '../../../core/records/dialogue.ts';
import { addDays, weekday } from '../../../domain/day.ts';
import { type SignalPerson, type TelegramPerson } from '../../support/cast.ts';
import { openCompany, type Company } from '../../support/company.ts';
import { givenTasks } from '../../support/given-tasks.ts';

let company: Company;
let nadia: TelegramPerson;
let marc: TelegramPerson;
let tom: TelegramPerson;
let lea: SignalPerson;
let passed = '';

beforeAll(async () => {
  company = await openCompany();
  nadia = await company.telegram('nadia-benali');
  marc = await company.telegram('marc-delaunay');
  tom = await company.telegram('tom-garnier');
  lea = await company.signal('lea-moreau');
});
afterAll(() => company.stop());

const { given, task } = givenTasks(() => company);

describe('the list', () => {
  it('when it is asked for, shows what is late, due today, this week and later, in that order', async () => {
    const today = company.today();
    await given('finir la bio', { due: addDays(today, 60) });
    await given('rendre la clé', { due: addDays(today, -2) });
    await given('appeler le luthier', { due: today });
    await given('acheter des cordes', { due: addDays(today, 7 - weekday(today)), createdBy: 'lea-moreau' });
    await given('trier les photos');
    await lea.say('taches');
    expect(lea.last().text).toMatch(
      /^Tes 5 tâches\n\nEn retard\n1\. rendre la clé, pour .* · pour Nadia\n\nAujourd’hui\n2\. appeler le luthier, .*\n\nCette semaine\n3\. acheter des cordes, pour dim\. \d+ nov\.\n\nPlus tard\n4\. finir la bio, .*\n5\. trier les photos · pour Nadia\n\nRéponds par un numéro quand c’est fait, « voir 2 »/su,
    );
  });

  it('when numbers are written one after the other, each means the line it had', async () => {
    lea.handle.write('1');
    await lea.say('2');
    expect((await task('given-2')).state).toBe('done');
    expect((await task('given-3')).state).toBe('done');
    expect((await task('given-4')).state).toBe('todo');
    expect(lea.screen()).toContain('1. ✅ rendre la clé');
    expect(lea.screen()).toContain('3. acheter des cordes');
    await lea.say('9');
    expect(lea.last().text).toBe('Il n’y a pas de ligne 9 : la liste en a 5.');
  });

  it('when Telegram ticks quickly from the top, every tick counts and ↩ brings one back', async () => {
    for (const title of ['un', 'deux', 'trois']) await given(`ranger ${title}`, { person: 'tom-garnier' });
    await tom.say('/taches');
    const card = tom.last().id;
    expect(tom.buttons(card)).toEqual(['✓ 1', '1 …', '✓ 2', '2 …', '✓ 3', '3 …', 'Tâches que j’ai données']);
    tom.control.press(company.staff, { label: '✓ 1', messageId: card });
    tom.control.press(company.staff, { label: '✓ 2', messageId: card });
    await company.calm();
    expect([(await task('given-6')).state, (await task('given-7')).state]).toEqual(['done', 'done']);
    expect(tom.buttons(card)).toEqual(['↩ 1', '↩ 2', '✓ 3', '3 …', 'Tâches que j’ai données']);
    await tom.press('↩ 2', card);
    expect((await task('given-7')).state).toBe('todo');
    await company.later(61_000);
    await tom.press('↩ 1', card);
    expect(tom.toast()).toContain('Trop tard pour revenir en arrière');
    expect((await task('given-6')).state).toBe('done');
  });

  it('when there are more than a page, the pages turn in place', async () => {
    for (let count = 0; count < 10; count += 1) await given(`scanner ${count}`, { person: 'marc-delaunay' });
    await marc.say('/taches');
    const card = marc.last().id;
    expect(marc.last().text).toContain('8. scanner 7');
    await marc.press('▶', card);
    expect(marc.last().id).toBe(card);
    expect(marc.last().text).toContain('1. scanner 8');
    await marc.press('✓ 2', card);
    expect(marc.last().text).toContain('2. ✅ scanner 9');
    await marc.press('◀', card);
    expect(marc.last().text).toContain('1. scanner 0');
  });

  it('when whoever gave them looks, sees who does what and lets one go', async () => {
    await nadia.say('/taches données');
    expect(nadia.last().text).toMatch(/^\d+ tâches que tu as données\n/);
    expect(nadia.last().text).toContain('finir la bio');
    await nadia.say('/taches Léa');
    expect(nadia.last().text).toMatch(/^Léa : 2 tâches/);
    expect(nadia.last().text).not.toContain('acheter des cordes');
    const line = /(\d)\. trier les photos/.exec(nadia.last().text)?.[1] ?? '?';
    await nadia.press(`${line} …`, nadia.last().id);
    expect(nadia.last().text).toBe('Léa doit faire : trier les photos');
    const before = lea.read().length;
    await nadia.press('Laisser tomber', nadia.last().id);
    expect((await task('given-5')).state).toBe('dropped');
    await company.later(61_000);
    expect(
      lea
        .read()
        .slice(before)
        .map((one) => one.text),
    ).toContain('Nadia laisse tomber, plus besoin de le faire : trier les photos');
  });

  it('when an act is named, those who look after it see its tasks and nobody else does', async () => {
    await given('caler la balance', { artist: 'gribitch', person: 'tom-garnier', createdBy: null });
    await marc.say('/taches gribitch');
    expect(marc.last().text).toContain('caler la balance');
    await tom.say('/taches gribitch');
    expect(tom.last().text).toContain('Je ne connais ni artiste que tu suives ni collègue');
    await tom.say('/taches Marc');
    expect(tom.last().text).toContain('Je ne connais ni artiste');
  });
});

describe('later', () => {
  it('when a day is tapped or written, it rests until then', async () => {
    const id = await given('relire la fiche');
    await lea.say('taches');
    const line = /(\d)\. relire la fiche/.exec(lea.last().text)?.[1] ?? '?';
    await lea.say(`voir ${line}`);
    expect(lea.last().text).toMatch(/^Nadia t’a confié : relire la fiche/);
    await lea.say('2');
    expect(lea.last().text).toMatch(
      /Quand est-ce que je t’en reparle \? relire la fiche\n\n1\. Demain\n2\. Lundi\n3\. Dans une semaine/,
    );
    await lea.say('on verra bien');
    expect(lea.screen()).toContain('Je n’ai pas lu de jour dans « on verra bien »');
    await lea.say('pas avant mardi');
    const until = (await task(id)).snoozedUntil;
    expect(until !== null && weekday(until)).toBe(2);
    expect(lea.screen()).toMatch(/D’accord, je t’en reparle mar\. .* : relire la fiche/);
  });

  it('when it is done meanwhile, a late press says so politely', async () => {
    const id = await given('imprimer les affiches', { person: 'tom-garnier' });
    await tom.say('/taches');
    const line = /(\d)\. imprimer les affiches/.exec(tom.last().text)?.[1] ?? '?';
    await tom.press(`${line} …`, tom.last().id);
    const card = tom.last().id;
    await tom.press('Plus tard', card);
    await tom.press('Plus tard', card);
    expect(tom.toast()).toBe('Je te l’ai déjà demandé plus bas.');
    await tom.say('fait');
    expect((await task(id)).state).toBe('done');
    await tom.press('Passer à…', card);
    expect(tom.toast()).toMatch(/^Tu l’avais déjà notée faite à /);
    const open = (await company.stage.product.runtime.store.all(conversations)).filter(
      ({ value }) => value.name === 'task-later' && value.state === 'open',
    );
    expect(open).toEqual([]);
  });

  it('when a conversation waits for words, « fait » is its answer and no task is touched', async () => {
    const id = await given('poster la story', { person: 'tom-garnier' });
    await tom.say('pas dispo vendredi');
    await tom.say('fait');
    expect((await task(id)).state).toBe('todo');
    await tom.say('/annuler');
  });
});

describe('passed on and given back', () => {
  it('when it is passed by name, the new one hears, who asked hears, and it is theirs', async () => {
    const id = await given('charger le van');
    passed = id;
    await lea.say('taches');
    const line = /(\d)\. charger le van/.exec(lea.last().text)?.[1] ?? '?';
    await lea.say(`voir ${line}`);
    await lea.say('3');
    expect(lea.last().text).toContain('À qui tu la passes ? charger le van\nTu peux aussi écrire un nom.');
    expect(lea.last().text).not.toContain('Nadia Benali');
    const before = nadia.read().length;
    await lea.say('Tom');
    expect(await task(id)).toMatchObject({
      person: 'tom-garnier',
      handedFrom: 'lea-moreau',
      createdBy: 'nadia-benali',
    });
    expect(tom.last().text).toMatch(/^Léa te passe : charger le van/);
    expect(
      nadia
        .read()
        .slice(before)
        .map((one) => one.text),
    ).toEqual(['Léa passe à Tom : charger le van']);
  });

  it('when it cannot be done, it goes back with the reason, and everything typed arrives', async () => {
    await tom.press('Je ne peux pas', tom.last().id);
    expect(tom.last().text).toContain('À rendre à Nadia : charger le van\nTu veux dire pourquoi ?');
    await tom.say('j’ai le dos bloqué');
    expect(await task(passed)).toMatchObject({ person: 'nadia-benali', handedFrom: 'tom-garnier' });
    expect(nadia.last().text).toBe('Tom ne peut pas, ça te revient : charger le van\n« j’ai le dos bloqué »');
    expect(nadia.buttons(nadia.last().id)).toEqual(['C’est fait', 'Plus tard', 'Passer à…', 'Laisser tomber']);
  });

  it('when quoted words put it off or say that it cannot be done, they do', async () => {
    await tom.say('/tache Léa : prévenir le Fil');
    await company.later(61_000);
    const asked = lea.last().timestamp;
    await lea.quote(asked, 'reporte à jeudi');
    const all = await company.stage.product.runtime.store.all(tasks);
    const made = all.find(({ value }) => value.title === 'prévenir le Fil')?.value;
    expect(weekday(made?.snoozedUntil ?? company.today())).toBe(4);
    await lea.quote(asked, 'je peux pas');
    expect(lea.last().text).toContain('À rendre à Tom : prévenir le Fil');
    await lea.say('1');
    expect((await task(made?.id ?? '')).person).toBe('tom-garnier');
  });

  it('when 👍 answers a new task, they are on it; it is not taken for done', async () => {
    await nadia.say('/tache Léa : accorder le piano');
    await company.later(61_000);
    await lea.react(lea.last().timestamp, '👍');
    const all = await company.stage.product.runtime.store.all(tasks);
    expect(all.find(({ value }) => value.title === 'accorder le piano')?.value.state).toBe('doing');
    await nadia.say('/taches Léa');
    expect(nadia.last().text).toMatch(/accorder le piano · en cours/);
  });
});
