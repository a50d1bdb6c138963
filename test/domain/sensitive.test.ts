import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSensitive } from '../../domain/sensitive.ts';

describe('an IBAN', () => {
  it.each([
    'FR7630006000011234567890189',
    'FR76 3000 6000 0112 3456 7890 189',
    'fr76 3000 6000 0112 3456 7890 189',
    'FR76-3000-6000-0112-3456-7890-189',
    'FR76.3000.6000.0112.3456.7890.189',
    'Mon RIB c’est FR76 3000 6000 0112 3456 7890 189, merci',
    'IBAN:FR7630006000011234567890189',
    'DE89 3704 0044 0532 0130 00',
    'BE68 5390 0754 7034',
    'GB29 NWBK 6016 1331 9268 19',
    'CH93 0076 2011 6238 5295 7',
    'FR76 3000 6000 0112 3456 7890 188',
    'ＦＲ７６ ３０００ ６０００ ０１１２ ３４５６ ７８９０ １８９',
    'FR76\u200B3000\u200B6000\u200B0112\u200B3456\u200B7890\u200B189',
    'FR76\u00A03000\u00A06000\u00A00112\u00A03456\u00A07890\u00A0189',
    'FR76  3000  6000  0112  3456  7890  189',
    'FR76\n3000 6000 0112 3456 7890 189',
    'FR 76 3000 6000 0112 3456 7890 189',
  ])('when somebody writes %j, is found', (text) => {
    expect(findSensitive(text)).toBe('iban');
  });
});

describe('a French social security number', () => {
  it.each([
    '2 85 05 78 006 084 36',
    '285057800608436',
    '1 85 12 2A 123 456 78',
    '1 85 12 2b 123 456',
    'Sécu 285057800608436 !',
    '2-85-05-78-006-084-36',
    '2.85.05.78.006.084.36',
    '２８５０５７８００６０８４３６',
    '285 05 78 006 084 | 36',
  ])('when somebody writes %j, is found', (text) => {
    expect(findSensitive(text)).toBe('social-security');
  });
});

describe('what only looks alike', () => {
  it.each([
    'pas là du 12 au 15 mars sauf le 13',
    'du 12/03/2027 au 15/03/2027',
    '12/03/2027 14/03/2027 16/03/2027 18/03/2027',
    '2027-03-12 2027-03-13 2027-03-14',
    'appelle-moi au 06 12 34 56 78',
    '+33 6 12 34 56 78 ou +33 1 42 68 53 00',
    '0612345678 / 0142685300',
    'le cachet est à 1 250,00 € HT, 1 500 € TTC',
    'facture 2027-00123 du 12/03',
    'SIRET 362 521 879 00034',
    'on joue à 20h30, balance 17h, arrivée 15h30',
    'je suis là le 12, le 13, le 14, le 15, le 16, le 17 et le 18',
    'au 12 rue de la Paix 75002 Paris',
    'https://example.org/r/AB12CD34EF56?page=2',
    'vol AF1234 puis TGV 8912 voiture 12 place 84',
    'ok',
    '',
  ])('when somebody writes %j, nothing is found', (text) => {
    expect(findSensitive(text)).toBeNull();
  });

  it('whatever days and hours somebody lists, nothing is found', () => {
    const two = (most: number) => fc.integer({ min: 1, max: most }).map((part) => String(part).padStart(2, '0'));
    const date = fc.tuple(two(28), two(12)).map(([day, month]) => `${day}/${month}/2027`);
    const clock = fc.tuple(two(23), two(59)).map(([hours, minutes]) => `${hours}h${minutes}`);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(date, clock), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' ', ', ', ' et ', ' au '),
        (parts, gap) => {
          expect(findSensitive(`pas dispo ${parts.join(gap)}`)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });
});
