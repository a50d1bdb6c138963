import { shortDays } from '../../agency/short-days.ts';
import { type SeenAct, type SeenDate } from '../../agency/seen-dates.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { type Day } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';
import { heldText } from './held-text.ts';

/** Days that are alike, and what is to be said of them in brackets. */
interface Group {
  readonly detail: string;
  readonly days: Day[];
}

/** « ven. 12, sam. 13 (Malo) · mar. 16 (Hugo) »: days of one month, those with the same detail together. */
export function groupedDays(dates: readonly SeenDate[], texts: Texts, detailOf: (date: SeenDate) => string): string {
  const groups = new Map<string, Group>();
  for (const date of dates) {
    const detail = detailOf(date);
    const known = groups.get(detail);
    if (known === undefined) groups.set(detail, { detail, days: [date.day] });
    else known.days.push(date.day);
  }
  return [...groups.values()]
    .map(({ detail, days }) => `${shortDays(days, texts.locale)}${detail === '' ? '' : ` (${detail})`}`)
    .join(' · ');
}

/** Names in a sentence: « Léa, Tom et Ben ». */
export function listed(names: readonly string[], texts: Texts): string {
  return new Intl.ListFormat(texts.locale).format([...new Set(names)]);
}

/** The name by which somebody is called; « ? » for a record that is gone. */
export function nameIn(act: SeenAct, id: string | null): string {
  const person = id === null ? undefined : act.names.get(id);
  return person === undefined ? '?' : firstName(person);
}

/** « La Vapeur, Dijon »: it stands in brackets, so its town does not. */
function placeOf(act: SeenAct, id: string): string {
  const venue = act.venues.get(id);
  return venue === undefined ? '?' : `${venue.name}, ${venue.town}`;
}

/** What is said in brackets behind a day, to who negotiates for the act; empty for everybody else. */
export function detailOf(services: Services, texts: Texts, act: SeenAct, date: SeenDate): string {
  if (!act.negotiates) return '';
  switch (date.state) {
    case 'taken':
      return date.reasons
        .flatMap((reason) => (reason.type === 'show' ? [placeOf(act, reason.show.venue)] : []))
        .join(' + ');
    case 'option':
      return date.reasons
        .flatMap((reason) => (reason.type === 'hold' ? [heldText(services, texts, act, reason.hold)] : []))
        .join(' + ');
    case 'elsewhere':
    case 'away':
      return listed(
        date.reasons.flatMap((reason) => {
          if (reason.type === 'away' && reason.substitute === null) return [nameIn(act, reason.person)];
          if (reason.type !== 'elsewhere' || reason.substitute !== null) return [];
          const other = reason.artist === null ? undefined : act.acts.get(reason.artist);
          const name = nameIn(act, reason.person);
          return [other === undefined ? name : texts.label('dispo-with', { name, artist: other.name })];
        }),
        texts,
      );
    case 'flexible':
      return listed(
        date.reasons.flatMap((reason) => {
          if (reason.type !== 'flexible') return [];
          const name = nameIn(act, reason.person);
          const { condition } = reason.absence;
          return [condition === null || !act.manages ? name : texts.label('dispo-condition', { name, condition })];
        }),
        texts,
      );
    case 'free':
    case 'silent':
      // Free with somebody else is worth knowing before it is sold.
      return listed(
        date.reasons.flatMap((reason) =>
          'substitute' in reason && reason.substitute !== null
            ? [
                texts.label('dispo-instead', {
                  name: nameIn(act, reason.person),
                  substitute: nameIn(act, reason.substitute),
                }),
              ]
            : [],
        ),
        texts,
      );
  }
}
