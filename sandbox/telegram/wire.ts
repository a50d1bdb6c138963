/**
 * The objects of the Bot API that the emulator makes, in the platform's own field names. Only the fields it uses: the published contract
 * checks in the tests that what is made is what the platform would make.
 */

/** A person or a bot as the Bot API shows them. */
export interface WireUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** The short form of a chat, inside messages and updates. */
export interface WireChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly last_name?: string;
}

/** A span of a text; offset and length count UTF-16 code units. */
export interface WireEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: WireUser;
  readonly language?: string;
  readonly custom_emoji_id?: string;
  readonly unix_time?: number;
  readonly date_time_format?: string;
}

/** A button under a message. */
export interface WireButton {
  readonly text: string;
  readonly style?: string;
  readonly icon_custom_emoji_id?: string;
  readonly url?: string;
  readonly callback_data?: string;
  readonly web_app?: { readonly url: string };
  readonly switch_inline_query?: string;
  readonly switch_inline_query_current_chat?: string;
  readonly copy_text?: { readonly text: string };
}

/** The keyboard under a message. */
export interface WireInlineKeyboard {
  readonly inline_keyboard: readonly (readonly WireButton[])[];
}

/** A stored file as the Bot API names it. */
export interface WireFileRef {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
}

/** A poll as everybody sees it. */
export interface WirePoll {
  readonly id: string;
  readonly question: string;
  readonly options: readonly { readonly persistent_id: string; readonly text: string; readonly voter_count: number }[];
  readonly total_voter_count: number;
  readonly is_closed: boolean;
  readonly is_anonymous: boolean;
  readonly type: 'regular' | 'quiz';
  readonly allows_multiple_answers: boolean;
  readonly allows_revoting: boolean;
  readonly members_only: boolean;
}

/** What a message can contain besides its envelope. */
export interface WireContent {
  readonly text?: string;
  readonly entities?: readonly WireEntity[];
  readonly link_preview_options?: object;
  readonly caption?: string;
  readonly caption_entities?: readonly WireEntity[];
  readonly photo?: readonly (WireFileRef & { readonly width: number; readonly height: number })[];
  readonly document?: WireFileRef & { readonly file_name?: string; readonly mime_type?: string };
  readonly voice?: WireFileRef & { readonly duration: number; readonly mime_type?: string };
  readonly sticker?: WireFileRef & {
    readonly type: string;
    readonly width: number;
    readonly height: number;
    readonly is_animated: boolean;
    readonly is_video: boolean;
    readonly emoji?: string;
  };
  readonly contact?: { readonly phone_number: string; readonly first_name: string; readonly user_id?: number };
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly poll?: WirePoll;
  readonly new_chat_members?: readonly WireUser[];
  readonly left_chat_member?: WireUser;
  readonly group_chat_created?: true;
  readonly new_chat_title?: string;
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
  readonly pinned_message?: WireMessage;
  readonly reply_markup?: WireInlineKeyboard;
  readonly forward_origin?: { readonly type: 'user'; readonly date: number; readonly sender_user: WireUser };
  readonly has_protected_content?: true;
}

/** A message; `date` and `edit_date` are Unix seconds. */
export interface WireMessage extends WireContent {
  readonly message_id: number;
  readonly from?: WireUser;
  readonly sender_chat?: WireChat;
  readonly date: number;
  readonly chat: WireChat;
  readonly edit_date?: number;
  readonly reply_to_message?: WireMessage;
}

/** A member's status in a group, as far as the emulator tells them apart. */
export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

/** One emoji on a message. */
export interface WireReaction {
  readonly type: 'emoji';
  readonly emoji: string;
}

/** A command of a bot's menu. */
export interface WireCommand {
  readonly command: string;
  readonly description: string;
}
