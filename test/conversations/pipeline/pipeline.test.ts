import { describe, expect, it } from 'vitest';
import { type LeadStatus } from '../../../domain/lead.ts';
import { benches } from '../../support/store.ts';
import { lead, openOffice } from './office.ts';

const bench = benches();

const some = [
  lead(1, { status: 'chased', silent: 12, lot: 1, venue: 'la-carene' }),
  lead(2, { status: 'chased', silent: 3, lot: 1, venue: 'l-ubu' }),
  lead(3, { status: 'sent', silent: 12, lot: 2, venue: 'la-vapeur', booker: 'julien' }),
  lead(42, { status: 'chased', silent: 12, lot: 2 }),
  lead(43, { artist: 'barbeline', booker: 'boris', venue: 'la-carene', status: 'chased' }),
];

describe('/pipeline', () => {
  it('when nothing narrows it, lists one’s acts by status with counts, one line a lead', async () => {
    const office = await openOffice(bench(), some);
    const { text } = await office.says('nadia', '/pipeline');
    expect(text).toContain('4 pistes');
    expect(text).toContain('Envoyé (1)');
    expect(text).toContain('Relancé (3)');
    expect(text.replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(
      '42 · Le Fil (Saint-Étienne) · Gribitch · sam. 18 sept. · 1 800 € HT · relancé il y a 12 j',
    );
  });

  it('when words narrow it, all of them count, and what they were taken for stands above', async () => {
    const office = await openOffice(bench(), some);
    const { text } = await office.says('nadia', '/pipeline lot1 relancé >10j bretagne');
    expect(text).toContain('Une piste (Lot 1 · Relancé · Bretagne · sans nouvelles depuis 10 jours)');
    expect(text).toContain('1 · La Carène (Brest)');
    expect(text).not.toContain('L’Ubu');
  });

  it('when « à moi » or a month is said, other bookers’ and other days’ leads are left out', async () => {
    const office = await openOffice(bench(), some);
    expect((await office.says('nadia', '/pipeline à moi')).text).not.toContain('La Vapeur');
    expect((await office.says('nadia', '/pipeline en mai')).text).toContain('Rien n’y correspond');
    expect((await office.says('nadia', '/pipeline en septembre')).text).toContain('4 pistes');
  });

  it('when a word is not understood, it is named and the rest still counts', async () => {
    const office = await openOffice(bench(), some);
    const { text } = await office.says('nadia', '/pipeline relancé xyzzy');
    expect(text).toContain('3 pistes');
    expect(text).toContain('Je n’ai pas compris « xyzzy »');
  });

  it('when nothing fits, says what was looked for and what to do', async () => {
    const office = await openOffice(bench(), some);
    const { text, buttons } = await office.says('nadia', '/pipeline lot 9 refus');
    expect(text).toContain('J’ai cherché : Lot 9 · Refus');
    expect(text).toContain('Enlève un mot');
    expect(buttons).toEqual([]);
  });

  it('when somebody of another act asks, nothing of this one is seen; a musician is refused', async () => {
    const office = await openOffice(bench(), some);
    const other = (await office.says('boris', '/pipeline')).text;
    expect(other).toContain('One lead');
    expect(other).not.toContain('Gribitch');
    const refused = (await office.says('lea', '/pipeline')).text;
    expect(refused).toContain('pas ouvert à ton rôle');
    expect(refused).not.toContain('Gribitch');
  });

  it('when asked in English, everything is in English', async () => {
    const office = await openOffice(bench(), some);
    const { text, buttons } = await office.says('boris', '/pipeline chased brittany');
    expect(text).toContain('One lead (Chased · Bretagne)');
    expect(text).toContain('chased 20 days ago');
    expect(buttons).toEqual(['Change them all', 'Follow-ups']);
  });
});

describe('four hundred leads', () => {
  const statuses: readonly LeadStatus[] = ['to-send', 'draft', 'sent', 'chased', 'replied', 'negotiating', 'no-reply'];
  const many = Array.from({ length: 400 }, (_, index) =>
    lead(index + 1, { status: statuses[index % statuses.length] ?? 'sent', silent: 1 + (index % 40) }),
  );

  it('when pages are turned, every lead stands on exactly one of them, in place, for few exchanges with the store', async () => {
    const office = await openOffice(bench(), many);
    const before = office.roundTrips();
    let got = await office.says('nadia', '/pipeline');
    const first = office.roundTrips() - before;
    const seen: string[] = [];
    for (let page = 1; ; page += 1) {
      expect(got.text).toContain(`Page ${page} sur 40`);
      seen.push(...[...got.text.matchAll(/^(\d+) · /gm)].map((match) => match[1] ?? ''));
      if (page === 40) break;
      const start = office.roundTrips();
      got = await office.presses('nadia', '▶');
      expect(got.draft.outbound?.some(({ operation }) => operation.type === 'edit')).toBe(true);
      expect(office.roundTrips() - start).toBeLessThanOrEqual(12);
    }
    expect(seen).toHaveLength(400);
    expect(new Set(seen).size).toBe(400);
    expect(first).toBeLessThanOrEqual(12);
    expect(got.buttons).not.toContain('▶');
  });

  it('when a page is turned twice by two taps on one button, the second does nothing', async () => {
    const office = await openOffice(bench(), many.slice(0, 30));
    await office.says('nadia', '/pipeline');
    const nonce = office.button('nadia', '▶');
    expect((await office.taps('nadia', nonce)).text).toContain('Page 2 sur 3');
    const again = await office.taps('nadia', nonce);
    expect(again.text).toBe('');
    expect(again.toasts).toEqual(['C’est déjà pris en compte.']);
  });
});
