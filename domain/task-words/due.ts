import { lengthFrom } from '../booking-words/until.ts';
import { lineOf } from '../booking-words/line.ts';
import { addDays, daysBetween, weekday, type Day, type DayPart } from '../day.ts';
import { daysIn, type AskReading, type Context, type DaysSpan } from '../spoken-days/index.ts';

/** By when something is to be done: the day named, the clock hour on it, and whether that day is one too late. */
export interface Due {
  readonly day: Day;
  readonly time: string | null;
  readonly before: boolean;
}

/** What a sentence says of when, and the sentence without it. */
export interface DueFound {
  readonly due: Due | null;
  /** The day of « pour le 27 mars », « du 27 mars »: it may be that of a show. */
  readonly showDay: Day | null;
  /** Whether the day of the show is all that was said of when. */
  readonly dueIsShowDay: boolean;
  /** A day was meant and is not clear. */
  readonly ask: AskReading | null;
  readonly rest: string;
}

interface Taken {
  readonly from: number;
  readonly to: number;
}

const LEAD =
  /(?<!\p{L})(?:(?<before>avant|before)|(?<by>d'?\s?ici(?: a| au)?|au plus tard|pour|jusqu'?\s?(?:au|a)|by|for|due|until|no later than))(?!\p{L})\s*/gu;
const ARTICLE = /^(?:(?:le|la|l'|les|the|on|au|a)\s*)+(?=\S)/u;
const WITHIN =
  /(?<!\p{L})(?:sous|within)\s(\d{1,3}|une?|deux|trois|quinze|huit|an?|one|two|three)\s?(jours?|j|semaines?|sem|mois|days?|weeks?|months?)(?!\p{L})/u;
const END_OF = /^(?:fin (?:du mois|de mois|de (?:la )?semaine)|end of (?:the )?(?:month|week))(?!\p{L})/u;
const HOUR = String.raw`(\d{1,2})(?:\s?h(?:eures?)?\s?(\d{2})?|:(\d{2})|\s?([ap])m)(?![\p{L}\d])`;
const CLOCK = new RegExp(String.raw`^\s*,?\s*(?:(?:a|at|vers|avant|before|by)\s+)?${HOUR}`, 'u');
const CLOCK_WITHIN = new RegExp(String.raw`(?<!\d)${HOUR}`, 'u');
/** A telephone number holds no days. */
const PHONE = /(?:\d{2}[ .-]?){4,}\d/u;
/** « la feuille du 27 », "the sheet of": said of what is to be done, not of when. */
const BELONGS = /(?:^|\s)(?:du|de|des|d'|de la|of|from|depuis|le concert|la date|le show)\s*(?:le\s)?$/u;
/** « le 6 », « 6 mars », « 6/3 »: a bare number after « pour » counts things. */
const DATED =
  /^\d{1,2}(?:er|st|nd|rd|th)?\s?(?:[/.-]\s?\d|(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|march|apr|may|june|july|aug))/u;
/** « cette semaine »: by its end. « du 3 au 7 mars » says when something is, not when it is wanted. */
const WEEK = /semaine|week|mois|month/u;
const mostDays = 31;
const mostBareDays = 7;

function clockOf(match: RegExpExecArray): string | null {
  const [, hours = '', minutes, colon, half] = match;
  const said = Number(hours);
  const hour = half === undefined ? said : (said % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(minutes ?? colon ?? 0);
  return hour > 23 || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** « demain matin » is by noon, « vendredi 14 h » by two. */
function timeOf(parts: readonly DayPart[], words: string): string | null {
  const clock = CLOCK_WITHIN.exec(words);
  if (clock !== null) return clockOf(clock);
  const part = parts.at(-1)?.part ?? 'day';
  if (part === 'morning') return '12:00';
  if (part === 'afternoon') return '18:00';
  return typeof part === 'object' ? part.from : null;
}

/** One day, or days in a row: before the first of them, else by the last. */
function dueOf(parts: readonly DayPart[], words: string, before: boolean, most: number, today: Day): Due | null {
  const days = [...new Set(parts.map(({ day }) => day))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length > most) return null;
  if (daysBetween(first, last) !== days.length - 1) return null;
  // « avant fin novembre », said when the end of November has begun, means by its last day.
  if (before && days.length > 1 && first <= today) return { day: last, time: null, before: false };
  return { day: before ? first : last, time: before && days.length > 1 ? null : timeOf(parts, words), before };
}

function endOf(words: string, today: Day): Day {
  if (/month|mois/.test(words)) {
    const next = addDays(`${today.slice(0, 8)}28` === today ? today : addDays(today, 28 - Number(today.slice(8))), 4);
    return addDays(next, -Number(next.slice(8)));
  }
  return addDays(today, 7 - weekday(today));
}

interface Phrase {
  readonly due: Due | null;
  readonly ask: AskReading | null;
  readonly to: number;
}

function askOf({ why, parts }: DaysSpan): AskReading {
  return { type: 'ask', why: why ?? 'unread', kind: null, understood: parts, unread: null };
}

/** The phrase of a day that begins right at `at`, after « avant » or « pour »; null when none begins there. */
function phraseAt(source: string, flat: string, at: number, before: boolean, context: Context): Phrase | null {
  const article = ARTICLE.exec(flat.slice(at))?.[0].length ?? 0;
  const end = END_OF.exec(flat.slice(at + article));
  if (end !== null) {
    const day = endOf(end[0], context.today);
    return { due: { day, time: null, before: false }, ask: null, to: at + article + end[0].length };
  }
  const lead = context.locale === 'fr' ? 'le ' : 'the ';
  const isNumber = /^\d/.test(flat.slice(at + article));
  if (isNumber && article === 0 && !DATED.test(flat.slice(at))) return null;
  const rest = `${isNumber ? lead : ''}${source.slice(at + article)}`;
  const [span] = daysIn(rest, context);
  const shift = at + article - (isNumber ? lead.length : 0);
  if (span === undefined || span.from > (isNumber ? lead.length : 0) || PHONE.test(rest.slice(span.from, span.to)))
    return null;
  const to = shift + span.to;
  if (span.why !== null) return { due: null, ask: askOf(span), to };
  const due = dueOf(span.parts, flat.slice(shift + span.from, to), before, mostDays, context.today);
  return due === null ? null : withClock(due, flat, to);
}

function withClock(due: Due, flat: string, to: number): Phrase {
  const clock = due.time === null ? CLOCK.exec(flat.slice(to)) : null;
  const time = clock === null ? due.time : clockOf(clock);
  const isTimed = time !== null;
  // « avant vendredi 18 h » names an instant: the day itself still counts.
  return {
    due: { ...due, time, before: due.before && !isTimed },
    ask: null,
    to: to + (clock === null || !isTimed ? 0 : clock[0].length),
  };
}

interface Led extends Phrase, Taken {
  readonly word: string;
}

function ledPhrases(source: string, flat: string, context: Context): Led[] {
  return [...flat.matchAll(LEAD)].flatMap((match): Led[] => {
    const at = match.index + match[0].length;
    const found = phraseAt(source, flat, at, match.groups?.['before'] !== undefined, context);
    return found === null ? [] : [{ ...found, from: match.index, word: match[0].trim() }];
  });
}

/** A day at the very start or end of what is to be done, with no word before it. */
function barePhrase(source: string, flat: string, context: Context): (Phrase & Taken) | null {
  const spans = daysIn(source, context);
  for (const span of spans.toReversed()) {
    const head = flat.slice(0, span.from);
    const { due, to } = ((): { due: Due | null; to: number } => {
      const isStretch = span.parts.length > 1 && !WEEK.test(flat.slice(span.from, span.to));
      const read =
        span.why === null && !isStretch
          ? dueOf(span.parts, flat.slice(span.from, span.to), false, mostBareDays, context.today)
          : null;
      return read === null ? { due: null, to: span.to } : { ...withClock(read, flat, span.to) };
    })();
    const atEnd = /^[\s.!,;]*$/u.test(flat.slice(to));
    const atStart = /^[\s]*(?:le |la |the |on )?$/u.test(head);
    if ((!atEnd && !atStart) || BELONGS.test(head) || PHONE.test(source.slice(span.from, span.to))) continue;
    const from = span.from - (/(?:^|\s)(?:le|la|on|the|des|ds|dans)\s*$/u.exec(head)?.[0].trimStart().length ?? 0);
    if (span.why !== null) return { due: null, ask: askOf(span), from, to };
    if (due !== null) return { due, ask: null, from, to };
  }
  return null;
}

function without(source: string, taken: readonly Taken[]): string {
  return [...taken]
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, source)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\s+([,;.])/gu, '$1')
    .replace(/^[\s,;:.-]+/u, '')
    .replace(/[\s,;:-]+$/u, '')
    .trim();
}

function shownIn(source: string, flat: string, context: Context): Day | null {
  const named = daysIn(source, context).find(
    (span) => span.why === null && span.parts.length === 1 && BELONGS.test(flat.slice(0, span.from)),
  );
  return named?.parts[0]?.day ?? null;
}

/** Finds by when something is to be done: « avant vendredi », « pour le 12 mars », « demain », « d'ici jeudi 18h ». */
export function readDue(text: string, context: Context): DueFound {
  const { line, beyond } = lineOf(text);
  const { source, flat } = line;
  const tail = beyond === null ? '' : ` ${beyond}`;
  const within = WITHIN.exec(flat);
  const until = within === null ? null : lengthFrom(context.today, within[1] ?? '', within[2] ?? '');
  const led = ledPhrases(source, flat, context);
  const firm = led.find(({ word }) => !/^(?:pour|for)$/.test(word));
  const loose = led.find(({ word }) => /^(?:pour|for)$/.test(word));
  const done = (found: Partial<DueFound>, taken: readonly Taken[]): DueFound => ({
    due: null,
    showDay: shownIn(source, flat, context),
    dueIsShowDay: false,
    ask: null,
    ...found,
    rest: without(source, taken) + tail,
  });
  if (within !== null && until !== null)
    return done({ due: { day: until, time: null, before: false } }, [
      { from: within.index, to: within.index + within[0].length },
    ]);
  if (firm !== undefined) {
    const show = loose?.due?.time === null ? loose : undefined;
    const shown = show?.due === undefined || show.due === null ? {} : { showDay: show.due.day };
    return done({ due: firm.due, ask: firm.ask, ...shown }, show === undefined ? [firm] : [firm, show]);
  }
  if (loose !== undefined) {
    const showDay = loose.due?.time === null ? loose.due.day : null;
    return done({ due: loose.due, ask: loose.ask, ...(showDay === null ? {} : { showDay, dueIsShowDay: true }) }, [
      loose,
    ]);
  }
  const bare = barePhrase(source, flat, context);
  return bare === null ? done({}, []) : done({ due: bare.due, ask: bare.ask }, [bare]);
}

const PUT_OFF =
  /^\s*(?:(?:ok|bon|alors|euh|oui|non)[\s,]+)*(?:pas avant|reporte(?:[zr]|r[ -]?la|[ -]la|[ -]le)?|repousse(?:[zr]|[ -]la|[ -]le)?|d[ée]cale(?:[zr]|[ -]la|[ -]le)?|rappelle(?:[ -]moi)?(?: [çc]a)?|remets?(?:[ -](?:la|le|ça))?|plut[oô]t|plus tard|je (?:le |la )?(?:fais|ferai)|on verra|not before|postpone(?: it)?|snooze(?: it)?|remind me|move it|push it|later|i(?:['’]ll)? do it)?(?<rest>[\s\S]*)$/iu;

/** « pas avant mardi », « reporte à jeudi », « lundi »: the day something is put off to; null when that is not all that is said. */
export function readPutOff(text: string, context: Context): Day | null {
  const rest = PUT_OFF.exec(text)?.groups?.['rest'] ?? text;
  const { line } = lineOf(rest);
  const lead =
    /^[\s,]*(?:(?:jusqu'?\s?(?:au|a)?|a partir du|a|au|le|la|pour|to|until|till|on|the|avant|from)(?!\p{L})\s*)*/u.exec(
      line.flat,
    )?.[0] ?? '';
  const words = line.source.slice(lead.length).replace(/[\s.!]+$/u, '');
  const isNumber = /^\d/.test(words);
  const article = context.locale === 'fr' ? 'le ' : 'the ';
  const said = isNumber ? article + words : words;
  const [span, second] = daysIn(said, context);
  if (span === undefined || second !== undefined || span.why !== null) return null;
  const isWhole =
    span.from <= (isNumber ? article.length : 0) &&
    /^[\s,.!]*(?:stp|svp|merci|please|thanks)?[\s.!]*$/iu.test(said.slice(span.to));
  const [first] = span.parts.map(({ day }) => day).toSorted();
  return isWhole ? (first ?? null) : null;
}
