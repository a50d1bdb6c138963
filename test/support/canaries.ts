/** A private number as somebody might write it, and what must be found nowhere in clear. */
export interface Canary {
  readonly said: string;
  /** Letters and digits alone, in capitals. */
  readonly bare: string;
  readonly what: 'iban' | 'social-security' | 'token';
}

const ibans = [
  'FR7630006000011234567890189',
  'FR1420041010050500013M02606',
  'DE89370400440532013000',
  'BE68539007547034',
  'GB29NWBK60161331926819',
  'ES9121000418450200051332',
  'CH9300762011623852957',
  'NL91ABNA0417164300',
];
const numbers = ['185057800608436', '285052A00608421', '190097812345678', '199129912345611', '2690549588157'];
const tokens = ['7000000123:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX'];

const full = (text: string): string =>
  text.replaceAll(/[!-~]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0));
const groups = (text: string, size: number, gap: string): string =>
  (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(gap);
const nir = (text: string, gap: string): string =>
  [
    [0, 1],
    [1, 3],
    [3, 5],
    [5, 7],
    [7, 10],
    [10, 13],
    [13, 15],
  ]
    .map(([from, to]) => text.slice(from, to))
    .filter((part) => part !== '')
    .join(gap);

const ibanSpellings: readonly ((iban: string) => string)[] = [
  (iban) => iban,
  (iban) => groups(iban, 4, ' '),
  (iban) => iban.toLowerCase(),
  (iban) => groups(iban.toLowerCase(), 4, ' '),
  (iban) => groups(iban, 4, '\u00A0'),
  (iban) => groups(iban, 4, '-'),
  (iban) => groups(iban, 4, '  '),
  (iban) => full(iban),
  (iban) => groups(iban, 3, '\u200B'),
  (iban) => groups(iban, 1, '\u2060'),
  (iban) => groups(iban, 4, ' \u200D'),
  (iban) => `mon IBAN : ${groups(iban, 4, ' ')}, merci`,
  (iban) => `IBAN${iban}`,
  (iban) => groups(iban, 4, '\n'),
  (iban) => groups(iban, 4, '_'),
  (iban) => groups(iban, 4, '\uFE0F'),
];
const numberSpellings: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => nir(number, ' '),
  (number) => nir(number, '.'),
  (number) => nir(number, '-'),
  (number) => nir(number, '\u202F'),
  (number) => nir(number, '  '),
  (number) => full(number),
  (number) => groups(number, 2, '\u200B'),
  (number) => `n° sécu : ${nir(number, ' ')}.`,
  (number) => number.toLowerCase(),
  (number) => nir(number, '/'),
];

/** One number written in all ways, and all numbers written in some: more than a hundred messages. */
export const canaries: readonly Canary[] = [
  ...ibanSpellings.map((spell): Canary => ({ said: spell(ibans[0] ?? ''), bare: ibans[0] ?? '', what: 'iban' })),
  ...ibans
    .slice(1)
    .flatMap((iban) =>
      [0, 1, 3].map((index): Canary => ({ said: (ibanSpellings[index] ?? String)(iban), bare: iban, what: 'iban' })),
    ),
  ...numberSpellings.map((spell): Canary => ({
    said: spell(numbers[0] ?? ''),
    bare: numbers[0] ?? '',
    what: 'social-security',
  })),
  ...numbers.slice(1).flatMap((number) =>
    [0, 1, 6].map((index): Canary => ({
      said: (numberSpellings[index] ?? String)(number),
      bare: number,
      what: 'social-security',
    })),
  ),
  ...tokens.map((token): Canary => ({
    said: `voilà le token du bot : ${token}`,
    bare: token.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase(),
    what: 'token',
  })),
];

/** Letters and digits of a text in their plain form, so that no spelling hides a number. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\\[nrtu](?:[0-9a-f]{4})?/gi, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}
