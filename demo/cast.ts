import { type TelegramControl } from '../sandbox/telegram/control.ts';
import { type PersonHandle } from '../sandbox/signal/control-api.ts';
import { codeFor, until, type Stage } from './stage.ts';

/** Somebody of the story on Telegram, in their private chat with the staff bot. */
export interface OnTelegram {
  readonly name: string;
  readonly id: number;
  readonly write: (text: string, group?: number) => void;
  readonly press: (label: string) => void;
  /** What the private chat shows now, newest last: text and button labels. */
  readonly sees: () => readonly Seen[];
  readonly edit: (from: string, to: string) => void;
}

/** Somebody of the story on Signal. */
export interface OnSignal {
  readonly name: string;
  readonly write: (text: string) => void;
  /** Votes in the newest open poll. */
  readonly vote: (label: string) => void;
  readonly sees: () => readonly Seen[];
}

/** A message as somebody sees it. */
export interface Seen {
  readonly from: string;
  readonly text: string;
  readonly choices: readonly string[];
}

type TelegramPerson = ReturnType<TelegramControl['user']>;

/** Lets somebody join on Telegram by the deep link of an invitation. */
export async function joinTelegram(stage: Stage, person: string, name: string): Promise<OnTelegram> {
  const { control } = stage.sandbox.telegram;
  const user = control.createUser({ firstName: name, languageCode: 'fr' });
  const handle: TelegramPerson = control.user(user.id);
  const staff = stage.bots['staff'] ?? '';
  handle.start(staff, await codeFor(stage, person));
  const sees = (): Seen[] =>
    handle.view(staff).messages.map((message) => ({
      from: message.from.name,
      text: message.text,
      choices: message.keyboard.flat().map((button) => button.text),
    }));
  await until(`${name} is welcomed on Telegram`, () => sees().find((message) => message.text.startsWith('Bienvenue')));
  return {
    name,
    id: user.id,
    sees,
    write: (text, group) => void handle.write(group ?? staff, text),
    press: (label) => void handle.press(staff, { label }),
    edit: (from, to) => {
      const message = handle.view(staff).messages.findLast((one) => one.text === from);
      if (message !== undefined) handle.edit(staff, message.id, to);
    },
  };
}

/** Lets somebody join on Signal by sending the word of an invitation. */
export async function joinSignal(stage: Stage, person: string, name: string): Promise<OnSignal> {
  const handle = stage.sandbox.signal.control.addPerson({ name });
  handle.write(await codeFor(stage, person));
  const sees = (): Seen[] => seenOnSignal(handle);
  await until(`${name} is welcomed on Signal`, () => sees().find((message) => message.text.startsWith('Bienvenue')));
  return {
    name,
    sees,
    write: (text) => void handle.write(text),
    vote: (label) => {
      const poll = handle.see().messages.findLast((message) => message.poll !== null && !message.poll.closed);
      const option = poll?.poll?.options.findIndex((one) => one.text === label) ?? -1;
      if (poll === undefined || option < 0) throw new Error(`${name} sees no open poll with « ${label} »`);
      handle.vote({ author: poll.author.aci, timestamp: poll.timestamp, options: [option] });
    },
  };
}

function seenOnSignal(handle: PersonHandle): Seen[] {
  return handle.see().messages.map((message) => ({
    from: message.author.us ? 'Régie' : message.author.name,
    text: message.poll === null ? message.text : `(sondage) ${message.poll.question}`,
    choices: message.poll === null || message.poll.closed ? [] : message.poll.options.map((option) => option.text),
  }));
}
