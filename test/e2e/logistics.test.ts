import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '../../core/records/booking.ts';
import { instantOf, parseDay, type Day } from '../../domain/day.ts';
import { type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';

let company: Company;
let nadia: TelegramPerson;
let marc: TelegramPerson;

function day(text: string): Day {
  const read = parseDay(text);
  if (read === null) throw new Error(text);
  return read;
}

async function moveTo(text: string, time: string): Promise<void> {
  await company.stage.moveTo(instantOf(day(text), time, 'Europe/Paris') + 1000);
  await company.calm();
}

beforeAll(async () => {
  company = await openCompany();
  nadia = await company.telegram('nadia-benali');
  marc = await company.telegram('marc-delaunay');
  await nadia.say('/deal gribitch le fil 20/12 1800ht payante passage 21h30');
  await nadia.press('Envoyer à valider');
  await marc.press('Valider');
  await company.later(61_000);
}, 60_000);
afterAll(() => company.stop());

describe('ten days before a date', () => {
  it('when it is nine, booker and managers get what is missing and the open tasks', async () => {
    await moveTo('2026-12-10', '09:00');
    const card = nadia.read().findLast((message) => message.text.includes('Une date approche'));
    expect(card?.text).toContain('Gribitch, Le Fil (Saint-Étienne), dim. 20 déc.');
    expect(card?.text).toMatch(
      /Il manque : l’heure d’arrivée, l’heure de balance, l’heure de fin, le VHR et le contrat signé/,
    );
    expect(card?.text).toMatch(/\d+ tâches ouvertes/);
    expect(card?.text).not.toContain('l’heure de passage');
    expect(marc.read().some((message) => message.text.includes('Une date approche'))).toBe(true);
  });

  it('when a task is ticked, it is done by whoever pressed, and a second press only says so', async () => {
    const card = nadia.read().findLast((message) => message.text.includes('Une date approche'));
    const label = nadia.buttons(card?.id).find((button) => button.startsWith('✓ Contrat')) ?? '-';
    await nadia.press(label, card?.id);
    expect(nadia.toast()).toMatch(/^C’est fait : Contrat/);
    const done = (await company.stage.product.runtime.store.all(tasks)).find(
      ({ value }) => value.template === 'contract',
    );
    expect(done?.value).toMatchObject({ state: 'done', doneBy: 'nadia-benali' });
    await marc.press(label, marc.read().findLast((message) => message.text.includes('Une date approche'))?.id);
    expect(marc.toast()).toMatch(/^C’était déjà fait \(Nadia, 9 h/);
  });

  it('when the next day comes, nothing is told again', async () => {
    await moveTo('2026-12-11', '10:05');
    expect(nadia.read().filter((message) => message.text.includes('Une date approche'))).toHaveLength(1);
  });
});
