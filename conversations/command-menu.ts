import { type Draft } from '../core/commit.ts';
import { outbound } from '../core/replies.ts';
import { type Turn } from '../core/turn.ts';
import { permit } from '../core/permission.ts';

/** What the platform's command menu shows this person in this chat: what they may use, in their language. Display only. */
export function commandMenu(turn: Turn): Draft {
  const commands = turn.commands
    .filter(
      (command) =>
        command.listed && permit(turn.person, command.permission, { chat: 'private', today: turn.today }).allowed,
    )
    .map((command) => ({
      name: command.name[turn.texts.locale],
      description: turn.texts.label(`command-${command.name.fr}`),
    }));
  return { outbound: [outbound(turn, turn.inbound, { type: 'menu', commands })] };
}
