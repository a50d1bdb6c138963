import { describe, expect, it } from 'vitest';
import { put } from '../../../core/commit.ts';
import { people } from '../../../core/records/agency.ts';
import { notifications } from '../../../core/records/oversight.ts';
import { sheetCopies, sheets } from '../../../core/records/road.ts';
import { draftNotice } from '../../../core/notification.ts';
import { textsOf, seededRandom } from '../../support/turn.ts';
import { knownSheet } from '../../../agency/road/known-sheet.ts';
import { sheetSendHandler } from '../../../jobs/touring/sheet-send.handler.ts';
import { sheetView } from '../../../jobs/touring/sheet-view.ts';
import { day, noon } from '../../support/builders.ts';
import { benches } from '../../support/store.ts';
import { aDate, aSheetOf, openTour, theGroup, toWhom, traveller } from './tour.ts';

const bench = benches();
const road = ['lea', 'solene', 'tom'];

describe('when sheets go out', () => {
  it('when three days are left before they leave, everybody on the road has it, once', async () => {
    const tour = await openTour(bench(), aDate('2027-03-13'));
    expect(await tour.morning('2027-03-09')).toEqual([]);
    const sent = await tour.morning('2027-03-10');
    expect(toWhom(sent, '15 h arrivée')).toEqual(road);
    expect(toWhom(sent, 'est partie à 3 personnes')).toEqual(['solene']);
    expect(await tour.morning('2027-03-10')).toEqual([]);
    expect(await tour.morning('2027-03-11')).toEqual([]);
  });

  it('when they leave for a run on the evening before its first date, all its sheets go out three days before that', async () => {
    const run = ['2027-03-13', '2027-03-14', '2027-03-16'];
    const tour = await openTour(bench(), ...run.map((on) => aDate(on)), aDate('2027-03-19'));
    await tour.save(aSheetOf('2027-03-13', { departs: day('2027-03-12') }));
    expect(await tour.morning('2027-03-08')).toEqual([]);
    const sent = await tour.morning('2027-03-09');
    for (const on of ['13 mars', '14 mars', '16 mars'])
      expect(toWhom(sent, on).filter((to) => to === 'tom')).toEqual(['tom']);
    expect(toWhom(sent, '19 mars')).toEqual([]);
  });

  it('when nothing ran for days, it goes out once, late; a date that is over stays silent', async () => {
    const tour = await openTour(bench(), aDate('2027-03-13'), aDate('2027-03-08'));
    expect(toWhom(await tour.morning('2027-03-12'), 'arrivée')).toEqual(road);
    expect(await tour.morning('2027-03-12')).toEqual([]);
  });

  it('when the clocks change on the day, it goes out three days before like any other', async () => {
    const tour = await openTour(bench(), aDate('2027-03-28', { set: '02:30', end: '03:30' }));
    expect(await tour.morning('2027-03-24')).toEqual([]);
    expect((await tour.morning('2027-03-25')).find(({ to }) => to === 'tom')?.text).toMatch(
      /15 h arrivée\n2 h 30 passage\n3 h 30 fin/,
    );
  });

  it('when the tour manager has left the agency, the managers hear how many have it', async () => {
    const tour = await openTour(bench(), aDate('2027-03-13'), aSheetOf('2027-03-13', { regisseur: 'solene' }));
    await tour.save(...traveller('solene', { leaves: day('2027-03-01') }));
    const sent = await tour.morning('2027-03-10');
    expect(toWhom(sent, 'est partie à 2 personnes')).toEqual(['anna']);
    expect(toWhom(sent, 'arrivée')).toEqual(['lea', 'tom']);
  });
});

describe('what moves later', () => {
  it('when the group was bound after the sheet went out, it gets the sheet, pinned, and no other', async () => {
    const tour = await openTour(bench(), aDate('2027-03-13'));
    await tour.morning('2027-03-10');
    await tour.save(theGroup);
    const sent = await tour.morning('2027-03-11');
    expect(sent.map(({ to, type }) => `${to} ${type}`)).toEqual(['group send', 'group pin']);
    expect(await tour.morning('2027-03-12')).toEqual([]);
  });

  it('when the date is off, the pinned sheet says so; who heard it by name hears it once, the others in one sentence', async () => {
    const tour = await openTour(bench(), aDate('2027-03-13'), theGroup);
    await tour.morning('2027-03-10');
    const lea = await tour.store.get(people, 'lea');
    if (lea === null) throw new Error('nobody');
    const told = draftNotice(
      { id: 'gone:2027-03-13:v2.lea', severity: 'action', text: [{ text: 'Annulé' }] },
      { person: lea.value, accounts: [] },
      { now: noon, random: seededRandom(), texts: textsOf('fr') },
    );
    await tour.save(...(told.writes ?? []), aDate('2027-03-13', { state: 'cancelled', version: 2 }));
    expect(await tour.store.get(notifications, 'gone:2027-03-13:v2.lea')).not.toBeNull();
    const draft = await sheetSendHandler.run(tour.step('2027-03-11', '12:00'), { show: '2027-03-13', cause: 'test' });
    const operations = (draft.outbound ?? []).map(
      ({ chat, operation }) => `${String(chat).split(':')[2] ?? '-'} ${operation.type}`,
    );
    expect(operations.toSorted()).toEqual(['group edit', 'solene send', 'tom send']);
    expect(JSON.stringify(draft.outbound)).toContain('Cette date n’a plus lieu');
  });

  it('when somebody left the agency, nothing more is said to them', async () => {
    const tour = await openTour(bench(), aDate('2027-03-13'));
    await tour.morning('2027-03-10');
    await tour.save(...traveller('tom', { leaves: day('2027-03-10') }), aDate('2027-03-13', { set: '22:00' }));
    expect(toWhom(await tour.morning('2027-03-11'))).toEqual(['lea', 'solene']);
    expect(await tour.store.get(sheetCopies, '2027-03-13.tom')).toBeNull();
  });
});

describe('those who said nothing', () => {
  it('when they leave tomorrow, each is asked once for each version, and the régisseur is not named to themselves', async () => {
    const tour = await openTour(bench(), aDate('2027-03-13'));
    await tour.morning('2027-03-10');
    expect(await tour.afternoon('2027-03-11')).toEqual([]);
    const sent = await tour.afternoon('2027-03-12');
    expect(toWhom(sent, 'Demain')).toEqual(road);
    expect(sent.find(({ text }) => text.includes('pas de « vu »'))?.text).toContain(': Lea et Tom.');
    expect(await tour.afternoon('2027-03-12')).toEqual([]);
    expect(await tour.afternoon('2027-03-13')).toEqual([]);
  });

  it('when they leave tomorrow for a date after that, tomorrow is not the day of the date', async () => {
    const tour = await openTour(bench(), aDate('2027-03-14'), aSheetOf('2027-03-14', { departs: day('2027-03-13') }));
    await tour.morning('2027-03-10');
    const sent = await tour.afternoon('2027-03-12');
    expect(sent.find(({ to }) => to === 'tom')?.text).toMatch(/^Vous partez bientôt pour Le Fil/);
  });

  it('when the régisseur alone was silent, nobody is told to call anybody', async () => {
    const tour = await openTour(bench(), aDate('2027-03-13', { cast: ['solene'] }));
    await tour.save(aSheetOf('2027-03-13', { home: ['lea', 'tom'] }));
    await tour.morning('2027-03-10');
    expect(toWhom(await tour.afternoon('2027-03-12'), 'Un coup de fil')).toEqual([]);
  });
});

it('when a sheet is drawn, no number of anybody stands on it', async () => {
  const tour = await openTour(bench(), aDate('2027-03-13'));
  const step = tour.step('2027-03-10', '12:00');
  const sealed = step.cipher.seal('+33612345678', 'sheet:2027-03-13');
  const sheet = (await knownSheet(step, '2027-03-13'))?.sheet;
  if (sheet === undefined) throw new Error('no sheet');
  await tour.save(
    put(sheets, {
      ...sheet,
      contact: { name: 'Karim', role: 'régisseur', phone: sealed },
      info: { ...sheet.info, hotel: `Ibis, ⟦${sealed}⟧, 3 chambres` },
      legs: [
        { id: 'l1', means: 'car', label: `taxi ⟦${sealed}⟧`, from: null, depart: '10:00', arrive: null, people: [] },
      ],
    }),
  );
  const known = await knownSheet(step, '2027-03-13');
  if (known === null) throw new Error('no sheet');
  const view = JSON.stringify(sheetView(step, textsOf('fr'), known, 'lea'));
  expect(view).toContain('Ibis, 3 chambres');
  expect(view).toContain('taxi, départ 10 h');
  expect(view).toContain('Karim, régisseur');
  expect(view).not.toMatch(/⟦|v1\.|12 ?34 ?56/);
});
