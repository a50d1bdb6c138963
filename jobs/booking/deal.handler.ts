import { joinDrafts, unchanged, type Draft } from '../../core/commit.ts';
import { defineHandler, type JobStep } from '../../core/job.ts';
import { draftNotice, routeTo, type Recipient } from '../../core/notification.ts';
import { artists, people, shows, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { groups } from '../../core/records/identity.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Show } from '../../domain/date-booking.ts';
import { dayAt } from '../../domain/day.ts';
import { sendingDay } from '../../domain/day-sheet/run.ts';
import { commissionOf, primeOf, type Share } from '../../domain/deal-money.ts';
import { type Lead } from '../../domain/lead.ts';
import { formatMoney, formatRate } from '../../domain/money.ts';
import { firstName } from '../../domain/person.ts';
import { type Venue } from '../../domain/venue.ts';
import { toGroups } from '../../agency/announce.ts';
import { embargoText } from '../../agency/brief-text.ts';
import { briefOf } from '../../agency/deal-brief.ts';
import { endSoundings } from '../../agency/ended-soundings.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName, placeName, stacked, timesText } from '../../agency/wording.ts';
import { bookingDeal } from './deal.job.ts';
import { dateFiles } from './date-file.ts';
import { tasksFor } from './deal-tasks.ts';
import { endWeakerHolds } from './weaker-holds.ts';

/** A date somebody approved, with everything said about it. */
interface Booked {
  readonly lead: Lead;
  readonly show: Show;
  readonly artist: Artist;
  readonly venue: Venue;
}

/** Makes an approved deal true everywhere in one step; an older version of the show, or one that is gone, changes nothing. */
export const bookingDealHandler = defineHandler(bookingDeal, async (step, { lead: id, show: showId, version }) => {
  const [lead, show] = await Promise.all([step.store.get(leads, id), step.store.get(shows, showId)]);
  if (lead === null || show === null || show.value.state !== 'confirmed' || show.value.version !== version) return {};
  const [artist, venue] = await Promise.all([
    step.store.get(artists, lead.value.artist),
    step.store.get(venues, lead.value.venue),
  ]);
  if (artist === null || venue === null) return {};
  const booked = { lead: lead.value, show: show.value, artist: artist.value, venue: venue.value };
  const name = `deal:${showId}:v${version}`;
  const [tasks, weaker, asked, members, booker, legal] = await Promise.all([
    tasksFor(step, booked.lead, booked.show),
    endWeakerHolds(step, booked.show, venue.value),
    endSoundings(step, booked.show),
    tellMembers(step, booked, name),
    tellBooker(step, booked, name),
    tellLegal(step, booked, name),
  ]);
  const announced = [
    ...(await toGroups(step, artist.value.id, name, (texts) => announcement(step, texts, booked))),
    ...(await dateFiles(step, name, { show: show.value, artist: artist.value.name, venue: venue.value })),
  ];
  return joinDrafts(
    { guards: [unchanged(shows, show)], outbound: announced },
    tasks,
    weaker,
    asked,
    members,
    booker,
    legal,
  );
});

/** « Date confirmée : sam. 13 mars, Le Fil, Saint-Étienne. La feuille de route arrive au plus tard… » */
function announcement(step: JobStep, texts: Texts, { show, venue, lead, artist }: Booked): Text {
  const times = timesText(lead.terms.times, texts);
  return stacked([
    texts.say('deal-announced', {
      artist: artist.name,
      day: [{ text: dayName(step, texts, show.day), style: 'bold' }],
      venue: [{ text: `${venue.name}, ${venue.town}`, style: 'bold' }],
    }),
    times === '' ? null : [{ text: `${times.charAt(0).toUpperCase()}${times.slice(1)}` }],
    sheetDay(step, texts, show),
    embargoText(step, texts, lead.terms, venue.name),
  ]);
}

/** When the day sheet comes; nothing of a day that is over, the sheet of so near a date comes on the next morning. */
function sheetDay(step: JobStep, texts: Texts, show: Show): Text | null {
  const day = sendingDay(show.day);
  return day <= today(step) ? null : texts.say('deal-announced-sheet', { day: dayName(step, texts, day) });
}

/** Where the act has no group, each of those who play hears of it in private. */
async function tellMembers(step: JobStep, booked: Booked, name: string): Promise<Draft> {
  const bound = await step.store.find(groups, { name: 'artist', value: booked.artist.id });
  const usual = booked.artist.members.map((member) => member.person);
  // A substitute is in no group of the act, so the news comes to them in private whatever the group hears.
  const substitutes = (booked.show.cast ?? []).filter((person) => !usual.includes(person));
  const told = await recipients(step.store, bound.length > 0 ? substitutes : [...usual, ...substitutes], today(step));
  return joinDrafts(
    ...told.map((member) => {
      const texts = step.textsOf(member.person.locale);
      const notice = {
        id: `${name}.${member.person.id}`,
        severity: 'info' as const,
        text: [...announcement(step, texts, booked)],
      };
      return draftNotice(notice, member, { now: step.now, random: step.random, texts });
    }),
  );
}

function today(step: JobStep): ReturnType<typeof dayAt> {
  return dayAt(step.now, step.agency.timezone);
}

/** The booker hears that it stands, what it brings, and what is not written to any calendar. */
async function tellBooker(step: JobStep, booked: Booked, name: string): Promise<Draft> {
  const [booker] = await recipients(step.store, [booked.lead.booker], today(step));
  const [brief, bound] = await Promise.all([
    briefOf(step, booked.lead),
    step.store.find(groups, { name: 'artist', value: booked.artist.id }),
  ]);
  if (booker === undefined) return {};
  const texts = step.textsOf(booker.person.locale);
  const margin = brief?.margin ?? null;
  const decider = await decidedBy(step, booked.lead);
  const text = stacked([
    texts.say('deal-booked', {
      name: decider ?? '?',
      artist: booked.artist.name,
      venue: placeName(booked.venue),
      day: [{ text: dayName(step, texts, booked.show.day), style: 'bold' }],
      number: booked.lead.number,
    }),
    ...(await toldLines(step, texts, booked, bound.length > 0)),
    shareText(texts, 'deal-prime', primeOf(booked.lead.terms, booked.artist, margin)),
    shareText(texts, 'deal-commission', commissionOf(booked.lead.terms, booked.artist)),
    texts.say('deal-tasks-made'),
    booked.artist.calendar === null || !step.calendar.connected ? texts.say('calendar-off') : null,
    embargoText(step, texts, booked.lead.terms, booked.venue.name),
  ]);
  const notice = { id: `${name}.booker`, severity: 'info' as const, text: [...text] };
  return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
}

/** Who has been told, and by name who has not: those without an account here have to be told by somebody. */
async function toldLines(step: JobStep, texts: Texts, booked: Booked, hasGroup: boolean): Promise<Text[]> {
  const usual = booked.artist.members.map((member) => member.person);
  const cast = booked.show.cast ?? [];
  const concerned = await recipients(step.store, hasGroup ? cast : [...usual, ...cast], today(step));
  const named = (some: readonly Recipient[]): { names: string; count: number } => ({
    names: new Intl.ListFormat(texts.locale).format(some.map((one) => firstName(one.person))),
    count: some.length,
  });
  const reached = concerned.filter((one) => routeTo(one, 'info', [], step.now).type !== 'nowhere');
  const missing = concerned.filter((one) => !reached.includes(one));
  const told = hasGroup
    ? texts.say('deal-told-group')
    : missing.length === 0
      ? texts.say('deal-told-members')
      : texts.say('deal-told-some', named(reached));
  return missing.length === 0 ? [told] : [told, texts.say('deal-told-missing', named(missing))];
}

/** Who said yes: the decision itself knows, however long the history of the deal has become. */
async function decidedBy(step: JobStep, lead: Lead): Promise<string | null> {
  const asked = await step.store.find(approvals, { name: 'subject', value: `leads/${lead.id}` });
  const decisions = asked.flatMap(({ value }) => (value.decision?.choice === 'approve' ? [value.decision] : []));
  const last = decisions.toSorted((a, b) => a.at - b.at).at(-1);
  const person = last === undefined ? null : await step.store.get(people, last.by);
  return person === null ? null : firstName(person.value);
}

/** « Ta prime : 45 € (5 % de la marge, indicatif) »: a share always names what it is a share of. */
function shareText(texts: Texts, key: string, share: Share | null): Text | null {
  if (share === null) return null;
  return texts.say(key, {
    amount: formatMoney(share.amount, texts.locale),
    rate: formatRate(share.rate, texts.locale),
    base: texts.label(`deal-base-${share.base}`),
  });
}

/** Legal is informed of every deal and consulted on its contract (ACRI). */
async function tellLegal(step: JobStep, booked: Booked, name: string): Promise<Draft> {
  const known = await step.store.find(people, { name: 'role', value: 'legal' });
  const told = await recipients(
    step.store,
    known.map((record) => record.value.id),
    today(step),
  );
  return joinDrafts(
    ...told.map((lawyer) => {
      const texts = step.textsOf(lawyer.person.locale);
      const text = texts.say('deal-legal', {
        artist: booked.artist.name,
        venue: placeName(booked.venue),
        day: dayName(step, texts, booked.show.day),
        number: booked.lead.number,
      });
      const notice = { id: `${name}.legal.${lawyer.person.id}`, severity: 'info' as const, text: [...text] };
      return draftNotice(notice, lawyer, { now: step.now, random: step.random, texts });
    }),
  );
}
