/** A part of a message in one style. */
export interface Piece {
  readonly text: string;
  readonly bold: boolean;
}

/** A file in a message; a photo is shown, anything else is named. */
export interface ShownFile {
  readonly name: string;
  readonly photo: { readonly width: number; readonly height: number; readonly base64: string } | null;
}

/** A poll; `chosen` is what the person whose telephone it is has voted for. */
export interface ShownPoll {
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly chosen: boolean }[];
}

/** One message as it stands on somebody's screen. */
export interface ShownMessage {
  /** Said by the person whose telephone it is. */
  readonly own: boolean;
  /** Milliseconds. */
  readonly at: number;
  readonly pieces: readonly Piece[];
  readonly edited: boolean;
  readonly buttons: readonly (readonly string[])[];
  readonly poll: ShownPoll | null;
  readonly reaction: string | null;
  readonly file: ShownFile | null;
}

/** The screen of somebody in their private chat with Régie. */
export interface Screen {
  readonly platform: 'telegram' | 'signal';
  readonly owner: string;
  readonly messages: readonly ShownMessage[];
}

/** Where the agency is: days and hours on screens are its own. */
const zone = 'Europe/Paris';

/** « 10:05 ». */
export function hourOf(at: number): string {
  return new Intl.DateTimeFormat('fr', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
}

/** « mercredi 9 décembre ». */
export function dayOf(at: number): string {
  return new Intl.DateTimeFormat('fr', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

/** The words of a message. */
export function wordsOf({ pieces }: ShownMessage): string {
  return pieces.map(({ text }) => text).join('');
}

/**
 * Everything that can be read on a screen, as text: kept beside its picture, so that a later play can be compared with what
 * was drawn. Hours at which messages came are left out, since they depend on how fast the machine was.
 */
export function textOf(screen: Screen): string {
  const lines: string[] = [`${screen.owner}, ${screen.platform === 'telegram' ? 'Telegram' : 'Signal'}`];
  let day = '';
  for (const message of screen.messages) {
    if (dayOf(message.at) !== day) {
      day = dayOf(message.at);
      lines.push('', `— ${day} —`);
    }
    lines.push('', `${message.own ? screen.owner : 'Régie'} :`, ...linesOf(message));
  }
  return `${lines.join('\n')}\n`;
}

function linesOf(message: ShownMessage): string[] {
  const { file, poll, buttons, reaction } = message;
  return [
    ...(file === null ? [] : [`(${file.photo === null ? 'fichier' : 'photo'}) ${file.name}`]),
    ...(poll === null ? wordsOf(message).split('\n') : [`(sondage) ${poll.question}`]),
    ...(poll?.options ?? []).map(({ text, chosen }) => `${chosen ? '●' : '○'} ${text}`),
    ...buttons.map((row) => row.map((label) => `[${label}]`).join(' ')),
    ...(reaction === null ? [] : [reaction]),
  ].map((line) => line.trimEnd());
}
