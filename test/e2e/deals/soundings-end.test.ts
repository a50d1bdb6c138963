import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soundings } from '../../../core/records/booking.ts';
import { type Sounding } from '../../../domain/sounding.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { type TelegramPerson } from '../../support/cast.ts';
import { spoken } from '../../support/season.ts';

let office: BookingOffice;
let tom: TelegramPerson;
beforeAll(async () => {
  office = await openOffice();
  tom = await office.company.telegram('tom-garnier');
});
afterAll(() => office.company.stop());

async function latest(): Promise<Sounding> {
  const all = await office.company.stage.product.runtime.store.all(soundings);
  const found = all.map((one) => one.value).toSorted((a, b) => a.askedAt - b.askedAt);
  const last = found.at(-1);
  if (last === undefined) throw new Error('nothing was asked');
  return last;
}

async function ask(line: string): Promise<number> {
  const { nadia, company } = office;
  await company.later(20_000);
  await nadia.say(`/sonder ${line}`);
  const card = nadia.last().id;
  await nadia.press(nadia.buttons(card)[0] ?? '', card);
  return card;
}

const textOf = (who: TelegramPerson, id: number): string => who.read().find((one) => one.id === id)?.text ?? '';

describe('members are asked about a date', () => {
  it('when another place takes it, their cards close in a sentence, whoever asked is told once, and nobody is chased', async () => {
    const { nadia, anna, announced, company, submitted, freshDay } = office;
    const day = await freshDay();
    const card = await ask(`gribitch ${spoken(day)} le fil`);
    const question = tom.last().id;
    expect(tom.buttons(question)).toContain('Oui');
    await submitted(dealLine('la rodia', day));
    await anna.press('Valider');
    expect(tom.buttons(question)).toContain('Oui');
    await announced();
    expect(textOf(tom, question)).toMatch(/Plus besoin de réponse : la date est prise\.$/);
    expect(tom.buttons(question)).toEqual([]);
    expect(textOf(nadia, card)).toMatch(/La date est prise : personne n’est relancé\.$/);
    expect(nadia.buttons(card)).toEqual([]);
    const told = nadia.read().filter((one) => one.text.includes('la date est prise (La Rodia (Besançon))'));
    expect(told).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: 'closed', closedBy: 'taken' });
    const heard = tom.read().length;
    await company.later(3 * 24 * 3_600_000);
    expect(tom.read().filter((one) => one.text.includes('il me manque'))).toEqual([]);
    expect(tom.read().length - heard).toBeLessThan(2);
  });

  it('when the decision is taken back within the minute, they are asked on', async () => {
    const { anna, announced, submitted, freshDay } = office;
    const day = await freshDay();
    await ask(`gribitch ${spoken(day)} le fil`);
    const question = tom.last().id;
    await submitted(dealLine('la rodia', day));
    await anna.press('Valider');
    await anna.press('↩ Annuler');
    await announced();
    expect(tom.buttons(question)).toContain('Oui');
    expect((await latest()).state).toBe('open');
  });

  it('when this very date is confirmed, the cards say so and no message is added for whoever asked', async () => {
    const { nadia, anna, announced, submitted, freshDay } = office;
    const day = await freshDay();
    const card = await ask(`gribitch ${spoken(day)} le fil`);
    const question = tom.last().id;
    await submitted(dealLine('le fil', day));
    await anna.press('Valider');
    await announced();
    expect(textOf(tom, question)).toMatch(/Plus besoin de réponse : la date est calée\.$/);
    expect(textOf(nadia, card)).toContain('La date est calée');
    expect(nadia.read().filter((one) => one.text.includes('Je ne demande plus rien'))).toHaveLength(1);
  });

  it('when its deal goes to another day, the next chase closes it instead of asking again', async () => {
    const { nadia, company, option, freshDay } = office;
    const day = await freshDay();
    await option(dealLine('la vapeur', day));
    await nadia.press('Demander au groupe');
    await nadia.press(nadia.buttons()[0] ?? '');
    const question = tom.last().id;
    expect((await latest()).lead).not.toBeNull();
    const to = await freshDay();
    await company.later(20_000);
    await nadia.say(`la vapeur reporte du ${spoken(day)} au ${spoken(to)}`);
    await nadia.press('Poser l’option');
    await company.later(2 * 24 * 3_600_000);
    expect(tom.read().filter((one) => /il me manque[\s\S]*Vapeur/.test(one.text))).toEqual([]);
    expect(textOf(tom, question)).toMatch(/Plus besoin de réponse : on ne parle plus de cette date\.$/);
    expect(await latest()).toMatchObject({ state: 'closed', closedBy: 'gone' });
  });
});
