import { type Show } from './date-booking.ts';
import { type Lead } from './lead.ts';

/** A fact about a date that should be known by now. */
export type MissingFact = 'arrival' | 'soundcheck' | 'set' | 'end' | 'price' | 'vhr' | 'entry' | 'contract';

/**
 * What is not known yet about a confirmed date: its hours, and what its deal leaves open. A showcase has no price and nobody
 * employs its cast; a date that was never written down as a deal is judged by its hours alone.
 */
export function missingFacts(show: Show, lead: Lead | null): MissingFact[] {
  const hours = (['arrival', 'soundcheck', 'set', 'end'] as const).filter((key) => show[key] === null);
  if (lead === null) return hours;
  const { kind, price, vhr, entry } = lead.terms;
  return [
    ...hours,
    ...(price === null && kind !== 'showcase' ? (['price'] as const) : []),
    ...(vhr === null ? (['vhr'] as const) : []),
    ...(entry === null ? (['entry'] as const) : []),
    ...(lead.status === 'contract-signed' || kind === 'showcase' ? [] : (['contract'] as const)),
  ];
}
