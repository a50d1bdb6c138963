import type { Feedback } from './types.ts';

type Score = NonNullable<Feedback['score']>;

const WORDED: Readonly<Record<string, number>> = {
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};
const NUMBER = String.raw`(?<mark>\d{1,2}|un|deux|trois|quatre|cinq|one|two|three|four|five)`;
const LEAD = String.raw`(?:(?:je (?:mets|mettrais|dirais|donne)|on (?:met|mettrait)|note ?:?|i'd say|i(?:'d)? give(?: it)?|un|a)\s+)?`;
/** A bare number is a mark only where nothing counts with it: « 4 personnes dans la salle » is none. */
const MARKED: readonly RegExp[] = [
  new RegExp(String.raw`^\s*${LEAD}${NUMBER}\s?(?:\/|sur|out of)\s?(?<of>5|10|20)(?![\d/])`, 'iu'),
  new RegExp(String.raw`^\s*${LEAD}${NUMBER}\s(?:etoiles?|étoiles?|stars?)(?!\p{L})`, 'iu'),
  new RegExp(
    String.raw`^\s*${LEAD}${NUMBER}(?=\s*$|\s*[.!:;]+(?:\s|$)|\s*,\s|\s[-–—]\s|\s*\n|\s*\p{Extended_Pictographic})`,
    'iu',
  ),
];
const STARS = /^\s*(?<full>(?:[★⭐🌟✯✭]\uFE0F?\s?){1,5})(?<empty>(?:[☆✩✰]\uFE0F?\s?){0,4})(?![★⭐🌟✯✭☆✩✰])/u;
const LATER =
  /^\s*(?:plus tard|pas maintenant|later|not now|non merci|no thanks|passe|skip|annuler?|stop|cancel)\s*[.!]*\s*$/iu;

function scoreOf(value: number): Score | null {
  switch (value) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return value;
    default:
      return null;
  }
}

function trimmed(text: string): string {
  return text.replace(/^[\s,.:;!\-–—/]+/u, '').trim();
}

function byStars(text: string): Feedback | null {
  const match = STARS.exec(text);
  if (match === null) return null;
  const count = (symbols: string | undefined): number => (symbols ?? '').match(/[^\uFE0F\s]/gu)?.length ?? 0;
  const [full, empty] = [count(match.groups?.['full']), count(match.groups?.['empty'])];
  const score = empty > 0 && full + empty !== 5 ? null : scoreOf(full);
  return score === null ? null : { score, words: trimmed(text.slice(match[0].length)) };
}

function byNumber(text: string): Feedback | null {
  for (const pattern of MARKED) {
    const match = pattern.exec(text);
    const { mark, of } = match?.groups ?? {};
    if (match === null || mark === undefined) continue;
    const value = WORDED[mark.toLowerCase()] ?? Number(mark);
    // Marks out of ten or twenty count where they fall on a whole one.
    const score = scoreOf(of === undefined ? value : (value * 5) / Number(of));
    const rest = text.slice(match[0].length);
    if (score !== null && !/^[\s,]*(?:ou|or|à|to|-)?\s?\d/u.test(rest)) return { score, words: trimmed(rest) };
  }
  return null;
}

/** The answer to « comment c'était ? »: « 4/5 super salle », « ★★★★ », « nul »; null for no answer, a question or « plus tard ». */
export function readFeedback(text: string): Feedback | null {
  const whole = text.normalize('NFC').trim();
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}★☆✯✭✩✰]/u.test(whole)) return null;
  if (whole.startsWith('/') || whole.endsWith('?') || LATER.test(whole)) return null;
  return byStars(whole) ?? byNumber(whole) ?? { score: null, words: whole };
}
