import { lineOf } from '../../domain/booking-words/line.ts';
import { takeDays } from '../../domain/booking-words/days.ts';
import { type Day } from '../../domain/day.ts';
import { type Context } from '../../domain/spoken-days/index.ts';

/** « pourquoi » as it is typed. */
export const asksWhy = /(?<!\p{L})(?:pourquoi|pq|pk|pkoi|prq|why)(?!\p{L})/iu;

/** Words that may stand around « pourquoi » and days without making it a question about something else. */
const around = new Set(
  (
    'pourquoi pq pk pkoi prq et mais alors donc pas non le la les l du de des a au en ce cet cette soir jour jours date dates ca c est elle il on n ' +
    'libre libres dispo dispos disponible disponibles pris prise occupe occupee option ailleurs possible peut peuvent jouer ' +
    'why and but so not no the on is isn t it that this are they day days date free available taken busy elsewhere can play'
  ).split(' '),
);

/**
 * The days of « pourquoi le 14 ? », "why not the 14th?"; none when only « pourquoi ? » is said, null when the words are about
 * something else.
 */
export function daysAsked(text: string, artist: string, context: Context): Day[] | null {
  const { line, beyond } = lineOf(text);
  if (beyond !== null) return null;
  const { line: rest, spans } = takeDays(line, context);
  const own = new Set(lineOf(artist).line.flat.match(/[\p{L}\p{N}]+/gu) ?? []);
  const words: string[] = rest.flat.match(/[\p{L}\p{N}]+/gu) ?? [];
  const asks = words.some((word) => asksWhy.test(word));
  if (!asks || words.some((word) => !around.has(word) && !own.has(word))) return null;
  if (spans.some(({ why }) => why !== null)) return null;
  return [...new Set(spans.flatMap(({ parts }) => parts.map(({ day }) => day)))].sort();
}
