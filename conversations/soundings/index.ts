import { type Action } from '../../core/command.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { answerCondition, answerLater, answerNo, answerYes } from './answer-sounding.ts';
import { cancelSounding } from './cancel-sounding.ts';
import { askPutOff, chaseSilent, keepSoundingCard, soundingDeadlineOver } from './chase.ts';
import { soundingDecided } from './close-sounding.ts';
import { optionFromSounding } from './option-from-sounding.ts';
import { startFromLead } from './sounding.conversation.ts';

export { conditionConversation } from './condition.conversation.ts';
export { soundingAnswerIntent, soundingReminderIntent } from './member-intent.ts';
export { soundingStatusIntent } from './sounding-status.ts';
export { beginSounding, soundingCommand, soundingConversation } from './sounding.conversation.ts';

/** What the buttons of soundings do. */
export const soundingActions: readonly (readonly [string, Action])[] = [
  ['deal.from', optionFromSounding],
  ['sounding.start', startFromLead],
  ['sounding.yes', answerYes],
  ['sounding.no', answerNo],
  ['sounding.condition', answerCondition],
  ['sounding.later', answerLater],
  ['sounding.cancel', cancelSounding],
];

/** What waits for the answers of soundings. */
export const soundingDue: readonly (readonly [string, DueHandler])[] = [
  ['sounding.chase', chaseSilent],
  ['sounding.deadline', soundingDeadlineOver],
  ['sounding.again', askPutOff],
  ['sounding.card', keepSoundingCard],
  ['sounding.decided', soundingDecided],
];
