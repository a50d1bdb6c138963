import { put, type Draft } from '../../core/commit.ts';
import { type JobStep } from '../../core/job.ts';
import { artists, people, venues } from '../../core/records/agency.ts';
import { tasks } from '../../core/records/booking.ts';
import { type Artist } from '../../domain/artist.ts';
import { checklistFor, type TaskRole } from '../../domain/checklist.ts';
import { type Show } from '../../domain/date-booking.ts';
import { dayAt } from '../../domain/day.ts';
import { type Lead } from '../../domain/lead.ts';
import { isWithUs } from '../../domain/person.ts';
import { newTask } from '../../domain/task.ts';
import { dayName, placeName } from '../../agency/wording.ts';

/** The tasks of a date, each under the name of its line, so that making them twice makes them once; those begun stay as they are. */
export async function tasksFor(step: JobStep, lead: Lead, show: Show): Promise<Draft> {
  const [artist, venue] = await Promise.all([step.store.get(artists, show.artist), step.store.get(venues, show.venue)]);
  if (artist === null) return {};
  const today = dayAt(step.now, step.agency.timezone);
  const lines = checklistFor({ kind: lead.terms.kind, employer: lead.terms.employer, day: show.day }, today);
  const ids = lines.map(({ line }) => `${show.id}.${line.key}`);
  const known = await step.store.getMany(tasks, ids);
  const texts = step.textsOf(step.agency.locale);
  const where = { venue: placeName(venue?.value), day: dayName(step, texts, show.day) };
  const doers = await doersOf(step, artist.value, lead);
  return {
    writes: lines.flatMap(({ line, due }, index) =>
      known[index] !== null
        ? []
        : [
            put(
              tasks,
              newTask({
                id: ids[index] ?? line.key,
                title: texts.label(`task-${line.key}`, where),
                person: doers.get(line.role) ?? null,
                artist: show.artist,
                lead: lead.id,
                show: show.id,
                due,
                template: line.key,
                createdBy: null,
                createdAt: step.now,
              }),
            ),
          ],
    ),
  };
}

/** Who does what for this act: its booker and manager, whoever of its line-up has the role, else whoever of the agency does. */
async function doersOf(step: JobStep, artist: Artist, lead: Lead): Promise<ReadonlyMap<TaskRole, string>> {
  const today = dayAt(step.now, step.agency.timezone);
  const own = (
    await step.store.getMany(
      people,
      artist.members.map((member) => member.person),
    )
  ).flatMap((record) => (record !== null && isWithUs(record.value, today) ? [record.value] : []));
  const manager = artist.managers[0];
  const doers = new Map<TaskRole, string>([
    ['booker', lead.booker],
    ...(manager === undefined ? [] : [['manager', manager] as const]),
  ]);
  for (const role of ['tour-manager', 'communication', 'hr'] as const) {
    const ofAct = own.find((person) => person.roles.includes(role));
    const anybody = (await step.store.find(people, { name: 'role', value: role })).find((record) =>
      isWithUs(record.value, today),
    );
    const doer = ofAct?.id ?? anybody?.value.id ?? manager;
    if (doer !== undefined) doers.set(role, doer);
  }
  return doers;
}
