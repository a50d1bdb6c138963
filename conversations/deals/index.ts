import { type Action } from '../../core/command.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { approveAllActions } from './approve-all.ts';
import { announceDeal } from './announce-deal.ts';
import { cancelAction, postponeAction } from './change-date.ts';
import { expireDeal, remindDeciders } from './deal-deadlines.ts';
import { askAgain } from './put-off.ts';
import { answerQuestion } from './question.conversation.ts';
import { queueActions } from './queue.ts';
import { submitAction } from './submit-deal.ts';
import { undecideDeal } from './undecide-deal.ts';

/** What the buttons about deals do. */
export const dealActions: readonly (readonly [string, Action])[] = [
  ['deal.answer', answerQuestion],
  ['deal.cancel', cancelAction],
  ['deal.postpone', postponeAction],
  ['deal.submit', submitAction],
  ['deal.undecide', undecideDeal],
  ...queueActions,
  ...approveAllActions,
];

/** What happens to deals at an instant. */
export const dealDueHandlers: readonly (readonly [string, DueHandler])[] = [
  ['deal.again', askAgain],
  ['deal.announce', announceDeal],
  ['deal.expire', expireDeal],
  ['deal.remind', remindDeciders],
];
