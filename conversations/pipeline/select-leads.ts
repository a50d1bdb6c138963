import { type Texts } from '../../core/texts.ts';
import { type Turn } from '../../core/turn.ts';
import { type Versioned } from '../../core/store.ts';
import { readPipelineFilter, type PipelineFilter } from '../../domain/booking-words/index.ts';
import { explainAsk } from '../../domain/spoken-days/index.ts';
import { leadStatusSchema, type Lead } from '../../domain/lead.ts';
import { type Venue } from '../../domain/venue.ts';
import { dayNames } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { needingSomebody } from './needs-somebody.ts';
import { ownLeads, type OwnLeads } from './own-leads.ts';
import { silentDays, statusName } from './lead-words.ts';

/** The words of a filter that travel in a button; more of them narrow nothing further. */
const longestWords = 300;

/** The opportunities some words choose, and what the words were taken to mean. */
export interface Selection {
  readonly words: string;
  readonly own: OwnLeads;
  /** What needs somebody first; then by status in its usual order, within it the longest silence first unless another order was asked for. */
  readonly found: readonly Versioned<Lead>[];
  /** Which of them need somebody now, by id; empty where a status or an order was asked for. */
  readonly needs: ReadonlySet<string>;
  /** « Lot 1 · Relancé · Bretagne »; empty when nothing narrows. */
  readonly meant: string;
  /** What was not understood, as typed, and the question a day leaves open. */
  readonly unread: readonly string[];
  readonly ask: string | null;
}

/** Reads the words against one's own acts and all places, and chooses. */
export async function selectLeads(turn: Turn, given: string): Promise<Selection> {
  const words = given.trim().slice(0, longestWords).toWellFormed();
  const own = await ownLeads(turn);
  const known = {
    artists: [...own.acts.values()].map(({ id, name }) => ({ id, name })),
    venues: [...own.venues.values()].map(({ id, name, town, region }) => ({ id, name, town, region })),
  };
  const context = contextOf(turn);
  const filter = readPipelineFilter(words, known, context);
  // Calendar arithmetic is slow, so it is done once a lead and not at every comparison.
  const silences = new Map(own.leads.map(({ value }) => [value.id, silentDays(turn, value)]));
  const silenceOf = (lead: Lead): number => silences.get(lead.id) ?? 0;
  const found = own.leads.filter(({ value }) =>
    fits(turn, value, { filter, silent: silenceOf(value), venue: own.venues.get(value.venue) ?? null }),
  );
  const isPlain = filter.statuses.length === 0 && filter.order === null;
  const needs = isPlain
    ? await needingSomebody(
        turn,
        found.map(({ value }) => value),
      )
    : new Map<string, number>();
  const urgency = (lead: Lead): number => needs.get(lead.id) ?? needs.size + 1;
  return {
    words,
    own,
    needs: new Set(needs.keys()),
    found: found.toSorted(
      (a, b) => urgency(a.value) - urgency(b.value) || compare(a.value, b.value, filter.order, silenceOf),
    ),
    meant: meaningOf(turn, filter, own).join(' · '),
    unread: filter.leftovers,
    ask: filter.days.type === 'ask' ? explainAsk(filter.days.ask, context) : null,
  };
}

interface Fitting {
  readonly filter: PipelineFilter;
  readonly silent: number;
  readonly venue: Venue | null;
}

function fits(turn: Turn, lead: Lead, { filter, silent, venue }: Fitting): boolean {
  const places = filter.regions.length + filter.towns.length + filter.venues.length;
  return (
    (filter.lot === null || lead.lot === filter.lot) &&
    (filter.statuses.length === 0 || filter.statuses.includes(lead.status)) &&
    (filter.olderThanDays === null || silent >= filter.olderThanDays) &&
    (filter.youngerThanDays === null || silent <= filter.youngerThanDays) &&
    (filter.artists.length === 0 || filter.artists.includes(lead.artist)) &&
    (filter.booker === null || lead.booker === turn.person.id) &&
    (filter.days.type !== 'days' || (lead.day !== null && filter.days.days.includes(lead.day))) &&
    // « bretagne, dijon » names two places, not one that is both.
    (places === 0 ||
      filter.venues.includes(lead.venue) ||
      (venue !== null && (filter.regions.includes(venue.region) || filter.towns.includes(venue.town))))
  );
}

const order = new Map(leadStatusSchema.options.map((status, index) => [status, index]));

function compare(a: Lead, b: Lead, by: PipelineFilter['order'], silenceOf: (lead: Lead) => number): number {
  const status = (order.get(a.status) ?? 0) - (order.get(b.status) ?? 0);
  if (status !== 0) return status;
  const silence = silenceOf(b) - silenceOf(a);
  const value = priceOf(b) - priceOf(a);
  return (by === 'value' ? value || silence : silence || value) || a.number - b.number;
}

/** For sorting: no price counts as none. */
export function priceOf(lead: Lead): number {
  return lead.terms.price?.cents ?? 0;
}

function meaningOf(turn: Turn, filter: PipelineFilter, own: OwnLeads): string[] {
  const { texts } = turn;
  const named = [
    ...filter.artists.map((id) => own.acts.get(id)?.name ?? id),
    ...filter.regions,
    ...filter.towns,
    ...filter.venues.map((id) => own.venues.get(id)?.name ?? id),
  ];
  return [
    ...(filter.lot === null ? [] : [texts.label('pipeline-meant-lot', { lot: String(filter.lot) })]),
    ...filter.statuses.map((status) => statusName(texts, status)),
    ...named,
    ...aged(texts, 'older', filter.olderThanDays),
    ...aged(texts, 'younger', filter.youngerThanDays),
    ...(filter.booker === null ? [] : [texts.label('pipeline-meant-mine')]),
    ...(filter.days.type === 'days' ? [daysMeant(turn, filter.days.days)] : []),
  ];
}

function aged(texts: Texts, which: 'older' | 'younger', days: number | null): string[] {
  return days === null ? [] : [texts.label(`pipeline-meant-${which}`, { count: days })];
}

function daysMeant(turn: Turn, days: Parameters<typeof dayNames>[2]): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || days.length <= 3) return dayNames(turn, turn.texts, days);
  return turn.texts.label('pipeline-meant-days', {
    from: dayNames(turn, turn.texts, [first]),
    to: dayNames(turn, turn.texts, [last]),
  });
}
