import { type Command } from '../../core/command.ts';
import { reply } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { commandLine, mayUse } from './usable.ts';

/** `/aide`: what this person can say here, with examples, in their language; slashes only where the platform uses them. */
export const helpCommand: Command = {
  name: { fr: 'aide', en: 'help' },
  permission: { roles: 'everyone', chats: ['private', 'group'] },
  listed: true,
  run: async (turn) => {
    const { texts, inbound } = turn;
    const usable = turn.commands.filter((command) => command.listed && mayUse(turn, command, inbound.chatKind));
    const lines = usable.flatMap((command): Text => [{ text: '\n' }, ...commandLine(turn, command)]);
    const opening = texts.say(
      inbound.chatKind === 'group'
        ? 'help-group'
        : turn.person.roles.includes('musician')
          ? 'help-musician'
          : 'help-staff',
    );
    return { outbound: [reply(turn, [...opening, { text: '\n' }, ...lines])] };
  },
};
