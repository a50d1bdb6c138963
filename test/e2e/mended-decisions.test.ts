import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvals } from '../../core/records/oversight.ts';
import { addDays } from '../../domain/day.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { heldDate, short, spoken } from '../support/season.ts';
import { tomIsAwayFrom } from '../support/touched-date.ts';

let company: Company;
let tom: TelegramPerson;
let adeline: TelegramPerson;
let marc: TelegramPerson;
let nadia: TelegramPerson;
let anna: SignalPerson;
let olivier: SignalPerson;
let date = 0;

beforeAll(async () => {
  company = await openCompany();
  tom = await company.telegram('tom-garnier');
  adeline = await company.telegram('adeline-barreau');
  marc = await company.telegram('marc-delaunay');
  nadia = await company.telegram('nadia-benali');
  olivier = await company.signal('olivier-teixeira');
});
afterAll(() => company.stop());
// Two days on, the reminders of what the test before left open have gone out.
beforeEach(() => company.at(2, '10:00'));

/** Tom says that he is away on the next day Gribitch holds; resolves with that day and Marc's card about it. */
function tomIsAway(length = 1): ReturnType<typeof tomIsAwayFrom> {
  date += 1;
  return tomIsAwayFrom(company, { tom, manager: marc }, date - 1, length);
}

const annaSince = (count: number): string =>
  anna
    .read()
    .slice(count)
    .map((message) => message.text)
    .join('\n');

describe('a question nobody answers', () => {
  it('when its week is over, the bookers are told the days all the same', async () => {
    const { day } = await tomIsAway();
    const before = nadia.read().length;
    await company.at(6, '10:00');
    expect(
      nadia
        .read()
        .slice(before)
        .some((message) => message.text.includes('Tom')),
    ).toBe(false);
    await company.at(1, '11:00');
    const told = nadia
      .read()
      .slice(before)
      .filter((message) => message.text.startsWith('Gribitch : Tom n’est pas dispo'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(short(day));
  });

  it('when no manager of the act has an account, administration gets the card and its answer counts', async () => {
    const { hold } = await heldDate(company, 'barbeline');
    await adeline.say(`pas dispo le ${spoken(hold.day)}`);
    await adeline.press('C’est ferme', adeline.last().id);
    expect(olivier.last().text).toContain('Adeline n’est pas dispo');
    await olivier.say('1');
    expect(olivier.last().text).toContain('✅ Bien noté par toi');
    await company.later(61_000);
    expect(adeline.last().text).toMatch(/^Olivier a bien noté que tu n’es pas dispo/);
  });
});

describe('a card that waits for the morning', () => {
  beforeAll(async () => {
    anna = await company.signal('anna-kervella');
  });

  it('when a colleague decides at night, it does not go out', async () => {
    await company.at(0, '22:30');
    const before = anna.read().length;
    const { card } = await tomIsAway();
    expect(anna.read()).toHaveLength(before);
    await marc.press('Bien noté', card);
    await company.at(1, '09:05');
    expect(annaSince(before)).not.toContain('Tom n’est pas dispo');
  });

  it('when the colleague takes the decision back, it goes out in the morning and can be answered', async () => {
    await company.at(0, '22:30');
    const before = anna.read().length;
    const { card } = await tomIsAway();
    await marc.press('Bien noté', card);
    await marc.press('↩ Annuler', card);
    expect(anna.read()).toHaveLength(before);
    await company.at(1, '09:05');
    expect(annaSince(before)).toContain('Tom n’est pas dispo');
    await anna.say('1');
    expect(anna.last().text).toContain('✅ Bien noté par toi');
    const found = (await company.stage.product.runtime.store.all(approvals)).map((one) => one.value);
    expect(found.filter((one) => one.decision?.by === 'anna-kervella')).toHaveLength(1);
  });

  it('when the musician gives a day back at night, it goes out with a line that says so', async () => {
    await company.at(0, '22:30');
    const before = anna.read().length;
    const second = addDays((await tomIsAway(2)).day, 1);
    await company.later(30_000);
    await tom.say(`finalement je suis dispo le ${spoken(second)}`);
    await tom.press('Oui, je suis dispo', tom.last().id);
    expect(anna.read()).toHaveLength(before);
    await company.at(1, '09:05');
    expect(annaSince(before)).toContain('Tom n’est pas dispo');
    expect(annaSince(before)).toMatch(/Tom redevient dispo .* ; le reste ne change pas\./);
  });
});

describe('a card that was already sent', () => {
  it('when a day is given back and the rest is then noted, the card goes on saying which day it was', async () => {
    const { day, card } = await tomIsAway(2);
    await company.later(30_000);
    await tom.say(`finalement je suis dispo le ${spoken(addDays(day, 1))}`);
    await tom.press('Oui, je suis dispo', tom.last().id);
    await marc.press('Bien noté', card);
    const text = marc.read().find((message) => message.id === card)?.text ?? '';
    expect(text).toMatch(/Tom redevient dispo .* ; le reste ne change pas\./);
    expect(text).toContain('✅ Bien noté par toi');
  });

  it('when the first way failed and a colleague decides before the next, it does not go out by the next', async () => {
    await company.change('anna-kervella', { quiet: null });
    await company.change('marc-delaunay', { channels: ['telegram', 'signal'] });
    const second = await company.signal('marc-delaunay');
    await company.at(0, '22:30');
    const { hold } = await heldDate(company, 'gribitch', date);
    date += 1;
    await tom.say(`pas dispo le ${spoken(hold.day)}`);
    const description = 'Forbidden: bot was blocked by the user';
    company.stage.sandbox.faults.add({
      match: { method: 'sendMessage' },
      on: 'request',
      action: { type: 'status', code: 403, body: { ok: false, error_code: 403, description } },
    });
    const before = marc.read().length;
    await tom.press('C’est ferme', tom.last().id);
    expect(marc.read()).toHaveLength(before);
    expect(anna.last().text).toContain('1. Bien noté');
    await anna.quote(anna.last().timestamp, '1');
    expect(anna.screen()).toContain('✅ Bien noté par toi');
    await company.at(1, '09:05');
    expect(second.screen()).not.toContain('Tom n’est pas dispo');
    marc.control.start(company.staff);
    await company.calm();
  });
});

describe('the digest', () => {
  it('when a date of one act is touched, the team of the musician’s other act reads of it in the morning', async () => {
    const malo = await company.telegram('malo-guivarch');
    const julien = await company.telegram('julien-carpentier');
    const before = julien.read().length;
    const { hold } = await heldDate(company, 'gribitch', date);
    date += 1;
    await malo.say(`pas dispo le ${spoken(hold.day)}`);
    await malo.press('C’est ferme', malo.last().id);
    await company.at(1, '09:05');
    const told = julien
      .read()
      .slice(before)
      .map((message) => message.text);
    expect(told.join('\n')).toMatch(/• Malo \(Nuit Ferrée\) : /);
  });
});
