import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groups } from '../../core/records/identity.ts';
import { type TelegramPerson, type SignalPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { daysNoted, freeDays, spoken } from '../support/season.ts';

let company: Company;
let tom: TelegramPerson;
let marc: TelegramPerson;
let lea: SignalPerson;
let anna: SignalPerson;
let group: number;

beforeAll(async () => {
  company = await openCompany({ artistBots: ['gribitch'] });
  tom = await company.telegram('tom-garnier');
  marc = await company.telegram('marc-delaunay');
  lea = await company.signal('lea-moreau');
  anna = await company.signal('anna-kervella');
});
afterAll(() => company.stop());

const telegram = (): Company['stage']['sandbox']['telegram']['control'] => company.stage.sandbox.telegram.control;

function inGroup(id = group): string[] {
  return telegram()
    .chat(id)
    .messages.filter((message) => message.from.isBot && message.service === null)
    .map((message) => message.text);
}

function reactions(id = group): string[] {
  return telegram()
    .chat(id)
    .messages.flatMap((message) => message.reactions.map((reaction) => reaction.emoji));
}

async function bound(): Promise<string[]> {
  return (await company.stage.product.runtime.store.all(groups)).map((one) => `${one.value.id} ${one.value.artist}`);
}

describe('binding a group on Telegram', () => {
  it('when the bot comes, it says how to go on; a stranger who brings it gets silence', async () => {
    group = telegram().createGroup({ title: 'Gribitch', members: [marc.id, tom.id], bots: [company.staff] }).id;
    await company.calm();
    expect(inGroup()).toEqual([
      'Bonjour à vous. Pour que je serve ce groupe, un·e manager écrit ici /lier suivi du nom de l’artiste.',
    ]);
    const stranger = company.stranger();
    const other = telegram().createGroup({ title: 'Ailleurs', members: [stranger.id], bots: [company.staff] }).id;
    await company.calm();
    expect(inGroup(other)).toEqual([]);
  });

  it('when a musician tries, is refused in one sentence and nothing is bound', async () => {
    await tom.say('/lier Gribitch', group);
    expect(inGroup().at(-1)).toBe('Ce n’est pas ouvert à ton rôle. Si tu en as besoin, demande à ton manager.');
    expect(await bound()).toEqual([]);
  });

  it('when a manager names no act or somebody else’s, is told which they may choose', async () => {
    await marc.say('/lier', group);
    expect(inGroup().at(-1)).toMatch(/^Quel artiste \? .*Gribitch.* « \/lier [^,»]+ »/);
    await marc.say('/lier Barbeline', group);
    expect(inGroup().at(-1)).toMatch(/^Quel artiste \?/);
    expect(inGroup().at(-1)).not.toContain('Barbeline');
    expect(await bound()).toEqual([]);
  });

  it('when a manager names the act, binds it and says what is read, privacy mode included', async () => {
    await marc.say('/lier gribitch', group);
    expect(inGroup().at(-1)).toMatch(
      /^C’est fait : ce groupe est celui de Gribitch\.\nCe que je lis ici : seulement les commandes et les réponses qui me sont faites\. Pour que je comprenne aussi .*@BotFather/s,
    );
    expect(await bound()).toEqual([`telegram:staff:${group} gribitch`]);
  });

  it('when the group becomes a supergroup, its binding follows and commands go on working', async () => {
    const migrated = telegram().migrate(group).id;
    await company.calm();
    expect(await bound()).toEqual([`telegram:staff:${migrated} gribitch`]);
    group = migrated;
    await tom.say('/aide', group);
    expect(inGroup().at(-1)).toMatch(/^Dans ce groupe, dis simplement quand tu n’es pas dispo/);
  });
});

describe('an absence said in a group', () => {
  it('when addressed to Régie, gets a sign there and a card in private, nothing personal in the group', async () => {
    await company.later(60_000);
    const day = await freeDays(company, 300, 1);
    const before = inGroup().length;
    await tom.say(`@${company.staff} je suis pas dispo le ${spoken(day)}, rendez-vous chez le dentiste`, group);
    expect(reactions()).toContain('👀');
    expect(inGroup()).toHaveLength(before);
    expect(tom.last().text).toContain('J’ai compris : tu n’es pas dispo');
    await tom.press('C’est ferme');
    expect(await daysNoted(company, 'tom-garnier')).toEqual([day]);
    expect(inGroup()).toHaveLength(before);
    expect(marc.screen()).not.toContain('dentiste');
  });

  it.each([
    'Léa est pas là le 12 mars',
    't’es pas dispo le 12 mars ?',
    'qui est dispo le 12 mars ?',
    'mdr pas dispo pour ranger le camion',
    'bonjour',
  ])('when « %s » is written there, nothing is noted and no sentence comes', async (text) => {
    await company.later(60_000);
    telegram().setPrivacy(company.staff, false);
    const [before, own] = [inGroup().length, tom.read().length];
    await tom.say(text, group);
    expect(inGroup()).toHaveLength(before);
    expect(tom.read()).toHaveLength(own);
  });

  it('when it is only in passing and the bot may read, it counts as well', async () => {
    await company.later(60_000);
    const day = await freeDays(company, 320, 1);
    const before = inGroup().length;
    await tom.say(`au fait les copains je suis pas dispo le ${spoken(day)}`, group);
    expect(inGroup()).toHaveLength(before);
    expect(tom.last().text).toContain('J’ai compris');
    await tom.press('Laisser tomber');
  });

  it('when the message in the group is edited, the card in private follows', async () => {
    await company.later(60_000);
    const [wrong, right] = [await freeDays(company, 330, 1), await freeDays(company, 340, 1)];
    const sent = await tom.say(`je suis pas dispo le ${spoken(wrong)}`, group);
    await tom.edit(sent, `je suis pas dispo le ${spoken(right)}`, group);
    await tom.press('C’est ferme');
    expect(await daysNoted(company, 'tom-garnier')).toContain(right);
    expect(await daysNoted(company, 'tom-garnier')).not.toContain(wrong);
  });

  it('when somebody has blocked the bot, the group gets the link to the private chat and nothing else', async () => {
    await company.later(60_000);
    tom.control.block(company.staff);
    await company.calm();
    const day = await freeDays(company, 350, 1);
    await tom.say(`je suis pas dispo le ${spoken(day)}`, group);
    expect(inGroup().at(-1)).toBe(
      `Je continue en privé : ouvre https://t.me/${company.staff}?start=dispo et appuie sur Démarrer, puis redis-le-moi.`,
    );
    tom.control.start(company.staff, 'dispo');
    await company.calm();
    expect(tom.last().text).toContain('Salut Tom');
    await tom.say(`je suis pas dispo le ${spoken(day)}`);
    expect(tom.last().text).toContain('J’ai compris');
    await tom.press('Laisser tomber');
  });

  it('when it is said in the group of the act’s own bot, the staff bot goes on in private once a manager has bound the group', async () => {
    await company.later(60_000);
    const bot = company.stage.bots['gribitch'] ?? '';
    const own = telegram().createGroup({ title: 'Gribitch interne', members: [marc.id, tom.id], bots: [bot] }).id;
    await company.calm();
    const day = await freeDays(company, 360, 1);
    const before = tom.read().length;
    await tom.say(`je suis pas dispo le ${spoken(day)}`, own);
    expect(tom.read()).toHaveLength(before);
    await marc.say('/lier Gribitch', own);
    await tom.say(`je suis pas dispo le ${spoken(day)}`, own);
    expect(tom.last().text).toContain('J’ai compris');
    expect(inGroup(own).join('\n')).not.toContain('dispo le');
    await tom.press('Laisser tomber');
  });

  it('when a private command is written there, says where it belongs; an unknown one gets silence', async () => {
    await company.later(60_000);
    await tom.say('/moi', group);
    expect(inGroup().at(-1)).toBe('Ça se passe en privé : écris-le-moi dans notre conversation à deux.');
    const before = inGroup().length;
    await tom.say('/banane', group);
    await tom.say('/moi@another_bot', group);
    expect(inGroup()).toHaveLength(before);
  });

  it('when voice notes, stickers and pictures pass, stays silent', async () => {
    await company.later(60_000);
    const before = inGroup().length;
    await tom.send({ kind: 'voice' }, group);
    await tom.send({ kind: 'sticker' }, group);
    await tom.send({ kind: 'photo' }, group);
    expect(inGroup()).toHaveLength(before);
  });
});

describe('a group on Signal', () => {
  it('when a manager binds it, says what is read; an absence goes on in private, with nothing personal in the group', async () => {
    await company.later(60_000);
    const signal = company.stage.sandbox.signal.control;
    const { id } = signal.addGroup('Gribitch', [anna.handle.aci, lea.handle.aci]);
    const seen = (): string[] =>
      anna.handle
        .see(id)
        .messages.filter((message) => message.author.us)
        .map((message) => message.text);
    await anna.say('/lier Gribitch', id);
    expect(seen().at(-1)).toMatch(
      /^C’est fait : ce groupe est celui de Gribitch\.\nCe que je lis ici : les commandes, /s,
    );
    const before = seen().length;
    const day = await freeDays(company, 370, 1);
    await lea.say(`je suis pas dispo le ${spoken(day)}, anniversaire de ma mère`, id);
    expect(seen()).toHaveLength(before);
    expect(
      anna.handle
        .see(id)
        .messages.at(-1)
        ?.reactions.map((one) => one.emoji),
    ).toEqual(['👀']);
    expect(lea.last().text).toContain('J’ai compris');
    await lea.say('1');
    expect(await daysNoted(company, 'lea-moreau')).toEqual([day]);
    await lea.say('2', id);
    await lea.say('Anna est pas là demain', id);
    expect(seen()).toHaveLength(before);
  });
});
