import { isUnsettled, lateAnswerIn } from '../absence/later-words.ts';

/** What a member writes about a date they were asked for, other than its bare « oui » or « non ». */
export type MemberWords =
  /** `turns`: said as a change of mind, so it may turn an answer given before. */
  | { readonly type: 'yes' | 'no'; readonly turns: boolean }
  | { readonly type: 'condition'; readonly condition: string }
  /** They will say on a day, which is in the words. */
  | { readonly type: 'later'; readonly words: string }
  /** About the question, without answering it. */
  | { readonly type: 'unsure' };

const turning =
  /(?<!\p{L})(?:finalement|en fait|au final|en fin de compte|apr[èe]s r[ée]flexion|j['’]ai chang[ée] d['’]avis|actually|after all|on second thoughts?|i changed my mind)(?!\p{L})/giu;
const around =
  /(?<!\p{L})(?:ah|euh|oh|bah|ben|bon|du coup|alors|d[ée]sol[ée]e?|dsl|pardon|malheureusement|h[ée]las|stp|sorry|unfortunately)(?!\p{L})/giu;

const agreeing =
  "oui|ouais|ouep|yes|yep|yeah|ok|okay|d['’]?\\s?accord|dac|[çc]a marche|[çc]a me va|[çc]a roule|pourquoi pas|carr[ée]ment|bien s[ûu]r|avec plaisir|sure|fine|dispo|je suis dispo|i['’]?m free|i am free|c['’]?est bon";
const linking =
  "(?:(?:seulement |uniquement |only )?(?:si|[àa] condition|sous r[ée]serve|pourvu|tant que|du moment|sauf|mais|[àa] partir|pas avant|pas apr[èe]s|apr[èe]s|avant|if|but|as long as|provided|unless|except|not before|until|after|before)(?!\\p{L})|s['’]ils?(?!\\p{L})|jusqu)";
const conditional = new RegExp(
  `^(?:${agreeing})(?:[\\s,.;:!-]+)(?:(?:je (?:suis dispo|peux|viens)|i can|i am free)\\s+)?(?<condition>${linking}.+)$`,
  'isu',
);
const yes = new RegExp(
  `^(?:${agreeing}|oui je peux|je peux|je viens|partant|partante|i can|count me in)(?:[\\s,]+(?:${agreeing}|je peux|je viens|i can))*$`,
  'iu',
);
const refusing =
  "non|nan|nope|no|pas dispo|pas possible|impossible|je (?:ne )?(?:suis|serai) pas (?:dispo|libre|l[àa])|je (?:ne )?(?:peux|pourrai) pas|ch?uis pas dispo|i can['’]?t|i cannot|i['’]?m not free|not free";
const no = new RegExp(`^(?:${refusing})(?:[\\s,]+(?:${refusing}))*$`, 'iu');
const smallTalk =
  /^(?:salut|bonjour|bonsoir|coucou|hello|hi|hey|yo|re|merci|thanks|thank|thx|super|parfait|top|cool|nickel|great|perfect)(?!\p{L})/iu;

/** Reads the words of somebody who was asked for a date; null when they are about something else. */
export function readMemberWords(text: string): MemberWords | null {
  const said = text.trim();
  const turns = new RegExp(turning, 'iu').test(said);
  const bare = tidy(said.replaceAll(turning, ' ').replaceAll(around, ' '));
  const condition = conditional.exec(tidy(said.replaceAll(turning, ' ')))?.groups?.['condition'];
  if (condition !== undefined) return { type: 'condition', condition: condition.replace(/^(?:mais|but)\s+/iu, '') };
  if (yes.test(bare)) return { type: 'yes', turns };
  if (no.test(bare)) return { type: 'no', turns };
  const when = lateAnswerIn(said);
  if (when !== null) return { type: 'later', words: when };
  return isUnsettled(said) ? { type: 'unsure' } : null;
}

/** Nothing else understood it: whether it may be said of the question that waits, rather than be a greeting or one stray word. */
export function mayBeAboutIt(text: string): boolean {
  const said = text.trim();
  if (smallTalk.test(said) || said.startsWith('/')) return false;
  return said.endsWith('?') || said.split(/\s+/u).length > 1;
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/^[\s,;:.!…-]+|[\s,;:.!…-]+$/gu, '');
}
