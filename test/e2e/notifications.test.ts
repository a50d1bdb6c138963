import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commitOf } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { recipients } from '../../agency/recipients.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { requestCount, wrongRequests } from '../support/requests.ts';

let company: Company;
let marc: TelegramPerson;
let marcOnSignal: SignalPerson;
let anna: SignalPerson;
let count = 0;

beforeAll(async () => {
  company = await openCompany();
  marc = await company.telegram('marc-delaunay');
  marcOnSignal = await company.signal('marc-delaunay');
  anna = await company.signal('anna-kervella');
});
afterAll(() => company.stop());

/** Tells somebody something of Régie's own accord, as any job would. */
async function tell(person: string, text: string, severity: 'info' | 'action' | 'urgent' = 'action'): Promise<void> {
  const { runtime } = company.stage.product;
  const services = await runtime.services();
  const [recipient] = await recipients(runtime.store, [person], company.today());
  if (recipient === undefined) throw new Error(`nobody has the id ${person}`);
  const texts = services.textsOf(recipient.person.locale);
  const notice = { id: `notice-${(count += 1)}`, severity, text: [{ text }] };
  const draft = draftNotice(notice, recipient, { now: runtime.clock.now(), random: services.random, texts });
  await runtime.store.commit(commitOf(`test-notice-${count}`, draft));
  await company.calm();
}

describe('how people are reached', () => {
  beforeEach(() => company.at(1, '11:00'));

  it('when somebody has two channels, the preferred one is used and the other stays silent', async () => {
    await company.change('marc-delaunay', { channels: ['telegram', 'signal'] });
    await tell('marc-delaunay', 'par ton canal préféré');
    expect(marc.last().text).toBe('par ton canal préféré');
    expect(marcOnSignal.screen()).not.toContain('par ton canal préféré');
    await company.change('marc-delaunay', { channels: ['signal', 'telegram'] });
    await tell('marc-delaunay', 'plutôt par Signal');
    expect(marcOnSignal.last().text).toBe('plutôt par Signal');
    expect(marc.screen()).not.toContain('plutôt par Signal');
  });

  it('when the preferred channel is blocked, the other one carries it, once', async () => {
    await company.change('marc-delaunay', { channels: ['telegram', 'signal'] });
    marc.control.block(company.staff);
    await company.calm();
    await tell('marc-delaunay', 'malgré le blocage');
    expect(marcOnSignal.last().text).toBe('malgré le blocage');
    marc.control.start(company.staff);
    await company.calm();
    await tell('marc-delaunay', 'de nouveau ici');
    expect(marc.last().text).toBe('de nouveau ici');
    expect(marcOnSignal.screen()).not.toContain('de nouveau ici');
  });

  it('when the block is only found out by sending, the other channel carries it all the same', async () => {
    company.stage.sandbox.faults.add({
      match: { method: 'sendMessage' },
      on: 'request',
      action: {
        type: 'status',
        code: 403,
        body: { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
      },
    });
    await tell('marc-delaunay', 'par l’autre chemin');
    expect(marcOnSignal.last().text).toBe('par l’autre chemin');
  });

  it('when it is quiet hours, Telegram is silent, Signal waits for the morning, and what is urgent comes through and says why', async () => {
    await company.change('marc-delaunay', { channels: ['telegram'] });
    await company.at(0, '22:30');
    marc.control.start(company.staff);
    await company.calm();
    await tell('marc-delaunay', 'sans bruit');
    expect(marc.last().text).toBe('sans bruit');
    const sent = company.stage.sandbox.ledger
      .entries({ platform: 'telegram', kind: 'request', method: 'sendMessage' })
      .findLast((entry) => JSON.stringify(entry.params).includes('sans bruit'));
    expect(JSON.stringify(sent?.params)).toMatch(/"disable_notification":(true|"true")/);
    await tell('anna-kervella', 'ça attendra');
    expect(anna.screen()).not.toContain('ça attendra');
    await tell('anna-kervella', 'le van est en panne', 'urgent');
    expect(anna.last().text).toBe('Urgent, donc malgré tes heures calmes :\nle van est en panne');
    await company.at(1, '08:59');
    expect(anna.screen()).not.toContain('ça attendra');
    await company.at(0, '09:01');
    expect(anna.last().text).toContain('ça attendra');
  });

  it('when /notifs is asked for, lists what was said and then nothing new', async () => {
    await marc.say('/notifs');
    expect(marc.last().text).toContain('sans bruit');
    await marc.say('/notifs');
    expect(marc.last().text).toBe('Rien de nouveau.');
  });

  it('when all of it is checked against the published descriptions, nothing is wrong', () => {
    expect(requestCount(company.stage.sandbox)).toBeGreaterThan(20);
    expect(wrongRequests(company.stage.sandbox)).toEqual([]);
  });
});
