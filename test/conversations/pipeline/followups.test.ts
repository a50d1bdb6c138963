import { describe, expect, it } from 'vitest';
import { put } from '../../../core/commit.ts';
import { leads } from '../../../core/records/booking.ts';
import { hour, noon } from '../../support/builders.ts';
import { benches } from '../../support/store.ts';
import { lead, openOffice } from './office.ts';

const bench = benches();
const aDay = 24 * hour;

function due(days: number, note = 'rappeler'): { at: number; note: string; by: string } {
  return { at: noon - days * aDay, note, by: 'nadia' };
}

/** The numbers of the lines of a list, in order. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/^(\d+) · /gm)].map((match) => match[1] ?? '');
}

describe('/relances', () => {
  it('when some are due and some silent, the due come first by day, then the oldest silence, the higher price among equals', async () => {
    const office = await openOffice(bench(), [
      lead(1, { silent: 10, price: 1000 }),
      lead(2, { silent: 30 }),
      lead(3, { silent: 10, price: 2000, status: 'chased' }),
      lead(4, { status: 'negotiating', silent: 1, followUp: due(0) }),
      lead(5, { status: 'replied', silent: 2, followUp: due(3) }),
      lead(6, { silent: 9 }),
      lead(7, { status: 'replied', silent: 40 }),
      lead(8, { silent: 40, followUp: due(-3) }),
      lead(9, { status: 'refused', silent: 40 }),
      lead(10, { silent: 50, booker: 'julien' }),
    ]);
    const { text } = await office.says('nadia', '/relances');
    expect(numbersIn(text)).toEqual(['5', '4', '2', '3', '1']);
    expect(text).toContain('à faire : « rappeler »');
    expect(numbersIn((await office.says('anna', '/relances')).text)).toEqual(['5', '4', '10', '2', '3', '1']);
  });

  it('when there are more than fifteen, shows fifteen and says what remains', async () => {
    const office = await openOffice(
      bench(),
      Array.from({ length: 22 }, (_, index) => lead(index + 1)),
    );
    const { text } = await office.says('nadia', '/relances');
    expect(numbersIn(text)).toHaveLength(15);
    expect(text).toContain('Il en restera 7 après celles-ci');
  });

  it('when ✓ is pressed, the lead is chased now with a line of history, and the card goes on without it', async () => {
    const office = await openOffice(bench(), [lead(1, { followUp: due(1) }), lead(2)]);
    await office.says('nadia', '/relances');
    const { text, toasts } = await office.presses('nadia', '✓ 1 relancé');
    expect(toasts).toEqual(['✓ 1 relancé.']);
    expect(numbersIn(text)).toEqual(['2']);
    const after = await office.lead(1);
    expect(after).toMatchObject({ status: 'chased', lastContactAt: noon, followUp: null });
    expect(after.history.at(-1)).toMatchObject({ from: 'sent', to: 'chased', by: 'nadia' });
  });

  it('when the same ✓ is tapped twice, and another before the card is rewritten, each counts once', async () => {
    const office = await openOffice(bench(), [lead(1), lead(2), lead(3)]);
    await office.says('nadia', '/relances');
    const [one, two] = [office.button('nadia', '✓ 1 relancé'), office.button('nadia', '✓ 2 relancé')];
    await office.taps('nadia', one);
    const { changes } = await office.lead(1);
    await office.taps('nadia', one);
    await office.taps('nadia', two);
    expect((await office.lead(1)).changes).toBe(changes);
    expect((await office.lead(2)).status).toBe('chased');
    expect((await office.lead(3)).status).toBe('sent');
  });

  it('when a lead stands further than « Relancé », a chase is a contact and its status stays', async () => {
    const office = await openOffice(bench(), [lead(1, { status: 'negotiating', followUp: due(0) })]);
    await office.says('nadia', '/relances');
    await office.presses('nadia', '✓ 1');
    expect(await office.lead(1)).toMatchObject({ status: 'negotiating', lastContactAt: noon, followUp: null });
  });

  it('when put off on a Wednesday, it comes back on Monday, three working days later', async () => {
    const office = await openOffice(bench(), [lead(1)]);
    await office.says('nadia', '/relances');
    const { text } = await office.presses('nadia', '1 plus tard');
    expect(text).toContain('on en reparle le lun. 15 mars');
    expect((await office.lead(1)).followUp?.at).toBe(Date.UTC(2027, 2, 15, 8));
    expect(await office.rows(Date.UTC(2027, 2, 15, 8))).toMatchObject([{ kind: 'lead.follow-up' }]);
  });

  it('when the lead changed after the card was shown, the press changes nothing and the card is brought up to date', async () => {
    const office = await openOffice(bench(), [lead(1), lead(2)]);
    await office.says('nadia', '/relances');
    await office.save(put(leads, lead(1, { status: 'refused', changes: 2 })));
    const { text, toasts } = await office.presses('nadia', '✓ 1');
    expect(toasts.join()).toContain('a changé entre-temps');
    expect(numbersIn(text)).toEqual(['2']);
    expect((await office.lead(1)).status).toBe('refused');
  });

  it('when somebody else wrote on the lead meanwhile, the press does not chase it unseen', async () => {
    const office = await openOffice(bench(), [lead(1)]);
    await office.says('nadia', '/relances');
    await office.says('julien', '/note 1 : je viens de les avoir');
    expect((await office.presses('nadia', '✓ 1')).toasts.join()).toContain('a changé entre-temps');
    expect((await office.lead(1)).status).toBe('sent');
  });

  it('when written with a number, does the same in words; of another act it knows nothing', async () => {
    const office = await openOffice(bench(), [lead(1), lead(2, { artist: 'barbeline', booker: 'boris' })]);
    expect((await office.says('nadia', '/relances 1')).text).toBe('✓ 1 relancé.');
    expect((await office.says('nadia', '/relances 1 plus tard')).text).toContain('1 : on en reparle');
    const other = await office.says('nadia', '/relances 2');
    const none = await office.says('nadia', '/relances 77');
    expect(other.text).toBe(none.text.replace('77', '2'));
    expect((await office.lead(2)).status).toBe('sent');
    expect((await office.says('boris', '/followups')).text).toContain('One follow-up today');
  });

  it('when nobody is to be chased, says so and what to do', async () => {
    const office = await openOffice(bench(), [lead(1, { silent: 1 })]);
    expect((await office.says('nadia', '/relances')).text).toContain('Personne à relancer aujourd’hui');
  });
});
