import { quote, take } from '../booking-words/line.ts';
import type { Line } from '../booking-words/line.ts';
import { CLOCK_SOURCE } from './clocks.ts';
import type { Found } from './hours.ts';

const WORD = String.raw`(?:rdv|rendez[- ]?vous|on se (?:retrouve|rejoint)|we meet|meet(?: up)?|meeting|call(?: ?time)?)`;
const WHERE = String.raw`(?:au|aux|a la|a l'|chez|devant|derriere|sur|dans|place|quai|parking|gare|in front of|outside|at the|at|in|in the|by the)(?!\p{L}| lieu d)`;
const PLACE = String.raw`(?<place>${WHERE}(?!\s?${CLOCK_SOURCE})\s?[^,;:()\n\uE000→>]*?\p{L}{2}[^,;:()\n\uE000→>]*?)`;
const CLOCK = `${CLOCK_SOURCE}(?![\\d\\p{L}:])`;
const BETWEEN = new RegExp(
  String.raw`(?<!\p{L})${WORD}[\s\uE000]*:?\s*${PLACE}(?=\s+(?:(?:a|pour|at|vers|for|des)\s)?${CLOCK}|\s*[(]|\s*$)`,
  'du',
);
const AFTER = new RegExp(
  String.raw`(?<!\p{L})${WORD}[\s\uE000]*:?\s*(?:a |at |pour |for |vers )?${CLOCK}[\s\uE000]*(?:,\s)?${PLACE}\s*$`,
  'du',
);
/** A place does not hold another thing of the day. */
const OTHER = new RegExp(
  String.raw`${CLOCK}|(?<!\p{L})(?:balances?|repas|portes|passage|depart|arrivee|midi|minuit|noon|midnight|soundcheck|doors|instead)(?!\p{L})`,
  'u',
);

/** « RDV au local 9h15 », « on se retrouve à 9h devant la gare »: where, which leaves the word and the hour to the hours. */
export function takeMeeting(line: Line): Found {
  for (const pattern of [BETWEEN, AFTER]) {
    const match = pattern.exec(line.flat);
    const at = match?.indices?.groups?.['place'];
    const place = match?.groups?.['place'] ?? '';
    if (at === undefined || OTHER.test(place) || place.length > 120) continue;
    const stretch = { from: at[0], to: at[1] };
    const text = quote(line, stretch);
    const alone = pattern === BETWEEN && !new RegExp(CLOCK, 'u').test(line.flat);
    return {
      line: take(line, alone && match !== null ? { from: match.index, to: at[1] } : stretch),
      said: [{ change: { type: 'info', key: 'meeting', text }, words: text }],
    };
  }
  return { line, said: [] };
}
