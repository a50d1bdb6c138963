import { quote, stretchOf, take } from '../booking-words/line.ts';
import type { Line } from '../booking-words/line.ts';
import type { Found } from './hours.ts';

const EVE =
  /(?<!\p{L})(?:(?:on|nous) (?:part(?:ons)?|arrive|arrivons|s'en va|y va) (?:des )?la veille(?: au soir| dans la journee)?|(?:depart|arrivee|voyage|trajet|aller) (?:des )?(?:la )?veille|(?:we(?:'re| are)? )?(?:leave|leaving|travel|travelling|traveling|arrive|arriving|going|go|departure|drive|driving)(?: on)? the (?:day|night|evening) before)(?!\p{L})/u;
const DENIED = /(?<!\p{L})(?:pas|plus|ne|not|don't|no longer)(?!\p{L})/u;

/** « on part la veille »; denied, it stays unread. */
export function takeEve(line: Line): Found {
  const match = EVE.exec(line.flat);
  if (match === null || DENIED.test(line.flat)) return { line, said: [] };
  const at = stretchOf(match);
  return { line: take(line, at), said: [{ change: { type: 'eve', leaves: true }, words: quote(line, at) }] };
}
