import type { DealLine } from '../../../domain/booking-words/index.ts';
import { saidDays, saidMatch } from './known.ts';

function vhrOf(vhr: NonNullable<DealLine['vhr']>): string {
  const parts = [vhr.travel ? 'v' : '', vhr.lodging ? 'h' : '', vhr.meals ? 'r' : ''].join('');
  return `vhr=${parts === '' ? 'none' : parts}${vhr.people === null ? '' : `x${String(vhr.people)}`}`;
}

/** Everything a deal line says, in one line: artist, venue, days, then the fields that are not empty. */
export function saidDeal(deal: DealLine): string {
  const { price, exclusivity, embargo, times } = deal;
  const clock = Object.entries(times).flatMap(([slot, time]) => (time === null ? [] : [`${slot}=${time}`]));
  return [
    saidMatch(deal.artist),
    saidMatch(deal.venue),
    saidDays(deal.days),
    price === null ? null : `${String(price.cents / 100)}${price.basis ?? ''}`,
    deal.vat === null ? null : `vat=${String(deal.vat)}`,
    deal.kind,
    deal.employer === null ? null : `by=${deal.employer}`,
    deal.entry,
    deal.vhr === null ? null : vhrOf(deal.vhr),
    ...clock,
    deal.rank === null ? null : `rank=${String(deal.rank)}`,
    deal.validUntil === null ? null : `until=${deal.validUntil}`,
    embargo === null ? null : `embargo=${embargo.until ?? 'open'}`,
    exclusivity === null ? null : `exclu=${String(exclusivity.km)}km/${String(exclusivity.weeks)}w`,
    deal.conditions === null ? null : `if=${deal.conditions}`,
    deal.firm ? 'firm' : null,
    ...deal.leftovers.map((left) => `left=${left}`),
  ]
    .filter((part) => part !== null && part !== '')
    .join('; ');
}
