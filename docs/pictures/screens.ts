import { type Stage } from '../../demo/stage.ts';
import { type Piece, type Screen, type ShownMessage } from './chat.ts';

type TelegramMessage = ReturnType<
  ReturnType<Stage['sandbox']['telegram']['control']['user']>['view']
>['messages'][number];
type SignalMessage = ReturnType<ReturnType<Stage['sandbox']['signal']['control']['person']>['see']>['messages'][number];

/** What somebody sees in Telegram, in the private chat with the staff bot. */
export function telegramScreen(stage: Stage, id: number, owner: string): Screen {
  const { control } = stage.sandbox.telegram;
  const photo = (file: NonNullable<TelegramMessage['file']>): string =>
    Buffer.from(control.file(file.id).bytes).toString('base64');
  const shown = (message: TelegramMessage): ShownMessage => ({
    own: !message.from.isBot,
    at: message.date * 1000,
    pieces: piecesOf(
      message.text,
      message.entities.flatMap(({ type, offset, length }) => (type === 'bold' ? [{ start: offset, length }] : [])),
    ),
    edited: message.edited,
    buttons: message.keyboard.map((row) => row.map(({ text }) => text)),
    poll: null,
    reaction: message.reactions[0]?.emoji ?? null,
    file:
      message.file === null
        ? null
        : {
            name: message.file.name,
            photo: message.file.sides === null ? null : { ...message.file.sides, base64: photo(message.file) },
          },
  });
  const { messages } = control.user(id).view(stage.bots['staff'] ?? '');
  const said = messages.filter(({ service }) => service === null);
  return { platform: 'telegram', owner, messages: said.map(shown) };
}

/** What somebody sees in Signal, in the private chat with our number. */
export function signalScreen(stage: Stage, name: string): Screen {
  const handle = stage.sandbox.signal.control.people().find((person) => person.name === name);
  if (handle === undefined) throw new Error(`nobody is called ${name} on Signal`);
  const shown = (message: SignalMessage): ShownMessage => ({
    own: !message.author.us,
    at: message.timestamp,
    pieces: piecesOf(
      message.text,
      message.styles.flatMap(({ style, start, length }) => (style === 'BOLD' ? [{ start, length }] : [])),
    ),
    edited: message.edits > 0,
    buttons: [],
    poll:
      message.poll === null
        ? null
        : {
            question: message.poll.question,
            options: message.poll.options.map(({ text, voters }) => ({ text, chosen: voters.includes(handle.aci) })),
          },
    reaction: message.reactions[0]?.emoji ?? null,
    file: message.files[0] === undefined ? null : { name: message.files[0].filename ?? 'image', photo: null },
  });
  const { messages } = handle.see();
  return { platform: 'signal', owner: name, messages: messages.filter(({ deleted }) => !deleted).map(shown) };
}

/** A text cut where bold begins and ends; both count UTF-16 units. */
function piecesOf(text: string, bold: readonly { readonly start: number; readonly length: number }[]): Piece[] {
  const cuts = [0, ...bold.flatMap(({ start, length }) => [start, start + length]), text.length];
  const ends = [...new Set(cuts)].toSorted((one, other) => one - other);
  return ends.slice(1).map((end, index) => {
    const start = ends[index] ?? 0;
    const isBold = bold.some((span) => start >= span.start && end <= span.start + span.length);
    return { text: text.slice(start, end), bold: isBold };
  });
}
