import { type Stage } from '../../demo/stage.ts';
import { type PersonControl } from '../../sandbox/telegram/control.ts';
import { type Attachment } from '../../sandbox/telegram/attachments.ts';
import { type ChatView } from '../../sandbox/telegram/view.ts';
import { type PersonHandle } from '../../sandbox/signal/control-api.ts';
import { type SeenChat } from '../../sandbox/signal/view.ts';

type TelegramMessage = ChatView['messages'][number];
type SignalMessage = SeenChat['messages'][number];

/** Somebody with Telegram in their hand. Every act resolves once the product has done what it had to. */
export interface TelegramPerson {
  readonly control: PersonControl;
  readonly id: number;
  /** `telegram:<id>`. */
  readonly account: string;
  readonly say: (text: string, to?: number | string) => Promise<number>;
  readonly send: (attachment: Attachment, to?: number | string) => Promise<void>;
  readonly press: (label: string, messageId?: number) => Promise<void>;
  readonly edit: (messageId: number, text: string, to?: number | string) => Promise<void>;
  /** What Régie wrote in the private chat with the staff bot. */
  readonly read: () => readonly TelegramMessage[];
  /** The last of it. */
  readonly last: () => TelegramMessage;
  /** What the buttons of a message say. */
  readonly buttons: (messageId?: number) => readonly string[];
  /** What the button of that label carries. */
  readonly data: (label: string, messageId?: number) => string;
  /** What was shown on the last press. */
  readonly toast: () => string | null;
  readonly toasts: () => readonly string[];
  /** Everything on the screen, buttons and toasts included. */
  readonly screen: () => string;
}

/** Somebody with Signal in their hand. */
export interface SignalPerson {
  readonly handle: PersonHandle;
  readonly account: string;
  readonly say: (text: string, chat?: string) => Promise<number>;
  readonly quote: (timestamp: number, text: string) => Promise<void>;
  readonly react: (timestamp: number, emoji: string, remove?: boolean) => Promise<void>;
  readonly vote: (timestamp: number, ...options: readonly number[]) => Promise<void>;
  readonly edit: (timestamp: number, text: string) => Promise<void>;
  readonly read: () => readonly SignalMessage[];
  /** The last text, polls left out. */
  readonly last: () => SignalMessage;
  /** The last poll. */
  readonly poll: () => SignalMessage;
  readonly screen: () => string;
}

/** Takes a person of the sandbox by the hand. */
export function telegramPerson(stage: Stage, id: number, calm: () => Promise<void>): TelegramPerson {
  const control = stage.sandbox.telegram.control.user(id);
  const staff = stage.bots['staff'] ?? '';
  const read = (): readonly TelegramMessage[] => control.view(staff).messages.filter((message) => message.from.isBot);
  const last = (): TelegramMessage => {
    const found = read().at(-1);
    if (found === undefined) throw new Error('Régie wrote nothing');
    return found;
  };
  const message = (messageId: number | undefined): TelegramMessage | undefined =>
    messageId === undefined
      ? read().findLast((one) => one.keyboard.length > 0)
      : read().find((one) => one.id === messageId);
  const toasts = (): readonly string[] => control.toasts().map((toast) => toast.text ?? '');
  return {
    control,
    id,
    account: `telegram:${id}`,
    say: async (text, to = staff) => {
      const sent = control.write(to, text);
      await calm();
      return sent.message_id;
    },
    send: async (attachment, to = staff) => {
      control.send(to, attachment);
      await calm();
    },
    press: async (label, messageId) => {
      control.press(staff, { label, messageId });
      await calm();
    },
    edit: async (messageId, text, to = staff) => {
      control.edit(to, messageId, text);
      await calm();
    },
    read,
    last,
    buttons: (messageId) => (message(messageId)?.keyboard ?? []).flatMap((row) => row.map((button) => button.text)),
    data: (label, messageId) => {
      const found = (message(messageId)?.keyboard ?? []).flat().find((button) => button.text === label);
      if (found?.callback_data === undefined) throw new Error(`no button ${label}`);
      return found.callback_data;
    },
    toast: () => toasts().at(-1) ?? null,
    toasts,
    screen: () =>
      [...read().flatMap((one) => [one.text, ...one.keyboard.flat().map((button) => button.text)]), ...toasts()].join(
        '\n',
      ),
  };
}

/** The same for Signal. */
export function signalPerson(_stage: Stage, handle: PersonHandle, calm: () => Promise<void>): SignalPerson {
  const read = (): readonly SignalMessage[] => handle.see().messages.filter((message) => message.author.us);
  const lastWhere = (wanted: (message: SignalMessage) => boolean): SignalMessage => {
    const found = read().findLast(wanted);
    if (found === undefined) throw new Error('Régie wrote nothing of the kind');
    return found;
  };
  return {
    handle,
    account: `signal:${handle.aci}`,
    say: async (text, chat) => {
      const sent = handle.write(text, chat);
      await calm();
      return sent;
    },
    quote: async (timestamp, text) => {
      handle.write({ text, quote: { timestamp } });
      await calm();
    },
    react: async (timestamp, emoji, remove = false) => {
      handle.react({ timestamp, emoji, remove });
      await calm();
    },
    vote: async (timestamp, ...options) => {
      handle.vote({ timestamp, options });
      await calm();
    },
    edit: async (timestamp, text) => {
      handle.edit({ timestamp, text });
      await calm();
    },
    read,
    last: () => lastWhere((message) => message.poll === null),
    poll: () => lastWhere((message) => message.poll !== null),
    screen: () =>
      read()
        .map((one) =>
          one.poll === null
            ? one.text
            : [one.poll.question, ...one.poll.options.map((option) => option.text)].join('\n'),
        )
        .join('\n'),
  };
}
