import { type Draft } from '../../core/commit.ts';
import { defineHandler } from '../../core/job.ts';
import { people } from '../../core/records/agency.ts';
import { sendFile } from '../../core/replies.ts';
import { calendarOf } from '../../documents/calendar-file.ts';
import { mayHaveCalendar } from '../../agency/calendar-address.ts';
import { feedOf } from '../../agency/calendar-feed.ts';
import { calendarDatesFile } from './calendar-dates.job.ts';

/** All dates of somebody as a file, as they may see them now. */
export const calendarDatesHandler = defineHandler(
  calendarDatesFile,
  async (step, { person, bot, chat }): Promise<Draft> => {
    const reader = await step.store.get(people, person);
    if (reader === null || !mayHaveCalendar(reader.value, step.now)) return {};
    const feed = await feedOf(step, reader.value);
    const file = {
      name: `${feed.name}.ics`,
      mime: 'text/calendar' as const,
      as: 'document' as const,
      bytes: new TextEncoder().encode(calendarOf(feed, feed.dates)),
      caption: step.textsOf(reader.value.locale).say('agenda-file'),
    };
    return { outbound: [sendFile(step, { bot, chat }, file)] };
  },
);
