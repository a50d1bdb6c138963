import { z } from 'zod';
import { type Show } from '../date-booking.ts';
import { idSchema } from '../ids.ts';
import { daySchema, timeSchema } from '../schemas.ts';

/** The hours of a show day, in the order in which they usually come. */
export const hourKeys = [
  'call',
  'departure',
  'arrival',
  'load-in',
  'soundcheck',
  'meal',
  'doors',
  'set',
  'end',
  'curfew',
] as const;

/** An hour of a show day. RDV, départ, arrivée, déchargement, balance, repas, portes, passage, fin de son, couvre-feu. */
export type HourKey = (typeof hourKeys)[number];

/** Those of them that decide whom the date occupies when; they stand in the show itself. */
export const showHours = ['arrival', 'soundcheck', 'doors', 'set', 'end'] as const satisfies readonly HourKey[];

/** What else people on the road ask for. */
export const infoKeys = [
  'meeting',
  'address',
  'parking',
  'hotel',
  'rooms',
  'catering',
  'wifi',
  'merch',
  'note',
] as const;

/** What else people on the road ask for. */
export type InfoKey = (typeof infoKeys)[number];

/** Of what people type; the numbers in it are sealed, which makes it longer. */
export const longestWords = 400;
const wordsSchema = z.string().min(1).max(4000);

const legSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,20}$/),
  means: z.enum(['van', 'train', 'plane', 'car', 'other']),
  /** « TGV 6605 »; numbers in it are sealed. */
  label: z.string().max(800).nullable(),
  from: z.string().max(80).nullable(),
  depart: timeSchema.nullable(),
  arrive: timeSchema.nullable(),
  /** Who travels so; empty: everybody. */
  people: z.array(idSchema),
});

/** One way of getting there. */
export type Leg = z.infer<typeof legSchema>;

const crewSchema = z.strictObject({
  /** Null for somebody Régie does not know: they get a link, or are but named. */
  person: idSchema.nullable(),
  name: z.string().min(1).max(80),
  role: z.string().max(80).nullable(),
});

/** Somebody on the road who does not play. */
export type CrewMember = z.infer<typeof crewSchema>;

/** The day sheet (feuille de route) of one show. What is null nobody has said yet: « à confirmer ». */
export const sheetSchema = z.strictObject({
  /** That of the show. */
  id: idSchema,
  artist: idSchema,
  /** Counts what readers may see change; every copy says which one it shows. */
  version: z.number().int().min(1),
  changedAt: z.number().int(),
  changedBy: idSchema.nullable(),
  /** Whom everybody turns to on the day; may change this sheet and no other. */
  regisseur: idSchema.nullable(),
  /** The day on which they leave, when it is not the day of the show. */
  departs: daySchema.nullable(),
  hours: z.strictObject({
    call: timeSchema.nullable(),
    departure: timeSchema.nullable(),
    'load-in': timeSchema.nullable(),
    meal: timeSchema.nullable(),
    curfew: timeSchema.nullable(),
  }),
  /** How long they play, in minutes. */
  setMinutes: z.number().int().min(1).max(720).nullable(),
  info: z.record(z.enum(infoKeys), wordsSchema.nullable()),
  /** The person on site; the number is sealed for this record. */
  contact: z
    .strictObject({
      name: z.string().min(1).max(80),
      role: z.string().max(80).nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  crew: z.array(crewSchema).max(40),
  /** Members of the cast who do not travel with the others. */
  home: z.array(idSchema),
  legs: z.array(legSchema).max(20),
  /** When everybody got it for the first time; null: nobody has. */
  sentAt: z.number().int().nullable(),
});

/** The day sheet of one show. */
export type DaySheet = z.infer<typeof sheetSchema>;

/** A sheet on which nothing stands yet. */
export function blankSheet(show: Pick<Show, 'id' | 'artist'>, at: number): DaySheet {
  return {
    id: show.id,
    artist: show.artist,
    version: 1,
    changedAt: at,
    changedBy: null,
    regisseur: null,
    departs: null,
    hours: { call: null, departure: null, 'load-in': null, meal: null, curfew: null },
    setMinutes: null,
    info: {
      meeting: null,
      address: null,
      parking: null,
      hotel: null,
      rooms: null,
      catering: null,
      wifi: null,
      merch: null,
      note: null,
    },
    contact: null,
    crew: [],
    home: [],
    legs: [],
    sentAt: null,
  };
}

/** An hour of the day, from the show or the sheet. */
export function hourOf(show: Show, sheet: DaySheet, key: HourKey): string | null {
  switch (key) {
    case 'arrival':
    case 'soundcheck':
    case 'doors':
    case 'set':
    case 'end':
      return show[key];
    case 'call':
    case 'departure':
    case 'load-in':
    case 'meal':
    case 'curfew':
      return sheet.hours[key];
  }
}

/** Hours of one agency day compare by this: one before 06:00 belongs to the night after, so 00:30 comes after 23:00. */
export function hourRank(time: string): string {
  return time < '06:00' ? `1${time}` : `0${time}`;
}

/** The hours in the order in which they come; one before 06:00 belongs to the night after. */
export function inOrder<T extends { readonly time: string }>(hours: readonly T[]): T[] {
  return [...hours].sort((a, b) => hourRank(a.time).localeCompare(hourRank(b.time)));
}
