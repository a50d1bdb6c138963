import { addDays, daysFromTo, parseDay, weekday, type Day } from '../domain/day.ts';
import { dayLooks, type DayState } from './day-looks.ts';
import { box, sign, text, word, type Drawn } from './drawn.ts';

/** A month of one artist as it is shown. Days of other months are left out, days that are not named stay blank. */
export interface MonthSheet {
  /** « Gribitch, mars 2027 ». */
  readonly title: string;
  readonly locale: 'fr' | 'en';
  /** `2027-03`. */
  readonly month: string;
  /** `label` is short: « opt. 1 Le Fil ». */
  readonly days: readonly { readonly day: Day; readonly state: DayState; readonly label: string | null }[];
  readonly legend: readonly { readonly state: DayState; readonly label: string }[];
  /** « Vu le lun. 23 nov. à 10 h 02 ». */
  readonly footer: string;
}

/** Pixels: a telephone shows the whole width on its own, so nothing may be smaller than is read at a third of it. */
export const pageWidth = 1080;
const margin = 33;
const gap = 8;
const cell = { width: 138, height: 158 };
/** From a cell's edge to its words, the frame included, so that a broad one takes nothing from them. */
const inset = 11;

const ink = '#1C2733';
const pale = '#5C6875';

/** The sheet as boxes and texts; Monday first. @throws RangeError when the month is not written `2027-03` */
export function monthLayout(sheet: MonthSheet): Drawn {
  const page = {
    flexDirection: 'column',
    width: pageWidth,
    padding: `44px ${margin}px 36px`,
    background: '#FFFFFF',
    color: ink,
    fontFamily: 'Inter',
  };
  return box(page, [
    text(sheet.title, 2, { fontSize: 54, fontWeight: 600, lineHeight: 1.15, letterSpacing: -1, marginBottom: 28 }),
    weekdays(sheet.locale),
    ...weeksOf(sheet.month).map((week) =>
      box(
        { gap, marginBottom: gap },
        week.map((day) => dayCell(day, sheet)),
      ),
    ),
    legend(sheet),
    text(sheet.footer, 2, { fontSize: 25, lineHeight: 1.3, color: pale, marginTop: 26 }),
  ]);
}

function weekdays(locale: MonthSheet['locale']): Drawn {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'short', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  const names = Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)));
  return box(
    { gap, marginBottom: 12 },
    names.map((name) => word(name, { width: cell.width, fontSize: 27, color: pale, justifyContent: 'center' })),
  );
}

/** The weeks that hold a day of the month, each from Monday to Sunday; null where another month's day would be. */
function weeksOf(month: string): (Day | null)[][] {
  const first = parseDay(`${month}-01`);
  if (first === null) throw new RangeError('a month is written 2027-03');
  const monday = addDays(first, 1 - weekday(first));
  const shown = daysFromTo(monday, addDays(monday, 41)).map((day) => (day.startsWith(month) ? day : null));
  return [0, 1, 2, 3, 4, 5]
    .map((week) => shown.slice(week * 7, week * 7 + 7))
    .filter((week) => week.some((day) => day !== null));
}

function dayCell(day: Day | null, sheet: MonthSheet): Drawn {
  const size = { width: cell.width, height: cell.height };
  if (day === null) return box(size);
  const known = sheet.days.find((each) => each.day === day);
  const number = String(Number(day.slice(-2)));
  if (known === undefined) return box({ ...size, padding: inset, color: '#A3ADB8' }, [dayNumber(number)], `day ${day}`);
  const look = dayLooks[known.state];
  const style = {
    ...size,
    ...paperOf(known.state),
    flexDirection: 'column',
    padding: inset - look.frame.width,
    borderRadius: 14,
  };
  const top = box({ justifyContent: 'space-between', alignItems: 'center', height: 42 }, [
    dayNumber(number),
    sign(34, look.sign),
  ]);
  const label = known.label === null ? [] : [dayLabel(known.label, known.state)];
  return box(style, [top, ...label], `day ${day}`);
}

function dayNumber(number: string): Drawn {
  return word(number, { fontSize: 38, fontWeight: 600, lineHeight: 1.1 });
}

function dayLabel(label: string, state: DayState): Drawn {
  const weight = state === 'taken' || state === 'option' ? 600 : 400;
  return text(label, 3, { marginTop: 10, fontSize: 22, fontWeight: weight, lineHeight: 1.2, letterSpacing: -0.3 });
}

function paperOf(state: DayState): Readonly<Record<string, string | number>> {
  const { paper, ink: color, frame, hatched } = dayLooks[state];
  const stripes = 'repeating-linear-gradient(135deg, rgba(179,74,0,0.13) 0px 3px, rgba(179,74,0,0) 3px 14px)';
  return {
    color,
    border: `${frame.width}px ${frame.line} ${frame.color}`,
    backgroundColor: paper,
    ...(hatched ? { backgroundImage: stripes } : {}),
  };
}

function legend({ legend: entries }: MonthSheet): Drawn {
  return box(
    { flexWrap: 'wrap', gap: '16px 28px', marginTop: 24 },
    entries.map(({ state, label }) => {
      const swatch = { width: 54, height: 46, borderRadius: 10, alignItems: 'center', justifyContent: 'center' };
      return box({ alignItems: 'center', gap: 12, maxWidth: pageWidth - 2 * margin }, [
        box({ ...swatch, flexShrink: 0, ...paperOf(state) }, [sign(28, dayLooks[state].sign)]),
        text(label, 1, { fontSize: 28, maxWidth: pageWidth - 2 * margin - 66 }),
      ]);
    }),
  );
}
