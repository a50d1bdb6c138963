import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitText } from '../../core/split.ts';
import { charactersOf, plain, type Span } from '../../core/text.ts';

const spanArbitrary = fc.record({
  text: fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '👨‍👩‍👧', '𝔘') }),
  style: fc.constantFrom<'bold' | 'italic'>('bold', 'italic'),
});
const squeezed = (text: string) => text.replaceAll(/[\n ]/g, '');

it('whatever is cut, every piece fits, no character is halved, and nothing but white space is lost', () => {
  fc.assert(
    fc.property(fc.array(spanArbitrary, { maxLength: 12 }), fc.integer({ min: 4, max: 40 }), (spans, limit) => {
      const pieces = splitText(spans, limit).map(charactersOf);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(limit);
        expect(piece.isWellFormed()).toBe(true);
      }
      expect(squeezed(pieces.join(''))).toBe(squeezed(charactersOf(spans)));
    }),
    { numRuns: 300 },
  );
});

it('whatever is cut, each character keeps its look', () => {
  const looks = (spans: readonly Span[]) =>
    spans.flatMap((span) => Array.from(squeezed(span.text), (character) => `${character}${span.style ?? ''}`)).join('');
  fc.assert(
    fc.property(fc.array(spanArbitrary, { maxLength: 12 }), fc.integer({ min: 4, max: 40 }), (spans, limit) => {
      expect(looks(splitText(spans, limit).flat())).toBe(looks(spans));
    }),
  );
});

it('when it fits, stays one piece as it was', () => {
  const text = [{ text: 'abc', style: 'bold' as const }, { text: '\n\n ' }];
  expect(splitText(text, 6)).toEqual([text]);
});

it('when a line ends in the second half, is cut there; else at a word; else anywhere', () => {
  const cut = (text: string) => splitText(plain(text), 10).map(charactersOf);
  expect(cut('aaaaaaa\nbb cc')).toEqual(['aaaaaaa', 'bb cc']);
  expect(cut('a\nbbbbbb cccc')).toEqual(['a\nbbbbbb', 'cccc']);
  expect(cut('a bbbbbbbbbbbbb')).toEqual(['a bbbbbbbb', 'bbbbb']);
});
