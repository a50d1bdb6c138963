import { type Draft } from '../../core/commit.ts';
import { artists } from '../../core/records/agency.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { monthAfter, monthsAhead, silentMonths } from '../../domain/reminders/silent-months.ts';
import { wholeMonths } from '../../domain/reminders/whole-months.ts';
import { readAnswer, readDays } from '../../domain/spoken-days/index.ts';
import { heardOf, playedActs } from '../../agency/digest/heard.ts';
import { monthWord } from '../../agency/short-days.ts';
import { absencesOn } from '../absence/free.conversation.ts';
import { contextOf } from '../absence/reading.ts';
import { declare } from './declare.ts';

/** « rien à signaler », « RAS », "nothing to report": said of months, named behind it or those that were asked about. */
const nothing =
  /(?<![\p{L}\d])(?:rien\s+(?:à|a)\s+(?:signaler|d[ée]clarer)|r\.?a\.?s\.?|aucune?\s+(?:indispo\p{L}*|absence)|pas\s+d['’]\s?(?:indispo\p{L}*|absence)|nothing\s+to\s+(?:report|declare|flag)|no\s+absences?|all\s+clear)(?![\p{L}\d])/iu;
/** What may stand around it without naming a month. */
const filler =
  /(?<![\p{L}\d])(?:salut|bonjour|coucou|merci|thanks|thank you|hello|hi|hey|régie|regie|de mon c[oô]t[ée]|pour moi|from me|on my side|for me|pour l['’]instant|for now|pour ces mois|là|moi|c['’]est|me|pour|for|en|in|sur|about|all of|tout)(?![\p{L}\d])/giu;

/** A month in plain words: nothing to report for it, or free all of it. Null: about something else, or about days. */
export async function monthsIntent(turn: Turn, text: string): Promise<Draft | null> {
  const { inbound, person } = turn;
  if (inbound.chatKind !== 'private' || !person.roles.some((role) => workers.includes(role))) return null;
  const said = nothing.exec(text);
  const acts = (await turn.store.find(artists, { name: 'person', value: person.id })).map((record) => record.value);
  if (playedActs(person.id, acts).length === 0) return null;
  if (said === null) return freeAllMonth(turn, text);
  const rest = text.replace(nothing, ' ');
  if (/[?]/.test(rest)) return null;
  if (rest.replaceAll(filler, ' ').replaceAll(/[\s,;:.!…-]+/gu, '') === '')
    return declare(turn, await askedMonths(turn, acts));
  const reading = readAnswer(rest.trim(), 'presence', contextOf(turn));
  if (reading.type !== 'days') return null;
  const months = wholeMonths(reading.parts, turn.today);
  if (months !== null) return declare(turn, months);
  const month = monthWord(reading.parts[0]?.day.slice(0, 7) ?? monthAfter(turn.today, 1), turn.texts.locale);
  return { outbound: [reply(turn, turn.texts.say('months-whole', { month }))] };
}

/** The silent ones among the months Régie asks about; all of them when somebody says it again. */
async function askedMonths(turn: Turn, acts: Parameters<typeof heardOf>[2]): Promise<string[]> {
  const silent = silentMonths(await heardOf(turn.store, turn.person.id, acts, turn.today), turn.today);
  return silent.length > 0
    ? silent
    : Array.from({ length: monthsAhead }, (_, index) => monthAfter(turn.today, index + 1));
}

/** « je suis dispo tout avril »; where an absence is noted in it, that is to be talked about first. */
async function freeAllMonth(turn: Turn, text: string): Promise<Draft | null> {
  const reading = readDays(text, contextOf(turn));
  if (reading.type !== 'days' || reading.kind !== 'presence' || !reading.firstPerson || reading.only === true)
    return null;
  const months = wholeMonths(reading.parts, turn.today);
  if (months === null || (await absencesOn(turn, reading.parts)).length > 0) return null;
  return declare(turn, months);
}
