import { type Absence } from '../absence.ts';
import { type Show } from '../date-booking.ts';
import { type Day } from '../day.ts';
import { type PersonId } from '../ids.ts';
import { overlaps, type Interval } from '../occupancy.ts';
import { type Agenda } from './agenda.ts';
import { datesOf } from './asked-date.ts';
import { compiled, type CompiledAgenda } from './compiled-agenda.ts';

/** Instants during which somebody is taken, and by what. */
export interface BusySpan extends Interval {
  readonly by: { readonly type: 'show'; readonly show: Show } | { readonly type: 'absence'; readonly absence: Absence };
}

/**
 * What occupies a person from the agency day `first` to `last`, both included, whichever act it is for: confirmed shows they
 * play and noted absences, firm or flexible, a span for each part. In order of time; spans may overlap, and are whole even
 * where they began before or go on after.
 */
export function busySpans(person: PersonId, first: Day, last: Day, agenda: Agenda | CompiledAgenda): BusySpan[] {
  const ready = compiled(agenda);
  const { shows, absences } = datesOf(person, ready);
  const within = { from: ready.times.point(first).from, to: ready.times.point(last).to };
  const played = new Set([...shows.values()].flat().filter((span) => overlaps(span, within)));
  const away = [...absences.values()].flat().filter((span) => overlaps(span, within));
  return [
    ...[...played].map(({ show, from, to }) => ({ from, to, by: { type: 'show' as const, show } })),
    ...away.map(({ absence, from, to }) => ({ from, to, by: { type: 'absence' as const, absence } })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
}
