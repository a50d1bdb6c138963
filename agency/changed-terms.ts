import { charactersOf, type Text } from '../core/text.ts';
import { type Texts } from '../core/texts.ts';
import { type Services } from '../core/turn.ts';
import { type DealTerms } from '../domain/deal-terms.ts';
import { formatMoney, formatRate } from '../domain/money.ts';
import { dayName, timesText, vhrText } from './wording.ts';

/** What can be changed of the terms, in the order in which it is told. */
const parts = ['price', 'kind', 'employer', 'entry', 'vhr', 'times', 'conditions', 'embargo', 'exclusivity'] as const;

/** « Prix : 1 800 € HT → **1 700 € HT** », a line for each of the terms that differs; none where nothing does. */
export function changedTerms(services: Services, texts: Texts, before: DealTerms, after: DealTerms): Text[] {
  return parts.flatMap((part): Text[] => {
    if (JSON.stringify(before[part]) === JSON.stringify(after[part])) return [];
    const taxed = before.price?.vat !== after.price?.vat;
    const valueIn = (terms: DealTerms): string =>
      part === 'price' ? priceOf(texts, terms, taxed) : valueOf(services, texts, terms, part);
    const what = texts.label(`deal-term-${part}`);
    return [
      texts.say('deal-term-change', { what, from: valueIn(before), to: [{ text: valueIn(after), style: 'bold' }] }),
    ];
  });
}

/** The same in one line of plain words, as the history of a deal keeps it. */
export function changedTermsLine(services: Services, texts: Texts, before: DealTerms, after: DealTerms): string {
  return changedTerms(services, texts, before, after)
    .map((line) => charactersOf(line))
    .join(' ; ')
    .slice(0, 1000);
}

function valueOf(
  services: Services,
  texts: Texts,
  terms: DealTerms,
  part: Exclude<(typeof parts)[number], 'price'>,
): string {
  const none = texts.label('deal-term-none');
  switch (part) {
    case 'kind':
    case 'employer':
      return texts.label(`deal-${part}-${terms[part]}`);
    case 'entry':
      return terms.entry === null ? none : texts.label(`deal-entry-choice-${terms.entry}`);
    case 'vhr':
      return vhrText(terms.vhr, texts).replace(/^\s*\+?\s*/u, '') || none;
    case 'times':
      return timesText(terms.times, texts) || none;
    case 'conditions':
      return terms.conditions ?? none;
    case 'embargo':
      return embargoOf(services, texts, terms) ?? none;
    case 'exclusivity':
      return terms.exclusivity === null ? none : texts.label('deal-exclusivity', { ...terms.exclusivity });
  }
}

/** « 1 800 € HT », with its rate where that differs as well. */
function priceOf(texts: Texts, { price }: DealTerms, taxed: boolean): string {
  if (price === null) return texts.label('deal-term-none');
  const amount = formatMoney(price, texts.locale);
  if (taxed) return texts.label('deal-term-price-rate', { amount, rate: formatRate(price.vat, texts.locale) });
  return price.vat === 0 ? amount : texts.label('deal-term-price-before-tax', { amount });
}

function embargoOf(services: Services, texts: Texts, { embargo }: DealTerms): string | null {
  if (embargo === null) return null;
  return embargo.until === null
    ? texts.label('deal-embargo')
    : texts.label('deal-embargo-until', { day: dayName(services, texts, embargo.until) });
}
