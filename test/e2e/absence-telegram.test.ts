import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day, addDays } from '../../domain/day.ts';
import { type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { daysNoted, freeDays, noted, short, spoken } from '../support/season.ts';

let company: Company;
let tom: TelegramPerson;
let free: Day;

beforeAll(async () => {
  company = await openCompany();
  tom = await company.telegram('tom-garnier');
  free = await freeDays(company, 200, 12);
});
afterAll(() => company.stop());

/** A fresh private chat as far as pacing is concerned. */
async function breathe(): Promise<void> {
  await company.later(30_000);
}

describe('an absence said in private on Telegram', () => {
  it('when said in one sentence, is repeated, and noted once confirmed', async () => {
    await tom.say(
      `je suis pas là du ${spoken(free)} au ${spoken(addDays(free, 3))}, sauf le ${spoken(addDays(free, 1))}`,
    );
    const card = tom.last();
    expect(card.text).toContain(`J’ai compris : tu n’es pas dispo `);
    expect(card.text).toContain(short(free));
    expect(card.text).toMatch(/C’est ferme \?$/);
    expect(tom.buttons()).toEqual(['C’est ferme', 'Ça se discute', 'Corriger', 'Laisser tomber']);
    expect(await noted(company, 'tom-garnier')).toEqual([]);
    await tom.press('C’est ferme');
    expect(await daysNoted(company, 'tom-garnier')).toEqual([free, addDays(free, 2), addDays(free, 3)]);
    const saved = tom.last();
    expect(saved.id).toBe(card.id);
    expect(saved.text).toMatch(
      /^C’est noté, Tom : .*Aucune date touchée\. Nadia \(booking\) voit les jours, rien d’autre\.$/s,
    );
    expect(tom.toast()).toBe('C’est noté');
    expect(tom.buttons(card.id)).toEqual(['↩ Annuler']);
  });

  it('when taken back at once, is gone', async () => {
    await tom.press('↩ Annuler');
    expect(await daysNoted(company, 'tom-garnier')).toEqual([]);
    expect(tom.last().text).toMatch(/^C’est annulé : tu es de nouveau dispo /);
  });

  it('when follow-ups come before confirming, they rewrite the same card', async () => {
    await breathe();
    await tom.say(`pas dispo le ${spoken(free)}`);
    const card = tom.last().id;
    const count = tom.read().length;
    await tom.say(`et le ${spoken(addDays(free, 2))} aussi`);
    expect(tom.last().text).toContain(short(addDays(free, 2)));
    await tom.say(`du ${spoken(addDays(free, 4))} au ${spoken(addDays(free, 8))}`);
    await tom.say(`sauf le ${spoken(addDays(free, 6))}`);
    expect(tom.last().id).toBe(card);
    expect(tom.read()).toHaveLength(count);
    await tom.press('C’est ferme');
    expect(await daysNoted(company, 'tom-garnier')).toEqual([4, 5, 7, 8].map((ahead) => addDays(free, ahead)));
  });

  it('when part of it turns out free, « finalement je suis dispo » gives that day back after a question', async () => {
    await breathe();
    await tom.say(`finalement je suis dispo le ${spoken(addDays(free, 5))}`);
    expect(tom.last().text).toMatch(/^Tu es de nouveau dispo .* : je retire ton absence \?$/);
    expect(await daysNoted(company, 'tom-garnier')).toHaveLength(4);
    await tom.press('Oui, je suis dispo');
    expect(await daysNoted(company, 'tom-garnier')).toEqual([4, 7, 8].map((ahead) => addDays(free, ahead)));
  });

  it('when the first message is edited, the card follows and nothing is noted by itself', async () => {
    await breathe();
    const before = await daysNoted(company, 'tom-garnier');
    const message = await tom.say(`pas là le ${spoken(addDays(free, 9))}`);
    const card = tom.last();
    await tom.edit(message, `pas là le ${spoken(addDays(free, 10))}`);
    expect(tom.last().id).toBe(card.id);
    expect(tom.last().text).toContain(short(addDays(free, 10)));
    expect(tom.last().text).not.toContain(short(addDays(free, 9)));
    await tom.press('C’est ferme');
    await tom.edit(message, `pas là le ${spoken(addDays(free, 11))}`);
    expect(await daysNoted(company, 'tom-garnier')).toEqual([...before, addDays(free, 10)]);
  });

  it('when the same days are said again, says that they were noted and notes nothing twice', async () => {
    await breathe();
    const before = await daysNoted(company, 'tom-garnier');
    await tom.say(`pas là le ${spoken(addDays(free, 10))}`);
    await tom.press('C’est ferme');
    expect(tom.last().text).toMatch(/^C’était déjà noté : .* Rien à changer\.$/);
    expect(await daysNoted(company, 'tom-garnier')).toEqual(before);
  });

  it('when corrected on the month of buttons, the card ends with the days that were left', async () => {
    await breathe();
    await tom.say(`pas là le ${spoken(free)}`);
    await tom.press('Corriger');
    const label = `✓ ${Number(free.slice(8))}`;
    expect(tom.buttons()).toContain(label);
    await tom.press(label);
    expect(tom.buttons()).not.toContain('C’est tout');
    await tom.press('Laisser tomber');
    expect(tom.last().text).toBe('D’accord, je n’ai rien noté.');
  });

  it('when dropped by a word, nothing is noted', async () => {
    await breathe();
    const before = await daysNoted(company, 'tom-garnier');
    await tom.say(`pas là le ${spoken(free)}`);
    await tom.say('non');
    expect(tom.last().text).toBe('D’accord, je n’ai rien noté.');
    expect(await daysNoted(company, 'tom-garnier')).toEqual(before);
  });
});

describe('/indispo and the month of buttons', () => {
  it('when days are picked on several pages, all of them are on the card and then noted', async () => {
    await breathe();
    const before = await daysNoted(company, 'tom-garnier');
    await tom.say('/indispo');
    expect(tom.last().text).toMatch(
      /^Quels jours tu n’es pas dispo \? Choisis-les ici, ou écris-les comme ça te vient/,
    );
    const card = tom.last().id;
    await tom.press('▶');
    await tom.press('▶');
    await tom.press('10');
    expect(tom.buttons()).toContain('✓ 10');
    await tom.press('▶');
    await breathe();
    await tom.press('11');
    await tom.press('◀');
    expect(tom.buttons()).toContain('✓ 10');
    await tom.press('C’est tout');
    expect(tom.last().id).toBe(card);
    await tom.press('C’est ferme');
    const added = (await daysNoted(company, 'tom-garnier')).filter((day) => !before.includes(day));
    expect(added.map((day) => day.slice(8))).toEqual(['10', '11']);
    expect(added[0]?.slice(0, 7)).not.toBe(added[1]?.slice(0, 7));
  });

  it('when an empty or past cell is pressed, nothing happens and the press is answered', async () => {
    await breathe();
    await tom.say('/indispo');
    const rows = tom.last().keyboard;
    expect(rows.slice(0, 5).every((row) => row.length === 7)).toBe(true);
    await tom.press(' · ');
    expect(
      tom
        .last()
        .keyboard.flat()
        .some((button) => button.text.startsWith('✓')),
    ).toBe(false);
    await tom.say('/annuler');
    expect(tom.last().text).toBe('D’accord, on laisse tomber : je n’ai rien noté.');
  });

  it('when the month is over, the month of today shows no day of the past as a button to pick', async () => {
    await breathe();
    await tom.say('/indispo');
    const numbers = tom
      .last()
      .keyboard.flat()
      .map((button) => Number(button.text))
      .filter((number) => number > 0);
    expect(Math.min(...numbers)).toBe(Number(company.today().slice(8)));
    await tom.press('Laisser tomber');
  });
});

describe('what is not a statement about oneself', () => {
  it.each([
    'Léa est pas là le 12 mars',
    't’es pas dispo le 12 mars ?',
    'Malo peut pas le 13 mars je crois',
    'lol pas dispo pour la vaisselle',
    'on n’est pas sortis de l’auberge mdr',
    'salut ça va ?',
    '🎸🎸🎸',
  ])('when somebody writes « %s », nothing is noted', async (text) => {
    await breathe();
    const before = await daysNoted(company, 'tom-garnier');
    await tom.say(text);
    expect(tom.last().text).not.toMatch(/^C’est noté/);
    expect(tom.last().text.length).toBeGreaterThan(10);
    expect(await daysNoted(company, 'tom-garnier')).toEqual(before);
    if (tom.buttons(tom.last().id).includes('Laisser tomber')) await tom.press('Laisser tomber');
  });

  it('when somebody else is named, no card about oneself opens', async () => {
    await breathe();
    const before = tom.read().length;
    await tom.say('Léa est pas là le 12 mars');
    expect(tom.read()).toHaveLength(before + 1);
    expect(tom.last().text).toMatch(/^Je n’ai pas compris/);
  });

  it('when a voice note, a sticker, a place or a forwarded message comes, one sentence says what to do', async () => {
    await breathe();
    await tom.send({ kind: 'voice', seconds: 4 });
    expect(tom.last().text).toBe(
      'Je n’écoute pas les messages vocaux. Écris-le en une phrase, par exemple « pas là du 12 au 15 mars ».',
    );
    await tom.send({ kind: 'sticker' });
    expect(tom.last().text).toBe('Je ne sais pas lire ça. Écris-le en une phrase et je m’en occupe.');
    await tom.send({ kind: 'location', latitude: 47, longitude: 0 });
    expect(tom.last().text).toBe('Je ne sais pas lire ça. Écris-le en une phrase et je m’en occupe.');
    const said = await tom.say(`pas là le ${spoken(free)}`);
    await tom.press('Laisser tomber');
    await breathe();
    const before = await daysNoted(company, 'tom-garnier');
    tom.control.forward(company.staff, said, company.staff);
    await company.calm();
    expect(tom.last().text).toBe(
      'Un message transféré ne compte pas comme ta réponse. Écris-le avec tes mots et je m’en occupe.',
    );
    expect(await daysNoted(company, 'tom-garnier')).toEqual(before);
  });
});
