import * as fc from 'fast-check';
import { type SheetView } from '../../documents/sheet-view.ts';

const word = fc.constantFrom(
  'Gribitch',
  'Évry-Courcouronnes',
  'Wałęsa',
  'Ξένη',
  'Жанна',
  'Nguyễn',
  '🎸👨‍👩‍👧',
  '北京',
  'مرحبا',
  'e\u0301te\u0301',
  '\u202Egnp.exe',
  '<b>&amp;</b>',
  '\n\n',
  '\u0000\u001B[31m',
  '9\u00A0h\u00A015',
  'W'.repeat(60),
  'Donaudampfschifffahrt'.repeat(9),
  'https://x.fr/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?q=1',
  '\uD800',
);
const text = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 0, maxLength: most, size: 'max' }).map((words) => words.join(' '));
const maybe = (most: number): fc.Arbitrary<string | null> => fc.option(text(most), { freq: 2 });
const many = <T>(each: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(each, { maxLength, size: 'max' });

/** Views as nobody should write them: nothing at all, far too much, of any letters. */
export const extremeViews: fc.Arbitrary<SheetView> = fc.record({
  lang: fc.constantFrom('fr', 'en'),
  act: text(12),
  title: text(8),
  place: text(12),
  version: text(8),
  kind: text(6),
  hours: many(fc.record({ time: text(3), label: text(9), note: maybe(9), open: fc.boolean(), key: fc.boolean() }), 40),
  sections: many(fc.record({ title: text(5), lines: many(fc.record({ label: maybe(5), text: text(16) }), 40) }), 12),
  openTitle: text(4),
  open: many(text(9), 20),
  notice: maybe(60),
  footer: text(30),
  more: fc.constant('… la suite dans Régie'),
});
