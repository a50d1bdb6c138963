import { type Text } from '../core/text.ts';
import { type Texts } from '../core/texts.ts';
import { type Services } from '../core/turn.ts';
import { dayAt, type Day } from '../domain/day.ts';
import { type DealTerms, type Times, type Vhr } from '../domain/deal-terms.ts';
import { formatMoney, formatRate, withTax } from '../domain/money.ts';
import { listDays } from '../domain/spoken-days/index.ts';
import { type Venue } from '../domain/venue.ts';

/** « sam. 13 mars 2027 », the year only when it is not this one. */
export function dayName(services: Services, texts: Texts, day: Day): string {
  return listDays([{ day, part: 'day' }], {
    today: dayAt(services.now, services.agency.timezone),
    locale: texts.locale,
  });
}

/** « le samedi 13 mars 2027 », as letters say it. */
export function letterDay(texts: Texts, day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = new Intl.DateTimeFormat(texts.locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(Date.UTC(year ?? 1970, (month ?? 1) - 1, date ?? 1));
  return texts.label('letter-day', { day: texts.locale === 'fr' ? name.replace(/\b1 /, '1er ') : name });
}

/** « ven. 12, sam. 13 et dim. 14 mars 2027 ». */
export function dayNames(services: Services, texts: Texts, days: readonly Day[]): string {
  return listDays(
    days.map((day) => ({ day, part: 'day' as const })),
    { today: dayAt(services.now, services.agency.timezone), locale: texts.locale },
  );
}

/** « Le Fil (Saint-Étienne) ». */
export function placeName(venue: Pick<Venue, 'name' | 'town'> | null | undefined): string {
  if (venue === null || venue === undefined) return '?';
  return venue.town === '' ? venue.name : `${venue.name} (${venue.town})`;
}

/** « 21 h 30 », "21:30". */
export function spokenTime(time: string, texts: Texts): string {
  const [hours = '', minutes = ''] = time.split(':');
  if (texts.locale === 'fr' && minutes === '00') return `${Number(hours)} h`;
  return texts.label('clock-time', { hours: String(Number(hours)), minutes });
}

/** « arrivée 15 h, balance 16 h, passage 21 h 30 »; empty when nothing is known. */
export function timesText(times: Times, texts: Texts): string {
  return (['arrival', 'soundcheck', 'doors', 'set', 'end'] as const)
    .flatMap((key) => {
      const time = times[key];
      return time === null ? [] : [texts.label(`deal-time-${key}`, { time: spokenTime(time, texts) })];
    })
    .join(', ');
}

/** « Cession 1 800 € HT (1 899 € TTC) + VHR pour 6 ». */
export function termsText(terms: DealTerms, texts: Texts): Text {
  const kind = texts.label(`deal-kind-${terms.kind}`);
  const price: Text =
    terms.price === null
      ? texts.say('deal-price-open', { kind })
      : texts.say(terms.price.vat === 0 ? 'deal-price-untaxed' : 'deal-price', {
          kind,
          price: [{ text: formatMoney(terms.price, texts.locale), style: 'bold' }],
          total: formatMoney(withTax(terms.price), texts.locale),
          rate: formatRate(terms.price.vat, texts.locale),
        });
  return [...price, { text: vhrText(terms.vhr, texts) }];
}

/** « + VHR pour 6 »; empty while nobody spoke of it. */
export function vhrText(vhr: Vhr | null, texts: Texts): string {
  if (vhr === null) return '';
  const parts = [
    ...(vhr.travel ? ['travel'] : []),
    ...(vhr.lodging ? ['lodging'] : []),
    ...(vhr.meals ? ['meals'] : []),
  ];
  if (parts.length === 0) return texts.label('deal-vhr-none');
  const names =
    parts.length === 3
      ? texts.label('deal-vhr-all')
      : new Intl.ListFormat(texts.locale).format(parts.map((part) => texts.label(`deal-vhr-${part}`)));
  return vhr.people === null
    ? texts.label('deal-vhr', { names })
    : texts.label('deal-vhr-people', { names, count: vhr.people });
}

/** Several lines, the empty ones left out. */
export function stacked(lines: readonly (Text | null)[]): Text {
  const shown = lines.filter((line): line is Text => line !== null && line.length > 0);
  return shown.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
}
