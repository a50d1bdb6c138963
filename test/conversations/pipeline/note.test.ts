import { describe, expect, it } from 'vitest';
import { put } from '../../../core/commit.ts';
import { leads } from '../../../core/records/booking.ts';
import { hour, noon } from '../../support/builders.ts';
import { benches } from '../../support/store.ts';
import { lead, openOffice, type Office } from './office.ts';

const bench = benches();
const monday = Date.UTC(2027, 2, 15, 8);

async function reminded(words = '/note Fil : rappelle lundi'): Promise<Office> {
  const office = await openOffice(bench(), [lead(42)]);
  await office.says('nadia', words);
  office.time.now = monday;
  await office.dueNow();
  return office;
}

async function toldText(office: Office, who: string): Promise<string[]> {
  return (await office.told(who)).map((one) => one.text.map((span) => span.text).join(''));
}

describe('/note', () => {
  it('when a place and a day are said, the note is kept and due at nine that morning', async () => {
    const office = await openOffice(bench(), [lead(42)]);
    const { text } = await office.says('nadia', '/note Fil : rappelle lundi');
    expect(text).toContain('C’est noté sur Le Fil (Saint-Étienne) (deal 42). Rappel le lun. 15 mars à 9 h 00');
    expect((await office.lead(42)).followUp).toEqual({ at: monday, note: 'rappelle', by: 'nadia' });
    expect(await office.rows(monday)).toMatchObject([
      { kind: 'lead.follow-up', payload: { lead: 'lead-42', at: monday } },
    ]);
  });

  it('when a number is said and no day, the words stand in the history as typed', async () => {
    const office = await openOffice(bench(), [lead(42)]);
    await office.says('nadia', '/note 42 : Karim préfère *avril*');
    const after = await office.lead(42);
    expect(after.history.at(-1)).toMatchObject({ what: 'note', note: 'Karim préfère *avril*', by: 'nadia' });
    expect(after.followUp).toBeNull();
  });

  it('when several leads fit, asks which, and notes on that one', async () => {
    const office = await openOffice(bench(), [lead(1), lead(2, { venue: 'la-vapeur' }), lead(3)]);
    const { text, buttons } = await office.says('nadia', '/note Fil : ok pour eux');
    expect(text).toBe('C’est sur quelle piste ?');
    expect(buttons).toHaveLength(2);
    await office.presses('nadia', '1 · Le Fil');
    expect((await office.lead(1)).history.at(-1)).toMatchObject({ note: 'ok pour eux' });
    expect((await office.lead(3)).history).toHaveLength(1);
  });

  it('when none fits, or only one of another act, says so and offers to write a deal down', async () => {
    const office = await openOffice(bench(), [lead(1, { artist: 'barbeline', booker: 'boris' })]);
    const none = await office.says('nadia', '/note Fil : rappelle lundi');
    expect(none.text).toContain('Je ne trouve aucune piste');
    expect(none.buttons).toEqual(['Noter un deal']);
    expect((await office.says('nadia', '/note 1 : coucou')).text).toContain('Je ne connais pas de deal n° 1');
    expect((await office.lead(1)).history).toHaveLength(1);
  });

  it('when nothing is said, says how', async () => {
    const office = await openOffice(bench(), [lead(1)]);
    expect((await office.says('nadia', '/note')).text).toContain('/note Fil : rappelle lundi');
  });
});

describe('the reminder', () => {
  it('when its morning comes, its booker hears, with three ways to go on', async () => {
    const office = await reminded();
    expect(await toldText(office, 'nadia')).toEqual([
      'Rappel : Le Fil (Saint-Étienne) pour Gribitch (deal 42), « rappelle »',
    ]);
    const { text } = await office.presses('nadia', '✓ Fait');
    expect(text).toContain('✓ Fait : Le Fil');
    expect((await office.lead(42)).followUp).toBeNull();
  });

  it('when put off to tomorrow, it comes again then', async () => {
    const office = await reminded();
    await office.presses('nadia', 'Demain');
    office.time.now = monday + 24 * hour;
    await office.dueNow();
    expect(await office.told('nadia')).toHaveLength(2);
  });

  it('when put off to the next week, it is due on its Monday', async () => {
    const office = await reminded();
    expect((await office.presses('nadia', 'La semaine prochaine')).text).toContain('lun. 22 mars');
  });

  it('when [✓ Fait] is pressed twice, or after something else was noted, nothing more happens', async () => {
    const office = await reminded();
    const [done, later] = [office.button('nadia', '✓ Fait'), office.button('nadia', 'Demain')];
    await office.taps('nadia', done);
    const { changes } = await office.lead(42);
    await office.taps('nadia', done);
    await office.taps('nadia', later);
    expect(await office.lead(42)).toMatchObject({ changes, followUp: null });
  });

  it('when another day was noted since, the buttons of the old reminder say so and change nothing', async () => {
    const office = await reminded();
    const done = office.button('nadia', '✓ Fait');
    await office.says('nadia', '/note Fil : rappelle vendredi');
    const { followUp } = await office.lead(42);
    expect((await office.taps('nadia', done)).toasts.join()).toContain('plus d’actualité');
    expect((await office.lead(42)).followUp).toEqual(followUp);
  });

  it('when the lead was closed, or another day noted since, nobody hears of the old one', async () => {
    const closed = await openOffice(bench(), [lead(42)]);
    await closed.says('nadia', '/note Fil : rappelle lundi');
    await closed.save(put(leads, { ...(await closed.lead(42)), status: 'refused' }));
    closed.time.now = monday;
    expect(await closed.dueNow()).toBe(1);
    expect(await closed.told('nadia')).toEqual([]);

    const replaced = await openOffice(bench(), [lead(42)]);
    await replaced.says('nadia', '/note Fil : rappelle lundi');
    await replaced.says('nadia', '/note Fil : rappelle mercredi prochain');
    replaced.time.now = monday;
    expect(await replaced.dueNow()).toBe(0);
    expect(await replaced.told('nadia')).toEqual([]);
  });

  it('when said today after nine, it comes in two hours', async () => {
    const office = await openOffice(bench(), [lead(42)]);
    await office.says('nadia', '/note Fil : rappelle aujourd’hui');
    expect((await office.lead(42)).followUp?.at).toBe(noon + 2 * hour);
  });

  it('when the booker reads English, it is in English', async () => {
    const office = await openOffice(bench(), [lead(7, { artist: 'barbeline', booker: 'boris' })]);
    await office.says('boris', '/note Fil: call back Monday');
    office.time.now = monday;
    await office.dueNow();
    expect(await toldText(office, 'boris')).toEqual([
      'Reminder: Le Fil (Saint-Étienne) for Barbeline (deal 7), “call back”',
    ]);
  });
});
