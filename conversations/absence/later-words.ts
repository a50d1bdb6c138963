const lateAnswer =
  /^(?:(?:ok|oui|bon|alors|ah)[\s,]+)?(?:je|j['’]|on|i['’]?ll|i will|we['’]?ll)\s?(?:(?:te|vous|t['’]|you)\s?)?(?:(?:re)?dis|dit|(?:re)?dirai|r[ée]ponds?|r[ée]pondrai|tiens? au courant|confirme|confirmerai|tell|answer|reply|let)(?!\p{L})(?:\s+you)?(?:\s+know)?(?<when>[^?]*)$/iu;
const unsettled =
  /^(?:(?:ok|oui|bon|alors|ah)[\s,]+)?(?:peut[ -]?[êe]tre|ptet|p['’]t[- ]?[êe]tre|on (?:verra|voit)|(?:[àa]|faut|je dois|il faut) voir|je verrai|je vais voir|je (?:ne )?(?:sais|sait) pas|jsp|j['’]?sais pas|chais pas|je (?:regarde|v[ée]rifie)|maybe|perhaps|not sure|we['’]?ll see|i don['’]?t know)(?!\p{L})/iu;
const aboutDays =
  /(?<!\p{L})(?:que|qu['’]|that|pas|plus|dispos?|indispos?|disponibles?|libres?|l[àa]|absente?s?|peux|pourrai|off|away|free|available|busy|can['’]?t|vacances|cong[ée]s?)(?!\p{L})/iu;

/**
 * « je te dis jeudi », "I'll let you know Thursday": when somebody will answer, which says nothing of their days. The words that
 * name the day, or none; null for any other sentence.
 */
export function lateAnswerIn(text: string): string | null {
  const when = lateAnswer.exec(text.trim())?.groups?.['when'];
  return when === undefined || aboutDays.test(when) ? null : when.replace(/[\s.!…]+$/u, '').trim();
}

/** « on verra jeudi », « peut-être »: nothing is settled, so nothing is said of one's days. */
export function isUnsettled(text: string): boolean {
  const said = text.trim();
  const match = unsettled.exec(said);
  return match !== null && !aboutDays.test(said.slice(match[0].length));
}
