import { type Action } from '../../core/command.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { announceSheetChange, sheetCalendarFollows } from './announce-change.ts';
import { sheetActions } from './sheet-actions.ts';
import { troubleActions } from './trouble-card.ts';
import { callOthers } from './unanswered.ts';

export { dayQuestionIntent } from './question-intent.ts';
export { sheetCommand, sheetDateConversation } from './sheet-command.ts';
export { troubleIntent } from './trouble-intent.ts';

/** What buttons about the road do. */
export const roadActions: readonly (readonly [string, Action])[] = [...sheetActions, ...troubleActions];

/** What due rows about the road lead to. */
export const roadDueHandlers: readonly (readonly [string, DueHandler])[] = [
  ['sheet.changed', announceSheetChange],
  ['sheet.calendar', sheetCalendarFollows],
  ['trouble.unanswered', callOthers],
];
