import type { Context } from '../spoken-days/index.ts';
import { dayAfter, named, takeDays } from './days.ts';
import type { DayAfter } from './days.ts';
import { lineOf, stretchOf, take } from './line.ts';
import type { Line } from './line.ts';
import { findNames, inTown, matchOf } from './places.ts';
import type { BookingSentence, DaysFound, DaysNamed, Known, Match } from './types.ts';

type Type = BookingSentence['type'];

const BE = "(?:(?:est|sont|a ete|ont ete|is|are|was|has been|have been|'s) )?";
const HAVE = '(?:(?:a|ont|has|have|vient de|viennent de|vont|va|veut|veulent|souhaitent?|want to|wants to|will) )?';

function verb(words: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${BE}${HAVE}(?:${words})(?!\p{L})`, 'u');
}

const ANOTHER =
  "(?:quelqu'un d'autre|qqn d'autre|quelquun d'autre|un autre (?:lieu|orga|organisateur|programmateur|festival)|une autre salle|d'autres|someone else|somebody else|another (?:venue|promoter|festival|organiser))";

const VERBS: readonly (readonly [Type, RegExp])[] = [
  [
    'challenge',
    new RegExp(
      `(?:(?:est[- ]ce qu'?\\s?)?on (?:peut|pourrait|peux|pourra)|peut[- ]on|pourrait[- ]on|nous pou(?:vons|rrions)|can we|could we|may we) (?:avoir|prendre|recuperer|have|get|take)(?!\\p{L})`,
      'u',
    ),
  ],
  [
    'challenge',
    new RegExp(
      `(?<!\\p{L})${ANOTHER} (?:le |la |l')?(?:est |is )?(?:veut|veulent|voudrait|demande|prendrait|interessee?|wants?|would like|asks? for|asked for|is asking for|pret a confirmer)(?: (?:par|par le|in|for))?(?!\\p{L})`,
      'u',
    ),
  ],
  ['challenge', verb('challenges?|challenger')],
  ['extend', verb('prolong(?:e|ent|er|ee?s?|ez)|rallong(?:e|ent|er|ee?s?)|extends?|extended|extend')],
  ['lift', verb('lev(?:e|ent|er|ee?s?|ez)|lift(?:s|ed)?')],
  [
    'release',
    verb(
      'lach(?:e|es|ent|er|ee?s?|ez)|liber(?:e|es|ent|er|ee?s?|ez)|laiss(?:e|ent|er) tomber|rend(?:s|ent|re|u|ue)?|releas(?:e|es|ed|ing)|let(?:s|ting)? go(?: of)?|drop(?:s|ped|ping)?|giv(?:e|es|en) up|giv(?:e|es|en) back|gave up|gave back',
    ),
  ],
  ['confirm', verb('confirm(?:e|es|ent|er|ee?s?|ez)|confirm(?:s|ed|ing)?')],
  [
    'postpone',
    verb(
      'report(?:e|es|ent|er|ee?s?|ez)|decal(?:e|es|ent|er|ee?s?|ez)|repouss(?:e|ent|er|ee?s?)|postpon(?:e|es|ed|ing)|reschedul(?:e|es|ed)|mov(?:e|es|ed|ing)|push(?:es|ed)? back|pushed',
    ),
  ],
  ['cancel', verb("annul(?:e|es|ent|er|ee?s?|ez)|tomb(?:e|ent) a l'eau|cancel(?:s|l?ed|l?ing)?|call(?:s|ed)? off")],
];

const SAME_TERMS =
  /(?<!\p{L})(?:aux |dans les |avec les |on the |at the |with the )?(?:memes? (?:conditions?|termes?|deal|prix|cachet)|same (?:terms?|conditions?|deal|price|fee)|conditions? identiques?|(?:conditions? )?inchangee?s?)(?!\p{L})/u;

/** Words such a sentence may hold besides its verb, names and days. Any other word makes it another sentence. */
const ALLOWED = new Set(
  (
    'ils elles il elle eux they we on nous le la les l un une des du de d au a aux en et pour par sur son sa ses leur leurs their its the of ' +
    'for from to until till jusqu jusque date dates option options opt hold holds concert show gig jour soir day slot ' +
    'lieu salle orga organisateur programmateur programmatrice prod festival venue promoter organiser c est ok okay donc alors finalement ' +
    'enfin bonjour salut hello hi hey coucou bon bien so finally officiellement officially stp svp please merci thanks ca y ont the ' +
    're s are bonne nouvelle good news ' +
    'premiere deuxieme seconde first second same it and also aussi that this ce cette mail tel telephone viens vient'
  ).split(' '),
);
const WHO =
  /(?<!\p{L})(?:ils|elles|eux|they|(?:le|la|l'|the) ?(?:lieu|salle|orga|organisateur|programmateur|programmatrice|prod|festival|venue|promoter|organiser))(?!\p{L})/u;
const OPTION = /(?<!\p{L})(?:options?|opt|holds?|holding)(?!\p{L})/u;
const CONCERT = /(?<!\p{L})(?:dates?|concert|show|gig)(?!\p{L})/u;
const TO = /(?<!\p{L})(?:pour le|vers le|sur le|jusqu'? ?(?:au|a|en)|jusqu'|au|a|to|until|till)(?!\p{L})/gu;

function onlyAllowed(line: Line): boolean {
  return [...line.flat.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].every(([word]) => ALLOWED.has(word));
}

function given(found: DaysFound): DaysNamed | null {
  return found.type === 'none' ? null : found;
}

interface Moved {
  readonly line: Line;
  readonly days: DaysNamed | null;
  readonly to: DaysNamed | null;
}

/** « du 13 au 20 mars »: read as a stretch, so that the first date borrows its month from the second. */
function stretched(line: Line, context: Context): Moved | null {
  const { line: rest, spans } = takeDays(line, context);
  const [span, second] = spans;
  if (span === undefined || second !== undefined || span.why !== null) return null;
  if (!/^(?:du|de|from|from the)\s.*\s(?:au|a|to)\s/u.test(line.flat.slice(Math.max(0, span.from), span.to)))
    return null;
  const [first, last] = [span.parts[0]?.day, span.parts.at(-1)?.day];
  if (first === undefined || last === undefined) return null;
  return { line: rest, days: { type: 'days', days: [first] }, to: { type: 'days', days: [last] } };
}

/** The new date after « au », « to », « jusqu'au », and the days that remain beside it. */
function movedTo(line: Line, context: Context, extends_: boolean): Moved {
  const whole = extends_ ? null : stretched(line, context);
  if (whole !== null) return whole;
  let best: { readonly from: number; readonly after: DayAfter } | null = null;
  for (const match of line.flat.matchAll(TO)) {
    const after = dayAfter(line, stretchOf(match).to, context);
    if (after !== null) best = { from: match.index, after };
  }
  const rest = best === null ? line : take(line, { from: best.from, to: best.after.to });
  const { line: left, spans } = takeDays(rest, context);
  return { line: left, days: given(named(spans, 7)), to: best?.after.named ?? null };
}

function verbOf(line: Line): { readonly line: Line; readonly type: Type } | null {
  for (const [type, pattern] of VERBS) {
    const match = pattern.exec(line.flat);
    if (match !== null) return { line: take(line, stretchOf(match)), type };
  }
  return null;
}

function orNull(match: Match): Match | null {
  return match.type === 'none' ? null : match;
}

/** Something must say what it is about: a name, a day, who did it, or the option itself. */
function isAbout(type: Type, text: Line, hasName: boolean, hasDays: boolean): boolean {
  if (type === 'lift') return OPTION.test(text.flat);
  if (type === 'challenge') return hasDays || hasName;
  return (
    hasName ||
    hasDays ||
    WHO.test(text.flat) ||
    OPTION.test(text.flat) ||
    (CONCERT.test(text.flat) && type !== 'confirm')
  );
}

/**
 * Reads a plain sentence of a booker about an option or a date (« le fil lâche », « ils reportent au 12 sept »). Only
 * sentences made of nothing else count: with « je », a negation, a question or any word it does not know, the answer is null.
 */
export function readBookingSentence(text: string, known: Known, context: Context): BookingSentence | null {
  const { line: start, beyond } = lineOf(text);
  if (beyond !== null || start.flat.length > 160) return null;
  const same = SAME_TERMS.exec(start.flat);
  const plain = same === null ? start : take(start, stretchOf(same));
  const said = verbOf(plain);
  if (said === null || (start.flat.includes('?') && said.type !== 'challenge')) return null;
  const names = findNames(said.line, known);
  const moves = said.type === 'postpone' || said.type === 'extend';
  const { line, days, to } = moves
    ? movedTo(names.line, context, said.type === 'extend')
    : withDays(names.line, context);
  const { match, line: rest } = inTown(matchOf(names.venues), line, known);
  const [venue, artist] = [orNull(match), orNull(matchOf(names.artists))];
  if (!onlyAllowed(rest) || !isAbout(said.type, line, venue !== null || artist !== null, days !== null || to !== null))
    return null;
  const type = said.type === 'cancel' && OPTION.test(line.flat) ? 'release' : said.type;
  return { type, venue, artist, days, to, sameTerms: same !== null };
}

function withDays(given_: Line, context: Context): Moved {
  const { line, spans } = takeDays(given_, context);
  return { line, days: given(named(spans, 7)), to: null };
}
