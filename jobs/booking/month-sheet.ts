import { clockTime } from '../../agency/clock-time.ts';
import { type SeenAct, type SeenDate } from '../../agency/seen-dates.ts';
import { monthTitle, shortDays } from '../../agency/short-days.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { type MonthSheet } from '../../documents/month-layout.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';

/** States as a legend lists them, the best first. */
const states = ['free', 'option', 'taken', 'elsewhere', 'away', 'silent', 'flexible'] as const;

/** A month of an act as a picture shows it to somebody: what is not theirs to know is not in `act`. */
export function sheetOf(services: Services, texts: Texts, act: SeenAct, month: string): MonthSheet {
  const found = new Set(act.days.map(({ state }) => state));
  const { timezone } = services.agency;
  return {
    title: texts.label('dispo-heading', { artist: act.artist.name, days: monthTitle(month, texts.locale) }),
    locale: texts.locale,
    month,
    days: act.days.map((date) => ({ day: date.day, state: date.state, label: labelOf(texts, act, date) })),
    legend: states
      .filter((state) => found.has(state))
      .map((state) => ({ state, label: texts.label(`dispo-legend-${state}`) })),
    footer: texts.label('dispo-image-footer', {
      day: dayName(services, texts, dayAt(services.now, timezone)),
      time: clockTime(services.now, timezone, texts),
    }),
  };
}

/** The free dates in words, for whoever does not see the picture. */
export function freeText(texts: Texts, act: SeenAct, month: string): Text {
  const free = act.days.filter(({ state }) => state === 'free').map(({ day }) => day);
  const title = texts.label('dispo-heading', { artist: act.artist.name, days: monthTitle(month, texts.locale) });
  const line =
    free.length === 0
      ? texts.say('dispo-line-none')
      : texts.say('dispo-line-free', { days: shortDays(free, texts.locale) });
  return stacked([[{ text: title, style: 'bold' }], line]);
}

/** A few words in the cell of a day: « opt. 1 Le Fil », « Malo ». */
function labelOf(texts: Texts, act: SeenAct, { state, reasons }: SeenDate): string | null {
  if (!act.negotiates || state === 'free') return null;
  const names = reasons.flatMap((reason): string[] => {
    switch (reason.type) {
      case 'show':
        return state === 'taken' ? [act.venues.get(reason.show.venue)?.name ?? '?'] : [];
      case 'hold':
        return state === 'option'
          ? [
              texts.label('dispo-image-hold', {
                rank: reason.hold.rank,
                venue: act.venues.get(reason.hold.venue)?.name ?? '?',
              }),
            ]
          : [];
      case 'elsewhere':
      case 'away':
        return (state === 'elsewhere' || state === 'away') && reason.substitute === null
          ? [nameOf(act, reason.person)]
          : [];
      case 'flexible':
      case 'silent':
        return state === reason.type ? [nameOf(act, reason.person)] : [];
    }
  });
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function nameOf(act: SeenAct, id: string | null): string {
  const person = id === null ? undefined : act.names.get(id);
  return person === undefined ? '?' : firstName(person);
}
