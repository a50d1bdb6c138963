import { describe, expect, it } from 'vitest';
import { piecesOf, sealNumbers, sealsIn, withoutNumbers } from '../../../domain/day-sheet/sealed-words.ts';

const seal = (number: string): string | null => (number.length > 9 ? `v1.${number.replaceAll(/\D/g, '')}` : null);

describe('numbers in what people type', () => {
  it('when a number stands in words, it alone is sealed', () => {
    expect(sealNumbers('Ibis, 02 47 11 22 33, 3 chambres', seal)).toBe('Ibis, ⟦v1.0247112233⟧, 3 chambres');
    expect(sealNumbers('Sarah +44 7700 900123', seal)).toBe('Sarah ⟦v1.447700900123⟧');
  });

  it('when digits are an hour, a price or a code, they stay', () => {
    for (const words of ['code 1234B', '20h30 à 22h', '1 800 € HT', 'TGV 6605', '37300 Joué', '12/12/2026'])
      expect(sealNumbers(words, seal)).toBe(words);
  });

  it('when somebody types the signs of a seal, nothing they typed is taken for one', () => {
    expect(sealsIn(sealNumbers('⟦v1.forged⟧', seal))).toEqual([]);
  });

  it('when words are taken apart, numbers and words come in their order', () => {
    expect(piecesOf('Ibis, ⟦v1.x⟧, 3 chambres')).toEqual([
      { words: 'Ibis, ' },
      { sealed: 'v1.x' },
      { words: ', 3 chambres' },
    ]);
  });

  it('when no number may stand there, the words go on as if there had been none', () => {
    expect(withoutNumbers('Ibis, ⟦v1.x⟧, 3 chambres')).toBe('Ibis, 3 chambres');
    expect(withoutNumbers('Jo (⟦v1.x⟧)')).toBe('Jo');
    expect(withoutNumbers('⟦v1.x⟧')).toBe('');
  });
});
