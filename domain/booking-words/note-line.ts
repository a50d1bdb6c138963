import type { Day } from '../day.ts';
import type { Context } from '../spoken-days/index.ts';
import { distinctDays, takeDays } from './days.ts';
import { withoutOverlap } from './find-names.ts';
import { lineOf } from './line.ts';
import type { Line } from './line.ts';
import { findNames, findTowns, matchOf, placeOf } from './places.ts';
import type { Known, Match, NoteLine } from './types.ts';
import { lengthFrom } from './until.ts';

/** Whom a note is about is said within its first characters. */
const LONGEST_HEAD = 80;

const SEPARATOR = /\s*:\s+|\s*:(?=\p{L})|\s+[-=>]+\s+|\n/u;
const NUMBER =
  /^\s*(?:(?:deal|lead|piste|n°|no|#)\s?)*(\d{1,5})(?![\d\p{L}/.,:h%€]|\s?(?:h|€|%|ht|ttc|places)(?!\p{L}))/u;
const WITHIN =
  /(?<!\p{L})(?:dans|sous|in)\s(\d{1,3}|une?|deux|trois|quinze|huit|an?|one|two|three)\s?(jours?|j|semaines?|sem|mois|days?|weeks?|months?)(?!\p{L})/u;

/** A day is when to do something only beside words for doing it: « ok pour le 13 » is about the 13th, not due then. */
const TO_DO =
  /(?<!\p{L})(?:r?appel\p{L}*|relanc\p{L}*|r?envoy?\p{L}*|recontact\p{L}*|contact\p{L}*|repond\p{L}*|ecri\p{L}*|verifi\p{L}*|demand\p{L}*|revoir|voir|point|a faire|todo|avant|d'ici|call|ring|chase|send|email|write|reply|check|ask|remind|follow|by|before)(?!\p{L})/u;

/** The single day a note speaks of; « dans deux semaines » is counted from today. */
function dueIn(note: string, context: Context): Day | null {
  const { line } = lineOf(note);
  if (!TO_DO.test(line.flat)) return null;
  const within = WITHIN.exec(line.flat);
  const [, count, unit] = within ?? [];
  if (count !== undefined && unit !== undefined) return lengthFrom(context.today, count, unit);
  const { spans } = takeDays(line, context);
  const days = distinctDays(spans.flatMap(({ parts }) => parts));
  const [day, second] = days;
  return day === undefined || second !== undefined || spans.some(({ why }) => why !== null) ? null : day;
}

interface Head {
  readonly venue: Match;
  readonly artist: Match | null;
  readonly number: number | null;
}

function headOf(text: string, known: Known): Head {
  const { line } = lineOf(text);
  const numbered = NUMBER.exec(line.flat);
  const names = findNames(line, known);
  const { venue } = placeOf(names, known, line.flat.length);
  const artist = matchOf(names.artists);
  return {
    venue: venue.type === 'new' ? matchOf([{ from: 0, to: 0, ids: venue.like, score: 0 }]) : venue,
    artist: artist.type === 'none' ? null : artist,
    number: numbered === null || names.venues.some(({ from }) => from === 0) ? null : Number(numbered[1]),
  };
}

/** Where the names or the number at the start of a line without a separator end; 0 when it starts with neither. */
function headEnd(line: Line, known: Known): number {
  const names = findNames(line, known);
  const numbered = NUMBER.exec(line.flat);
  let end = 0;
  const towns = findTowns(names.line, known.venues);
  for (const { from, to } of withoutOverlap([
    ...names.artists,
    ...names.venues,
    ...towns.map((town) => ({ ...town, ids: [], score: 0 })),
  ])) {
    if (!/^[\s,]*(?:(?:le|la|les|l'|au|a|du|de|the|pour|chez|at)\s*)*$/u.test(line.flat.slice(end, from))) break;
    end = to;
  }
  return end === 0 ? (numbered?.[0].length ?? 0) : end;
}

/** Reads « Fil : rappelle lundi », « 42 rappelle lundi »: whom the note is about, its words as typed, when it is due. */
export function readNoteLine(text: string, known: Known, context: Context): NoteLine {
  const source = text.normalize('NFC');
  const { line } = lineOf(source.slice(0, LONGEST_HEAD));
  const mark = SEPARATOR.exec(source);
  const marked =
    mark === null || mark.index === 0 || mark.index > LONGEST_HEAD ? null : headOf(source.slice(0, mark.index), known);
  const isHead = marked !== null && (marked.venue.type !== 'none' || marked.artist !== null || marked.number !== null);
  if (isHead && mark !== null) {
    const note = source.slice(mark.index + mark[0].length).trim();
    return { ...marked, note, due: dueIn(note, context) };
  }
  const end = headEnd(line, known);
  const note = source
    .slice(end)
    .replace(/^[\s,:;-]+/u, '')
    .trim();
  return { ...headOf(source.slice(0, end), known), note, due: dueIn(note, context) };
}
