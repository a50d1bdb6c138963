import { permit, type CommandInfo } from '../../core/permission.ts';
import { channelOf } from '../../core/refs.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Role } from '../../domain/person.ts';

/** What people of a role do most, first things first, by the French names of commands; those that do not exist are left out. */
const usual: Readonly<Record<Role, readonly string[]>> = {
  manager: ['valider', 'deal', 'dispo', 'pipeline', 'taches'],
  booker: ['deal', 'dispo', 'pipeline', 'relances', 'sonder'],
  'tour-manager': ['feuille', 'manque', 'taches', 'agenda', 'indispo'],
  musician: ['indispo', 'dispo', 'agenda', 'mesindispos', 'moi'],
  technician: ['feuille', 'agenda', 'indispo', 'taches', 'moi'],
  production: ['taches', 'feuille', 'manque', 'cherche', 'moi'],
  communication: ['taches', 'cherche', 'agenda', 'moi'],
  hr: ['cherche', 'taches', 'inviter', 'indispo', 'moi'],
  legal: ['taches', 'cherche', 'moi'],
  employee: ['taches', 'cherche', 'indispo', 'moi'],
  admin: ['incidents', 'inviter', 'roles', 'cherche', 'moi'],
  guest: ['moi', 'parametres', 'aide'],
};

/** Roles in the order in which what they do matters to somebody who has several. */
const byWeight: readonly Role[] = [
  'manager',
  'booker',
  'tour-manager',
  'musician',
  'technician',
  'hr',
  'production',
  'communication',
  'legal',
  'employee',
  'admin',
  'guest',
];

/** The commands somebody with these roles uses most: the first of each role, then the second of each, and so on. */
export function usualCommands(roles: readonly Role[]): string[] {
  const lists = byWeight.filter((role) => roles.includes(role)).map((role) => usual[role]);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const merged = Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
  return [...new Set(merged)];
}

/** The command of a French name, if this person may use it in private; nothing is offered that would then be refused. */
export function usableCommand(turn: Turn, name: string): CommandInfo | null {
  const command = turn.commands.find((one) => one.name.fr === name);
  return command !== undefined && mayUse(turn, command, 'private') ? command : null;
}

/** Whether the person of this turn may use a command in such a chat today. */
export function mayUse(turn: Turn, command: CommandInfo, chat: 'private' | 'group'): boolean {
  return permit(turn.person, command.permission, { chat, today: turn.today }).allowed;
}

/** What a button that stands for a command says: its own words, else its name. */
export function commandLabel(turn: Turn, command: CommandInfo): string {
  const { texts } = turn;
  const key = `home-${command.name.fr}`;
  const name = command.name[texts.locale];
  return texts.has(key) ? texts.label(key) : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** « /indispo · dire quand tu n'es pas dispo », the slash only where the platform uses it. */
export function commandLine(turn: Turn, command: CommandInfo): Text {
  const { texts, inbound } = turn;
  const slash = channelOf(inbound.bot) === 'telegram' || inbound.chatKind === 'group' ? '/' : '';
  const key = `command-${command.name.fr}`;
  const name = { text: `${slash}${command.name[texts.locale]}`, style: 'bold' as const };
  return texts.has(key) ? [name, { text: ` · ${texts.label(key)}` }] : [name];
}
