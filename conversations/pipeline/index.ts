import { type Action, type Command } from '../../core/command.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { bulkActions } from './bulk.ts';
import { goOnWithBulk } from './bulk-run.ts';
import { followUpActions, remindFollowUp } from './follow-up.ts';
import { followupActions, followupsCommand } from './followups-command.ts';
import { noteCommand, noteOn } from './note-command.ts';
import { pipelineCommand, turnPage } from './pipeline-command.ts';
import { leadActions } from './show-lead.ts';

/** What bookers ask for about their opportunities. */
export const pipelineCommands: readonly Command[] = [pipelineCommand, followupsCommand, noteCommand];

/** What the buttons about opportunities do. */
export const pipelineActions: readonly (readonly [string, Action])[] = [
  ['pipeline.page', turnPage],
  ['note.on', noteOn],
  ...bulkActions,
  ...followupActions,
  ...followUpActions,
  ...leadActions,
];

/** What happens to opportunities at an instant. */
export const pipelineDueHandlers: readonly (readonly [string, DueHandler])[] = [
  ['lead.follow-up', remindFollowUp],
  ['pipeline.bulk', goOnWithBulk],
];
