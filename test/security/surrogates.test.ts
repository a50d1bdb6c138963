import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { frame } from '../support/frames.ts';

let company: Company;
let tom: TelegramPerson;

beforeEach(async () => {
  company = await openCompany();
  tom = await company.telegram('tom-garnier');
});
afterEach(() => company.stop());

/** A private message with whatever a JSON text may escape. */
function tell(text: string, extra: Readonly<Record<string, unknown>> = {}): void {
  company.stage.sandbox.telegram.control.inject(company.staff, {
    message: {
      message_id: 90_000,
      date: 1,
      chat: { id: tom.id, type: 'private' },
      from: { id: tom.id, is_bot: false, first_name: 'Tom', ...extra },
      text,
    },
  });
}

describe('halves of characters', () => {
  it.each([
    ['a first half', 'bonjour \ud83d'],
    ['a second half', '\udc00 bonjour'],
    ['a first half in a statement', 'pas dispo le 12 mars 2029 \ud83d'],
    ['a first half as an invitation code', '/start \ud83d'],
  ])('when %s is sent on Telegram, it is answered and the next message works', async (_, text) => {
    const before = tom.read().length;
    tell(text);
    await company.calm();
    expect(tom.read().length).toBeGreaterThan(before);
    await tom.say('aide');
    expect(tom.last().text).toContain('dispo');
  });

  it('when half a character stands in a name or in the data of a press, the next message works', async () => {
    tell('bonjour', { first_name: 'T\ud83dm' });
    tom.control.forgePress({ bot: company.staff, data: '\ud83d' });
    await company.calm();
    await tom.say('aide');
    expect(tom.last().text).toContain('dispo');
  });

  it('when half a character comes by Signal, it is answered', async () => {
    const lea = await company.signal('lea-moreau');
    const before = lea.read().length;
    company.stage.sandbox.signal.control.inject(frame(company, lea, { message: 'pas dispo le 12 mars 2029 \ud83d' }));
    await company.calm();
    expect(lea.read().length).toBeGreaterThan(before);
  });
});
