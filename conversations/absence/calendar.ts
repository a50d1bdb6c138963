import { Temporal } from 'temporal-polyfill';
import { parseDay, weekday, type Day, type DayPart } from '../../domain/day.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Texts } from '../../core/texts.ts';

/** A month on display, `2027-03`. */
export type Month = string;

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month `count` after this one. */
function monthAfter(month: Month, count: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months: count }).toString();
}

/** « mars 2027 ». */
export function monthName(month: Month, texts: Texts): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return new Intl.DateTimeFormat(texts.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, number - 1, 1),
  );
}

/**
 * A month as buttons: one row a week, Monday first, days picked so far marked, past days left out; below it, turning
 * pages and finishing. Cells are drawn only where there are buttons; elsewhere people write the days.
 */
export function monthRows(month: Month, picked: readonly DayPart[], today: Day, texts: Texts): Offer[][] {
  const days = new Set(picked.map((part) => part.day));
  const start = Temporal.PlainYearMonth.from(month);
  const all = Array.from({ length: start.daysInMonth }, (_, index) =>
    parseDay(start.toPlainDate({ day: index + 1 }).toString()),
  ).filter((day): day is Day => day !== null);
  const cells = all.map((day): Offer => {
    if (day < today) return blank(day);
    const number = String(Number(day.slice(8)));
    return { key: `day:${day}`, label: days.has(day) ? `✓ ${number}` : number, kind: 'cell' };
  });
  const lead = Array.from({ length: weekday(all[0] ?? today) - 1 }, (_, index) => blank(`lead-${index}`));
  const filled = [...lead, ...cells];
  const tail = Array.from({ length: (7 - (filled.length % 7)) % 7 }, (_, index) => blank(`tail-${index}`));
  const weeks = chunk([...filled, ...tail], 7);
  const pages: Offer[] = [
    ...(month > monthOf(today) ? [{ key: `month:${monthAfter(month, -1)}`, label: '◀', kind: 'cell' as const }] : []),
    { key: `month:${monthAfter(month, 1)}`, label: '▶', kind: 'cell' },
  ];
  const done: Offer[] =
    days.size === 0
      ? []
      : [{ key: 'done', label: texts.label('absence-calendar-done'), kind: 'cell', tone: 'primary' }];
  return [...weeks, [...pages, ...done]];
}

function blank(name: string): Offer {
  return { key: `blank:${name}`, label: ' · ', kind: 'cell' };
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
