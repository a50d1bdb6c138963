import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../core/records/agency.ts';
import { invitations } from '../../core/records/identity.ts';
import { audit } from '../../core/records/oversight.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { tomIsAwayFrom } from '../support/touched-date.ts';

let company: Company;
let tom: TelegramPerson;
let marc: TelegramPerson;
let nadia: TelegramPerson;
let olivier: SignalPerson;
let date = 0;

beforeAll(async () => {
  company = await openCompany();
  tom = await company.telegram('tom-garnier');
  marc = await company.telegram('marc-delaunay');
  nadia = await company.telegram('nadia-benali');
  olivier = await company.signal('olivier-teixeira');
});
afterAll(() => company.stop());
// Two days on, the reminders of what the test before left open have gone out.
beforeEach(() => company.at(2, '10:00'));

/** Tom says that he is away on the next day Gribitch holds; resolves with that day and Marc's card about it. */
function tomIsAway(): ReturnType<typeof tomIsAwayFrom> {
  date += 1;
  return tomIsAwayFrom(company, { tom, manager: marc }, date - 1);
}

const tomSince = (count: number): string =>
  tom
    .read()
    .slice(count)
    .map((message) => message.text)
    .join('\n');

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
    await marc.press('Rien à dire');
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
