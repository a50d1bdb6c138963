import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { artists } from '../../../core/records/agency.ts';
import { incidents } from '../../../core/records/oversight.ts';
import { type Day } from '../../../domain/day.ts';
import { type Lead } from '../../../domain/lead.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { spoken } from '../../support/season.ts';

let office: BookingOffice;
let calendar = '';
beforeAll(async () => {
  office = await openOffice({ google: true });
  const act = await office.company.stage.product.runtime.store.get(artists, 'gribitch');
  calendar = act?.value.calendar ?? '';
});
afterAll(() => office.company.stop());

/** What the act's calendar shows on a day, cancelled entries as well. */
function shownOn(day: Day): string[] {
  return office.company.stage.sandbox.google.control
    .events(calendar, true)
    .filter((event) => JSON.stringify(event['start']).includes(day))
    .map((event) => `${String(event['status'])} ${String(event['summary'])}`);
}

function idsOn(day: Day): unknown[] {
  return office.company.stage.sandbox.google.control
    .events(calendar, true)
    .filter((event) => JSON.stringify(event['start']).includes(day))
    .map((event) => event['id']);
}

describe('the act’s calendar at Google', () => {
  let lead: Lead;
  let day: Day;

  it('when an option is placed, shows one tentative entry, and the deal links to it', async () => {
    day = await office.freshDay();
    lead = await office.option(dealLine('le fil', day));
    await office.company.calm();
    await expect
      .poll(() => shownOn(day), { timeout: 10_000 })
      .toEqual(['tentative Option 1 : Gribitch, Le Fil (Saint-Étienne)']);
    await expect.poll(async () => (await office.lead(lead.id)).link, { timeout: 10_000 }).toMatch(/^https?:/);
  });

  it('when it is sent to be approved, nothing doubles', async () => {
    await office.nadia.press('Envoyer à valider');
    await office.company.calm();
    expect(shownOn(day)).toEqual(['tentative Option 1 : Gribitch, Le Fil (Saint-Étienne)']);
  });

  it('when it is approved, the same entry is confirmed after the minute, and the booker is not told that it is missing', async () => {
    const [id] = idsOn(day);
    await office.anna.press('Valider');
    await office.company.calm();
    expect(shownOn(day)).toEqual(['tentative Option 1 : Gribitch, Le Fil (Saint-Étienne)']);
    await office.announced();
    expect(shownOn(day)).toEqual(['confirmed Gribitch, Le Fil (Saint-Étienne)']);
    expect(idsOn(day)).toEqual([id]);
    expect(office.nadia.screen()).not.toContain('Aucun agenda Google');
  });

  it('when it is postponed, the old entry is cancelled and the new day has one', async () => {
    const { nadia, anna, announced } = office;
    const to = await office.freshDay();
    await office.breathe();
    await nadia.say(`le fil reporte du ${spoken(day)} au ${spoken(to)}`);
    await nadia.press('Envoyer à valider');
    await anna.press('Valider');
    await announced();
    expect(shownOn(day).map((entry) => entry.split(' ')[0])).toEqual(['cancelled']);
    expect(shownOn(to)).toEqual(['confirmed Gribitch, Le Fil (Saint-Étienne)']);
    day = to;
  });

  it('when it is cancelled, its entry is too', async () => {
    const { nadia, anna, announced } = office;
    await office.breathe();
    await nadia.say(`le fil annule le ${spoken(day)}`);
    await nadia.press('Envoyer à valider');
    await anna.press('Valider');
    await announced();
    expect(shownOn(day).map((entry) => entry.split(' ')[0])).toEqual(['cancelled']);
  });

  it('when an option is let go, its entry is cancelled; the one behind shows its new rank', async () => {
    const { nadia, option, freshDay } = office;
    const date = await freshDay();
    await option(dealLine('la vapeur', date));
    const card = nadia.last().id;
    await option(dealLine('la carène', date));
    await office.company.calm();
    expect(shownOn(date).toSorted()).toEqual([
      'tentative Option 1 : Gribitch, La Vapeur (Dijon)',
      'tentative Option 2 : Gribitch, La Carène (Brest)',
    ]);
    await nadia.press('Libérer', card);
    await nadia.press('Oui, libérer');
    await office.company.calm();
    expect(shownOn(date)).toContain('tentative Option 1 : Gribitch, La Carène (Brest)');
    expect(shownOn(date).filter((entry) => entry.startsWith('cancelled'))).toHaveLength(1);
    expect(shownOn(date)).toHaveLength(2);
  });

  it('when hours are known, the entry has them; without, it is the whole day', async () => {
    const date = await office.freshDay();
    await office.submitted(dealLine('la carène', date, '1800 payante arrivée 15h passage 21h30 fin 23h'));
    await office.anna.press('Valider');
    await office.announced();
    const event = office.company.stage.sandbox.google.control
      .events(calendar)
      .find((one) => JSON.stringify(one['start']).includes(date));
    expect(JSON.stringify(event?.['start'])).toMatch(/dateTime.*15:00/);
  });

  it('when Google refuses for good, the deal stands, on-call knows, and the booker hears it once', async () => {
    const { company, nadia } = office;
    company.stage.sandbox.google.control.share(calendar, 'none');
    const date = await office.freshDay();
    const placed = await office.option(dealLine('le fil', date));
    await company.calm();
    expect((await office.hold(placed.hold)).state).toBe('held');
    const told = () =>
      nadia.read().filter((one) => one.text.includes(`L’agenda Google refuse la date du deal ${placed.number}`));
    expect(told()).toHaveLength(1);
    const known = await company.stage.product.runtime.store.all(incidents);
    expect(known.filter((one) => one.value.code.startsWith('calendar.'))).toHaveLength(1);
    company.stage.sandbox.google.control.share(calendar, 'writer');
  });
});
