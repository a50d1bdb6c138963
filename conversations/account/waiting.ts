import { artists, shows } from '../../core/records/agency.ts';
import { leads, soundings, tasks } from '../../core/records/booking.ts';
import { approvals, incidents } from '../../core/records/oversight.ts';
import { sheetCopies } from '../../core/records/road.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, dayAt, dayNumber, instantOf } from '../../domain/day.ts';
import { type Role } from '../../domain/person.ts';
import { type Sounding } from '../../domain/sounding.ts';
import { isSeen } from '../../agency/road/copies.ts';
import { waitingFor } from '../deals/queue.ts';

/** Something that may wait for a person; a room that asks things of people adds a line. */
export interface WaitingSource {
  /** Its words are the text `home-wait-<name>`, which takes the count. */
  readonly name: string;
  /** Whom it can wait for at all. */
  readonly roles: readonly Role[] | 'everyone';
  /** The button that leads to it, a command of ours or an action; null: it stands on cards further up. */
  readonly key: string | null;
  readonly count: (turn: Turn) => Promise<number>;
}

/** What may wait for somebody, the most pressing first. */
export const waitingSources: readonly WaitingSource[] = [
  {
    name: 'valider',
    roles: ['manager', 'admin'],
    key: 'command:valider',
    count: async (turn) => (await waitingFor(turn)).length,
  },
  { name: 'answers', roles: 'everyone', key: 'home.answers', count: async (turn) => (await awaited(turn)).length },
  { name: 'feuille', roles: 'everyone', key: 'command:feuille', count: unseenSheets },
  { name: 'absences', roles: ['manager'], key: null, count: waitingAbsences },
  { name: 'taches', roles: 'everyone', key: 'command:taches', count: openTasks },
  { name: 'relances', roles: ['booker', 'manager'], key: 'command:relances', count: dueFollowUps },
  { name: 'incidents', roles: ['admin'], key: 'command:incidents', count: openIncidents },
];

/** The dates this person was asked for and has not answered, the first to close first. */
export async function awaited(turn: Turn): Promise<Sounding[]> {
  const today = dayAt(turn.now, turn.agency.timezone);
  const acts = await turn.store.find(artists, { name: 'person', value: turn.person.id });
  const found = await Promise.all(
    acts.map(({ value }) => turn.store.find(soundings, { name: 'artist', value: value.id, from: dayNumber(today) })),
  );
  return found
    .flat()
    .map(({ value }) => value)
    .filter(
      ({ state, asked }) =>
        state !== 'closed' && asked.some((one) => one.person === turn.person.id && one.answer === null),
    )
    .sort((a, b) => a.deadline - b.deadline);
}

async function waitingAbsences(turn: Turn): Promise<number> {
  const acts = await turn.store.find(artists, { name: 'person', value: turn.person.id });
  const managed = acts.filter((act) => act.value.managers.includes(turn.person.id));
  const open = await Promise.all(
    managed.map((act) => turn.store.find(approvals, { name: 'open', value: act.value.id })),
  );
  return open.flat().filter(({ value }) => value.kind === 'absence' && turn.now <= value.deadline).length;
}

/** Sheets of coming dates, in the version they have, that they have not said they saw. */
async function unseenSheets(turn: Turn): Promise<number> {
  const own = await turn.store.find(sheetCopies, { name: 'person', value: turn.person.id });
  const unseen = own.filter(({ value }) => !isSeen(value)).map(({ value }) => value.show);
  const dates = await turn.store.getMany(shows, unseen);
  const today = dayAt(turn.now, turn.agency.timezone);
  return dates.filter((show) => show !== null && show.value.state === 'confirmed' && show.value.day >= today).length;
}

async function openTasks(turn: Turn): Promise<number> {
  return (await turn.store.find(tasks, { name: 'person', value: turn.person.id })).length;
}

async function dueFollowUps(turn: Turn): Promise<number> {
  const tonight = instantOf(addDays(turn.today, 1), '00:00', turn.person.timezone);
  const own = await turn.store.find(leads, { name: 'booker', value: turn.person.id });
  return own.filter(({ value }) => value.followUp !== null && value.followUp.at < tonight).length;
}

async function openIncidents(turn: Turn): Promise<number> {
  return (await turn.store.find(incidents, { name: 'open', value: 'all' })).length;
}
