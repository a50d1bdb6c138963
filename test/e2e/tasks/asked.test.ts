import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '../../../core/records/booking.ts';
import { audit } from '../../../core/records/oversight.ts';
import { addDays } from '../../../domain/day.ts';
import { type Task } from '../../../domain/task.ts';
import { type SignalPerson, type TelegramPerson } from '../../support/cast.ts';
import { openCompany, type Company } from '../../support/company.ts';

let company: Company;
let nadia: TelegramPerson;
let marc: TelegramPerson;
let tom: TelegramPerson;
let ben: TelegramPerson;
let lea: SignalPerson;

beforeAll(async () => {
  company = await openCompany();
  nadia = await company.telegram('nadia-benali');
  marc = await company.telegram('marc-delaunay');
  tom = await company.telegram('tom-garnier');
  ben = await company.telegram('ben-hartley', 'en');
  lea = await company.signal('lea-moreau');
});
afterAll(() => company.stop());

async function made(title: string): Promise<Task[]> {
  const all = await company.stage.product.runtime.store.all(tasks);
  return all
    .map((one) => one.value)
    .filter((task) => task.title === title)
    .toSorted((a, b) => a.createdAt - b.createdAt);
}

async function only(title: string): Promise<Task> {
  const [found, second] = await made(title);
  if (found === undefined || second !== undefined) throw new Error(`not one task « ${title} »`);
  return found;
}

const minute = 61_000;

describe('a task in one sentence', () => {
  it('when everything is clear, it is noted at once in one line, and heard of in private a minute later', async () => {
    await nadia.say('/tache Léa : envoyer la fiche tech avant vendredi');
    expect(nadia.last().text).toMatch(/^C’est noté : Léa, envoyer la fiche tech, avant ven\. \d+ nov\.$/);
    expect(nadia.buttons(nadia.last().id)).toEqual(['↩ Annuler']);
    const before = lea.read().length;
    await company.later(minute);
    const [said] = lea.read().slice(before);
    expect(said?.text).toMatch(/^Nadia te confie : envoyer la fiche tech, avant ven\. \d+ nov\./);
    for (const label of ['Je m’en occupe', 'C’est fait', 'Plus tard', 'Passer à…', 'Je ne peux pas'])
      expect(said?.text).toContain(label);
    expect(nadia.buttons(nadia.last().id)).toEqual([]);
    const task = await only('envoyer la fiche tech');
    expect(task).toMatchObject({ person: 'lea-moreau', createdBy: 'nadia-benali', dueBefore: true, artist: null });
  });

  it('when it is taken back within the minute, nobody hears of it', async () => {
    const before = lea.read().length;
    await nadia.say('/tache Léa : payer le van');
    await nadia.press('↩ Annuler');
    expect(nadia.last().text).toBe('Annulé, personne n’en a entendu parler : payer le van');
    await company.later(minute * 2);
    expect(lea.read()).toHaveLength(before);
    expect((await only('payer le van')).state).toBe('dropped');
  });

  it('when it is for two, each has their own, in their own language', async () => {
    await nadia.say('tâche pour Tom et Ben: valider l’affiche d’ici jeudi 18h, urgent');
    expect(nadia.last().text).toMatch(
      /^C’est noté : Ben et Tom, valider l’affiche, pour jeu\. \d+ nov\. à 18 h \(urgent\)\.$|^C’est noté : Tom et Ben, /,
    );
    await company.later(minute);
    expect(tom.last().text).toMatch(/^Nadia te confie : valider l’affiche, pour jeu\. .* à 18 h \(urgent\)$/);
    expect(ben.last().text).toMatch(/^Nadia asks you: valider l’affiche, by Thu .* at 18:00 \(urgent\)$/);
    expect((await made('valider l’affiche')).map((task) => [task.person, task.priority])).toEqual(
      expect.arrayContaining([
        ['tom-garnier', 'high'],
        ['ben-hartley', 'high'],
      ]),
    );
  });

  it('when a name is mistyped, the nearest are offered and nothing has to be written again', async () => {
    await nadia.say('/tache Lae : relire le contrat');
    expect(nadia.last().text).toContain('Je note : relire le contrat');
    expect(nadia.buttons(nadia.last().id)).toContain('Léa Moreau');
    await nadia.press('Léa Moreau');
    expect((await only('relire le contrat')).person).toBe('lea-moreau');
    expect(nadia.last().text).toBe('C’est noté : Léa, relire le contrat.');
  });

  it('when the day is not clear, that alone is asked', async () => {
    await nadia.say('/tache Tom : ranger le van samedi ou dimanche');
    expect(nadia.last().text).toMatch(/Je note : ranger le van\nC’est pour quand \? .*lequel de ces jours/s);
    await nadia.say('dimanche');
    expect((await only('ranger le van')).due).toBe(
      addDays(company.today(), (7 - new Date(company.today()).getUTCDay()) % 7),
    );
  });

  it('when it is dropped while being asked about, the words come back', async () => {
    await nadia.say('/tache Zoé : faire le café');
    await nadia.press('Laisser tomber');
    expect(nadia.last().text).toBe('D’accord, rien n’est noté. Tu avais écrit : « Zoé : faire le café »');
    expect(await made('faire le café')).toEqual([]);
  });

  it('when a musician gives one to their manager, is told and nothing is written', async () => {
    await tom.say('/tache Marc : m’appeler');
    expect(tom.last().text).toContain('Tu ne peux pas confier de tâche à Marc par ici');
    await tom.press('Laisser tomber');
    expect(await made('m’appeler')).toEqual([]);
  });

  it('when a musician names somebody who is nothing to them, that name is unknown', async () => {
    await tom.say('/tache Farida : relire');
    expect(tom.last().text).toContain('Je ne connais personne du nom de « Farida »');
    expect(tom.buttons(tom.last().id)).toEqual(['C’est pour moi', 'Laisser tomber']);
    await tom.press('Laisser tomber');
  });

  it('when a stranger or somebody who left says it, nothing is written', async () => {
    const stranger = company.stranger();
    await stranger.say('/tache Léa : voler la fiche');
    const malo = await company.telegram('malo-guivarch');
    await company.change('malo-guivarch', { leaves: addDays(company.today(), -1) });
    await malo.say('/tache Léa : voler la fiche');
    expect(await made('voler la fiche')).toEqual([]);
    await nadia.say('/tache Malo : rendre la clé');
    expect(nadia.last().text).toContain('Je ne connais personne du nom de « Malo »');
    await nadia.press('Laisser tomber');
  });
});

describe('done', () => {
  it('when « fait » answers the message, it is done, and who asked hears once', async () => {
    const before = nadia.read().length;
    const asked = lea.read().findLast((one) => one.text.includes('envoyer la fiche tech'));
    await lea.quote(asked?.timestamp ?? 0, 'fait');
    expect(lea.last().text).toContain('C’est fait : envoyer la fiche tech');
    expect((await only('envoyer la fiche tech')).state).toBe('done');
    expect(nadia.read()).toHaveLength(before);
    await company.later(minute);
    expect(
      nadia
        .read()
        .slice(before)
        .map((one) => one.text),
    ).toEqual(['Léa l’a fait : envoyer la fiche tech']);
    await company.later(minute * 3);
    expect(nadia.read()).toHaveLength(before + 1);
  });

  it('when it is pressed twice, the second press says that it is done', async () => {
    const card = tom.read().findLast((one) => one.text.includes('valider l’affiche'))?.id;
    const data = tom.data('C’est fait', card);
    await tom.press('C’est fait', card);
    expect(tom.toast()).toBe('C’est fait : valider l’affiche');
    tom.control.forgePress({ bot: company.staff, data, messageId: card });
    await company.calm();
    expect(tom.toast()).toBe('C’est déjà pris en compte.');
    const lines = (await company.stage.product.runtime.store.all(audit)).filter(
      (one) => one.value.what === 'task.done',
    );
    expect(lines).toHaveLength(2);
  });

  it('when it is taken back, it is to be done again and nobody hears', async () => {
    const before = nadia.read().length;
    const card = tom.read().findLast((one) => one.text.includes('valider l’affiche'))?.id;
    await tom.press('↩ Annuler', card);
    const task = (await made('valider l’affiche')).find((one) => one.person === 'tom-garnier');
    expect(task?.state).toBe('todo');
    await company.later(minute * 2);
    expect(nadia.read()).toHaveLength(before);
    expect(tom.buttons(card)).toContain('C’est fait');
  });

  it('when words name it, it is done; small talk and others’ doings are not taken for it', async () => {
    await lea.say('j’ai envoyé un mail à ma mère');
    await lea.say('Nadia a relu le contrat');
    expect((await only('relire le contrat')).state).toBe('todo');
    await lea.say('contrat relu');
    expect((await only('relire le contrat')).state).toBe('done');
    expect(lea.last().text).toContain('C’est fait : relire le contrat');
    await company.later(minute);
  });

  it('when several fit, it is asked which', async () => {
    await nadia.say('/tache appeler Karim du Fil');
    await nadia.say('/tache appeler Karim de La Vapeur');
    await company.later(minute);
    await nadia.say('j’ai appelé Karim');
    expect(nadia.last().text).toBe('Laquelle est faite ?');
    expect(nadia.buttons(nadia.last().id)).toEqual(['appeler Karim du Fil', 'appeler Karim de La Vapeur', 'Aucune']);
    await nadia.press('appeler Karim de La Vapeur');
    expect(nadia.last().text).toBe('C’est fait : appeler Karim de La Vapeur');
    expect((await only('appeler Karim du Fil')).state).toBe('todo');
  });

  it('when two people finish the same, one did it and the other is told who', async () => {
    await nadia.say('/tache Marc : signer le devis');
    await company.later(minute);
    const card = marc.last().id;
    await nadia.say('/taches données');
    const list = nadia.last();
    const line = /(\d)\. signer le devis/.exec(list.text)?.[1] ?? '?';
    marc.control.press(company.staff, { label: 'C’est fait', messageId: card });
    nadia.control.press(company.staff, { label: `✓ ${line}`, messageId: list.id });
    await company.calm();
    const task = await only('signer le devis');
    expect(task.state).toBe('done');
    const toasts = [marc.toast(), nadia.toast()];
    expect(toasts.filter((toast) => toast === 'C’est fait : signer le devis')).toHaveLength(1);
    expect(toasts.filter((toast) => /^C’était déjà fait \((?:Marc|Nadia), /.test(toast ?? ''))).toHaveLength(1);
    await company.later(minute);
  });
});
