import { type Command } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { permit } from '../../core/permission.ts';
import { approvals } from '../../core/records/oversight.ts';
import { artists } from '../../core/records/agency.ts';
import { type Draft } from '../../core/commit.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { menuCard } from '../menu-card.ts';

/** `/start`: what waits for this person first, then what they can do, each one tap away. */
export const homeCommand: Command = {
  name: { fr: 'start', en: 'start' },
  permission: { roles: 'everyone', chats: ['private'] },
  listed: false,
  run: (turn) => homeCard(turn),
};

/** The first card somebody sees, by role. */
export async function homeCard(turn: Turn): Promise<Draft> {
  const { texts, person } = turn;
  const has = (role: (typeof person.roles)[number]): boolean => person.roles.includes(role);
  const pending = has('manager') ? await pendingCount(turn) : 0;
  const greeting = texts.say('home', { name: firstName(person), agency: turn.agency.name });
  const waiting = pending === 0 ? [] : [{ text: '\n' }, ...texts.say('home-pending', { count: pending })];
  const example = texts.say(has('musician') ? 'home-musician' : has('manager') ? 'home-manager' : 'home-staff');
  const shortcuts = rowsFor(person).map((row) =>
    row
      .filter((name) => mayUse(turn, name))
      .map((name): Offer => ({ key: `command:${name}`, label: texts.label(`home-${name}`) })),
  );
  const rows = shortcuts.filter((row) => row.length > 0);
  return menuCard(turn, [...greeting, ...waiting, { text: '\n\n' }, ...example], rows);
}

/** What this person does most comes first; whoever plays sees their own days before anything else. */
function rowsFor(person: Person): string[][] {
  const negotiates = [['valider'], ['deal', 'dispo'], ['pipeline', 'relances']];
  const own = [['indispo'], ['mesindispos', 'moi']];
  const rest = [['notifs'], ['parametres', 'aide']];
  return person.roles.includes('musician') ? [...own, ...negotiates, ...rest] : [...negotiates, ...own, ...rest];
}

/** Nothing is offered that would then be refused. */
function mayUse(turn: Turn, name: string): boolean {
  const command = turn.commands.find((one) => one.name.fr === name);
  return (
    command !== undefined && permit(turn.person, command.permission, { chat: 'private', today: turn.today }).allowed
  );
}

async function pendingCount(turn: Turn): Promise<number> {
  const acts = await turn.store.find(artists, { name: 'person', value: turn.person.id });
  const managed = acts.filter((act) => act.value.managers.includes(turn.person.id));
  const open = await Promise.all(
    managed.map((act) => turn.store.find(approvals, { name: 'open', value: act.value.id })),
  );
  return open.flat().length;
}
