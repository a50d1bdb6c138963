import type { Context } from '../spoken-days/index.ts';
import type { Day } from '../day.ts';
import { takeTimes } from './clock-times.ts';
import { distinctDays, named, takeDays } from './days.ts';
import { takeEmployer, takeEntry, takeExclusivity, takeFirm, takeKind, takeRank } from './deal-words.ts';
import { takeVhr } from './hospitality.ts';
import { leftoversOf, lineOf, quote, take } from './line.ts';
import type { Line, Stretch } from './line.ts';
import { findNames, matchOf, placeOf } from './places.ts';
import { takeBarePrice, takePrice } from './price.ts';
import type { PriceFound } from './price.ts';
import type { DaysFound, DealLine, Known, PriceSaid } from './types.ts';
import { takeConditions, takeEmbargo, takeValidity } from './until.ts';

/** More days in one line are a period, of which one is meant. */
const MOST_DAYS = 7;

/** Parts of the day other than the evening are not part of a deal's day: handed back. */
function oddParts(spans: readonly { readonly parts: readonly { readonly part: unknown }[] }[]): boolean {
  return spans.some(({ parts }) => parts.some(({ part }) => part !== 'day' && part !== 'evening'));
}

interface Dated {
  readonly line: Line;
  readonly days: DaysFound;
  readonly first: number;
  readonly odd: readonly Stretch[];
}

function dated(given: Line, context: Context): Dated {
  const { line, spans } = takeDays(given, context);
  const odd = oddParts(spans) ? spans.map(({ from, to }) => ({ from, to })) : [];
  return { line, days: named(spans, MOST_DAYS), first: spans[0]?.from ?? given.flat.length, odd };
}

/** The price, unless its first number may as well be the missing day. */
function priceOf(
  priced: PriceFound,
  days: DaysFound,
  bare: PriceSaid | null,
): { readonly price: PriceSaid | null; readonly refused: readonly Stretch[] } {
  if (priced.doubtful !== null && days.type === 'none')
    return { price: null, refused: [...priced.refused, priced.doubtful] };
  return { price: priced.price ?? bare, refused: priced.refused };
}

/** « 13 mars jusqu'au 15 mars »: an option that ends after the day it is for is more likely the end of a run. */
function isLate(until: Day | null, days: DaysFound): boolean {
  const first = days.type === 'days' ? days.days[0] : distinctDays(days.type === 'ask' ? days.ask.understood : [])[0];
  return until !== null && first !== undefined && until > first;
}

/**
 * Reads one line about a deal (« gribitch le fil 13/3 1800ht +vhr 2e option »). Each reader takes its words away before the
 * next one looks, the surest first; what nobody took comes back in `leftovers`. Never throws.
 */
export function readDealLine(text: string, known: Known, context: Context): DealLine {
  const { line: start, beyond } = lineOf(text);
  const conditions = takeConditions(start);
  const names = findNames(conditions.line, known);
  const embargo = takeEmbargo(names.line, context);
  const exclusivity = takeExclusivity(embargo.line);
  const validity = takeValidity(exclusivity.line, context);
  const priced = takePrice(validity.line);
  const ranked = takeRank(priced.line);
  const vhr = takeVhr(ranked.line);
  const times = takeTimes(vhr.line);
  const { line: undated, days, first, odd } = dated(times.line, context);
  const bare =
    priced.price === null && priced.refused.length === 0 ? takeBarePrice(undated) : { line: undated, price: null };
  const kind = takeKind(bare.line);
  const employer = takeEmployer(kind.line);
  const entry = takeEntry(employer.line);
  const firm = takeFirm(entry.line, ranked.option);
  const place = placeOf({ ...names, line: firm.line }, known, first);
  const { price, refused } = priceOf(priced, days, bare.price);
  const late = isLate(validity.day, days);
  const limit = late && validity.day !== null ? [lateQuote(exclusivity.line, validity.line)] : [];
  return {
    artist: matchOf(names.artists),
    venue: place.venue,
    days,
    price,
    vat: priced.vat,
    kind: kind.value,
    employer: employer.value,
    entry: entry.value,
    vhr: vhr.vhr,
    times: times.times,
    rank: ranked.rank,
    validUntil: late ? null : validity.day,
    embargo: embargo.embargo,
    exclusivity: exclusivity.exclusivity,
    conditions: conditions.conditions,
    firm: firm.firm,
    leftovers: [
      ...leftoversOf(place.line, beyond),
      ...limit,
      ...[...refused, ...times.unread, ...odd].map((one) => quote(start, one)),
    ],
  };
}

/** What the reading of the validity took, as typed. */
function lateQuote(before: Line, after: Line): string {
  const from = after.flat.split('').findIndex((char, at) => char !== before.flat[at]);
  const to = after.flat.split('').findLastIndex((char, at) => char !== before.flat[at]);
  return quote(take(before, { from: 0, to: 0 }), { from, to: to + 1 });
}
