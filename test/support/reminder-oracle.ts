import { type Absence } from '../../domain/absence.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Show } from '../../domain/date-booking.ts';
import { addDays, dayAt, daysBetween, weekday, type Day } from '../../domain/day.ts';
import { type Person } from '../../domain/person.ts';
import { type Task } from '../../domain/task.ts';

/** Everything reminders are made of, as it stands. */
export interface Facts {
  readonly people: readonly Person[];
  readonly acts: readonly Artist[];
  readonly tasks: readonly Task[];
  readonly shows: readonly Show[];
  readonly absences: readonly Absence[];
  /** `<person>.<month>` */
  readonly declared: ReadonlySet<string>;
}

/** What somebody was told before, and up to which day and instant their digests have looked. */
export interface Before {
  readonly told: ReadonlySet<string>;
  readonly covered: Day | null;
  readonly since: number | null;
}

/** What the digest of a person must say at an instant, written down a second time and without any of the product's own rules. */
export function expectedKeys(
  facts: Facts,
  person: Person,
  now: number,
  before: Before,
  others: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const today = dayAt(now, person.timezone);
  const candidates = [
    ...ownTasks(facts, person, today),
    ...lateOfOthers(facts, person, today),
    ...months(facts, person, today, before.covered, others),
    ...logistics(facts, person, today),
    ...absencesNoted(facts, person, now, before.since),
    ...feedback(facts, person, today, before.covered),
  ];
  const fresh = new Set<string>();
  for (const key of candidates) {
    const object = `${key.split('|')[0] ?? ''}|`;
    const times = [...before.told, ...fresh].filter((one) => one.startsWith(object)).length;
    if (!before.told.has(key) && times < 3) fresh.add(key);
  }
  return fresh;
}

const isOpen = (task: Task): boolean => task.state === 'todo' || task.state === 'doing';

function ownTasks({ tasks }: Facts, person: Person, today: Day): string[] {
  return tasks.flatMap((task) => {
    if (task.person !== person.id || !isOpen(task) || task.due === null) return [];
    if (dayAt(task.createdAt, person.timezone) >= today) return [];
    const left = daysBetween(today, task.due);
    const stage = left > 2 ? null : left >= 1 ? 'soon' : left >= -1 ? 'today' : 'late';
    return stage === null ? [] : [`task:${task.id}.${task.due}.|${stage}`];
  });
}

function lateOfOthers({ tasks, acts }: Facts, person: Person, today: Day): string[] {
  return tasks.flatMap((task) => {
    if (!isOpen(task) || task.due === null || task.person === null || task.person === person.id) return [];
    const act = acts.find((one) => one.id === task.artist);
    const asks = task.createdBy === null ? act?.managers.includes(person.id) === true : task.createdBy === person.id;
    return asks && daysBetween(task.due, today) >= 3 ? [`escalated:${task.id}.${task.due}|once`] : [];
  });
}

function comingMonths(today: Day): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return [1, 2, 3].map((ahead) => new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 7));
}

function silentAbout({ absences, declared }: Facts, person: string, today: Day): string[] {
  return comingMonths(today).filter(
    (month) =>
      !declared.has(`${person}.${month}`) &&
      !absences.some(
        (one) =>
          one.person === person &&
          one.state === 'noted' &&
          one.parts.some(({ day }) => day.startsWith(month)) &&
          one.parts.some(({ day }) => day >= today),
      ),
  );
}

function months(
  facts: Facts,
  person: Person,
  today: Day,
  covered: Day | null,
  others: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const monday = addDays(today, 1 - weekday(today));
  if (monday !== today && (covered === null || covered >= monday)) return [];
  const plays = facts.acts.some(
    (act) =>
      act.status === 'active' &&
      act.members.some((one) => one.person === person.id || one.substitutes.includes(person.id)),
  );
  const own = plays ? silentAbout(facts, person.id, today).map((month) => `month:${month}|${monday}`) : [];
  const managed = facts.acts.filter((act) => act.status === 'active' && act.managers.includes(person.id));
  const members = new Set(managed.flatMap((act) => act.members.map((one) => one.person)));
  const silent = [...members].flatMap((id) => {
    const member = facts.people.find((one) => one.id === id);
    if (id === person.id || member === undefined || (member.leaves !== null && member.leaves < today)) return [];
    return silentAbout(facts, id, today)
      .filter((month) => [...(others.get(id) ?? [])].filter((key) => key.startsWith(`month:${month}|`)).length >= 3)
      .map((month) => `silence:${id}.${month}|once`);
  });
  return [...own, ...silent];
}

function logistics({ shows, acts }: Facts, person: Person, today: Day): string[] {
  return shows.flatMap((show) => {
    const act = acts.find((one) => one.id === show.artist);
    const left = daysBetween(today, show.day);
    const concerned = act?.managers.includes(person.id) === true || act?.bookers.includes(person.id) === true;
    return show.state === 'confirmed' && concerned && left >= 0 && left <= 10
      ? [`logistics:${show.id}|${show.day}`]
      : [];
  });
}

function absencesNoted({ absences, acts }: Facts, person: Person, now: number, since: number | null): string[] {
  const from = since === null ? now - 24 * 3_600_000 : since - 3_600_000;
  return absences
    .filter(({ notedAt, state }) => state === 'noted' && notedAt >= from)
    .filter((one) =>
      acts.some(
        (act) =>
          (act.managers.includes(person.id) || act.bookers.includes(person.id)) &&
          act.members.some((member) => member.person === one.person || member.substitutes.includes(one.person)),
      ),
    )
    .map(({ id }) => `absence:${id}|once`);
}

function feedback({ shows, acts }: Facts, person: Person, today: Day, covered: Day | null): string[] {
  return shows.flatMap((show) => {
    const act = acts.find((one) => one.id === show.artist);
    const cast = show.cast ?? act?.members.map((one) => one.person) ?? [];
    const ago = daysBetween(show.day, today);
    const most = covered === null ? 1 : Math.min(3, daysBetween(covered, today));
    return show.state === 'confirmed' && cast.includes(person.id) && ago >= 1 && ago <= most
      ? [`feedback:${show.id}|once`]
      : [];
  });
}
