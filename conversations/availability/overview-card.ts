import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Action } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { answerPress } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { monthWord } from '../../agency/short-days.ts';
import { menuCard } from '../menu-card.ts';
import { askers, gone, knownByKey, type Known } from './known-act.ts';
import { overviewText } from './overview-text.ts';
import { agencyToday, daysOfMonth, monthAfter, monthOf, subjectKey, type Subject } from './subject.ts';

/** How far ahead dates are turned to: availability is worked out for two years. */
const monthsAhead = 24;

/** The card of dates: what they are, and everything one may want to do with them next. */
export function overviewCard(turn: Turn, known: Known, replaces: string | null, note: Text = []): Draft {
  const { text, shown } = overviewText(turn, turn.texts, known.act, known.venue);
  const seen: Known = { ...known, subject: { ...known.subject, days: known.subject.days.slice(0, shown) } };
  const above: Text = note.length === 0 ? [] : [...note, { text: '\n' }];
  return menuCard(turn, [...above, ...text], rowsOf(turn, seen, known.subject), replaces);
}

function rowsOf(turn: Turn, { subject, act }: Known, asked: Subject): Offer[][] {
  const { texts } = turn;
  const key = subjectKey(subject);
  const [day, second] = subject.days;
  const month = day === undefined ? '' : monthOf(day);
  const why: Offer = {
    key: day !== undefined && second === undefined ? `dispo.why:${key}/${day}` : `dispo.pick:${key}/why`,
    label: texts.label('dispo-button-why'),
  };
  const image: Offer = {
    key: `dispo.image:${subject.artist}/${month}`,
    label: texts.label('dispo-button-image', { month: monthWord(month, texts.locale) }),
  };
  if (!act.negotiates) return [[why, image], pages(turn, subject, asked)];
  const isOpen = act.days.some(({ state }) => state === 'free' || state === 'flexible' || state === 'silent');
  // A day that others hold can still be held behind them; the members are asked about a day that is open.
  const isHoldable = isOpen || act.days.some(({ state }) => state === 'option');
  const next: Offer[] = [
    ...(isOpen ? [{ key: `dispo.pick:${key}/sound`, label: texts.label('dispo-button-sound') }] : []),
    ...(isHoldable ? [{ key: `dispo.pick:${key}/hold`, label: texts.label('dispo-button-hold') }] : []),
  ];
  return [
    [why, { key: `dispo.paste:${key}/${turn.agency.locale}`, label: texts.label('dispo-button-paste') }],
    ...(next.length > 0 ? [next] : []),
    [image, ...pages(turn, subject, asked)],
  ];
}

/** The month before and the one after what is shown; what did not fit comes first. */
function pages(turn: Turn, subject: Subject, asked: Subject): Offer[] {
  const today = agencyToday(turn);
  const [first, last] = [subject.days[0] ?? today, subject.days.at(-1) ?? today];
  const rest = asked.days.slice(subject.days.length);
  const before = daysOfMonth(monthAfter(monthOf(first), -1), today);
  const next = monthAfter(monthOf(last), 1);
  const after = next > monthAfter(monthOf(today), monthsAhead) ? [] : daysOfMonth(next, today);
  const page = (label: string, days: Subject['days']): Offer[] =>
    days.length === 0 ? [] : [{ key: `dispo.show:${subjectKey({ ...subject, days })}`, label }];
  return [...page('◀', before), ...page('▶', rest.length > 0 ? rest : after)];
}

/** Shows the dates of the button in place: another month, an act that was to be chosen, or back from somewhere else. */
export const showAction: Action = {
  permission: askers,
  run: async (turn, key, question) => {
    const known = await knownByKey(turn, key);
    if (known === null) return gone(turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, overviewCard(turn, known, question.value.id));
  },
};

/** This month and the next, which is what people mean who name no days. */
export function usualDays(turn: Turn): Subject['days'] {
  const today = agencyToday(turn);
  const month = monthOf(today);
  return [...daysOfMonth(month, today), ...daysOfMonth(monthAfter(month, 1), today)];
}
