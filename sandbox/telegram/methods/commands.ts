import { findChat } from '../access.ts';
import { badRequest } from '../errors.ts';
import { asObject, bare, requiredInteger, requiredString } from '../fields.ts';
import { isRecord, json } from '../params.ts';
import type { WireCommand } from '../wire.ts';
import { chatId } from '../world.ts';
import type { BotAccount } from '../world.ts';
import type { Call, Method } from './method.ts';

const MAX_COMMANDS = 100;
const MAX_DESCRIPTION = 256;
const SCOPES: ReadonlySet<string> = new Set([
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
]);

function setMyCommands(call: Call): unknown {
  const value = json(call.params, 'commands', 'commands');
  if (!Array.isArray(value)) throw badRequest('expected an Array of BotCommand');
  if (value.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  const commands = value.map((item) => readCommand(item));
  call.bot.commands.set(key(call), commands);
  return true;
}

function readCommand(value: unknown): WireCommand {
  const object = asObject(value, badRequest('expected an Array of BotCommand'));
  // The platform takes a leading slash as a slip.
  const command = requiredString(object, 'command', bare).replace(/^\//, '');
  const description = requiredString(object, 'description', bare).trim();
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description === '' || description.length > MAX_DESCRIPTION) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command, description };
}

function getMyCommands(call: Call): unknown {
  return call.bot.commands.get(key(call)) ?? [];
}

function deleteMyCommands(call: Call): unknown {
  call.bot.commands.delete(key(call));
  return true;
}

/** The list a call is about: `scope[:chat[:user]]|language`. */
function key(call: Call): string {
  const language = call.params.values.get('language_code') ?? '';
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  return `${readScope(call)}|${language}`;
}

function readScope(call: Call): string {
  const value = json(call.params, 'scope', 'scope');
  if (value === undefined || value === null) return 'default';
  if (!isRecord(value)) throw badRequest('BotCommandScope must be an Object');
  const type = requiredString(value, 'type', bare);
  if (SCOPES.has(type)) return type;
  if (type !== 'chat' && type !== 'chat_administrators' && type !== 'chat_member')
    throw badRequest('unsupported type specified');
  const named = value['chat_id'];
  const id = typeof named === 'string' || typeof named === 'number' ? String(named) : '';
  const chat = findChat(call.world, call.bot, { values: new Map([['chat_id', id]]), files: new Map() });
  if (type === 'chat') return `chat:${chatId(chat)}`;
  if (chat.kind === 'private') throw badRequest(`can't use chat scope "${type}" in private chats`);
  if (type === 'chat_administrators') return `chat_administrators:${chatId(chat)}`;
  return `chat_member:${chatId(chat)}:${requiredInteger(value, 'user_id', bare)}`;
}

/** Commands by scope and language. */
export const commandMethods: Readonly<Record<string, Method>> = { setMyCommands, getMyCommands, deleteMyCommands };

/** Whose menu, and where: `chat` is the chat's id, absent in the private chat with the bot. */
export interface MenuPlace {
  readonly userId: number;
  readonly language: string | undefined;
  readonly group?: { readonly id: number; readonly isAdmin: boolean };
}

/** The commands a person is shown, narrowest scope first, in their language if there is a list for it (Bot API 10.1, BotCommandScope). */
export function menuFor(bot: BotAccount, place: MenuPlace): readonly WireCommand[] {
  const { userId, language, group } = place;
  const scopes =
    group === undefined
      ? [`chat:${userId}`, 'all_private_chats', 'default']
      : [
          `chat_member:${group.id}:${userId}`,
          ...(group.isAdmin ? [`chat_administrators:${group.id}`] : []),
          `chat:${group.id}`,
          ...(group.isAdmin ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ];
  for (const scope of scopes) {
    const found = bot.commands.get(`${scope}|${(language ?? '').slice(0, 2)}`) ?? bot.commands.get(`${scope}|`);
    if (found !== undefined) return found;
  }
  return [];
}
