import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../../cli/pages.ts';
import { sheetPage } from '../../jobs/touring/sheet-page.ts';
import { calendarFeeds } from '../../core/records/feeds.ts';
import { day } from '../support/builders.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { readByIcalJs, readByNodeIcal } from '../support/read-calendar.ts';
import { dumpRedis } from '../support/redis-dump.ts';
import { webApp } from '../../web/server.ts';

const address = /https:\/\/regie\.test\/calendar\/([\w-]{20,})\.ics/;
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

let company: Company;
let tom: TelegramPerson;
let lea: SignalPerson;
let nadia: TelegramPerson;

beforeAll(async () => {
  company = await openCompany({ environment: { WEB_URL: 'https://regie.test' } });
  tom = await company.telegram('tom-garnier');
  nadia = await company.telegram('nadia-benali');
  lea = await company.signal('lea-moreau');
});
afterAll(() => company.stop());

/** The secret in the last thing somebody reads. */
function secretIn(text: string): string {
  const found = address.exec(text)?.[1];
  if (found === undefined) throw new Error(`no address in: ${text}`);
  return found;
}

/** Asks for a path the way a calendar program does. */
function fetched(path: string, init: RequestInit = {}) {
  const { runtime } = company.stage.product;
  const pages = pagesOf(runtime, async (show, name) => sheetPage(await runtime.services(), show, name));
  return webApp({ problems: async () => [], telegram: null, pages }).request(path, init);
}
const calendarOf = (token: string) => fetched(`/calendar/${token}.ics`);

describe('/agenda on Telegram', () => {
  it('when a musician asks, their next five dates and an address of their own come, and the calendar is behind it', async () => {
    await tom.say('/agenda');
    const card = plain(tom.last().text);
    expect(card).toMatch(
      /^Tes 5 prochaines dates :\n• ven\. 22 janv\. 2027 : Gribitch, Le Temps Machine \(Joué-lès-Tours\), de 15 h à 22 h 15\n/,
    );
    expect(card.split('\n').filter((line) => line.startsWith('• '))).toHaveLength(5);
    expect(tom.buttons()).toEqual(['Nouvelle adresse', 'Couper']);
    const answer = await calendarOf(secretIn(card));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const file = await answer.text();
    for (const read of [readByIcalJs(file), readByNodeIcal(file)]) {
      expect(read.events.get('gribitch-2027-01-22-le-temps-machine@regie')).toMatchObject({
        start: Date.parse('2027-01-22T14:00:00Z'),
        end: Date.parse('2027-01-22T21:15:00Z'),
        status: 'CONFIRMED',
      });
      const options = [...read.events.values()].filter((event) => event.status === 'TENTATIVE');
      expect(options.map((event) => event.title)).toContain('Option : Gribitch');
      expect(options.filter((event) => event.location !== '')).toEqual([]);
    }
  });

  it('when the booker asks, options have their rank and place', async () => {
    await nadia.say('/calendar');
    const file = await (await calendarOf(secretIn(nadia.last().text))).text();
    const titles = [...readByIcalJs(file).events.values()].map((event) => event.title);
    expect(titles).toContain('Option 1 : Gribitch, La Lune des Pirates');
    expect(titles.filter((title) => title.startsWith('Grand Marigot'))).toEqual([]);
  });

  it('when it is asked for again, the address is the same', async () => {
    const before = secretIn(tom.last().text);
    await tom.say('agenda');
    expect(secretIn(tom.last().text)).toBe(before);
  });

  it('when an absence is noted, it is in their own calendar at the next look and in nobody else’s', async () => {
    const [own, others] = [secretIn(tom.last().text), secretIn(nadia.last().text)];
    const tag = (await calendarOf(own)).headers.get('etag') ?? '';
    const same = await fetched(`/calendar/${own}.ics`, { headers: { 'if-none-match': tag } });
    await tom.say('pas dispo du 3 au 5 août 2027');
    await tom.press('C’est ferme');
    const changed = await fetched(`/calendar/${own}.ics`, { headers: { 'if-none-match': tag } });
    expect([same.status, changed.status]).toEqual([304, 200]);
    const found = [...readByIcalJs(await changed.text()).events.values()].filter((one) => one.title === 'pas dispo');
    expect(found.at(-1)).toMatchObject({ start: '2027-08-03', end: '2027-08-06' });
    expect(await (await calendarOf(others)).text()).not.toContain('pas dispo');
  });

  it('when a new address is asked for, it asks first; kept, the old one holds; changed, it is dead at once', async () => {
    await tom.say('/agenda');
    const old = secretIn(tom.last().text);
    await tom.press('Nouvelle adresse');
    expect(tom.last().text).toMatch(/^L’adresse actuelle s’arrête tout de suite/);
    expect(tom.buttons()).toEqual(['Garder celle-ci', 'Oui, changer']);
    await tom.press('Garder celle-ci');
    expect(secretIn(tom.last().text)).toBe(old);
    await tom.press('Nouvelle adresse');
    await tom.press('Oui, changer');
    expect(tom.toast()).toBe('C’est changé');
    const fresh = secretIn(tom.last().text);
    expect(fresh).not.toBe(old);
    expect([(await calendarOf(old)).status, (await calendarOf(fresh)).status]).toEqual([404, 200]);
  });

  it('when it is cut, it is dead at once and stays so until another is asked for', async () => {
    const old = secretIn(tom.last().text);
    await tom.press('Couper');
    expect((await calendarOf(old)).status).toBe(200);
    await tom.press('Oui, couper');
    expect((await calendarOf(old)).status).toBe(404);
    await company.later(10_000);
    await tom.say('/agenda');
    expect(tom.last().text).toContain('Ton adresse est coupée');
    expect(tom.buttons()).toEqual(['Avoir une adresse']);
    await tom.press('Avoir une adresse');
    expect((await calendarOf(secretIn(tom.last().text))).status).toBe(200);
  });

  it('when it is asked for in a group, the group reads nothing of it and the person does in private', async () => {
    const control = company.stage.sandbox.telegram.control;
    const group = control.createGroup({
      title: 'Gribitch',
      members: [tom.id, nadia.id],
      bots: [company.staff],
      admins: [company.staff],
    }).id;
    await company.calm();
    await company.later(60_000);
    const [before, own] = [control.chat(group).messages.filter((one) => one.from.isBot).length, tom.read().length];
    await tom.say(`/agenda@${company.staff}`, group);
    expect(control.chat(group).messages.filter((one) => one.from.isBot)).toHaveLength(before);
    expect(tom.read()).toHaveLength(own + 1);
    expect(tom.last().text).toMatch(address);
  });
});

describe('/agenda on Signal', () => {
  it('when a musician of two worlds asks, reads dates and address, and answers by word', async () => {
    await lea.say('agenda');
    const old = secretIn(lea.last().text);
    expect(plain(lea.last().text)).toMatch(/^Tes 5 prochaines dates :/);
    expect((await calendarOf(old)).status).toBe(200);
    await lea.say('Nouvelle adresse');
    await lea.say('Oui, changer');
    const fresh = secretIn(lea.last().text);
    expect([fresh === old, (await calendarOf(old)).status, (await calendarOf(fresh)).status]).toEqual([
      false,
      404,
      200,
    ]);
    await lea.say('Couper');
    await lea.say('Oui, couper');
    expect(lea.last().text).toContain('Ton adresse est coupée');
    expect((await calendarOf(fresh)).status).toBe(404);
  });
});

describe('who is let in', () => {
  it.each(['A'.repeat(44), 'x', '', '..%2f..%2fconfig'])('when a secret is %j, there is nothing', async (token) => {
    expect((await calendarOf(token)).status).toBe(404);
  });

  it('when somebody leaves, their calendar is over at that very request', async () => {
    const token = secretIn(nadia.last().text);
    expect((await calendarOf(token)).status).toBe(200);
    await company.change('nadia-benali', { leaves: day('2026-11-01') });
    expect((await calendarOf(token)).status).toBe(410);
    await company.change('nadia-benali', { leaves: null });
    expect((await calendarOf(token)).status).toBe(200);
  });

  it('when everything is done, no secret that was given out stands in the store or in a log', async () => {
    const given = [...tom.read(), ...nadia.read(), ...lea.read()].flatMap((one) => address.exec(one.text)?.[1] ?? []);
    const lines = [...(await dumpRedis(company.redis.url)), ...company.logs()];
    expect(new Set(given).size).toBeGreaterThan(2);
    expect(lines.filter((line) => given.some((token) => line.includes(token)))).toEqual([]);
    const kept = await company.stage.product.runtime.store.all(calendarFeeds);
    expect(kept.length).toBeGreaterThan(2);
  });

  it('when a sheet is asked for by its link, it is drawn for who is on the road, until the link ends', async () => {
    const { links, clock } = company.stage.product.runtime;
    const show = 'gribitch-2027-01-22-le-temps-machine';
    const until = clock.now() + 60_000;
    const path = (changes: { show?: string; name?: string } = {}): string =>
      new URL(links.sheet({ show, name: 'Tom Garnier', until, ...changes }) ?? '').pathname;
    const answer = await fetched(path());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await answer.text()).startsWith('%PDF-')).toBe(true);
    expect((await fetched(path({ name: 'Curieux' }))).status).toBe(404);
    expect((await fetched(path({ show: 'no-such-show' }))).status).toBe(404);
    expect((await fetched(path().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404);
    await company.later(60_000);
    expect((await fetched(path())).status).toBe(410);
  });
});

describe('/agenda without a public address', () => {
  it('when the operator has set none, says so and sends all dates as a file', async () => {
    const bare = await openCompany();
    try {
      const malo = await bare.telegram('malo-guivarch');
      await malo.say('/agenda');
      const [card, sent] = malo.read().slice(-2);
      expect(card?.text).toContain('une adresse que l’administrateur de Régie n’a pas encore réglée');
      expect(card?.text).not.toContain('http');
      expect(sent?.file?.name).toBe('Mes dates (La Belle Étape).ics');
      const { bytes } = bare.stage.sandbox.telegram.control.file(sent?.file?.id ?? '');
      const { events } = readByIcalJs(new TextDecoder().decode(bytes));
      expect(events.get('gribitch-2027-01-22-le-temps-machine@regie')?.status).toBe('CONFIRMED');
      expect(await bare.stage.product.runtime.store.all(calendarFeeds)).toEqual([]);
    } finally {
      await bare.stop();
    }
  });
});
