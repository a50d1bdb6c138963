import { auditLine } from '../../core/audit.ts';
import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { people } from '../../core/records/agency.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { roleSchema, type Person } from '../../domain/person.ts';
import { commandMenusOf } from '../command-menu.ts';
import { menuCard } from '../menu-card.ts';
import { searchByName } from '../../domain/name-search.ts';

const administrators = ['admin', 'hr'] as const;

/** `/roles Léa`: what somebody does for the agency, each role a switch. Permissions follow from the next press on. */
export const rolesCommand: Command = {
  name: { fr: 'roles', en: 'roles' },
  permission: { roles: administrators, chats: ['private'] },
  listed: true,
  run: async (turn, words) => {
    const known = (await turn.store.all(people)).map((record) => record.value);
    const [person, second] = words.trim() === '' ? [] : searchByName(known, words);
    if (person === undefined) return { outbound: [reply(turn, turn.texts.say('roles-whom'))] };
    if (second === undefined) return rolesCard(turn, person, null);
    const rows = searchByName(known, words)
      .slice(0, 5)
      .map((one) => [{ key: `roles.show:${one.id}`, label: one.name }]);
    return menuCard(turn, turn.texts.say('invite-which'), rows);
  },
};

function rolesCard(turn: Turn, person: Person, replaces: string | null): Draft {
  const rows = roleSchema.options.map((role) => [
    {
      key: `roles.switch:${person.id}=${role}`,
      label: `${person.roles.includes(role) ? '✅' : '⬜'} ${turn.texts.label(`role-${role}`)}`,
    },
  ]);
  return menuCard(turn, turn.texts.say('roles', { name: person.name }), rows, replaces);
}

/** The choice among several people of that name. */
export const showRoles: Action = {
  permission: { roles: administrators, chats: ['private'] },
  run: async (turn, subject) => {
    const person = await turn.store.get(people, subject);
    if (person === null) return { outbound: answerPress(turn, '') };
    return joinDrafts({ outbound: answerPress(turn, '') }, rolesCard(turn, person.value, null));
  },
};

/** Grants or takes one role. Nobody changes their own, and administration is given by those who have it. */
export const switchRole: Action = {
  permission: { roles: administrators, chats: ['private'] },
  run: async (turn, subject, question) => {
    const [id = '', name] = subject.split('=');
    const role = roleSchema.safeParse(name);
    const person = await turn.store.get(people, id);
    if (person === null || !role.success) return { outbound: answerPress(turn, '') };
    const { value } = person;
    const roles = value.roles.includes(role.data)
      ? value.roles.filter((one) => one !== role.data)
      : [...value.roles, role.data];
    // Who looks after people does not thereby look after the machine.
    const beyond = role.data === 'admin' && !turn.person.roles.includes('admin');
    const own = id === turn.person.id;
    if (roles.length === 0 || own || beyond) return { outbound: tell(turn, turn.texts.label('roles-last'), true) };
    const changed = { ...value, roles };
    const outcome = `${roles.includes(role.data) ? '+' : '-'}${role.data}`;
    return joinDrafts(
      {
        guards: [unchanged(people, person)],
        writes: [put(people, changed), auditLine(turn, 'roles.changed', id, outcome)],
        outbound: answerPress(turn, turn.texts.label('settings-saved')),
      },
      rolesCard(turn, changed, question.value.id),
      await commandMenusOf(turn, changed),
    );
  },
};
