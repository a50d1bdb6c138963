import { ControlError } from '../kit/control.ts';
import { chatLabel, findMessage } from './access.ts';
import { chatAt, findBot, messageAt } from './people.ts';
import type { Place } from './people.ts';
import type { WireButton, WireMessage, WireUser } from './wire.ts';
import { touched, wireChat } from './world.ts';
import type { BotAccount, Chat, StoredMessage, World } from './world.ts';

/** Which button: by what it says, or by what it carries; the newest message that has it, unless one is named. */
export interface ButtonChoice {
  readonly label?: string | undefined;
  readonly data?: string | undefined;
  readonly messageId?: number | undefined;
}

/** What pressing did: asked the bot, opened an address, or copied a text. */
export type Press =
  | { readonly type: 'callback'; readonly callbackQueryId: string; readonly messageId: number }
  | { readonly type: 'opened'; readonly url: string }
  | { readonly type: 'copied'; readonly text: string };

/** A press no app would make: any data, for a message that may not exist or not be the bot's. */
export interface ForgedPress {
  readonly bot: number | string;
  readonly data?: string | undefined;
  /** Where the message is said to be; without it and `inlineMessageId`, the private chat. */
  readonly to?: Place | undefined;
  readonly messageId?: number | undefined;
  readonly inlineMessageId?: string | undefined;
}

/** Presses a button that is really there. */
export function press(world: World, person: WireUser, place: Place, choice: ButtonChoice): Press {
  const chat = chatAt(world, person, place);
  const { message, button } = findButton(chat, choice);
  if (button.url !== undefined) return { type: 'opened', url: button.url };
  if (button.web_app !== undefined) return { type: 'opened', url: button.web_app.url };
  if (button.copy_text !== undefined) return { type: 'copied', text: button.copy_text.text };
  const bot = world.bots.get(message.wire.from?.id ?? 0);
  if (bot === undefined || button.callback_data === undefined)
    throw new ControlError(`the button "${button.text}" cannot be pressed`);
  const callbackQueryId = ask(world, bot, person, { chat, data: button.callback_data, message: message.wire });
  return { type: 'callback', callbackQueryId, messageId: message.wire.message_id };
}

function findButton(chat: Chat, choice: ButtonChoice): { message: StoredMessage; button: WireButton } {
  const messages =
    choice.messageId === undefined
      ? chat.messages.filter((each) => !each.deleted).toReversed()
      : [messageAt(chat, choice.messageId)];
  const matches = (button: WireButton): boolean =>
    (choice.label === undefined || button.text === choice.label) &&
    (choice.data === undefined || button.callback_data === choice.data);
  for (const message of messages) {
    const buttons = message.wire.reply_markup?.inline_keyboard.flat() ?? [];
    const button = buttons.find(matches);
    if (button !== undefined) return { message, button };
  }
  const seen = messages.flatMap(
    (each) => each.wire.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [],
  );
  throw new ControlError(
    `no button "${choice.label ?? choice.data ?? ''}" in ${chat.key}; there are: ${seen.join(' | ') || 'none'}`,
  );
}

/** Sends a press that was never offered; returns its callback query id. */
export function forgePress(world: World, person: WireUser, forged: ForgedPress): string {
  const bot = findBot(world, forged.bot);
  const chat = chatAt(world, person, forged.to ?? bot.user.id);
  if (forged.inlineMessageId !== undefined) {
    return ask(world, bot, person, { chat, data: forged.data, inlineMessageId: forged.inlineMessageId });
  }
  const known = findMessage(chat, forged.messageId)?.wire;
  // A message the platform can no longer show comes with its number and a date of 0.
  const message = known ?? { chat: wireChat(chat), message_id: forged.messageId ?? 0, date: 0 };
  return ask(world, bot, person, { chat, data: forged.data, message });
}

interface Asked {
  readonly chat: Chat;
  readonly data?: string | undefined;
  readonly message?: WireMessage;
  readonly inlineMessageId?: string;
}

function ask(world: World, bot: BotAccount, person: WireUser, asked: Asked): string {
  const id = `48${String(world.nextNumber()).padStart(16, '0')}`;
  world.callbacks.set(id, { id, botId: bot.user.id, userId: person.id, at: world.kit.clock.now(), answered: false });
  const payload = {
    id,
    from: person,
    chat_instance: asked.chat.key.replace(/\D/g, ''),
    ...(asked.message === undefined ? {} : { message: asked.message }),
    ...(asked.inlineMessageId === undefined ? {} : { inline_message_id: asked.inlineMessageId }),
    ...(asked.data === undefined ? {} : { data: asked.data }),
  };
  bot.queue.push({ type: 'callback_query', payload, chat: chatLabel(asked.chat), text: asked.data });
  touched(world);
  return id;
}
