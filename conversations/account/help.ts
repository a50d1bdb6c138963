import { type Command } from '../../core/command.ts';
import { permit } from '../../core/permission.ts';
import { reply } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { channelOf } from '../../core/refs.ts';

/** `/aide`: what this person can say here, with examples, in their language; slashes only where the platform uses them. */
export const helpCommand: Command = {
  name: { fr: 'aide', en: 'help' },
  permission: { roles: 'everyone', chats: ['private', 'group'] },
  listed: true,
  run: async (turn) => {
    const { texts, inbound } = turn;
    const slash = channelOf(inbound.bot) === 'telegram' || inbound.chatKind === 'group' ? '/' : '';
    const usable = turn.commands.filter(
      (command) =>
        command.listed &&
        permit(turn.person, command.permission, { chat: inbound.chatKind, today: turn.today }).allowed,
    );
    const lines = usable.flatMap((command): Text => [
      { text: '\n' },
      { text: `${slash}${command.name[texts.locale]}`, style: 'bold' },
      { text: ` · ${texts.label(`command-${command.name.fr}`)}` },
    ]);
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
