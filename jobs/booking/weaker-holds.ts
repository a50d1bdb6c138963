import { calendarGuard, joinDrafts, type Draft } from '../../core/commit.ts';
import { type JobStep } from '../../core/job.ts';
import { draftNotice } from '../../core/notification.ts';
import { artists, holds, venues } from '../../core/records/agency.ts';
import { type Hold, type Show } from '../../domain/date-booking.ts';
import { dayAt, dayNumber } from '../../domain/day.ts';
import { endOthers, liveHolds } from '../../domain/holds.ts';
import { firstName } from '../../domain/person.ts';
import { type Venue } from '../../domain/venue.ts';
import { bookersOf, draftHoldChange } from '../../agency/holds.ts';
import { dayName, letterDay, placeName } from '../../agency/wording.ts';

/** The date is taken: every other option of the act on that day ends, and whoever booked it gets the letter that says so. */
export async function endWeakerHolds(step: JobStep, show: Show, venue: Venue): Promise<Draft> {
  const calendar = `artist:${show.artist}` as const;
  const versions = await step.store.calendars([calendar]);
  const day = dayNumber(show.day);
  const found = await step.store.find(holds, { name: 'artist', value: show.artist, from: day, to: day });
  const live = liveHolds(
    found.map((record) => record.value),
    show.day,
    dayAt(step.now, step.agency.timezone),
  );
  const ended = endOthers(live, null).filter((hold) => hold.lead === null || hold.lead !== show.lead);
  if (ended.length === 0) return {};
  const change = await draftHoldChange(step, { changed: ended, promoted: [] }, { by: null, why: 'taken' });
  const told = await Promise.all(ended.map((hold) => tellBookers(step, hold, venue)));
  return joinDrafts({ guards: [calendarGuard(calendar, versions.get(calendar) ?? 0)] }, change, ...told);
}

async function tellBookers(step: JobStep, hold: Hold, taker: Venue): Promise<Draft> {
  const [artist, venue] = await Promise.all([step.store.get(artists, hold.artist), step.store.get(venues, hold.venue)]);
  if (artist === null) return {};
  const told = await bookersOf(step, hold, artist.value);
  const letters = step.textsOf(step.agency.locale);
  return joinDrafts(
    ...told.map((booker) => {
      const texts = step.textsOf(booker.person.locale);
      const about = {
        artist: artist.value.name,
        venue: placeName(venue?.value),
        day: dayName(step, texts, hold.day),
        rank: hold.rank,
        taker: placeName(taker),
      };
      const contact = venue?.value.contact?.name ?? null;
      const letter = letters.say('hold-lost-mail', {
        greeting:
          contact === null
            ? letters.label('hold-mail-greeting')
            : letters.label('hold-mail-greeting-name', { name: contact }),
        artist: artist.value.name,
        day: letterDay(letters, hold.day),
        sender: firstName(booker.person),
        agency: step.agency.name,
      });
      const text = [...texts.say('hold-lost', about), { text: '\n\n' }, ...letter];
      const notice = { id: `${hold.id}.lost.${booker.person.id}`, severity: 'info' as const, text };
      return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
    }),
  );
}
