import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversations } from '../../core/records/dialogue.ts';
import { openCompany, type Company } from '../support/company.ts';
import { type TelegramPerson } from '../support/cast.ts';

let company: Company;
let nadia: TelegramPerson;
let tom: TelegramPerson;
beforeAll(async () => {
  company = await openCompany();
  nadia = await company.telegram('nadia-benali');
  tom = await company.telegram('tom-garnier');
});
afterAll(() => company.stop());

async function waiting(): Promise<number> {
  return (await company.stage.product.runtime.store.all(conversations)).length;
}

describe('a remark with a day in it', () => {
  it.each(['la vapeur confirmera demain', 'le contrat part lundi', 'on répète jeudi ?', 'à lundi'])(
    'when « %s » is said, nobody is taken to be away',
    async (text) => {
      for (const who of [nadia, tom]) {
        await company.later(5000);
        await who.say(text);
        expect(who.last().text).not.toContain('J’ai compris');
        expect(who.last().text).toMatch(/^Je n’ai pas compris/);
      }
      expect(await waiting()).toBe(0);
    },
  );

  it.each(['je joue à Guingamp le 12 juin', 'mariage le 12 juin', 'le 12 juin'])(
    'when « %s » is bare or keeps the speaker, it is asked about',
    async (text) => {
      await company.later(5000);
      await tom.say(text);
      expect(tom.last().text).toContain('12 juin');
      await tom.say('laisse tomber');
    },
  );
});
