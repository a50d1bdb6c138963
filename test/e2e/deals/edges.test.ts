import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitOf, put } from '../../../core/commit.ts';
import { systemRandom } from '../../../core/random.ts';
import { shows } from '../../../core/records/agency.ts';
import { instantOf } from '../../../domain/day.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { spoken } from '../../support/season.ts';

let office: BookingOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('at the edges of a decision', () => {
  it('when nobody decides about a change of a confirmed date, the booker reads that it stands, without a button that leads nowhere', async () => {
    const { nadia, anna, company, submitted, freshDay, announced } = office;
    const day = await freshDay();
    const lead = await submitted(dealLine('le fil', day));
    await anna.press('Valider');
    await announced();
    const to = await freshDay();
    await company.later(20_000);
    await nadia.say(`le fil reporte du ${spoken(day)} au ${spoken(to)}`);
    await nadia.press('Envoyer à valider');
    await company.later(6 * 24 * 3_600_000);
    const told = nadia.read().find((one) => one.text.includes('Personne n’a décidé à temps du changement'));
    expect(plain(told?.text ?? '')).toMatch(/Rien ne change : la date du .+ reste calée\./);
    expect(nadia.buttons(told?.id ?? 0)).toEqual([]);
    expect(await office.lead(lead.id)).toMatchObject({ status: 'deal', change: null, day });
  });

  it('when an option ends in the minute after a refusal, it waits until nobody can take that back', async () => {
    const { nadia, anna, company, hold, freshDay } = office;
    const day = await freshDay();
    const until = company.day(4);
    await company.later(20_000);
    await nadia.say(`/deal ${dealLine('la vapeur', day, `1800 ht payante valable jusqu’au ${spoken(until)}`)}`);
    await nadia.press('Envoyer à valider');
    const lead = await office.newestLead();
    // Asked again, so that it is open until the very last moment.
    await company.stage.moveTo(instantOf(until, '17:30', 'Europe/Paris'));
    expect((await hold(lead.hold)).validUntil).toBe(until);
    await company.stage.moveTo(instantOf(until, '23:59', 'Europe/Paris') + 30_000);
    await nadia.say(`/deal ${lead.number}`);
    await nadia.press('Envoyer à valider');
    await anna.say(`refuser ${lead.number} : trop loin`);
    await anna.press('Refuser', anna.last().id);
    await company.stage.moveTo(instantOf(until, '23:59', 'Europe/Paris') + 75_000);
    expect((await hold(lead.hold)).state).toBe('held');
    await company.later(4 * 60_000);
    expect((await hold(lead.hold)).state).toBe('expired');
  });

  it('when a manager asks to cancel a date nobody wrote down as a deal, its booker books it, not the manager', async () => {
    const { anna, company, freshDay, newestLead } = office;
    const { store } = company.stage.product.runtime;
    const day = await freshDay();
    const known = (await store.all(shows)).find(({ value }) => value.artist === 'gribitch');
    if (known === undefined) throw new Error('Gribitch has no date');
    const bare = { ...known.value, id: 'bare-date', day, lead: null, state: 'confirmed' as const, replaces: null };
    await store.commit(commitOf(`test:${systemRandom.token()}`, { writes: [put(shows, bare)] }));
    await company.later(20_000);
    await anna.say(`gribitch annule le ${spoken(day)}`);
    await anna.press('Envoyer à valider');
    expect(await newestLead()).toMatchObject({ show: 'bare-date', booker: 'nadia-benali' });
  });
});
