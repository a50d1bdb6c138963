import { lexemesOf } from './lexemes.ts';
import type { Lexeme } from './lexemes.ts';
import { normalise } from './normalise.ts';
import { read } from './read.ts';
import { refine } from './refine.ts';
import type { Role } from './vocabulary/roles.ts';
import type { Context } from './types.ts';

/** « mes », "my": somebody else's days are said with them as well. */
const OWNER = /^(?:mes?|ma|mon|my)$/;
/** Words that make a sentence of it: somebody does something on that day. */
const TELLS: ReadonlySet<Role> = new Set(['verb', 'is', 'am', 'was', 'can', 'we', 'they', 'you', 'impersonal']);
/** All there is in « à lundi », « merci, à demain ». */
const PARTING: ReadonlySet<Role> = new Set(['at', 'soft', 'fine', 'comma', 'stop', 'weekday', 'relday', 'tonight']);

/** « je joue », « j'ai », "I have", « je suis », « je me marie »: what keeps the speaker, as far as the words go. */
function keepsSpeaker(row: readonly Lexeme[]): boolean {
  return row.some((lexeme, at) => {
    if (lexeme.role === 'reason') return /^(?:je|j|i) /.test(lexeme.text);
    if (lexeme.role !== 'me' || OWNER.test(lexeme.text)) return false;
    const next = row[at + 1];
    return next?.role === 'unknown' || (next?.role === 'am' && next.text !== 'will');
  });
}

/**
 * Whether a sentence that names days only tells something about them (« la vapeur confirmera demain », « le contrat part
 * lundi », « on part jeudi », « à lundi ») rather than being bare days or what keeps the speaker (« le 12 », « mariage le 12 »,
 * « je joue le 12 »). Only for sentences that `readDays` found to say neither free nor not.
 */
export function isRemark(text: string, context: Context): boolean {
  const reading = read(text, null, context);
  if (reading.type !== 'ask' || reading.kind !== null) return false;
  const row = refine(lexemesOf(normalise(text).text, context.locale).lexemes);
  if (keepsSpeaker(row)) return false;
  const parts = row.every(({ role }) => PARTING.has(role)) && row.some(({ text: word }) => word === 'a');
  return parts || reading.unread !== null || row.some(({ role }) => TELLS.has(role));
}
