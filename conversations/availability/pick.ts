import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Action } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { answerPress } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, weekday, type Day } from '../../domain/day.ts';
import { monthTitle, monthWord, shortDay } from '../../agency/short-days.ts';
import { type SeenDate } from '../../agency/seen-dates.ts';
import { menuCard } from '../menu-card.ts';
import { askers, gone, knownByKey, type Known } from './known-act.ts';
import { byMonth, monthOf, subjectKey } from './subject.ts';

/** What a date is chosen for: to hear why, to ask the members, to place an option. */
const purposes = ['why', 'sound', 'hold'] as const;

/** What a date is chosen for. */
type Purpose = (typeof purposes)[number];

/** So few dates are offered by name, which every platform can show; more become a month. */
const fewDates = 6;

/** [Pourquoi ?], [Demander au groupe], [Poser une option]: choose a date, `<subject>/<purpose>/<month>`. */
export const pickAction: Action = {
  permission: askers,
  run: async (turn, key, question) => {
    const known = await knownByKey(turn, key);
    const purpose = purposes.find((one) => one === known?.rest[0]);
    if (known === null || purpose === undefined || (purpose !== 'why' && !known.act.negotiates)) return gone(turn);
    return joinDrafts(
      { outbound: answerPress(turn, '') },
      pickCard(turn, known, purpose, known.rest[1] ?? null, question.value.id),
    );
  },
};

/** A card with the dates that may be chosen, month by month. */
export function pickCard(
  turn: Turn,
  known: Known,
  purpose: Purpose,
  wanted: string | null,
  replaces: string | null,
): ReturnType<typeof menuCard> {
  const { texts } = turn;
  const open = known.act.days.filter((date) => isOpen(date, purpose));
  const months = byMonth(open).map(([month]) => month);
  const month = months.find((one) => one === wanted) ?? months[0];
  const back: Offer = { key: `dispo.show:${subjectKey(known.subject)}`, label: texts.label('dispo-button-back') };
  if (month === undefined) return menuCard(turn, texts.say('dispo-pick-none'), [[back]], replaces);
  const days = open.flatMap(({ day }) => (monthOf(day) === month ? [day] : []));
  const first = Number(days[0]?.slice(8));
  const number = texts.locale === 'fr' && first === 1 ? '1er' : first;
  const example = `${number} ${monthWord(month, texts.locale)}`;
  const text = texts.say(`dispo-pick-${purpose}`, { artist: known.act.artist.name, example });
  const title = { text: `\n${monthTitle(month, texts.locale)}`, style: 'bold' as const };
  const at = months.indexOf(month);
  const page = (label: string, target: string | undefined): Offer[] =>
    target === undefined
      ? []
      : [{ key: `dispo.pick:${subjectKey(known.subject)}/${purpose}/${target}`, label, kind: 'cell' }];
  const turning = [...page('◀', months[at - 1]), ...page('▶', months[at + 1])];
  const rows = dayRows(turn, known, purpose, days);
  return inWords(menuCard(turn, [...text, title], [...rows, [...turning, back]], replaces), rows, text);
}

/** Where a month is not drawn its title would stand over nothing. */
function inWords(draft: Draft, rows: readonly (readonly Offer[])[], text: Text): Draft {
  if (!rows.flat().some((offer) => offer.kind === 'cell')) return draft;
  return {
    ...draft,
    outbound: (draft.outbound ?? []).map((message) =>
      message.operation.type === 'send' || message.operation.type === 'edit'
        ? { ...message, operation: { ...message.operation, withoutButtons: [...text] } }
        : message,
    ),
  };
}

/** Any date has a reason; only one on which the act could play is worth asking for. */
function isOpen({ state }: SeenDate, purpose: Purpose): boolean {
  if (purpose === 'why') return true;
  return state === 'free' || state === 'flexible' || state === 'silent' || (purpose === 'hold' && state === 'option');
}

function dayRows(turn: Turn, known: Known, purpose: Purpose, days: readonly Day[]): Offer[][] {
  const keyOf = (day: Day): string => `dispo.${purpose}:${subjectKey(known.subject)}/${day}`;
  if (days.length <= fewDates) return days.map((day) => [{ key: keyOf(day), label: shortDay(day, turn.texts.locale) }]);
  const open = new Set(days);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const monday = addDays(first, 1 - weekday(first));
  const rows: Offer[][] = [];
  for (let start = monday; start <= last; start = addDays(start, 7)) {
    const week = Array.from({ length: 7 }, (_, index) => addDays(start, index));
    rows.push(
      week.map((day) =>
        open.has(day)
          ? { key: keyOf(day), label: String(Number(day.slice(8))), kind: 'cell' }
          : { key: `dispo.none:${day}`, label: ' · ', kind: 'cell' },
      ),
    );
  }
  return rows;
}

/** A press on an empty cell of a month. */
export const noneAction: Action = {
  permission: askers,
  run: async (turn) => ({ outbound: answerPress(turn, '') }),
};
