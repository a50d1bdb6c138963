import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { defineHandler, type JobStep } from '../../core/job.ts';
import { draftNotice } from '../../core/notification.ts';
import { artists, shows, venues } from '../../core/records/agency.ts';
import { leads, tasks } from '../../core/records/booking.ts';
import { groups } from '../../core/records/identity.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { becameOf, type Show } from '../../domain/date-booking.ts';
import { addDays, dayAt, daysBetween } from '../../domain/day.ts';
import { type Lead } from '../../domain/lead.ts';
import { type Venue } from '../../domain/venue.ts';
import { toGroups } from '../../agency/announce.ts';
import { embargoText } from '../../agency/brief-text.ts';
import { endSoundings } from '../../agency/ended-soundings.ts';
import { recipients } from '../../agency/recipients.ts';
import { sheetChangedRow } from '../../agency/road/tell-changes.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { bookingDateGone } from './date-gone.job.ts';
import { dateFiles } from './date-file.ts';
import { tasksFor } from './deal-tasks.ts';
import { endWeakerHolds } from './weaker-holds.ts';

/** A date that is no more, what it became, and everything said about it. */
interface Gone {
  readonly lead: Lead;
  readonly old: Show;
  /** Null when it was cancelled. */
  readonly next: Show | null;
  readonly artist: string;
  readonly venue: Venue;
}

/** A confirmed date moved or was cancelled: its open tasks follow or fall away, and everybody who counted on it is told. */
export const bookingDateGoneHandler = defineHandler(
  bookingDateGone,
  async (step, { lead: id, show: showId, version }) => {
    const [lead, old] = await Promise.all([step.store.get(leads, id), step.store.get(shows, showId)]);
    if (lead === null || old === null || old.value.version !== version || old.value.state === 'confirmed') return {};
    const [artist, venue, known] = await Promise.all([
      step.store.get(artists, old.value.artist),
      step.store.get(venues, old.value.venue),
      step.store.find(shows, { name: 'lead', value: id }),
    ]);
    if (artist === null || venue === null) return {};
    const next = becameOf(
      showId,
      known.map((show) => show.value),
    );
    // Neither somewhere else nor given up: what it became is still being decided, and said then.
    if (next === null && lead.value.status !== 'cancelled') return {};
    const gone: Gone = { lead: lead.value, old: old.value, next, artist: artist.value.name, venue: venue.value };
    const name = `gone:${showId}:v${version}`;
    const about = { artist: artist.value.name, venue: venue.value };
    const announced = [
      ...(await toGroups(step, old.value.artist, name, (texts) => newsText(step, texts, gone))),
      ...(await dateFiles(step, `${name}:old`, { ...about, show: old.value })),
      ...(next === null ? [] : await dateFiles(step, `${name}:new`, { ...about, show: next })),
    ];
    const bound = await step.store.find(groups, { name: 'artist', value: old.value.artist });
    const usual = artist.value.members.map((member) => member.person);
    const cast = [...(old.value.cast ?? []), ...(next?.cast ?? [])].filter((person) => !usual.includes(person));
    const told = [...(bound.length > 0 ? [] : usual), ...cast, lead.value.booker];
    const sheetFollows = { due: [sheetChangedRow(showId, step.now)] };
    return joinDrafts(
      { guards: [unchanged(shows, old)], outbound: announced },
      sheetFollows,
      await moveTasks(step, gone),
      next === null ? {} : await tasksFor(step, lead.value, next),
      next === null ? {} : await endWeakerHolds(step, next, venue.value),
      next === null ? {} : await endSoundings(step, next),
      await tell(step, gone, told, name),
    );
  },
);

/** Open tasks of the old date: moved by as many days, or dropped with it. Done ones stay as history. */
async function moveTasks(step: JobStep, { old, next }: Gone): Promise<Draft> {
  const found = await step.store.find(tasks, { name: 'show', value: old.id });
  const open = found.filter(({ value }) => value.state === 'todo' || value.state === 'doing');
  const today = dayAt(step.now, step.agency.timezone);
  return {
    guards: open.map((task) => unchanged(tasks, task)),
    writes: open.flatMap(({ value }) => {
      // What comes from the checklist is made anew for the new date, with its own deadlines.
      if (next === null || value.template !== null) return [put(tasks, { ...value, state: 'dropped' as const })];
      const due = value.due === null ? null : addDays(value.due, daysBetween(old.day, next.day));
      return [put(tasks, { ...value, show: next.id, due: due !== null && due < today ? today : due })];
    }),
  };
}

/** « Reporté : Le Fil, du sam. 13 mars au dim. 12 sept. » or « Annulé : … »; an embargo stands on it as well. */
function newsText(step: JobStep, texts: Texts, { old, next, venue, artist, lead }: Gone): Text {
  const about = {
    artist,
    venue: [{ text: `${venue.name}, ${venue.town}`, style: 'bold' as const }],
    day: dayName(step, texts, old.day),
  };
  if (next === null) return texts.say('deal-news-cancelled', about);
  const to = [{ text: dayName(step, texts, next.day), style: 'bold' as const }];
  return stacked([texts.say('deal-news-moved', { ...about, to }), embargoText(step, texts, lead.terms, venue.name)]);
}

async function tell(step: JobStep, gone: Gone, people: readonly string[], name: string): Promise<Draft> {
  const told = await recipients(step.store, [...new Set(people)], dayAt(step.now, step.agency.timezone));
  return joinDrafts(
    ...told.map((person) => {
      const texts = step.textsOf(person.person.locale);
      const notice = {
        id: `${name}.${person.person.id}`,
        severity: 'action' as const,
        text: [...newsText(step, texts, gone)],
      };
      return draftNotice(notice, person, { now: step.now, random: step.random, texts });
    }),
  );
}
