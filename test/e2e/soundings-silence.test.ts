import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/day.ts';
import { openSoundings, type SoundingStage } from '../support/soundings.ts';
import { daysNoted, short } from '../support/season.ts';
let stage: SoundingStage;

beforeAll(async () => {
  stage = await openSoundings();
});
afterAll(() => stage.company.stop());

describe('those who stay silent', () => {
  it('when time passes, only they are asked again, twice, and whoever asked hears their names at the deadline', async () => {
    const { company, nadia, tom, ben, malo, lea, clara, askAll } = stage;
    const { on, card } = await askAll();
    await tom.press('Oui');
    await lea.say('oui');
    await clara.say('oui');
    await ben.press('Yes');
    await company.at(1, '16:00');
    expect(malo.last().text).toMatch(/^Malo, il me manque ta réponse :\nOn demande Gribitch/);
    const live = malo
      .read()
      .filter((one) => one.text.includes(`le ${short(on)}`) && malo.buttons(one.id).includes('Oui'));
    expect(live.map((one) => one.id)).toEqual([malo.last().id]);
    await company.at(1, '10:00');
    expect(malo.read().filter((one) => one.text.includes('il me manque')).length).toBe(2);
    for (const other of [tom, lea, clara]) expect(other.screen()).not.toContain('il me manque');
    expect(ben.screen()).not.toContain('still missing');
    const before = nadia.read().length;
    await company.at(0, '18:01');
    expect(nadia.read()).toHaveLength(before + 1);
    expect(nadia.last().text).toMatch(/^L’échéance est passée et Malo n’a pas répondu : le mieux est de l’appeler\./);
    expect(nadia.buttons(card)).toEqual([]);
  });

  it('when an answer comes after the deadline, it counts and both are told', async () => {
    const { nadia, malo, latest } = stage;
    await malo.press('Oui');
    expect(malo.last().text).toContain('C’est après l’échéance, je préviens Nadia.');
    expect(nadia.last().text).toMatch(/^Malo répond après l’échéance : oui\.\n.*5 oui\./s);
    expect((await latest()).asked.find((one) => one.person === 'malo-guivarch')?.answer?.late).toBe(true);
  });

  it('when somebody puts it off, they are not chased, asked again that morning, and once only', async () => {
    const { company, nadia, tom, askAll } = stage;
    await askAll();
    const later = tom.buttons().at(-1) ?? '';
    await tom.press(later);
    expect(tom.last().text).toMatch(/D’accord, je te redemande \S+ matin\.$/);
    expect(nadia.screen()).toMatch(/Tom répond \S+di/);
    await company.at(1, '20:00');
    expect(tom.screen()).not.toContain('Tom, il me manque');
    await company.at(1, '09:30');
    expect(tom.last().text).toMatch(/^Tom, tu devais me dire aujourd’hui :\nOn demande Gribitch/);
    expect(tom.buttons(tom.last().id)).toEqual(['Oui', 'Non', 'Oui, à une condition']);
    await company.at(0, '18:01');
    expect(nadia.last().text).toMatch(/Léa, Tom, Ben, Malo et Clara n’ont pas répondu/);
  });

  it('when a chase waits for the end of the night and they answer meanwhile, it does not go out', async () => {
    const { company, lea, askAll, waitingFor } = stage;
    await askAll('avant demain 20h');
    const count = lea.read().filter((one) => one.text.includes('Léa, il me manque')).length;
    await company.at(1, '04:00');
    expect(await waitingFor('lea-moreau')).toBe(1);
    await lea.say('oui');
    expect(await waitingFor('lea-moreau')).toBe(0);
    await company.at(0, '11:00');
    expect(lea.read().filter((one) => one.text.includes('Léa, il me manque')).length).toBe(count);
  });

  it('when a member has left the agency, nobody chases them', async () => {
    const { company, ben, askAll } = stage;
    await askAll();
    const count = ben.read().length;
    await company.change('ben-hartley', { leaves: addDays(company.today(), -1) });
    await company.later(60 * 3_600_000);
    expect(ben.read()).toHaveLength(count);
    await company.change('ben-hartley', { leaves: null });
  });

  it('when a vote in the poll answers, it counts, and another vote changes it', async () => {
    const { clara, askAll, latest } = stage;
    await askAll();
    const answer = async (): Promise<string | undefined> =>
      (await latest()).asked.find((one) => one.person === 'clara-fontaine')?.answer?.says;
    const { timestamp } = clara.poll();
    await clara.vote(timestamp, 1);
    expect(await answer()).toBe('no');
    await clara.vote(timestamp, 0);
    expect(await answer()).toBe('yes');
  });

  it('when a bare « non » comes on Signal, the day is noted; « non » again changes nothing; a late « ok » does not turn it', async () => {
    const { company, clara, askAll, latest } = stage;
    const { on } = await askAll();
    await clara.say('non');
    await clara.say('non');
    await clara.say('ok');
    expect((await latest()).asked.find((one) => one.person === 'clara-fontaine')?.answer?.says).toBe('no');
    expect((await daysNoted(company, 'clara-fontaine')).filter((day) => day === on)).toHaveLength(1);
  });
});
