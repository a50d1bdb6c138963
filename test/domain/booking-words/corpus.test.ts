import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  readAvailabilityQuestion,
  readBookingSentence,
  readDealLine,
  readPipelineFilter,
} from '../../../domain/booking-words/index.ts';
import { corpus as spokenDays } from '../spoken-days/corpus.ts';
import { contextOf, known } from './known.ts';
import { saidDeal } from './said-deal.ts';
import { saidFilter, saidSentence } from './said-others.ts';

const rowSchema = z.strictObject({ text: z.string(), locale: z.enum(['fr', 'en']).default('fr'), says: z.string() });

function rows(file: string): z.infer<typeof rowSchema>[] {
  return z.array(rowSchema).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'corpus', file), 'utf8')));
}

describe('deal lines', () => {
  test.each(rows('deal-lines.json'))('« $text » says « $says »', ({ text, locale, says }) => {
    expect(saidDeal(readDealLine(text, known, contextOf(locale)))).toBe(says);
  });

  test('every venue of the agency written with its town is found, whatever its name looks like', () => {
    const missed = known.venues.filter(({ id, name, town }) => {
      const deal = readDealLine(
        `gribitch ${name.toLowerCase()} ${town.toLowerCase()} 13/3 1800ht`,
        known,
        contextOf('fr'),
      );
      const days = deal.days.type === 'days' ? deal.days.days.join() : '';
      return deal.venue.type !== 'one' || deal.venue.id !== id || days !== '2027-03-13' || deal.leftovers.length > 0;
    });
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test('every act of the agency is found on either side of the place', () => {
    const missed = known.artists.filter(({ id, name }) =>
      [`${name} la vapeur 13/3`, `la vapeur ${name} 13/3`].some((text) => {
        const { artist, venue } = readDealLine(text, known, contextOf('fr'));
        return artist.type !== 'one' || artist.id !== id || venue.type !== 'one';
      }),
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test('names with curly quotes, capitals and spaces that do not break are the same names', () => {
    const { artist, venue, price } = readDealLine(
      'LES SŒURS\u00A0VANNEAU L’UBU 13/3 1\u202F800\u00A0€ HT',
      known,
      contextOf('fr'),
    );
    expect([artist, venue, price]).toEqual([
      { type: 'one', id: 'les-soeurs-vanneau' },
      { type: 'one', id: 'l-ubu-rennes' },
      { cents: 180_000, basis: 'ht' },
    ]);
  });

  test('a venue called « Le 12 » is not read into a date', () => {
    const venues = [...known.venues, { id: 'le-12', name: 'Le 12', town: 'Lens', region: 'Hauts-de-France' }];
    const venueOf = (text: string): unknown => readDealLine(text, { ...known, venues }, contextOf('fr')).venue;
    expect(venueOf('gribitch le 12 août 1800ht')).toEqual({ type: 'none' });
    expect(venueOf('gribitch 12 août')).toEqual({ type: 'none' });
    expect(venueOf('gribitch au 12 le 13 mars')).toEqual({ type: 'one', id: 'le-12' });
  });

  test('a line too long to be one hands back what lies beyond', () => {
    const { leftovers } = readDealLine(`gribitch le fil 13/3 ${'bla '.repeat(80)}zorglub`, known, contextOf('fr'));
    expect(leftovers.at(-1)).toContain('zorglub');
  });
});

describe('pipeline filters', () => {
  test.each(rows('filters.json'))('« $text » says « $says »', ({ text, locale, says }) => {
    expect(saidFilter(readPipelineFilter(text, known, contextOf(locale)))).toBe(says);
  });
});

describe("bookers' sentences", () => {
  test.each(rows('sentences.json'))('« $text » says « $says »', ({ text, locale, says }) => {
    expect(saidSentence(readBookingSentence(text, known, contextOf(locale)))).toBe(says);
  });

  test.each(rows('no-sentences.json'))('« $text » is none', ({ text, locale }) => {
    expect(readBookingSentence(text, known, contextOf(locale))).toBeNull();
  });

  test('what people say of their own days is neither a sentence nor a question about an act', () => {
    const fired = spokenDays().flatMap(({ locale, phrases }) =>
      phrases.filter(
        ({ text }) =>
          readBookingSentence(text, known, contextOf(locale)) !== null ||
          readAvailabilityQuestion(text, known, contextOf(locale)) !== null,
      ),
    );
    expect(fired.map(({ text }) => text)).toEqual([]);
  });

  test('a place named in another town is offered, not taken', () => {
    expect(readBookingSentence('le fil nantes confirme', known, contextOf('fr'))?.venue).toEqual({
      type: 'several',
      ids: ['le-fil-saint-etienne'],
    });
  });
});
