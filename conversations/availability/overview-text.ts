import { monthTitle, shortDays } from '../../agency/short-days.ts';
import { type SeenAct, type SeenDate } from '../../agency/seen-dates.ts';
import { placeName, stacked } from '../../agency/wording.ts';
import { charactersOf, type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { type DateState } from '../../domain/availability/agenda.ts';
import { type Day } from '../../domain/day.ts';
import { recapDays } from '../../domain/spoken-days/index.ts';
import { type Venue } from '../../domain/venue.ts';
import { detailOf, groupedDays, listed, nameIn } from './day-groups.ts';
import { clausesOf, signsOf } from './signs.ts';
import { agencyToday, byMonth, daysOfMonth, monthOf } from './subject.ts';

/** A message that can be read in ten seconds is far shorter; this is what every platform takes in one. */
export const longestText = 3500;

/** Kept for the place above the months and the sentence below them. */
const around = 450;

/** What a card of dates says, and how many of its days it had room for. */
export interface Overview {
  readonly text: Text;
  readonly shown: number;
}

/** The dates of an act by month, each state on a line of its own; months that do not fit are left to the next page. */
export function overviewText(services: Services, texts: Texts, act: SeenAct, venue: Venue | null): Overview {
  const place = venue === null || !act.negotiates ? null : texts.say('dispo-for', { venue: placeName(venue) });
  const placed = place !== null;
  let text: Text = [];
  let shown = 0;
  for (const [, dates] of byMonth(act.days)) {
    const left = longestText - charactersOf(text).length - around;
    const full = monthText(services, texts, act, dates, { detailed: true, placed });
    const section =
      charactersOf(full).length <= longestText - around
        ? full
        : monthText(services, texts, act, dates, { detailed: false, placed });
    if (shown > 0 && charactersOf(section).length > left) break;
    text = shown === 0 ? section : [...text, { text: '\n\n' }, ...section];
    shown += dates.length;
  }
  const rest = shown < act.days.length ? texts.say('dispo-more') : null;
  return { text: stacked([place, text, nextText(texts, act), rest]), shown };
}

/** Of a single day that others hold: what can still be done with it. */
function nextText(texts: Texts, { days, negotiates }: SeenAct): Text | null {
  const [only, second] = days;
  if (!negotiates || only?.state !== 'option' || second !== undefined) return null;
  return texts.say('dispo-next-hold', { rank: Math.max(0, ...only.ranks) + 1 });
}

interface Shape {
  /** Whether what stands in brackets has room. */
  readonly detailed: boolean;
  /** A place was named, so its own signs are told instead of every clause. */
  readonly placed: boolean;
}

function monthText(
  services: Services,
  texts: Texts,
  act: SeenAct,
  dates: readonly SeenDate[],
  { detailed, placed }: Shape,
): Text {
  const of = (...states: readonly DateState[]): SeenDate[] => dates.filter(({ state }) => states.includes(state));
  const line = (key: string, ...states: readonly DateState[]): Text | null => {
    const found = of(...states);
    if (found.length === 0) return null;
    const days = groupedDays(found, texts, (date) => (detailed ? detailOf(services, texts, act, date) : ''));
    return texts.say(key, { days });
  };
  const signs = detailed
    ? [...(placed ? [] : clausesOf(services, texts, act, dates)), ...signsOf(services, texts, act, dates)].join(' · ')
    : '';
  return stacked([
    [{ text: heading(services, texts, act, dates), style: 'bold' }],
    line('dispo-line-free', 'free') ?? (of('silent').length === 0 ? texts.say('dispo-line-none') : null),
    line('dispo-line-waiting', 'silent'),
    line('dispo-line-option', 'option'),
    line('dispo-line-taken', 'taken'),
    line('dispo-line-elsewhere', 'elsewhere'),
    line('dispo-line-away', 'away'),
    silentText(texts, act, dates),
    line('dispo-line-flexible', 'flexible'),
    signs === '' ? null : texts.say('dispo-line-signs', { signs }),
  ]);
}

/** « Gribitch, juin 2027 »; of a part of the month, its days. */
function heading(services: Services, texts: Texts, act: SeenAct, dates: readonly SeenDate[]): string {
  const today = agencyToday(services);
  const days = dates.map(({ day }) => day);
  const month = monthOf(days[0] ?? today);
  const whole = daysOfMonth(month, today).length === days.length;
  const name = whole
    ? monthTitle(month, texts.locale)
    : recapDays(
        days.map((day) => ({ day, part: 'day' as const })),
        { today, locale: texts.locale },
      );
  return texts.label('dispo-heading', { artist: act.artist.name, days: name });
}

/** Who has said nothing, for the whole month or for some days. */
function silentText(texts: Texts, act: SeenAct, dates: readonly SeenDate[]): Text | null {
  const silent = new Map<string, Day[]>();
  for (const { day, reasons } of dates)
    for (const reason of reasons)
      if (reason.type === 'silent') silent.set(reason.person, [...(silent.get(reason.person) ?? []), day]);
  if (silent.size === 0) return null;
  const whole = [...silent].filter(([person, days]) => !hasAnswered(person, days, dates)).map(([person]) => person);
  const some = [...silent].filter(([person]) => !whole.includes(person));
  const names = [
    ...(whole.length === 0
      ? []
      : [
          texts.label('dispo-silent-month', {
            names: listed(
              whole.map((person) => nameIn(act, person)),
              texts,
            ),
          }),
        ]),
    ...some.map(([person, days]) => `${nameIn(act, person)} (${shortDays(days, texts.locale)})`),
  ].join(' · ');
  return texts.say('dispo-line-silent', { names });
}

/** Whether they have spoken about any of these days: one on which nobody is asked, a date of theirs or of the act, does not count. */
function hasAnswered(person: string, silent: readonly Day[], dates: readonly SeenDate[]): boolean {
  return dates.some(
    ({ day, reasons }) =>
      !silent.includes(day) &&
      !reasons.some((reason) => reason.type === 'show' || (reason.type === 'elsewhere' && reason.person === person)),
  );
}
