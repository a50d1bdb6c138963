import { z } from 'zod';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { people, shows, venues } from '../../core/records/agency.ts';
import { leads, soundings } from '../../core/records/booking.ts';
import { type Step } from '../../core/turn.ts';
import { type Show } from '../../domain/date-booking.ts';
import { dayAt } from '../../domain/day.ts';
import { idSchema } from '../../domain/ids.ts';
import { closedStatuses } from '../../domain/lead.ts';
import { isWithUs } from '../../domain/person.ts';
import { type Asked, type Sounding } from '../../domain/sounding.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { askersOf, rewriteAskerCards, tellAskers } from './asker-card.ts';
import { againRow, noMoreKey, readSounding, waitingRows, type KnownSounding } from './known-sounding.ts';
import { memberCard, rewriteMemberCard, withdrawWaiting } from './member-cards.ts';
import { type About } from './wording.ts';

/**
 * Closes a sounding: nobody is chased any more, those who were asked read in one sentence that no answer is needed, and the
 * cards of whoever asked say what closed it. What was noted with an answer stays noted.
 */
export async function closeSounding(step: Step, known: KnownSounding, closedBy: Sounding['closedBy']): Promise<Draft> {
  const sounding: Sounding = { ...known.about.sounding, state: 'closed', closedBy };
  const about = { ...known.about, sounding };
  const told = await Promise.all(sounding.asked.map((asked) => tellClosed(step, about, asked)));
  const closed: Draft = {
    guards: [unchanged(soundings, known.record)],
    writes: [put(soundings, sounding)],
    cancel: [...waitingRows(sounding.id), ...sounding.asked.map((one) => againRow(sounding.id, one.person))],
  };
  return joinDrafts(closed, await rewriteAskerCards(step, about), ...told);
}

async function tellClosed(step: Step, about: About, asked: Asked): Promise<Draft> {
  const [person, card] = await Promise.all([step.store.get(people, asked.person), memberCard(step, asked)]);
  const withdrawn = await withdrawWaiting(step, asked);
  const isPresent = person !== null && isWithUs(person.value, dayAt(step.now, step.agency.timezone));
  if (!isPresent || card === null) return withdrawn;
  const text = step.textsOf(person.value.locale).say(noMoreKey(about.sounding));
  return joinDrafts(withdrawn, rewriteMemberCard(step, about, person.value, card, { text, says: null }));
}

const decidedSchema = z.strictObject({ sounding: idSchema, show: idSchema });

/** The day that members are asked about has a confirmed date: this one, or another, of which whoever asked hears once. */
export const soundingDecided: DueHandler = async (step, row) => {
  const payload = decidedSchema.parse(row.payload);
  const [known, show] = await Promise.all([readSounding(step, payload.sounding), step.store.get(shows, payload.show)]);
  if (known === null || known.about.sounding.state === 'closed') return {};
  if (show === null || show.value.state !== 'confirmed' || show.value.day !== known.about.sounding.day) return {};
  if (isSameDate(known.about.sounding, show.value)) return closeSounding(step, known, 'confirmed');
  const venue = await step.store.get(venues, show.value.venue);
  const news = await tellAskers(step, await askersOf(step, known.about), {
    id: `${known.about.sounding.id}.taken`,
    text: async (texts) =>
      texts.say('sounding-taken-news', {
        artist: known.about.artist.name,
        day: dayName(step, texts, show.value.day),
        venue: placeName(venue?.value),
      }),
    rows: () => [],
  });
  return joinDrafts(await closeSounding(step, known, 'taken'), news);
};

/** Whether the confirmed date is the one that was asked about. */
function isSameDate(sounding: Sounding, show: Show): boolean {
  return sounding.lead === null ? show.venue === sounding.venue : show.lead === sounding.lead;
}

/** Whether what was asked about is no more: its opportunity ended, or went to another day. */
export async function isGone(step: Step, sounding: Sounding): Promise<boolean> {
  const lead = sounding.lead === null ? null : await step.store.get(leads, sounding.lead);
  if (lead === null) return false;
  return closedStatuses.has(lead.value.status) || (lead.value.day !== null && lead.value.day !== sounding.day);
}
