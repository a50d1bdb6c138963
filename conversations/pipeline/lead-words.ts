import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt, daysBetween } from '../../domain/day.ts';
import { type Lead, type LeadStatus } from '../../domain/lead.ts';
import { formatMoney } from '../../domain/money.ts';
import { type Venue } from '../../domain/venue.ts';
import { dayName, placeName } from '../../agency/wording.ts';

/** « Relancé ». */
export function statusName(texts: Texts, status: LeadStatus): string {
  return texts.label(`lead-status-${status}`);
}

/** Whole days of the agency since somebody last wrote to or heard from the organiser; since it was noted where nobody did. */
export function silentDays(step: Step, lead: Lead): number {
  const zone = step.agency.timezone;
  return Math.max(0, daysBetween(dayAt(lead.lastContactAt ?? lead.createdAt, zone), dayAt(step.now, zone)));
}

/** « relancé il y a 12 j », « dernier contact hier », « jamais contacté ». */
export function contactWords(step: Step, texts: Texts, lead: Lead): string {
  if (lead.lastContactAt === null) return texts.label('pipeline-contact-none');
  const when = texts.label('pipeline-ago', { count: silentDays(step, lead) });
  const how = lead.status === 'sent' || lead.status === 'chased' || lead.status === 'replied' ? lead.status : 'other';
  return texts.label(`pipeline-contact-${how}`, { when });
}

/** « 1 800 € HT »; null while no price is known. */
export function priceWords(texts: Texts, lead: Lead): string | null {
  const { price } = lead.terms;
  return price === null ? null : texts.label('pipeline-price', { price: formatMoney(price, texts.locale) });
}

/** « 42 · Le Fil (Saint-Étienne) · Gribitch · sam. 13 mars · 1 800 € HT · relancé il y a 12 j ». */
export function leadLine(step: Step, texts: Texts, lead: Lead, names: { artist: string; venue: Venue | null }): Text {
  const parts = [
    placeName(names.venue),
    names.artist,
    lead.day === null ? null : dayName(step, texts, lead.day),
    priceWords(texts, lead),
    contactWords(step, texts, lead),
  ].filter((part) => part !== null);
  return [{ text: String(lead.number), style: 'bold' }, { text: ` · ${parts.join(' · ')}` }];
}

/** Several names in a row, as the language joins them. */
export function listed(texts: Texts, names: readonly string[]): string {
  return new Intl.ListFormat(texts.locale).format(names);
}
