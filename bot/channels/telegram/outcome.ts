import { GrammyError, HttpError } from 'grammy';
import { type DeliveryOutcome } from '../../../core/channel.ts';
import { type BotRef } from '../../../core/refs.ts';
import { encodeChat } from './refs.ts';

/** How long a chat waits while the platform is down or cannot be reached. */
const outagePauseMs = 2000;

/** What a failed call means for the message. The texts are the platform's own. */
export function outcomeOfError(error: unknown, bot: BotRef): DeliveryOutcome {
  if (error instanceof GrammyError) return outcomeOfAnswer(error, bot);
  if (error instanceof HttpError)
    return neverLeft(error.error) ? { type: 'wait', ms: outagePauseMs } : { type: 'unknown' };
  return { type: 'failed', code: 'telegram.unexpected', blocked: false };
}

function outcomeOfAnswer(error: GrammyError, bot: BotRef): DeliveryOutcome {
  const { error_code: status, description, parameters } = error;
  if (parameters.migrate_to_chat_id !== undefined)
    return { type: 'moved', to: encodeChat(bot, parameters.migrate_to_chat_id) };
  // A gateway in front of the platform answered, in words of its own.
  if (typeof status !== 'number') return { type: 'unknown' };
  if (status === 429) return { type: 'wait', ms: (parameters.retry_after ?? 1) * 1000 };
  // Telegram answers so while it is in trouble, and then has not carried the call out.
  if (status >= 500) return { type: 'wait', ms: outagePauseMs };
  if (status === 403) return { type: 'failed', code: 'telegram.forbidden', blocked: true };
  if (/chat not found|user is deactivated|group chat was (deleted|upgraded)/i.test(description)) {
    return { type: 'failed', code: 'telegram.chat_gone', blocked: true };
  }
  return { type: 'failed', code: 'telegram.refused', blocked: false };
}

/** How long the platform asks us to wait, or how long an outage of its own deserves; null when waiting would not help. */
export function pauseNamed(error: unknown): number | null {
  if (!(error instanceof GrammyError)) return null;
  if (error.error_code === 429) return (error.parameters.retry_after ?? 1) * 1000;
  return error.error_code >= 500 ? outagePauseMs : null;
}

/** The connection was never made, so nothing was carried out; any later failure leaves that open. */
function neverLeft(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false;
  if ('code' in cause && typeof cause.code === 'string')
    return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(cause.code);
  return 'cause' in cause ? neverLeft(cause.cause) : false;
}

/** An edit that changes nothing, or a pin that is there, has already been made. */
export function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && /message is not modified|CHAT_NOT_MODIFIED/i.test(error.description);
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

/** The platform does not want the picture as a photo (its sides, its size); the same bytes still go as a document. */
export function isPhotoRefused(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /IMAGE_PROCESS_FAILED|PHOTO_(INVALID_DIMENSIONS|EXT_INVALID|SAVE_FILE_INVALID)|too big for a photo/i.test(
      error.description,
    )
  );
}
