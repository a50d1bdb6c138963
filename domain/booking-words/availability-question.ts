import type { Context } from '../spoken-days/index.ts';
import { named, takeDays } from './days.ts';
import { lineOf } from './line.ts';
import { findNames, matchOf } from './places.ts';
import type { AvailabilityQuestion, Known } from './types.ts';

const FREE =
  /(?<!\p{L})(?:libres?|dispos?|disponibles?|disponibilites?|free|available|availability|availabilities|open dates?)(?!\p{L})/u;
const ASKS =
  /\?|(?<!\p{L})(?:quand|quoi|quels?|quelles?|est[- ]ce|est-il|est-elle|sont-ils|sont-elles|when|what|which|is|are|les dispos|les disponibilites|les? (?:lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches|week-?ends|dates|jours) (?:libres|dispos|disponibles))(?!\p{L})/u;
/** Somebody speaks of their own days: not a question about an act. */
const OWN = /(?<!\p{L})(?:je|j|moi|jsuis|chuis|i|i'm|im|me|tu|t'es|you)(?!\p{L})/u;

/** « Gribitch est libre quand en mars ? »: the act and the days asked about; null when no act is named or nothing is asked. */
export function readAvailabilityQuestion(text: string, known: Known, context: Context): AvailabilityQuestion | null {
  const { line, beyond } = lineOf(text);
  if (beyond !== null || !FREE.test(line.flat) || !ASKS.test(line.flat) || OWN.test(line.flat)) return null;
  const { artists, line: rest } = findNames(line, { artists: known.artists, venues: [] });
  const artist = matchOf(artists);
  if (artist.type === 'none') return null;
  return { artist, days: named(takeDays(rest, context).spans, 400) };
}
