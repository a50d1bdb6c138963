import { type Artist } from './artist.ts';
import { type DealTerms } from './deal-terms.ts';
import { share, type Money } from './money.ts';

/** What an agent may take of an artist's gross wage at most, in hundredths of a percent (Code du travail, D7121-7). */
const commissionCap = 1000;

/** What is left of a deal, in whole cents; negative when it costs more than it brings. */
export interface Margin {
  readonly cents: number;
  readonly plateau: number;
  readonly road: number;
}

/**
 * Price before tax, less the wages of the cast when the agency pays them, less the road there and back unless the organiser
 * provides the travel. Null while the price or the costs are unknown, or when nothing is sold. Indicatif.
 */
export function marginOf(terms: DealTerms, artist: Pick<Artist, 'costs'>, kilometres: number | null): Margin | null {
  const { price, vhr, employer } = terms;
  if (price === null || artist.costs === null) return null;
  const plateau = employer === 'agency' ? artist.costs.plateau.cents : 0;
  const road = vhr?.travel === true || kilometres === null ? 0 : artist.costs.perKm.cents * Math.round(kilometres) * 2;
  return { cents: price.cents - plateau - road, plateau, road };
}

/** An amount with the name of what it is a share of. */
export interface Share {
  readonly amount: Money;
  readonly rate: number;
  readonly base: 'price' | 'margin' | 'wages';
}

/** The booker's prime on a deal; null while its base is unknown, nothing of a margin that is not there. */
export function primeOf(terms: DealTerms, artist: Pick<Artist, 'prime'>, margin: Margin | null): Share | null {
  const { rate, base } = artist.prime;
  const of = base === 'price' ? (terms.price?.cents ?? null) : (margin?.cents ?? null);
  if (of === null) return null;
  return { amount: { cents: share(Math.max(0, of), rate), currency: 'EUR' }, rate, base };
}

/**
 * The agency's commission as the artists' agent: only where the organiser employs the cast, and never above the cap. An agency
 * that produces pays the wages itself and takes nothing from them.
 */
export function commissionOf(terms: DealTerms, artist: Pick<Artist, 'commission'>): Share | null {
  if (terms.employer !== 'organiser' || terms.price === null) return null;
  const rate = Math.min(artist.commission, commissionCap);
  return { amount: { cents: share(terms.price.cents, rate), currency: 'EUR' }, rate, base: 'wages' };
}
