import { describe, expect, it } from 'vitest';
import { readSheetLink, sheetLinkKey, signedSheetLink, webLinks } from '../../core/web-links.ts';
import { hour, noon } from '../support/builders.ts';

const secret = '0123456789abcdef'.repeat(4);
const key = sheetLinkKey(secret);
const link = { show: 'gribitch-le-fil', name: 'Karim, chauffeur', until: noon + hour };
const token = signedSheetLink(key, link);

describe('a signed link to a day sheet', () => {
  it('when it is read in time, says which show and for whom', () => {
    expect(readSheetLink(key, token, noon)).toEqual({ type: 'valid', link });
  });

  it('when it is made twice, is the same; for another show, reader or end, another', () => {
    expect(signedSheetLink(key, link)).toBe(token);
    for (const change of [{ show: 'other' }, { name: 'Karima' }, { until: noon }])
      expect(signedSheetLink(key, { ...link, ...change })).not.toBe(token);
  });

  it('when its end has come, is expired, and its signature still has to be right', () => {
    expect(readSheetLink(key, token, noon + hour - 1).type).toBe('valid');
    expect(readSheetLink(key, token, noon + hour)).toEqual({ type: 'expired' });
    expect(readSheetLink(sheetLinkKey('ff'.repeat(32)), token, noon + hour)).toEqual({ type: 'unknown' });
  });

  it('when any one character of it is another, it is nothing', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const altered = token.split('').flatMap((character, index) =>
      alphabet
        .split('')
        .filter((other) => other !== character)
        .map((other) => `${token.slice(0, index)}${other}${token.slice(index + 1)}`),
    );
    expect(altered.length).toBeGreaterThan(5000);
    expect(altered.filter((one) => readSheetLink(key, one, noon).type !== 'unknown')).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['a point', '.'],
    ['without its signature', token.split('.')[0] ?? ''],
    ['with one more part', `${token}.x`],
    ['signed for another purpose', `${token.split('.')[0]}.${token.split('.')[0]}`],
  ])('when it is %s, it is nothing', (_case, given) => {
    expect(readSheetLink(key, given, noon)).toEqual({ type: 'unknown' });
  });

  it('when its claims are replaced and its signature kept, it is nothing', () => {
    const claims = Buffer.from(JSON.stringify(['another-show', link.name, link.until + hour])).toString('base64url');
    expect(readSheetLink(key, `${claims}.${token.split('.')[1]}`, noon)).toEqual({ type: 'unknown' });
  });

  it('when a name is very long or cut within a character, the link still holds', () => {
    const long = signedSheetLink(key, { ...link, name: `${'a'.repeat(79)}🎷${'b'.repeat(200)}` });
    expect(readSheetLink(key, long, noon).type).toBe('valid');
  });
});

describe('the addresses of this installation', () => {
  it('when no public address is set, none is made, and a link of before still reads', () => {
    const none = webLinks(null, secret);
    expect([none.calendar('t'), none.sheet(link)]).toEqual([null, null]);
    expect(none.readSheet(token, noon).type).toBe('valid');
  });

  it('when one is set, they stand under it', () => {
    const links = webLinks('https://regie.test/sous', secret);
    expect(links.calendar('t')).toBe('https://regie.test/sous/calendar/t.ics');
    expect(links.sheet(link)).toBe(`https://regie.test/sous/sheet/${token}`);
  });
});
