import { shortDay } from '../../agency/short-days.ts';
import { type SeenAct, type SeenDate } from '../../agency/seen-dates.ts';
import { dayName } from '../../agency/wording.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { type Warning } from '../../domain/availability/agenda.ts';

/** What to mind about a date, in a few words: « trop loin de Brest la veille (950 km) ». */
export function signOf(services: Services, texts: Texts, act: SeenAct, warning: Warning): string {
  const venue = act.venues.get(warning.show.venue);
  switch (warning.type) {
    case 'same-day':
      return texts.label('dispo-sign-same-day', { venue: venue?.name ?? '?' });
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

/** The signs of a month, each with its day: « sam. 13 : deux dates le même jour (Le Fil) ». */
export function signsOf(services: Services, texts: Texts, act: SeenAct, dates: readonly SeenDate[]): string {
  return dates
    .flatMap(({ day, warnings }) =>
      warnings.map((warning) =>
        texts.label('dispo-sign', { day: shortDay(day, texts.locale), sign: signOf(services, texts, act, warning) }),
      ),
    )
    .join(' · ');
}

/** Distances by road are estimates; more digits would be a lie. */
function rounded(km: number): number {
  return km < 50 ? Math.round(km) : Math.round(km / 10) * 10;
}
