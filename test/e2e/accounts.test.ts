import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../core/records/oversight.ts';
import { people, venues } from '../../core/records/agency.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { freeDays, spoken } from '../support/season.ts';

let company: Company;
let tom: TelegramPerson;
let ben: TelegramPerson;
let marc: TelegramPerson;
let olivier: SignalPerson;

beforeAll(async () => {
  company = await openCompany();
  tom = await company.telegram('tom-garnier');
  ben = await company.telegram('ben-hartley', 'en');
  marc = await company.telegram('marc-delaunay');
  olivier = await company.signal('olivier-teixeira');
});
afterAll(() => company.stop());

/** Words no English screen has, accents of names and acts left aside. */
const french =
  /\b(le|la|les|un|une|des|du|et|ou|pas|tu|ton|ta|tes|je|j’ai|est|c’est|n’es|dispo|quels|jours|annuler|aide|rien|noté|pour|avec|sur|dans|que|qui)\b/i;

function foreignLines(screen: string, allowed: readonly string[] = []): string[] {
  const known = allowed.reduce((text, name) => text.replaceAll(name, ''), screen);
  return known.split('\n').filter((line) => french.test(line));
}

const names = ['Les Sœurs Vanneau', 'La Belle Étape', 'La Vapeur', 'Français'];

describe('the commands of everybody', () => {
  it('when /aide is asked for, lists what this person may use and nothing else', async () => {
    await company.later(20_000);
    await tom.say('/aide');
    const commands = [...tom.last().text.matchAll(/\/([a-z]+)/g)].map((match) => match[1]);
    expect(commands).toEqual(expect.arrayContaining(['indispo', 'mesindispos', 'moi', 'parametres', 'aide']));
    expect(commands).not.toEqual(expect.arrayContaining(['roles']));
    expect(commands).not.toEqual(expect.arrayContaining(['inviter']));
    await marc.say('/aide');
    expect(marc.last().text).toContain('/inviter');
    await olivier.say('aide');
    expect(olivier.last().text).toContain('roles');
    expect(olivier.last().text).not.toContain('/roles');
  });

  it('when the platform has a menu, it shows the same commands, by role and language', () => {
    const shown = (who: TelegramPerson): string[] => who.control.menu(company.staff).map((command) => command.command);
    expect(shown(tom)).toEqual(expect.arrayContaining(['indispo', 'aide']));
    expect(shown(tom)).not.toContain('inviter');
    expect(shown(marc)).toEqual(expect.arrayContaining(['inviter', 'incidents']));
    expect(shown(ben)).toEqual(expect.arrayContaining(['away', 'help', 'settings']));
    expect(shown(ben)).not.toContain('indispo');
    const words = ben.control
      .menu(company.staff)
      .map((command) => command.description)
      .join('\n');
    expect(foreignLines(words)).toEqual([]);
  });

  it('when /moi is asked for, shows name, roles, acts and accounts', async () => {
    await company.later(20_000);
    await tom.say('/moi');
    expect(tom.last().text).toMatch(
      /^Tom Garnier\nRôle : musicien·ne\nGroupes et artistes : Gribitch\nComptes reliés : Telegram\n/,
    );
  });

  it('when a command is mistyped, the nearest is proposed', async () => {
    await company.later(20_000);
    await tom.say('/indipso');
    expect(tom.last().text).toBe('Je ne connais pas cette commande. Tu voulais dire /indispo ?');
    await tom.say('/parametre');
    expect(tom.last().text).toContain('/parametres');
    await tom.say('adie');
    expect(tom.last().text).toContain('/aide');
    await ben.say('/helpp');
    expect(ben.last().text).toBe('I don’t know that command. Did you mean /help?');
  });

  it('when there is nothing to cancel, nothing noted and nothing new, each says so and what to do', async () => {
    await company.later(20_000);
    await tom.say('/annuler');
    expect(tom.last().text).toMatch(/^Il n’y a rien en cours\./);
    await tom.say('/mesindispos');
    expect(tom.last().text).toMatch(/^Aucune absence notée à partir d’aujourd’hui\. Pour en ajouter une/);
    await tom.say('/notifs');
    expect(tom.last().text).toBe('Rien de nouveau.');
  });
});

describe('the settings', () => {
  it('when the language is switched, everything switches, the menu included, and back', async () => {
    await company.later(20_000);
    await tom.say('/parametres');
    await tom.press('English');
    expect(tom.last().text).toMatch(/^Your settings\nLanguage: English\n/);
    expect(tom.control.menu(company.staff).map((command) => command.command)).toContain('away');
    await company.later(20_000);
    const before = tom.read().length;
    for (const words of ['/help', '/me', '/mydates', '/inbox', '/settings', 'hello']) await tom.say(words);
    await company.later(20_000);
    const day = await freeDays(company, 200, 1);
    await tom.say(`not available on ${spoken(day, 'en')}`);
    await tom.press('It’s firm');
    const screen = tom
      .read()
      .slice(before)
      .map((message) => [message.text, ...message.keyboard.flat().map((button) => button.text)].join('\n'))
      .join('\n');
    // The home card names the next dates, and places keep their names.
    const places = (await company.stage.product.runtime.store.all(venues)).flatMap(({ value }) => [
      value.name,
      value.town,
    ]);
    expect(foreignLines(screen, [...names, ...places])).toEqual([]);
    await tom.say('/settings');
    await tom.press('Français');
    expect(tom.last().text).toMatch(/^Tes paramètres\nLangue : Français\n/);
    expect(tom.control.menu(company.staff).map((command) => command.command)).toContain('indispo');
  });

  it('when channel and quiet hours are changed, the record follows', async () => {
    await company.later(20_000);
    await tom.say('/parametres');
    await tom.press('Plutôt Signal');
    await tom.press('22:00–08:00');
    const person = await company.stage.product.runtime.store.get(people, 'tom-garnier');
    expect(person?.value.channels[0]).toBe('signal');
    expect(person?.value.quiet).toEqual({ from: '22:00', to: '08:00' });
  });
});

describe('an English person', () => {
  it('when they use everything, never sees a French word', async () => {
    await company.later(20_000);
    for (const words of [
      '/start',
      '/help',
      '/me',
      '/settings',
      '/mydates',
      '/inbox',
      '/cancel',
      '/link Gribitch',
      '/roles',
      'blah blah',
      '/helpp',
    ]) {
      await ben.say(words);
      await company.later(5_000);
    }
    const day = await freeDays(company, 210, 6);
    await ben.say(`away ${spoken(day, 'en')}`);
    await ben.press('Change it');
    await ben.press('Forget it');
    await ben.say('/away');
    await ben.press('▶');
    await ben.say('no idea yet');
    await ben.say('/cancel');
    await company.later(20_000);
    await ben.say(`I can't play on ${spoken(day, 'en')}`);
    await ben.press('Open to discussion');
    await ben.say('if the fee is right');
    await ben.send({ kind: 'voice' });
    await ben.send({ kind: 'sticker' });
    await company.later(20_000);
    await ben.say(`actually I'm available on ${spoken(day, 'en')}`);
    await ben.press('Yes, I’m available');
    ben.control.forgePress({ bot: company.staff, data: 'nothing' });
    await company.calm();
    // The home card names the next dates, and places keep their names.
    const places = (await company.stage.product.runtime.store.all(venues)).flatMap(({ value }) => [
      value.name,
      value.town,
    ]);
    expect(foreignLines(ben.screen(), [...names, ...places])).toEqual([]);
  });
});

describe('what staff can do', () => {
  it('when a manager invites somebody, gets a link and a code that work once', async () => {
    await company.later(20_000);
    await marc.say('/inviter Inès');
    expect(marc.last().text).toMatch(
      /^Invitation pour Inès Belkacem, valable une semaine et une seule fois :\nTelegram : https:\/\/t\.me\/\S+\?start=\S+\nSignal : envoyer \S+ au \+\d+$/,
    );
    const code = /start=(\S+)/.exec(marc.last().text)?.[1] ?? '';
    const ines = company.stranger('Inès');
    ines.control.start(company.staff, code);
    await company.calm();
    expect(ines.read()[0]?.text).toMatch(/^Bienvenue, Inès/);
    await marc.say('/inviter Personne Inconnue');
    expect(marc.last().text).toBe(
      'Je ne connais personne du nom de « Personne Inconnue » dans l’agence. Vérifie l’orthographe.',
    );
    await marc.say('/inviter');
    expect(marc.last().text).toMatch(/^Qui veux-tu inviter \?/);
  });

  it('when an administrator gives a role by its number on Signal, it holds, is shown and audited', async () => {
    await company.later(20_000);
    await olivier.say('/roles Marc Delaunay');
    expect(olivier.last().text).toContain('5. ✅ manager');
    await olivier.say('4');
    expect(olivier.last().text).toContain('4. ✅ booking');
    const person = await company.stage.product.runtime.store.get(people, 'marc-delaunay');
    expect(person?.value.roles).toEqual(['manager', 'booker']);
    const lines = (await company.stage.product.runtime.store.all(audit)).map((one) => one.value.what);
    expect(lines).toContain('roles.changed');
    await olivier.say('4');
  });

  it('when somebody would be left without a role, says why not, on Signal as well', async () => {
    await company.later(20_000);
    await olivier.say('/roles Marc Delaunay');
    await olivier.say('5');
    const person = await company.stage.product.runtime.store.get(people, 'marc-delaunay');
    expect(person?.value.roles).toEqual(['manager']);
    expect(olivier.last().text).toMatch(/^Impossible : personne ne reste sans rôle/);
  });

  it('when nothing went wrong, /incidents says so', async () => {
    await company.later(20_000);
    await marc.say('/incidents');
    expect(marc.last().text).toBe('Aucun incident ouvert.');
  });
});
