import { shortDays } from '../../agency/short-days.ts';
import { reaches, type SeenAct, type SeenDate } from '../../agency/seen-dates.ts';
import { dayName } from '../../agency/wording.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { type Day } from '../../domain/day.ts';
import { type Warning } from '../../domain/availability/agenda.ts';

/** What to mind about a date, in a few words: « trop loin de Brest la veille (950 km) ». */
export function signOf(services: Services, texts: Texts, act: SeenAct, warning: Warning): string {
  const venue = act.venues.get(warning.show.venue);
  switch (warning.type) {
    case 'same-day':
      return texts.label('dispo-sign-same-day');
    case 'travel': {
      const key = `dispo-sign-${warning.tooFar ? 'too-far' : 'far'}-${warning.before ? 'before' : 'after'}`;
      return texts.label(key, { town: venue?.town ?? '?', km: rounded(warning.km) });
    }
    case 'exclusivity':
      return texts.label(`dispo-sign-exclusivity-${warning.clause}`, {
        venue: venue?.name ?? '?',
        day: dayName(services, texts, warning.show.day),
        km: rounded(warning.km),
        weeks: warning.weeks,
      });
  }
}

/** The signs of a month, each with its days: « sam. 13 : deux dates le même jour ». */
export function signsOf(services: Services, texts: Texts, act: SeenAct, dates: readonly SeenDate[]): string[] {
  const days = new Map<string, Set<Day>>();
  for (const { day, warnings } of dates)
    for (const warning of warnings) {
      const sign = signOf(services, texts, act, warning);
      days.set(sign, (days.get(sign) ?? new Set()).add(day));
    }
  return [...days].map(([sign, on]) => texts.label('dispo-sign', { days: shortDays([...on], texts.locale), sign }));
}

/** The radius clauses that reach into these days: wherever one would play near there, they count. */
export function clausesOf(services: Services, texts: Texts, act: SeenAct, dates: readonly SeenDate[]): string[] {
  return act.clauses
    .filter((show) => dates.some(({ day }) => reaches(show, day)))
    .map(({ venue, day, exclusivity }) =>
      texts.label('dispo-sign-clause', {
        km: exclusivity?.km ?? 0,
        weeks: exclusivity?.weeks ?? 0,
        venue: act.venues.get(venue)?.name ?? '?',
        day: dayName(services, texts, day),
      }),
    );
}

/** Distances by road are estimates; more digits would be a lie. */
function rounded(km: number): number {
  return km < 50 ? Math.round(km) : Math.round(km / 10) * 10;
}
