import { isMember, type Artist } from './artist.ts';
import { type Day } from './day.ts';
import { isWithUs, workers, type Person, type Role } from './person.ts';
import { type Task } from './task.ts';

/** Those of the office: they may give tasks to each other. */
const staff: readonly Role[] = [
  'manager',
  'booker',
  'tour-manager',
  'communication',
  'production',
  'hr',
  'legal',
  'employee',
  'admin',
];

/** Those whose work is for every act of the agency. */
const forEveryAct: readonly Role[] = ['communication', 'production', 'hr', 'admin'];

function has(person: Person, roles: readonly Role[]): boolean {
  return person.roles.some((role) => roles.includes(role));
}

/** Whether somebody is of the act today in any way: in its line-up, a named substitute, its manager or its booker. */
function isOf(artist: Artist, person: Person): boolean {
  return (
    isMember(artist, person.id) ||
    (person.roles.includes('manager') && artist.managers.includes(person.id)) ||
    (person.roles.includes('booker') && artist.bookers.includes(person.id))
  );
}

/** Whether somebody answers for what is done for the act: its manager or booker in that role, a tour manager of its line-up. */
export function leadsAct(artist: Artist, person: Person): boolean {
  return (
    (person.roles.includes('manager') && artist.managers.includes(person.id)) ||
    (person.roles.includes('booker') && artist.bookers.includes(person.id)) ||
    (person.roles.includes('tour-manager') && isMember(artist, person.id))
  );
}

/** Whether somebody may say that a task is for this act: who is of it, or works for every act. */
export function worksFor(artist: Artist, person: Person): boolean {
  return artist.status !== 'archived' && (isOf(artist, person) || has(person, forEveryAct));
}

/**
 * Who may give a task to whom, from the roles and line-ups of today; whatever is not said here is refused.
 * - anybody with a place in the agency to themselves
 * - the office to the office
 * - managers, bookers and tour managers to the people of the acts they look after
 * - those who work for every act (communication, production, HR, administration) to the people of any act
 * - who plays in an act to the others of its line-up, but not to its managers and bookers
 */
export function mayGiveTask(giver: Person, receiver: Person, acts: readonly Artist[], today: Day): boolean {
  if (!isWithUs(giver, today) || !isWithUs(receiver, today)) return false;
  if (!has(giver, workers) || !has(receiver, workers)) return false;
  if (giver.id === receiver.id) return true;
  if (has(giver, staff) && has(receiver, staff)) return true;
  const shared = acts.filter((artist) => artist.status !== 'archived' && isOf(artist, receiver));
  return shared.some(
    (artist) =>
      has(giver, forEveryAct) ||
      leadsAct(artist, giver) ||
      (isMember(artist, giver.id) && isMember(artist, receiver.id)),
  );
}

/** What somebody is to a task; null: nothing, so it does not exist for them. */
export type TaskPart = 'doer' | 'asker' | 'leader';

/** Whoever does it comes first, then who asked for it, then who looks after the act it is for. */
export function partIn(task: Task, person: Person, act: Artist | null, today: Day): TaskPart | null {
  if (!isWithUs(person, today)) return null;
  if (task.person === person.id) return 'doer';
  if (task.createdBy === person.id) return 'asker';
  return act !== null && leadsAct(act, person) ? 'leader' : null;
}
