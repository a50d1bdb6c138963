import { joinDrafts, type Draft } from '../../core/commit.ts';
import { defineHandler, type JobStep } from '../../core/job.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { artists, shows, venues } from '../../core/records/agency.ts';
import { leads, tasks } from '../../core/records/booking.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Show } from '../../domain/date-booking.ts';
import { addDays, dayAt, dayNumber, type Day } from '../../domain/day.ts';
import { missingFacts, type MissingFact } from '../../domain/missing.ts';
import { type Task } from '../../domain/task.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName, placeName, stacked } from '../../agency/wording.ts';
import { logisticsReminder } from './logistics-reminder.job.ts';

const daysAhead = 10;
/** More buttons than this no phone shows well; the rest is named. */
const mostButtons = 8;

/** A date that comes up, and what is still missing for it. */
interface Coming {
  readonly show: Show;
  readonly artist: Artist;
  readonly place: string;
  readonly facts: readonly MissingFact[];
  readonly open: readonly Task[];
  readonly concerned: readonly string[];
}

/** Dates ten days ahead, and those of the days on which nothing ran; each is told once. */
export const logisticsReminderHandler = defineHandler(logisticsReminder, async (step, { day, since }) => {
  const before = addDays(dayAt(since, step.agency.timezone), daysAhead);
  const last = addDays(day, daysAhead);
  // The very first run looks at its own day alone.
  const first = before < last ? addDays(before, 1) : last;
  const coming = await comingDates(step, first, last);
  const people = [...new Set(coming.flatMap((date) => date.concerned))];
  const told = await recipients(step.store, people, dayAt(step.now, step.agency.timezone));
  return joinDrafts(
    ...told.map((person) =>
      cardFor(
        step,
        person,
        coming.filter((date) => date.concerned.includes(person.person.id)),
        day,
      ),
    ),
  );
});

async function comingDates(step: JobStep, first: Day, last: Day): Promise<Coming[]> {
  const acts = (await step.store.all(artists)).map((record) => record.value).filter((act) => act.status === 'active');
  const found = await Promise.all(
    acts.map(async (artist) => {
      const span = { from: dayNumber(first), to: dayNumber(last) };
      const dates = await step.store.find(shows, { name: 'artist', value: artist.id, ...span });
      return Promise.all(
        dates.filter((show) => show.value.state === 'confirmed').map((show) => lookAt(step, show.value, artist)),
      );
    }),
  );
  return found.flat().sort((a, b) => a.show.day.localeCompare(b.show.day));
}

async function lookAt(step: JobStep, show: Show, artist: Artist): Promise<Coming> {
  const [venue, lead, found] = await Promise.all([
    step.store.get(venues, show.venue),
    show.lead === null ? null : step.store.get(leads, show.lead),
    step.store.find(tasks, { name: 'show', value: show.id }),
  ]);
  const bookers = lead === null ? artist.bookers : [lead.value.booker];
  return {
    show,
    artist,
    place: placeName(venue?.value),
    facts: missingFacts(show, lead?.value ?? null),
    open: found.map((record) => record.value).filter((task) => task.state === 'todo' || task.state === 'doing'),
    concerned: [...new Set([...bookers, ...artist.managers])],
  };
}

function cardFor(step: JobStep, person: Recipient, dates: readonly Coming[], day: Day): Draft {
  if (dates.length === 0) return {};
  const texts = step.textsOf(person.person.locale);
  const open = dates.flatMap((date) => date.open).slice(0, mostButtons);
  const text = stacked([
    texts.say('logistics', { count: dates.length }),
    ...dates.map((date) => dateText(step, texts, date)),
  ]);
  const notice = {
    id: `logistics-${day}.${person.person.id}`,
    severity: 'action' as const,
    purpose: open.length === 0 ? null : ('action' as const),
    subject: `logistics-${day}`,
    text: [...text],
    rows: open.map((task) => [{ key: `task.done:${task.id}`, label: `✓ ${task.title}`.slice(0, 60) }]),
  };
  return draftNotice(notice, person, { now: step.now, random: step.random, texts });
}

/** « Gribitch, Le Fil (Saint-Étienne), sam. 13 mars : il manque la balance, le contrat ; 4 tâches ouvertes. » */
function dateText(step: JobStep, texts: Texts, date: Coming): Text {
  const about = { artist: date.artist.name, venue: date.place, day: dayName(step, texts, date.show.day) };
  if (date.facts.length === 0 && date.open.length === 0) return texts.say('logistics-complete', about);
  const missing = new Intl.ListFormat(texts.locale).format(date.facts.map((fact) => texts.label(`missing-${fact}`)));
  const facts = date.facts.length === 0 ? null : texts.say('logistics-missing', { missing });
  const tasksLine = date.open.length === 0 ? null : texts.say('logistics-tasks', { count: date.open.length });
  return stacked([texts.say('logistics-date', about), facts, tasksLine]);
}
