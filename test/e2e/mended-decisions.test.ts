import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../core/records/agency.ts';
import { invitations } from '../../core/records/identity.ts';
import { approvals, audit } from '../../core/records/oversight.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { heldDate, short, spoken } from '../support/season.ts';

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
beforeEach(() => company.at(1, '10:00'));

/** Tom says that he is away on the next day Gribitch holds; resolves with that day and Marc's card about it. */
async function tomIsAway(length = 1): Promise<{ readonly day: Day; readonly card: number }> {
  const { hold } = await heldDate(company, 'gribitch', date);
  date += 1;
  const last = addDays(hold.day, length - 1);
  const before = marc.read().length;
  await tom.say(
    length === 1 ? `pas dispo le ${spoken(hold.day)}` : `pas dispo du ${spoken(hold.day)} au ${spoken(last)}`,
  );
  await tom.press('C’est ferme', tom.last().id);
  const card = marc
    .read()
    .slice(before)
    .find((message) => marc.buttons(message.id).includes('On en parle'));
  if (card === undefined) throw new Error('Marc was not asked');
  expect(card.text).toMatch(/^Tom n’est pas dispo /);
  return { day: hold.day, card: card.id };
}

const annaSince = (count: number): string =>
  anna
    .read()
    .slice(count)
    .map((message) => message.text)
    .join('\n');

const tomSince = (count: number): string =>
  tom
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

describe('« On en parle »', () => {
  it('when it is taken back, the message is not asked for any more and nothing is carried', async () => {
    const { card } = await tomIsAway();
    const before = tom.read().length;
    await marc.press('On en parle', card);
    const asked = marc.last().id;
    expect(marc.last().text).toMatch(/^Qu’est-ce que tu veux dire à Tom \?/);
    await marc.press('↩ Annuler', card);
    expect(marc.read().find((message) => message.id === asked)?.text).toBe('Abandonné.');
    expect(marc.buttons(asked)).toEqual([]);
    await marc.say('Ah non, laisse, je demande à Anna');
    await company.later(61_000);
    expect(tomSince(before)).not.toContain('laisse');
    expect(tomSince(before)).not.toContain('Marc');
  });

  it('when the manager then writes nothing, the musician still hears of it after a minute', async () => {
    const { card } = await tomIsAway();
    await marc.press('On en parle', card);
    await marc.press('Rien à dire', marc.last().id);
    const before = tom.read().length;
    await company.later(61_000);
    expect(tomSince(before)).toMatch(/^Marc a vu que tu n’es pas dispo .* et préfère en parler avec toi\.$/);
  });

  it('when the musician cannot be reached, the manager reads that nothing was carried', async () => {
    const { card } = await tomIsAway();
    await marc.press('On en parle', card);
    tom.control.block(company.staff);
    await company.calm();
    await marc.say('Tu pourrais arriver plus tard ?');
    expect(marc.last().text).toBe('Je n’arrive pas à joindre Tom : rien n’est parti. Essaie directement.');
    tom.control.unblock(company.staff);
    tom.control.start(company.staff);
    await company.calm();
    expect(tom.screen()).not.toContain('arriver plus tard');
  });
});

describe('access', () => {
  it.each([
    ['Olivier Teixeira', 'administration'],
    ['Christelle Vasseur', 'HR'],
  ])('when a manager invites %s, who has the rights of %s, no code is made', async (name) => {
    const { store } = company.stage.product.runtime;
    const before = (await store.all(invitations)).length;
    await marc.say(`/inviter ${name}`);
    expect(marc.last().text).toBe(
      `Tu ne peux pas inviter ${name} : cette personne a des accès que tu n’as pas. Demande à l’administration.`,
    );
    expect(await store.all(invitations)).toHaveLength(before);
  });

  it('when a further account is linked to somebody, the one they had hears of it and the new one does not', async () => {
    const again = await company.signal('nadia-benali');
    expect(nadia.last().text).toMatch(
      /^Un nouveau compte Signal vient d’être relié à ta fiche\. Si ce n’est pas toi, /,
    );
    expect(again.screen()).toContain('Bienvenue, Nadia');
    expect(again.screen()).not.toContain('Un nouveau compte');
  });

  it('when an administrator switches a role of their own, it is refused and nothing changes', async () => {
    const { store } = company.stage.product.runtime;
    const before = (await store.get(people, 'olivier-teixeira'))?.value.roles;
    await olivier.say('/roles Olivier Teixeira');
    expect(olivier.last().text).toMatch(/8\. ⬜ RH/);
    await olivier.say('8');
    expect(olivier.last().text).toMatch(/^Impossible : .*ne change ses propres rôles/);
    expect((await store.get(people, 'olivier-teixeira'))?.value.roles).toEqual(before);
  });

  it('when a stranger goes on past the limit, nothing is answered and nothing is written', async () => {
    const { store } = company.stage.product.runtime;
    const stranger = company.stranger();
    const lines = async (): Promise<number> =>
      (await store.all(audit)).filter((line) => line.value.account === stranger.account).length;
    for (const words of ['bonjour', 'il y a quelqu’un ?', 'allô']) await stranger.say(words);
    const [answered, written] = [stranger.read().length, await lines()];
    expect([answered, written]).toEqual([3, 3]);
    for (const words of ['encore moi', 'ABCDEFGHJKLM', 'et encore']) await stranger.say(words);
    expect([stranger.read().length, await lines()]).toEqual([answered, written]);
  });
});
