import { absent, joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { jobOf } from '../../core/job.ts';
import { calendarFeeds, type CalendarFeed } from '../../core/records/feeds.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { addressSpan, newAddress } from '../../agency/calendar-address.ts';
import { calendarDates, calendarSpan } from '../../agency/calendar-dates.ts';
import { stacked } from '../../agency/wording.ts';
import { calendarDatesFile } from '../../jobs/musicians/calendar-dates.job.ts';
import { menuCard } from '../menu-card.ts';
import { nextDates } from './next-dates.ts';

/**
 * Somebody's next dates, and where to subscribe to all of them. The first look makes their address; one that was cut stays so
 * until they ask for another. Where the operator has set no public address there is none, and a file comes instead.
 */
export async function agendaCard(turn: Turn, replaces: string | null): Promise<Draft> {
  const dates = await calendarDates(turn, turn.person, calendarSpan(turn));
  const next = nextDates(turn, dates);
  const stored = await turn.store.get(calendarFeeds, turn.person.id);
  if (turn.links.calendar('') === null) {
    const text = stacked([next, turn.texts.say(dates.length === 0 ? 'agenda-unset' : 'agenda-unset-file')]);
    return joinDrafts(menuCard(turn, text, [], replaces), { jobs: dates.length === 0 ? [] : [fileFor(turn)] });
  }
  const feed = stored?.value ?? newAddress(turn, turn.person.id);
  const made: Draft =
    stored === null ? { guards: [absent(calendarFeeds, feed.id)], writes: [put(calendarFeeds, feed)] } : {};
  return joinDrafts(made, addressCard(turn, next, feed, replaces));
}

/** Gives the person of the turn another address, or none, and shows what is true then. */
export async function changeAddress(turn: Turn, to: 'new' | 'none', replaces: string): Promise<Draft> {
  const stored = await turn.store.get(calendarFeeds, turn.person.id);
  const none: CalendarFeed = { id: turn.person.id, token: null, madeAt: turn.now };
  const feed = to === 'new' ? newAddress(turn, turn.person.id) : none;
  const dates = await calendarDates(turn, turn.person, calendarSpan(turn));
  const guard = stored === null ? absent(calendarFeeds, feed.id) : unchanged(calendarFeeds, stored);
  return joinDrafts(
    { guards: [guard], writes: [put(calendarFeeds, feed)] },
    addressCard(turn, nextDates(turn, dates), feed, replaces),
  );
}

function addressCard(turn: Turn, next: Text, feed: CalendarFeed, replaces: string | null): Draft {
  const { texts } = turn;
  const offer = (key: string): Offer => ({ key: `agenda.${key}`, label: texts.label(`agenda-${key}`) });
  const address = addressSpan(turn, feed);
  if (address === null) return menuCard(turn, stacked([next, texts.say('agenda-is-cut')]), [[offer('make')]], replaces);
  const lines = [next, [...texts.say('agenda-subscribe'), { text: '\n' }, address], texts.say('agenda-private')];
  return menuCard(turn, stacked(lines), [[offer('renew'), offer('cut')]], replaces);
}

function fileFor(turn: Turn): ReturnType<typeof jobOf> {
  const { bot, chat } = turn.inbound;
  return jobOf(calendarDatesFile, { person: turn.person.id, bot, chat, request: turn.random.token() });
}
