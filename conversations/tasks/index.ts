import { type Action, type Command } from '../../core/command.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { announceTasks, cancelTasks } from './announce-tasks.ts';
import { doneTask, undoTask } from './done-task.ts';
import { taskListActions } from './list-actions.ts';
import { tasksCommand } from './list-command.ts';
import { singleTaskActions } from './task-actions.ts';
import { taskCommand } from './task-command.ts';
import { taskWordActions } from './task-words.ts';
import { tellAsker, tellDoer } from './tell-done.ts';

export { backConversation } from './back.conversation.ts';
export { laterConversation } from './later.conversation.ts';
export { newTaskConversation } from './new-task.conversation.ts';
export { passConversation } from './pass.conversation.ts';
export { taskAnswerIntent, taskWordsIntent } from './task-words.ts';

/** What people ask for about tasks. */
export const taskCommands: readonly Command[] = [tasksCommand, taskCommand];

/** What the buttons about tasks do. */
export const taskActions: readonly (readonly [string, Action])[] = [
  ['task.cancel', cancelTasks],
  ['task.done', doneTask],
  ['task.undo', undoTask],
  ...singleTaskActions,
  ...taskListActions,
  ...taskWordActions,
];

/** What happens to tasks at an instant. */
export const taskDueHandlers: readonly (readonly [string, DueHandler])[] = [
  ['task.announce', announceTasks],
  ['task.told', tellAsker],
  ['task.ticked', tellDoer],
];
