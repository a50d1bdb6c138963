import { type Command } from '../core/command.ts';
import { absenceCommand } from './absence/absence-intent.ts';
import { myAbsencesCommand } from './absence/my-absences.ts';
import { availabilityCommand } from './availability/index.ts';
import { calendarCommands } from './calendar/index.ts';
import { cancelCommand } from './account/cancel.ts';
import { helpCommand } from './account/help.ts';
import { homeCommand } from './account/home.ts';
import { meCommand } from './account/me.ts';
import { notificationsCommand } from './account/notifications.ts';
import { settingsCommand } from './account/settings.ts';
import { dealCommand } from './deals/deal-command.ts';
import { validateCommand } from './deals/validate-command.ts';
import { pipelineCommands } from './pipeline/index.ts';
import { reminderCommands } from './reminders/index.ts';
import { delegateCommand } from './staff/delegate.ts';
import { searchCommand } from './search/index.ts';
import { sheetCommand } from './road/index.ts';
import { soundingCommand } from './soundings/index.ts';
import { incidentsCommand } from './staff/incidents.ts';
import { inviteCommand } from './staff/invite.ts';
import { linkCommand } from './staff/link.ts';
import { rolesCommand } from './staff/roles.ts';
import { taskCommands } from './tasks/index.ts';

/** Every command, in the order in which help lists them. */
export const allCommands: readonly Command[] = [
  absenceCommand,
  myAbsencesCommand,
  availabilityCommand,
  ...calendarCommands,
  dealCommand,
  validateCommand,
  ...pipelineCommands,
  ...taskCommands,
  ...reminderCommands,
  delegateCommand,
  searchCommand,
  homeCommand,
  meCommand,
  notificationsCommand,
  soundingCommand,
  sheetCommand,
  inviteCommand,
  linkCommand,
  rolesCommand,
  incidentsCommand,
  settingsCommand,
  cancelCommand,
  helpCommand,
];
