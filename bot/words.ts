import { distance } from 'fastest-levenshtein';
import { type Command } from '../core/command.ts';

/** A command in what somebody wrote. */
export type Spoken =
  /** `loose`: its name only begins a sentence, which counts when nothing else takes the words. */
  | { readonly type: 'command'; readonly command: Command; readonly words: string; readonly loose?: boolean }
  /** It looks like a command, and there is none of that name; `near` is the closest. */
  | { readonly type: 'unknown'; readonly near: Command | null }
  | { readonly type: 'none' };

/** How many letters may be wrong for a guess to be worth offering. */
const nearEnough = 2;

/**
 * Finds a command by its French or English name. With a slash it is one for sure; without, only a message that is nothing
 * but the name counts (« aide »), since the words of a sentence belong to the person.
 */
export function spokenCommand(text: string, commands: readonly Command[]): Spoken {
  const slash = /^\/([^\s@]+)(?:@\S+)?\s*([\s\S]*)$/.exec(text.trim());
  if (slash === null) {
    const bare = commands.filter((one) => one.needsSlash !== true);
    const command = byName(text.replaceAll(/[\s'’\p{S}-]+/gu, ''), bare);
    return command === undefined ? opening(text, commands) : { type: 'command', command, words: '' };
  }
  const [, name = '', words = ''] = slash;
  const command = byName(name, commands);
  return command === undefined
    ? { type: 'unknown', near: nearest(name, commands) }
    : { type: 'command', command, words };
}

/** « sonder gribitch le 3 avril », « trouve-moi la vapeur »: a name that begins the sentence, where such a sentence can mean nothing else. */
function opening(text: string, commands: readonly Command[]): Spoken {
  const [, name = '', words = ''] = /^\s*(\p{L}+)(?:-moi)?\s+([\s\S]+)$/u.exec(text) ?? [];
  const command = byName(
    name,
    commands.filter((one) => one.opensSentence?.(words) === true),
  );
  return command === undefined ? { type: 'none' } : { type: 'command', command, words, loose: true };
}

/** The command somebody probably meant by a single mistyped word, of which at most so many letters are wrong. */
export function nearest(name: string, commands: readonly Command[], most = nearEnough): Command | null {
  const folded = fold(name);
  const ranked = commands
    .flatMap((command) =>
      [command.name.fr, command.name.en].map((known) => ({ command, away: distance(folded, known) })),
    )
    .sort((a, b) => a.away - b.away);
  const [best] = ranked;
  return best !== undefined && best.away <= most && folded.length > nearEnough ? best.command : null;
}

function byName(name: string, commands: readonly Command[]): Command | undefined {
  const folded = fold(name);
  return commands.find(
    ({ name: known, aliases = [] }) => known.fr === folded || known.en === folded || aliases.includes(folded),
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
