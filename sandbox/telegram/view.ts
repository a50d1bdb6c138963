import type { WireButton, WireEntity, WireMessage, WirePoll } from './wire.ts';
import { chatId, isMember } from './world.ts';
import type { Chat, StoredMessage, Toast, World } from './world.ts';

/** A message as people see it now. */
interface MessageView {
  readonly id: number;
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean };
  /** Unix seconds. */
  readonly date: number;
  /** The text, or the caption of a file; empty when there is neither. */
  readonly text: string;
  readonly entities: readonly WireEntity[];
  readonly keyboard: readonly (readonly WireButton[])[];
  readonly edited: boolean;
  readonly pinned: boolean;
  readonly reactions: readonly { readonly userId: number; readonly emoji: string }[];
  readonly replyTo: number | null;
  readonly file: FileView | null;
  readonly poll: WirePoll | null;
  /** What happened, for a service message (`new_chat_members`, `pinned_message`…). */
  readonly service: string | null;
}

/** A file in a message, `size` in bytes; a photo is shown in the chat, and its sides are in pixels (null for anything else). */
interface FileView {
  readonly kind: 'document' | 'photo' | 'voice' | 'sticker';
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly sides: { readonly width: number; readonly height: number } | null;
}

/** A chat as the people in it see it. */
export interface ChatView {
  readonly key: string;
  readonly id: number;
  readonly kind: Chat['kind'];
  readonly title: string;
  readonly messages: readonly MessageView[];
  /** Numbers of the messages that were deleted. */
  readonly deleted: readonly number[];
  readonly pinned: readonly number[];
  /** What the bot is shown to be doing now, or null. */
  readonly typing: string | null;
  readonly replyKeyboard: unknown;
  /** What bots showed to people of this chat when they pressed: in a private chat, to that person by that bot. */
  readonly toasts: readonly Toast[];
  readonly members: readonly number[];
  readonly started: boolean;
  readonly blocked: boolean;
  /** The group's new id once it became a supergroup. */
  readonly migratedTo: number | null;
}

const SERVICE_FIELDS = [
  'new_chat_members',
  'left_chat_member',
  'group_chat_created',
  'new_chat_title',
  'pinned_message',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
] as const;

/** The chat as it looks now. */
export function viewChat(world: World, chat: Chat): ChatView {
  const isPrivate = chat.kind === 'private';
  const visible = chat.messages.filter((message) => !message.deleted);
  return {
    key: chat.key,
    id: chatId(chat),
    kind: chat.kind,
    title: isPrivate ? `${chat.person.first_name} · @${chat.bot.user.username}` : chat.title,
    messages: visible.map((message) => viewMessage(world, message)),
    deleted: chat.messages.filter((message) => message.deleted).map((message) => message.wire.message_id),
    pinned: visible.filter((message) => message.pinned).map((message) => message.wire.message_id),
    typing: chat.typing !== undefined && chat.typing.until > world.kit.clock.now() ? chat.typing.action : null,
    replyKeyboard: chat.replyKeyboard ?? null,
    toasts: world.toasts.filter((toast) =>
      isPrivate ? toast.userId === chat.person.id && toast.botId === chat.bot.user.id : isMember(chat, toast.userId),
    ),
    members: isPrivate
      ? [chat.person.id, chat.bot.user.id]
      : [...chat.members.keys()].filter((id) => isMember(chat, id)),
    started: isPrivate ? chat.started : true,
    blocked: isPrivate && chat.blocked,
    migratedTo: isPrivate ? null : (chat.migratedTo ?? null),
  };
}

/** One message as it looks now. */
function viewMessage(world: World, { wire, pinned, reactions }: StoredMessage): MessageView {
  return {
    id: wire.message_id,
    from: { id: wire.from?.id ?? 0, name: wire.from?.first_name ?? '', isBot: wire.from?.is_bot ?? false },
    date: wire.date,
    text: wire.text ?? wire.caption ?? '',
    entities: wire.entities ?? wire.caption_entities ?? [],
    keyboard: wire.reply_markup?.inline_keyboard ?? [],
    edited: wire.edit_date !== undefined,
    pinned,
    reactions: [...reactions].flatMap(([userId, list]) => list.map(({ emoji }) => ({ userId, emoji }))),
    replyTo: wire.reply_to_message?.message_id ?? null,
    file: viewFile(world, wire),
    poll: wire.poll ?? null,
    service: SERVICE_FIELDS.find((field) => wire[field] !== undefined) ?? null,
  };
}

function viewFile(world: World, wire: WireMessage): FileView | null {
  const photo = wire.photo?.at(-1);
  const file = world.files.get((wire.document ?? wire.voice ?? wire.sticker ?? photo)?.file_id ?? '');
  if (file === undefined) return null;
  const kind = photo === undefined ? 'document' : 'photo';
  return {
    kind: wire.voice === undefined ? (wire.sticker === undefined ? kind : 'sticker') : 'voice',
    id: file.id,
    name: file.name,
    mime: file.mime,
    size: file.bytes.length,
    sides: photo === undefined ? null : { width: photo.width, height: photo.height },
  };
}
