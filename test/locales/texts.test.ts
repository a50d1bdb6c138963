import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charactersOf, type Text } from '../../core/text.ts';
import { messagesOf } from '../support/ftl.ts';
import { textsOf } from '../support/turn.ts';

const fr = textsOf('fr');
const private1 = String.fromCharCode(0xe0_00);
const private2 = String.fromCharCode(0xe0_01);

describe('what people wrote', () => {
  it.each([
    ['bold marks', '**moi**'],
    ['one bold mark', '**'],
    ['single stars and lines', '*a* _b_ ~c~ `d`'],
    ['braces', '{ $name } { agency }'],
    ['a broken placeable', '{'],
    ['tags', '<b>x</b> & <a href="x">'],
    ['the mark of the first place', private1],
    ['the mark of another place', `${private2}${private1}`],
    ['a term and a comment', '-term = x\n# y'],
    ['several lines', 'a\n\n .b\n  [one] c'],
    ['nothing', ''],
  ])('when it holds %s, arrives letter for letter and changes no look but its own place', (_case, words) => {
    const shown = fr.say('link-done', { artist: words });
    const bold = shown.filter((span) => span.style === 'bold');
    expect(charactersOf(bold)).toBe(words);
    const [before, after] = fr.label('link-done', { artist: '|' }).split('|');
    expect(charactersOf(shown)).toBe(`${before ?? ''}${words}${after ?? ''}`);
  });

  it('whatever two people are called, each name stands in its own place', () => {
    const odd = fc.string({ unit: fc.constantFrom('a', '*', '{', '}', '$', private1, private2, '\n', '😀', '’') });
    const empty = fr.label('joined', { name: '|', agency: '|' });
    fc.assert(
      fc.property(odd, odd, (name, agency) => {
        const [before = '', between = '', after = ''] = empty.split('|');
        expect(fr.label('joined', { name, agency })).toBe(`${before}${name}${between}${agency}${after}`);
      }),
    );
  });

  it('when a link or sealed words are put in, they keep what they are and are not run together with our own', () => {
    const sealed = { text: '', sealed: { value: 'v1.x', record: 'vault:1' } };
    const name: Text = [{ text: 'Tom', link: 'https://t.me/tom' }, sealed];
    const shown = fr.say('joined', { name, agency: 'X' });
    expect(shown).toContainEqual({ text: 'Tom', link: 'https://t.me/tom' });
    expect(shown).toContainEqual(sealed);
  });

  it('when something with a look of its own stands in a bold place, it keeps its look', () => {
    const shown = fr.say('link-done', { artist: [{ text: 'x', style: 'mono' }] });
    expect(shown).toContainEqual({ text: 'x', style: 'mono' });
  });
});

describe('numbers', () => {
  it('when something is counted, the plural is the language’s own: French says one for zero, English does not', () => {
    expect(fr.label('inbox', { count: 0 })).toBe(fr.label('inbox', { count: 1 }));
    expect(fr.label('inbox', { count: 2 })).toContain('2');
    const en = textsOf('en');
    expect(en.label('inbox', { count: 0 })).toContain('0');
    expect(en.label('inbox', { count: 1 })).toBe('One notification:');
  });

  it('when a reference or year is given as words, it is shown without separators', () => {
    expect(fr.label('apology', { reference: '1804680000000' })).toContain('1804680000000');
  });
});

describe('faults of ours', () => {
  it('when a text does not exist, says so instead of showing its name to somebody', () => {
    expect(() => fr.say('no-such-text')).toThrow(expect.objectContaining({ code: 'texts.missing' }));
  });

  it('when something a text needs is left out, says so instead of showing braces to somebody', () => {
    expect(() => fr.say('joined', { name: 'Léa' })).toThrow(expect.objectContaining({ code: 'texts.unfilled' }));
  });

  it('when any text is filled with all it takes, no brace, mark or star is left', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (const { key, takes } of messagesOf(locale)) {
        const args = Object.fromEntries(takes.map((name) => [name, name === 'count' ? 3 : 'X']));
        expect([key, /[{}*]|[\uE000-\uF8FF]/.test(textsOf(locale).label(key, args))]).toEqual([key, false]);
      }
    }
  });
});
