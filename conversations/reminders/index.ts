import { type Action, type Command, type Intent } from '../../core/command.ts';
import { monthActions } from './declare.ts';
import { feedbackActions, feedbackIntent } from './feedback.conversation.ts';
import { feedbackCommand } from './feedback-command.ts';
import { missingActions, missingCommand } from './missing-command.ts';
import { monthsIntent } from './months-intent.ts';

export { feedbackConversation } from './feedback.conversation.ts';

/** What is missing, and what was thought of dates. */
export const reminderCommands: readonly Command[] = [missingCommand, feedbackCommand];

/** What the buttons of reminders do. */
export const reminderActions: readonly (readonly [string, Action])[] = [
  ...monthActions,
  ...missingActions,
  ...feedbackActions,
];

/** What is said to reminders in plain words. */
export const reminderIntents: readonly Intent[] = [feedbackIntent, monthsIntent];
