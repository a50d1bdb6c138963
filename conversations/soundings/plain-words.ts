import { addDays, daysBetween, type Day } from '../../domain/day.ts';

/** What a draft of a sounding hears in a sentence besides what the sentence is about. */
const politeness =
  /^[\s,;:.!…-]*(?:non|nan|nope|no|oui|ok|okay|bon|ah|euh|oups|pardon|d[ée]sol[ée]e?|sorry|oops|i mean|mets|met|disons|correction)(?![\p{L}'’])[\s,;:.!…-]*/iu;
const fillers =
  /(?<![\p{L}'’])(?:plut[oô]t|finalement|en fait|enfin|du coup|alors|pas besoin|s['’]il te pla[iî]t|stp|svp|merci|instead|rather|actually|please|make it)(?![\p{L}'’])/giu;
const asking =
  /(?<![\p{L}'’])(?:(?:tu peux |peux[ -]tu |can you |could you )?(?:demande[rsz]?|redemande[rsz]?|ask)(?:[ -](?:leur|them))?(?:\s+(?:à|a|au|aux)(?!\p{L}))?|(?:s['’]\s?|si |est[- ]ce qu['’]|if )(?:ils|elles|il|elle|they)\s+(?:sont|seraient|est|serait|peuvent|peut|are|would be|can)(?:\s+(?:tous|toutes|all))?(?:\s+(?:dispos?|disponibles?|libres?|available|free|jouer|play))?)(?![\p{L}'’])/giu;
const unneeded = /(?<!\p{L})pas besoin (?:de |d['’]\s?)/giu;
const weekdays =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const everyWeekday = new RegExp(
  `(?<!\\p{L})(?:le|the|on)\\s+(${weekdays})(?!\\p{L})(?!\\s*(?:le\\s+|the\\s+)?\\d)`,
  'giu',
);

/** « pas besoin de Ben » is said of people; it has to be read before people are. */
export function withoutNeed(text: string): string {
  return text.replaceAll(unneeded, 'sauf ');
}

/** A sentence without the words that only turn it (« non », « plutôt », « demande-leur s'ils sont dispo »). */
export function plainWords(text: string, locale: 'fr' | 'en'): string {
  let rest = text.replaceAll(asking, ' ').replaceAll(fillers, ' ');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(politeness, '');
  }
  const tidy = rest
    .replaceAll(everyWeekday, '$1')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s,;:.!?…-]+|[\s,;:!…-]+$/gu, '');
  return /^\d{1,2}(?:er)?$/u.test(tidy) ? `${locale === 'fr' ? 'le' : 'the'} ${tidy}` : tidy;
}

const monthly =
  /(?<!\p{L})(?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|jan|feb|mar|apr|may|jun|jul|aug)\p{L}*|\d{1,2}\s?[/.-]\s?\d{1,2}|\b20\d\d\b|demain|aujourd|tomorrow|today|prochain|next|dans |\bin \d|\bce(?:tte)? |\bthis /iu;
const endOfMonth = 24;
const aroundDays = 15;

/**
 * From when bare days of a follow-up are read: « le 20 » about a date in March is the 20th of March, « samedi » the one nearest to
 * it; a day with its month, or one counted from today, is read from today.
 */
export function readFrom(words: string, day: Day | null, today: Day): Day {
  if (day === null || monthly.test(words)) return today;
  const number = Number(day.slice(8));
  const isWeekday = new RegExp(`(?<!\\p{L})(?:${weekdays})`, 'iu').test(words) && !/\d/u.test(words);
  const back = isWeekday ? 3 : number > endOfMonth ? aroundDays : number - 1;
  const from = addDays(day, -back);
  return daysBetween(today, from) > 0 ? from : today;
}

const dropped =
  /^(?:(?:non|ok|bon|finalement|en fait|no|actually)[\s,]+)*(?:laisse[rsz]?(?: le| la| ça| ca)? tomber|annule[rsz]?|abandonne[rsz]?|oublie[rsz]?|stop|arr[êe]te[rsz]?|never ?mind|drop|forget|cancel)(?:[\s,]+(?:ça|ca|tout|le sondage|la demande|it|that|the sounding|finalement|stp|merci))*[\s.!]*$/iu;

/** « laisse tomber », "never mind": the button of that name, in words. */
export function dropsIt(text: string): boolean {
  return dropped.test(text.trim());
}

const smallTalk =
  /^(?:salut|bonjour|bonsoir|coucou|hello|hi|hey|yo|merci|thanks|thank you|thx|super|parfait|top|cool)(?![\p{L}])(?:[\s,!.?]+(?:régie|regie|à toi|a toi|ça va|ca va|beaucoup|bien|there|all|a lot|so much))*[\s!.?]*$/iu;
const questioning =
  /^(?:et\s+)?(?:(?:où|ou)\s+(?:ç?a\s+)?en\s+|o[uù]\s|combien|qui\s|quand|pourquoi|pq\s|pq$|quel|quelle|comment|c['’]?\s?(?:est\s+)?(?:o[uù]|quoi|qui|quand|combien)|what|who|when|where|why|which|how)/iu;

/** A greeting or a question: nothing that changes a draft. */
export function isSmallTalk(text: string): boolean {
  return smallTalk.test(text.trim());
}

/** Begins as a question that wants an answer, not a change. */
export function isQuestion(text: string): boolean {
  return questioning.test(text.trim());
}
