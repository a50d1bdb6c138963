import { type Absence } from '../absence.ts';
import { type Show } from '../date-booking.ts';
import { addDays, dayAt, type Day } from '../day.ts';
import { type Morning, type Reminder } from './reminder.ts';

/** So many days ahead a date is looked at in full; one confirmed later is, the morning after. */
export const logisticsDays = 10;

/** How far back a morning asks how it was: what Régie slept through is asked late, but not weeks late. */
const feedbackDays = 3;

/** The confirmed dates that come up within ten days, each once. */
export function logisticsReminders(shows: readonly Show[], today: Day): Reminder[] {
  const last = addDays(today, logisticsDays);
  return inOrder(shows.filter(({ day, state }) => state === 'confirmed' && today <= day && day <= last)).map(
    (show) => ({
      section: 'logistics',
      show: show.id,
      object: `logistics:${show.id}`,
      occurrence: show.day,
    }),
  );
}

/** The dates played since the last digest: « Comment s'est passé Le Fil ? », once, not to who has said so already. */
export function feedbackReminders(
  shows: readonly Show[],
  answered: ReadonlySet<string>,
  { today, last }: Morning,
): Reminder[] {
  const back = addDays(today, -feedbackDays);
  // The first digest of somebody speaks of yesterday alone.
  const from = last === null ? addDays(today, -1) : last < back ? back : last;
  return inOrder(shows.filter(({ day, state }) => state === 'confirmed' && from <= day && day < today))
    .filter(({ id }) => !answered.has(id))
    .map((show) => ({ section: 'feedback', show: show.id, object: `feedback:${show.id}`, occurrence: 'once' }));
}

/** Decisions that wait since before today; each morning says it again, as often as anything is said. */
export function approvalReminders(
  waiting: readonly { readonly id: string; readonly askedAt: number; readonly deadline: number }[],
  today: Day,
  zone: string,
  now: number,
): Reminder[] {
  return waiting
    .filter(({ askedAt, deadline }) => dayAt(askedAt, zone) < today && now < deadline)
    .toSorted((a, b) => a.deadline - b.deadline || a.id.localeCompare(b.id))
    .map(({ id }) => ({ section: 'approvals', approval: id, object: `approval:${id}`, occurrence: today }));
}

/** Absences noted and standing that needed no decision. */
export function absenceReminders(noted: readonly Absence[]): Reminder[] {
  return noted
    .filter(({ state }) => state === 'noted')
    .map(({ id }) => ({
      section: 'absences',
      absence: id,
      object: `absence:${id}`,
      occurrence: 'once',
    }));
}

function inOrder(shows: readonly Show[]): Show[] {
  return shows.toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}
