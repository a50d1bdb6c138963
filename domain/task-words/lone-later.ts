const LEAD = String.raw`^\s*(?:(?:ok|oui|non|bon|alors|euh|plut[oô]t|yes|no|maybe|rather)[\s,]+)*`;
const END = String.raw`(?:[\s,]+(?:stp|svp|s['’]il te pla[iî]t|merci|please|thanks))?[\s.!]*$`;
const WEEKDAY = String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\s+prochain)?|(?:(?:on|next)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day`;
const MOMENT = String.raw`(?:\s+(?:matin|midi|apr[eè]s[- ]midi|soir|morning|afternoon|evening))?`;
const DAY = new RegExp(
  String.raw`${LEAD}(?<day>(?:apr[eè]s[- ])?demain|tomorrow|the day after tomorrow|${WEEKDAY})${MOMENT}${END}`,
  'iu',
);
const NEXT_WEEK = new RegExp(String.raw`${LEAD}(?<day>(?:la )?semaine prochaine|next week)${END}`, 'iu');
const LATER = new RegExp(
  String.raw`${LEAD}(?:(?:un peu )?plus tard|pas (?:maintenant|tout de suite|encore le temps)|later|not now|in a while)${END}`,
  'iu',
);

/** What a lone word under a task asks for: a day to speak of it again, in the words to read that day from, or later, without one. */
type LoneLater =
  | { readonly type: 'day'; readonly words: string }
  | { readonly type: 'week' }
  | { readonly type: 'later' };

/**
 * « demain », « lundi », « la semaine prochaine », « plus tard » and nothing else; null for any other words. A date (« le 12
 * mars ») is none: alone it says as well when somebody is away.
 */
export function readLoneLater(text: string): LoneLater | null {
  const words = DAY.exec(text)?.groups?.['day'];
  if (words !== undefined) return { type: 'day', words };
  if (NEXT_WEEK.test(text)) return { type: 'week' };
  return LATER.test(text) ? { type: 'later' } : null;
}
