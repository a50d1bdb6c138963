import { z } from 'zod';
import { dealTermsSchema, employerOf, noTimes, vatOf, type DealTerms } from '../../domain/deal-terms.ts';
import { idSchema } from '../../domain/ids.ts';
import { type Lead } from '../../domain/lead.ts';
import { daySchema } from '../../domain/schemas.ts';
import { type DealLine } from '../../domain/booking-words/index.ts';

/** What is known so far of a deal being written down; what is missing is asked for. */
export const dealFieldsSchema = z.strictObject({
  /** The opportunity that is taken up again, and its option that stays. */
  lead: idSchema.nullable(),
  keepsHold: idSchema.nullable(),
  artist: idSchema.nullable(),
  /** Several acts fit the words: to choose from. */
  artistChoices: z.array(idSchema),
  venue: idSchema.nullable(),
  venueChoices: z.array(idSchema),
  /** A place nobody has met yet: it is created with the deal. */
  newVenue: z.strictObject({ name: z.string(), town: z.string().nullable() }).nullable(),
  day: daySchema.nullable(),
  /** Several days fit the words, or were named. */
  dayChoices: z.array(daySchema),
  /** The booker was told what stands against the day and keeps it. */
  keepsDay: z.boolean(),
  terms: dealTermsSchema,
  /** « à négocier »: the price was asked for and left open. */
  priceLeftOpen: z.boolean(),
  entryLeftOpen: z.boolean(),
  rank: z.number().int().min(1).max(9).nullable(),
  validUntil: daySchema.nullable(),
  lot: z.number().int().nullable(),
  /** The organiser confirms: no option first. */
  firm: z.boolean(),
  /** Words nobody understood: shown, never dropped. */
  unread: z.array(z.string()),
  /** What to ask again about the day, in a sentence. */
  dayHint: z.string().nullable(),
});

/** What is known so far of a deal being written down. */
export type DealFields = z.infer<typeof dealFieldsSchema>;

/** Nothing known: a cession, as most dates are. */
export const emptyFields: DealFields = {
  lead: null,
  keepsHold: null,
  artist: null,
  artistChoices: [],
  venue: null,
  venueChoices: [],
  newVenue: null,
  day: null,
  dayChoices: [],
  keepsDay: false,
  terms: {
    kind: 'cession',
    employer: employerOf.cession,
    price: null,
    entry: null,
    vhr: null,
    times: noTimes,
    conditions: null,
    embargo: null,
    exclusivity: null,
  },
  priceLeftOpen: false,
  entryLeftOpen: false,
  rank: null,
  validUntil: null,
  lot: null,
  firm: false,
  unread: [],
  dayHint: null,
};

/** Adds what a line says; what it says anew replaces what was known, what it leaves out stays. */
export function withLine(
  fields: DealFields,
  line: DealLine,
  explainDays: (line: DealLine) => string | null,
): DealFields {
  return withTerms(
    withVenue(withArtist(withDay({ ...fields, unread: [...line.leftovers] }, line, explainDays), line), line),
    line,
  );
}

function withArtist(fields: DealFields, { artist }: DealLine): DealFields {
  if (artist.type === 'one') return { ...fields, artist: artist.id, artistChoices: [] };
  return artist.type === 'several' ? { ...fields, artist: null, artistChoices: [...artist.ids] } : fields;
}

function withVenue(fields: DealFields, { venue }: DealLine): DealFields {
  const none = { venue: null, venueChoices: [], newVenue: null };
  switch (venue.type) {
    case 'one':
      return { ...fields, ...none, venue: venue.id };
    case 'several':
      return { ...fields, ...none, venueChoices: [...venue.ids] };
    case 'new':
      // A known place is not given up for words that may not be one.
      if (fields.venue !== null) return { ...fields, unread: [...fields.unread, venue.name] };
      return { ...fields, ...none, venueChoices: [...venue.like], newVenue: { name: venue.name, town: venue.town } };
    case 'none':
      return fields;
  }
}

function withDay(fields: DealFields, line: DealLine, explainDays: (line: DealLine) => string | null): DealFields {
  if (line.days.type === 'none') return fields;
  const none = { day: null, dayChoices: [], keepsDay: false, dayHint: null };
  if (line.days.type === 'ask') return { ...fields, ...none, dayHint: explainDays(line) };
  const [only, second] = line.days.days;
  if (only === undefined) return fields;
  return second === undefined
    ? { ...fields, ...none, day: only }
    : { ...fields, ...none, dayChoices: [...line.days.days].slice(0, 8) };
}

function withTerms(fields: DealFields, line: DealLine): DealFields {
  const { terms } = fields;
  const kind = line.kind ?? terms.kind;
  const employer = line.employer ?? (line.kind === null ? terms.employer : employerOf[kind]);
  const merged: DealTerms = {
    kind,
    employer,
    price: priceOf(line, terms, kind),
    entry: line.entry ?? terms.entry,
    vhr: line.vhr ?? terms.vhr,
    times: mergeTimes(terms.times, line.times),
    conditions: line.conditions ?? terms.conditions,
    embargo: line.embargo ?? terms.embargo,
    exclusivity: line.exclusivity ?? terms.exclusivity,
  };
  return {
    ...fields,
    terms: merged,
    rank: line.rank ?? fields.rank,
    validUntil: line.validUntil ?? fields.validUntil,
    firm: line.firm || fields.firm,
  };
}

function mergeTimes(known: DealTerms['times'], said: DealTerms['times']): DealTerms['times'] {
  return {
    arrival: said.arrival ?? known.arrival,
    soundcheck: said.soundcheck ?? known.soundcheck,
    doors: said.doors ?? known.doors,
    set: said.set ?? known.set,
    end: said.end ?? known.end,
  };
}

/** A price said with tax is kept before tax, since that is what is negotiated and invoiced on. */
function priceOf(line: DealLine, terms: DealTerms, kind: DealTerms['kind']): DealTerms['price'] {
  const vat = line.vat ?? (line.kind === null ? (terms.price?.vat ?? vatOf[kind]) : vatOf[kind]);
  if (line.price === null) return terms.price === null ? null : { ...terms.price, vat };
  const { cents, basis } = line.price;
  const before = basis === 'ttc' ? Math.round((cents * 10_000) / (10_000 + vat)) : cents;
  return { cents: before, currency: 'EUR', vat };
}

/** What is still missing, in the order in which it is asked. */
export type Missing = 'artist' | 'venue' | 'town' | 'day' | 'price' | 'entry' | null;

/** The next thing to ask for; null when the recap can be shown. */
export function missingIn(fields: DealFields): Missing {
  if (fields.artist === null) return 'artist';
  if (fields.venue === null && fields.newVenue === null) return 'venue';
  if (fields.venue === null && fields.newVenue?.town === null) return 'town';
  if (fields.day === null) return 'day';
  if (fields.terms.price === null && !fields.priceLeftOpen && fields.terms.kind !== 'showcase') return 'price';
  if (fields.terms.entry === null && !fields.entryLeftOpen) return 'entry';
  return null;
}

/** An opportunity as the conversation about a deal knows it. */
export function fieldsOf(lead: Lead): DealFields {
  return {
    ...emptyFields,
    lead: lead.id,
    artist: lead.artist,
    venue: lead.venue,
    day: lead.day,
    terms: lead.terms,
    lot: lead.lot,
    keepsHold: lead.hold,
    entryLeftOpen: lead.terms.entry === null,
  };
}
