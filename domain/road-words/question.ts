import { lineOf } from '../booking-words/line.ts';
import { allowedSlips, slips } from '../booking-words/name-forms.ts';
import { clocksIn } from './clocks.ts';
import { ELSEWHERE, MENDED, SCAFFOLD, TOPICS } from './question-words.ts';
import type { Asks, Topic } from './question-words.ts';
import type { DayQuestion } from './types.ts';

const LONGEST = 140;
const WHEN = /(?<!\p{L})(?:quand|heures?|when|time|combien de temps|duree|how long|whens)(?!\p{L})/u;
const WHERE = /(?<!\p{L})(?:c'est ou|ou|where|wheres|endroit)(?!\p{L})/u;
const WHAT = /(?<!\p{L})(?:quoi|qu'est-ce|what|whats)(?!\p{L})/u;
const HOW = /(?<!\p{L})(?:comment|how)(?!\p{L})/u;
const ASKING =
  /\?|(?<!\p{L})(?:quand|quoi|quel(?:le)?s?|comment|combien|qui|est-ce|where|when|what|who|which|how|whats|whens|wheres|c'est ou|is there|do we|y a-t-il|stp|svp|s'il te plait|please|pls|plz|donnez?|redonnez?|renvoie|envoi(?:e|es|ez)|rappelles?(?:-moi| moi)|redis|send|give me|tell me|remind me|i need|besoin|can i|could you|tu peux|peux-tu|tu sais|tu as|t'as)(?!\p{L})|(?<!\p{L})ou(?= (?:est|sont|on|se|c'est|demain|ce)(?!\p{L})|\s*$)/u;
/** « le wifi de la vapeur »: a place may end a question; a person's train may not. */
const TAIL =
  /^\s*(?:(?:a la|a l'|au|a|du|de la|de l'|de|d'|chez|at the|at|in|of the|of|for|pour)\s?)(?<tail>[\p{L}\d'’-]+(?: [\p{L}\d'’-]+){0,2})\s*$/u;
const TAILED = new Set<DayQuestion['about']>([
  'call',
  'arrival',
  'load-in',
  'soundcheck',
  'meal',
  'doors',
  'set',
  'end',
  'curfew',
  'meeting',
  'address',
  'parking',
  'wifi',
  'hotel',
  'catering',
  'merch',
  'contact',
  'sheet',
]);

/** Slips of a finger in the words that matter. */
function mended(flat: string): string {
  return flat.replaceAll(/\p{L}{5,14}/gu, (word) => {
    if (SCAFFOLD.has(word) || MENDED.includes(word)) return word;
    const near = MENDED.filter((right) => word[0] === right[0] && slips(word, right, allowedSlips(right.length)) === 1);
    return near.length === 1 ? (near[0] ?? word) : word;
  });
}

function askedOf(flat: string): Asks {
  return {
    when: WHEN.test(flat) || clocksIn(flat).length > 0,
    where: WHERE.test(flat),
    what: WHAT.test(flat),
    how: HOW.test(flat),
  };
}

function content(text: string): readonly string[] {
  return (text.match(/[\p{L}\d]+/gu) ?? []).filter(
    (word) => !SCAFFOLD.has(word) && !/^\d{1,2}(?:er|st|nd|rd|th)?$/.test(word),
  );
}

/** The text without the days and hours of a question, what is asked about blotted out. */
function without(flat: string, { words }: Topic): string {
  const dated = flat.replaceAll(/(?<!\d)\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?/gu, ' ');
  const timed = flat.includes('?')
    ? clocksIn(dated).reduce(
        (rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to),
        dated,
      )
    : dated;
  return timed.replaceAll(words, ' | ');
}

/** Whether nothing else is said than the question: every other word asks, is polite or says where. */
function isOnly(rest: string, about: DayQuestion['about']): boolean {
  if (content(rest).length === 0) return true;
  const last = rest.lastIndexOf('|');
  const tail = TAIL.exec(rest.slice(last + 1).replaceAll(/[?!.]/gu, ' '));
  return tail !== null && TAILED.has(about) && content(rest.slice(0, Math.max(last, 0))).length === 0;
}

/**
 * « on mange quand ? », « le wifi stp », « when's load in »: what of their day somebody asks for; null for statements, other
 * questions and anything with words beside the question.
 */
export function readDayQuestion(text: string): DayQuestion | null {
  const { line, beyond } = lineOf(text);
  if (beyond !== null || line.flat.length > LONGEST) return null;
  const flat = mended(line.flat.replaceAll(/[\n\p{Extended_Pictographic}\uFE0F]/gu, ' ')).replaceAll(/\s+/gu, ' ');
  if (!ASKING.test(flat) || ELSEWHERE.test(flat)) return null;
  if (!flat.includes('?') && clocksIn(flat).length > 0) return null;
  const asks = askedOf(flat);
  for (const topic of TOPICS) {
    if (flat.search(topic.words) < 0) continue;
    const about = topic.about(asks);
    const open = asks.when || asks.where || asks.what || asks.how;
    if (about === null || (topic.verb === true && !open)) continue;
    if (isOnly(without(flat, topic), about)) return { about };
  }
  return null;
}
