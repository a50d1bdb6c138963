import { stretchOf, take } from './line.ts';
import type { Line, Stretch } from './line.ts';
import type { PriceSaid } from './types.ts';

/** An amount in a line, or what kept it from being one. */
export interface PriceFound {
  readonly line: Line;
  readonly price: PriceSaid | null;
  /** Where its first number stands alone before a space (« le 13 800 € »): it may be a day. */
  readonly doubtful: Stretch | null;
  readonly vat: number | null;
  /** Amounts that contradict each other or are not in euros: handed back as typed. */
  readonly refused: readonly Stretch[];
}

const NUMBER = String.raw`(?<![\d\p{L}/:.,-])(?:(\d{1,3}(?:[ .]\d{3})+|\d+)(?:[.,](\d{1,2}))?)(?!\d)`;
const TAX = String.raw`(?:h\.?t\.?(?:v\.?a\.?)?|ttc|t\.t\.c\.?|hors taxes?|hors tva|toutes taxes(?: comprises)?|(?:ex|excl|excluding|plus|\+)\.? ?(?:vat|tva|tax)|(?:inc|incl|including)\.? ?(?:vat|tva|tax)|(?:tva|vat) (?:comprise|incluse|included)|before tax|after tax|net of vat)`;
const UNIT = String.raw`(?:€|euros?|eur|e|balles)`;
const END = String.raw`(?![\p{L}\d])`;
const WITH_UNIT = new RegExp(
  `${NUMBER}\\s?(?:(?<kilo>k)(?<hundreds>\\d)?)?\\s?(?<unit>${UNIT})?\\s?(?<tax>${TAX})?${END}`,
  'gu',
);
const UNIT_FIRST = new RegExp(
  `€\\s?(\\d{1,3}(?:[ .,]\\d{3})+|\\d+)(?:[.,](\\d{1,2}))?(?<kilo>k)?(?:\\s?(?<tax>${TAX}))?${END}`,
  'gu',
);
const FOREIGN =
  /(?<![\d\p{L}/:.,])(?:[$£]\s?\d[\d .,]*\d|[$£]\s?\d|\d[\d .,]*k?\s?(?:chf|francs?|usd|gbp|dollars?|pounds?|livres|[$£]))(?![\p{L}\d])/gu;
const RATE = String.raw`(\d{1,2})(?:[.,](\d{1,2}))?`;
const VAT = [
  new RegExp(
    String.raw`(?<!\p{L})(?:\+ ?)?(?:tva|vat)(?: (?:a|at|de|of))? ?:? ?${RATE} ?%?(?![\d\p{L}/:]|[.,]\d)`,
    'u',
  ),
  new RegExp(String.raw`(?<![\d\p{L}/.,])${RATE} ?% ?(?:de |of )?(?:tva|vat)(?!\p{L})`, 'u'),
];
const NO_VAT = /(?<!\p{L})(?:sans tva|pas de tva|no vat|zero vat|exoneree?s? de tva|vat exempt)(?!\p{L})/u;
const USUAL_RATE = /(?<![\d\p{L}/.,])(5[.,]5|20|2[.,]1|10) ?%(?![\d\p{L}])/u;
const LARGEST = 10_000_000;

function centsOf(
  whole: string,
  decimals: string | undefined,
  kilo: boolean,
  hundreds: string | undefined,
): number | null {
  const units = Number(whole.replaceAll(/[ .,]/g, ''));
  const fraction = decimals === undefined ? 0 : Number(decimals) / 10 ** decimals.length;
  const euros = kilo ? (units + fraction) * 1000 + Number(hundreds ?? 0) * 100 : units + fraction;
  return Number.isFinite(euros) && euros <= LARGEST ? Math.round(euros * 100) : null;
}

function basisOf(tax: string | undefined): PriceSaid['basis'] {
  if (tax === undefined) return null;
  return /^(?:ttc|t\.t|toutes|inc|after)|comprise|incluse|included/.test(tax) ? 'ttc' : 'ht';
}

function takeVat(line: Line): { readonly line: Line; readonly vat: number | null } {
  const none = NO_VAT.exec(line.flat);
  if (none !== null) return { line: take(line, stretchOf(none)), vat: 0 };
  for (const pattern of [...VAT, USUAL_RATE]) {
    const match = pattern.exec(line.flat);
    if (match === null) continue;
    const [first = '0', second = ''] = [match[1]?.split(/[.,]/)[0], match[2] ?? match[1]?.split(/[.,]/)[1]];
    return { line: take(line, stretchOf(match)), vat: Number(first) * 100 + Number(second.padEnd(2, '0').slice(0, 2)) };
  }
  return { line, vat: null };
}

/** A number that stands alone before three figures and could be a day of the month. */
function doubtOf(match: RegExpExecArray): Stretch | null {
  const [, lead] = /^(\d{1,2}) \d{3}(?!\d| \d)/.exec(match[0]) ?? [];
  return lead !== undefined && Number(lead) >= 1 && Number(lead) <= 31 ? stretchOf(match) : null;
}

const DAY_WORD =
  /(?:^|[^\p{L}])(?:le|les|du|au|et|the|on|lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|\p{L}+day)\s$|(?:^|[^\d\s])\s?(?:january|february|march|april|may|june|july|august|september|october|november|december)\s$/u;

function isBehindDayWord(line: Line, at: number): boolean {
  return DAY_WORD.test(line.flat.slice(0, at));
}

/** Everything that can only be an amount: with a currency, a tax word or a « k ». */
export function takePrice(given: Line): PriceFound {
  let line = given;
  const refused: Stretch[] = [];
  for (const match of line.flat.matchAll(FOREIGN)) refused.push(stretchOf(match));
  line = refused.reduce((rest, one) => take(rest, one), line);
  const taxed = takeVat(line);
  line = taxed.line;
  const found = [...line.flat.matchAll(WITH_UNIT), ...line.flat.matchAll(UNIT_FIRST)].flatMap((match) => {
    const { kilo, hundreds, unit, tax } = match.groups ?? {};
    const ordinal = unit === 'e' && (match[1] ?? '').length < 3;
    const bare = kilo === undefined && unit === undefined && tax === undefined;
    if (ordinal || (bare && !match[0].startsWith('€'))) return [];
    const cents = centsOf(match[1] ?? '', match[2], kilo !== undefined, hundreds);
    return cents === null ? [] : [{ at: stretchOf(match), cents, basis: basisOf(tax), doubt: doubtOf(match) }];
  });
  const [first, second] = found;
  line = found.reduce((rest, { at }) => take(rest, at), line);
  const stuck = first !== undefined && first.doubt !== null && isBehindDayWord(given, first.at.from);
  if (first === undefined || second !== undefined || stuck)
    return { line, price: null, doubtful: null, vat: taxed.vat, refused: [...refused, ...found.map(({ at }) => at)] };
  return { line, price: { cents: first.cents, basis: first.basis }, doubtful: first.doubt, vat: taxed.vat, refused };
}

const BARE = new RegExp(
  `${NUMBER}(?![\\p{L}%€$£/:]| ?(?:places?|pers|personnes|pax|people|seats|cap|km|jours?|days?|semaines?|weeks?|h\\b|min))`,
  'gu',
);
const COUNTED =
  /(?:jauge|capacite|capacity|cap|public|places\s?(?=:)|tel|n°|no|numero|deal|salle|lot|entre|between|code)\s?:?\s?$/u;

/** A bare number of three figures or more, when there is one only; years and capacities are none. */
export function takeBarePrice(line: Line): { readonly line: Line; readonly price: PriceSaid | null } {
  const found = [...line.flat.matchAll(BARE)].filter((match) => {
    const figures = (match[1] ?? '').replaceAll(/\D/g, '').length;
    return figures >= 3 && figures <= 7 && !COUNTED.test(line.flat.slice(0, match.index));
  });
  const [match, second] = found;
  if (match === undefined || second !== undefined) return { line, price: null };
  const range = /^\s?(?:a|et|ou|or|to|and|-)\s?$/u.test(line.flat.slice(stretchOf(match).to).split(/\d/)[0] ?? '');
  const cents = centsOf(match[1] ?? '', match[2], false, undefined);
  return cents === null || range
    ? { line, price: null }
    : { line: take(line, stretchOf(match)), price: { cents, basis: null } };
}
