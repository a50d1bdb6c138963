import { type Action, type ApprovalKind, type Catalogue } from '../core/command.ts';
import { type ConversationDefinition } from '../core/conversation.ts';
import { type DueHandler } from '../core/due-runner.ts';
import { absenceApproval, undecide } from './absence/absence-approval.ts';
import { absenceIntent } from './absence/absence-intent.ts';
import { absenceConversation } from './absence/absence.conversation.ts';
import { announceAbsence } from './absence/announce-absence.ts';
import { expireApproval, remindManagers } from './absence/approval-deadlines.ts';
import { cancelAbsence } from './absence/cancel-absence.ts';
import { freeConversation } from './absence/free.conversation.ts';
import { homeActions } from './account/more.ts';
import { profileIntent } from './account/profile-intent.ts';
import { editProfile, profileConversation } from './account/profile.conversation.ts';
import { changeSetting } from './account/settings.ts';
import { availabilityActions, availabilityIntent, whyIntent } from './availability/index.ts';
import { calendarActions } from './calendar/index.ts';
import { allCommands } from './commands.ts';
import { dealActions, dealDueHandlers } from './deals/index.ts';
import { dealApproval } from './deals/deal-approval.ts';
import { dealConversation } from './deals/deal.conversation.ts';
import { termsConversation } from './deals/change-terms.conversation.ts';
import { questionConversation } from './deals/question.conversation.ts';
import { refuseConversation } from './deals/refuse.conversation.ts';
import { accountUnreachable } from './due/account-unreachable.ts';
import { conversationExpire } from './due/conversation-expire.ts';
import { notificationAttempt } from './due/notification-attempt.ts';
import { outboundSilence } from './due/outbound-silence.ts';
import { spokenDecision } from './deals/validate-command.ts';
import { bookingIntent } from './holds/booking-intent.ts';
import { holdActions, holdDueHandlers } from './holds/index.ts';
import { pipelineActions, pipelineDueHandlers } from './pipeline/index.ts';
import { delegateAction, endDelegationAction } from './staff/delegate.ts';
import { feedbackConversation, reminderActions, reminderIntents } from './reminders/index.ts';
import {
  conditionConversation,
  soundingActions,
  soundingAnswerIntent,
  soundingConversation,
  soundingDue,
  soundingReminderIntent,
  soundingStatusIntent,
} from './soundings/index.ts';
import { searchActions } from './search/index.ts';
import { dayQuestionIntent, roadActions, roadDueHandlers, sheetDateConversation, troubleIntent } from './road/index.ts';
import { closeIncident } from './staff/incidents.ts';
import { invitePerson } from './staff/invite.ts';
import { showRoles, switchRole } from './staff/roles.ts';
import { revealVault } from './staff/vault.ts';
import {
  backConversation,
  laterConversation,
  newTaskConversation,
  passConversation,
  taskActions,
  taskAnswerIntent,
  taskDueHandlers,
  taskWordsIntent,
} from './tasks/index.ts';
import { talkConversation, talkReply } from './talk.conversation.ts';

/** Everything people can do. A new conversation, action or kind of approval is one line here. */
export const catalogue: Catalogue = {
  commands: allCommands,
  conversations: new Map<string, ConversationDefinition>([
    entry(absenceConversation),
    entry(dealConversation),
    entry(termsConversation),
    entry(questionConversation),
    entry(refuseConversation),
    entry(freeConversation),
    entry(profileConversation),
    entry(talkConversation),
    entry(soundingConversation),
    entry(conditionConversation),
    entry(sheetDateConversation),
    entry(feedbackConversation),
    entry(newTaskConversation),
    entry(laterConversation),
    entry(passConversation),
    entry(backConversation),
  ]),
  actions: new Map<string, Action>([
    ['absence.cancel', cancelAbsence],
    ['absence.undecide', undecide],
    ...dealActions,
    ...holdActions,
    ['delegate', delegateAction],
    ['delegate.end', endDelegationAction],
    ['incident.done', closeIncident],
    ['invite', invitePerson],
    ...homeActions,
    ['profile', editProfile],
    ['roles.show', showRoles],
    ['roles.switch', switchRole],
    ...searchActions,
    ['settings', changeSetting],
    ['talk.reply', talkReply],
    ...taskActions,
    ['vault.show', revealVault],
    ...soundingActions,
    ...roadActions,
    ...pipelineActions,
    ...availabilityActions,
    ...calendarActions,
    ...reminderActions,
  ]),
  approvals: new Map<string, ApprovalKind>([
    ['absence', absenceApproval],
    ['deal', dealApproval],
  ]),
  intents: [
    spokenDecision,
    taskAnswerIntent,
    troubleIntent,
    profileIntent,
    bookingIntent,
    soundingStatusIntent,
    soundingAnswerIntent,
    taskWordsIntent,
    dayQuestionIntent,
    whyIntent,
    availabilityIntent,
    ...reminderIntents,
    absenceIntent,
    soundingReminderIntent,
  ],
  clearIntents: [spokenDecision, troubleIntent, profileIntent, bookingIntent, soundingStatusIntent, dayQuestionIntent],
};

/** What due rows lead to, by kind. */
export const dueHandlers: ReadonlyMap<string, DueHandler> = new Map<string, DueHandler>([
  ['absence.announce', announceAbsence],
  ['absence.expire', expireApproval],
  ['absence.remind', remindManagers],
  ...dealDueHandlers,
  ...holdDueHandlers,
  ['account.unreachable', accountUnreachable],
  ['conversation.expire', conversationExpire],
  ['notification.attempt', notificationAttempt],
  ['outbound.silence', outboundSilence],
  ...soundingDue,
  ...pipelineDueHandlers,
  ...taskDueHandlers,
  ...roadDueHandlers,
]);

/** The input of a stored conversation is parsed by its own schema, so the map need not know its type. */
function entry<Input>(definition: ConversationDefinition<Input>): [string, ConversationDefinition] {
  return [
    definition.name,
    { ...definition, run: (dialogue, input, turn) => definition.run(dialogue, definition.input.parse(input), turn) },
  ];
}
