import type { Stretch } from '../booking-words/line.ts';

/** How long the set is, and where that is said. */
interface Length extends Stretch {
  readonly minutes: number;
}

const LENGTH = String.raw`(?:(?<hours>\d) ?h(?:eures?|rs?)?(?: ?(?<rest>[0-5]\d)(?: ?mn| ?min)?)?|(?<minutes>\d{2,3}) ?(?:min(?:utes?|s)?|mn|'))`;
const OF = String.raw`(?:de |of )?(?:set|concert|show|musique|jeu|music|live)`;
const SET = String.raw`(?:passages?|on joue|on passe|set|show|concert|set ?time|stage ?time|on ?stage|we play|stage)`;
const AT = String.raw`(?:\d{1,2}(?: ?h ?\d{0,2}|[:.]\d{2})(?: ?[ap]\.?m\.?)?|minuit|midi|midnight|\d{1,2} ?[ap]\.?m\.?)`;

/** Where a length can be nothing else. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<=(?:(?<!\p{L})${SET}[^,;()\n]{0,24}${AT}|${AT}[^,;()\d\n]{0,6}(?<!\p{L})${SET})\s?)\(\s?(?:duree ?:? ?|set de |pendant |for )?${LENGTH}(?: ${OF})?\s?\)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:duree(?: (?:du |de )?(?:set|concert|show|passage|jeu))?|(?:set|show) length|set de|concert de|show de|on joue pendant|we play for|pendant|length) ?:? ?(?:de )?${LENGTH}(?![\p{L}\d])`,
    'gu',
  ),
  new RegExp(String.raw`(?<![\p{L}\d:.,/])${LENGTH} ${OF}(?![\p{L}\d])`, 'gu'),
  new RegExp(
    String.raw`(?<!\p{L})(?:set|show|concert) ?:? ?(?<minutes>\d{2,3}) ?(?:min(?:utes?|s)?|mn|')(?![\p{L}\d])`,
    'gu',
  ),
];

/** Longer than anybody plays is something else. */
const LONGEST = 300;

/** « passage 21h30 (1h15) », « durée 75 min », « 1h15 de set ». */
export function lengthsIn(flat: string): readonly Length[] {
  const found: Length[] = [];
  for (const pattern of PATTERNS) {
    for (const match of flat.matchAll(pattern)) {
      const { hours, rest, minutes } = match.groups ?? {};
      const length = minutes === undefined ? Number(hours ?? 0) * 60 + Number(rest ?? 0) : Number(minutes);
      const stretch = { from: match.index, to: match.index + match[0].length };
      const free = found.every(({ from, to }) => stretch.to <= from || stretch.from >= to);
      if (free && length >= 5 && length <= LONGEST) found.push({ ...stretch, minutes: length });
    }
  }
  return found;
}
