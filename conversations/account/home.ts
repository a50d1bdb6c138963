import { type Command } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { approvals } from '../../core/records/oversight.ts';
import { artists } from '../../core/records/agency.ts';
import { type Draft } from '../../core/commit.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName } from '../../domain/person.ts';
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
  const rows: Offer[][] = [
    [{ key: 'command:indispo', label: texts.label('home-absence') }],
    [
      { key: 'command:mesindispos', label: texts.label('home-my-absences') },
      { key: 'command:moi', label: texts.label('home-me') },
    ],
    ...(has('manager') || has('hr') || has('admin')
      ? [[{ key: 'command:notifs', label: texts.label('home-notifications') }]]
      : []),
    [
      { key: 'command:parametres', label: texts.label('home-settings') },
      { key: 'command:aide', label: texts.label('home-help') },
    ],
  ];
  return menuCard(turn, [...greeting, ...waiting, { text: '\n\n' }, ...example], rows);
}

async function pendingCount(turn: Turn): Promise<number> {
  const acts = await turn.store.find(artists, { name: 'person', value: turn.person.id });
  const managed = acts.filter((act) => act.value.managers.includes(turn.person.id));
  const open = await Promise.all(
    managed.map((act) => turn.store.find(approvals, { name: 'open', value: act.value.id })),
  );
  return open.flat().length;
}
