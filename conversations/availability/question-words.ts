/** Asking for the dates of an act without asking a question: « montre-moi les dispos de… ». */
const request =
  /^\s*(?:(?:salut|bonjour|coucou|hello|hi|hey)[\s,!]+)?(?:(?:tu peux|peux[- ]tu|can you|could you)\s+)?(?:(?:me\s+)?(?:donner?|montrer?|voir|envoyer?|give|show|send)(?:[- ](?:moi|me))?\s+)?(?=(?:les?\s+|the\s+|all\s+)?(?:dispos?|disponibilit[ée]s|dates? (?:libres?|dispos?)|free dates?|open dates?|availabilit(?:y|ies))(?!\p{L})\s+(?:de|d['’]|du|des|pour|of|for)(?!\p{L}))/iu;

/** Without a question mark, words with which somebody states something: a negation, their own group, a date that is played. */
const states =
  /(?<!\p{L})(?:pas|plus|jamais|suis|sommes|serai|serons|joue|jouent|jouera|not|never|am|we|plays?|playing|isn['’]t|aren['’]t|seulement|only|sauf|except|note|noté|c['’]est bon)(?!\p{L})/iu;

/** Words that could ask for the dates of an act, as the reader of such questions takes them; null when they state something. */
export function questionIn(text: string): string | null {
  if (text.includes('?')) return text.replace(request, '');
  const asked = request.exec(text);
  if (asked !== null) return `${text.slice(asked[0].length)} ?`;
  return states.test(text) ? null : text;
}
