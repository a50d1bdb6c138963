import { GrammyError, HttpError } from 'grammy';
import { type DeliveryOutcome } from '../../../core/channel.ts';
import { type BotRef } from '../../../core/refs.ts';
import { encodeChat } from './refs.ts';

/** What a failed call means for the message. The texts are the platform's own. */
export function outcomeOfError(error: unknown, bot: BotRef): DeliveryOutcome {
  if (error instanceof GrammyError) return outcomeOfAnswer(error, bot);
  // The request went out and no readable answer came back: it may have been carried out.
  if (error instanceof HttpError) return { type: 'unknown' };
  return { type: 'failed', code: 'telegram.unexpected', blocked: false };
}

function outcomeOfAnswer(error: GrammyError, bot: BotRef): DeliveryOutcome {
  const { error_code: status, description, parameters } = error;
  if (parameters.migrate_to_chat_id !== undefined)
    return { type: 'moved', to: encodeChat(bot, parameters.migrate_to_chat_id) };
  if (status === 429) return { type: 'wait', ms: (parameters.retry_after ?? 1) * 1000 };
  if (status >= 500) return { type: 'unknown' };
  if (status === 403) return { type: 'failed', code: 'telegram.forbidden', blocked: true };
  if (/chat not found|user is deactivated|group chat was (deleted|upgraded)/i.test(description)) {
    return { type: 'failed', code: 'telegram.chat_gone', blocked: true };
  }
  return { type: 'failed', code: 'telegram.refused', blocked: false };
}

/** An edit that changes nothing has already been made. */
export function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && /message is not modified/i.test(error.description);
}

/** The message to rewrite is gone or frozen, so a new one must take its place. */
export function isLost(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message (to edit not found|can't be edited)|MESSAGE_ID_INVALID/i.test(error.description)
  );
}

/** The quoted message is gone; the answer goes out without the quote. */
export function isReplyLost(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message to be replied not found|replied message not found|REPLY_MESSAGE_ID_INVALID/i.test(error.description)
  );
}
