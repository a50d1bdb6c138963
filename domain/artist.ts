import { z } from 'zod';
import { idSchema, type ArtistId, type PersonId } from './ids.ts';
import { moneySchema } from './money.ts';

const memberSchema = z.strictObject({
  person: idSchema,
  /** What they do on stage, as programmes say it: « chant », « batterie ». */
  part: z.string().min(1).max(80),
  /** Without a needed member the act cannot play unless a named substitute can. */
  needed: z.boolean(),
  /** Remplaçants, first choice first. */
  substitutes: z.array(idSchema),
});

/** What a date costs: wages and charges of the cast (plateau), and the road by kilometre driven there and back. */
export const artistCostsSchema = z.strictObject({ plateau: moneySchema, perKm: moneySchema });

/** A managed act, who plays in it and who looks after it. */
export const artistSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(120),
  status: z.enum(['prospect', 'active', 'paused', 'archived']),
  members: z.array(memberSchema),
  managers: z.array(idSchema).min(1),
  bookers: z.array(idSchema).min(1),
  town: z.string().max(120),
  style: z.string().max(200),
  /** Below this price before tax the card of a deal says so; null when the managers named none. */
  floor: moneySchema.nullable().default(null),
  /** The outside calendar in which its options and dates are written; null: none. */
  calendar: z.string().min(1).max(200).nullable().default(null),
  /** What a date costs whoever produces it, for the margin; null: unknown. */
  costs: artistCostsSchema.nullable().default(null),
  /** The booker's prime on a deal: hundredths of a percent of the price before tax, or of the margin. */
  prime: z
    .strictObject({ rate: z.number().int().min(0).max(5000), base: z.enum(['price', 'margin']) })
    .default({ rate: 500, base: 'margin' }),
  /** The agent's commission on the cast's wages where somebody else employs it, in hundredths of a percent. */
  commission: z.number().int().min(0).max(1000).default(1000),
});

/** A managed act. */
export type Artist = z.infer<typeof artistSchema>;

/** The acts a person plays in, manages or books, in the order given. */
export function artistsOf(person: PersonId, artists: readonly Artist[]): ArtistId[] {
  return artists
    .filter((artist) => isMember(artist, person) || artist.managers.includes(person) || artist.bookers.includes(person))
    .map((artist) => artist.id);
}

/** True for members and for their named substitutes. */
export function isMember(artist: Artist, person: PersonId): boolean {
  return artist.members.some((member) => member.person === person || member.substitutes.includes(person));
}

/** The members whose absence stops the act, with those who could stand in for each. */
export function neededMember(artist: Artist, person: PersonId): { substitutes: readonly PersonId[] } | null {
  const member = artist.members.find((candidate) => candidate.person === person && candidate.needed);
  return member === undefined ? null : { substitutes: member.substitutes };
}
