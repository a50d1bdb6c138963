import { stretchOf } from '../booking-words/line.ts';
import type { Stretch } from '../booking-words/line.ts';

/** A clock time as typed. `time` null: no such hour (« 25h »). `minutes` counts it as a length (« 1h15 »: 75). */
export interface Clock extends Stretch {
  readonly time: string | null;
  readonly minutes: number;
}

const CLOCK = new RegExp(
  [
    String.raw`(?<half>\d{1,2})(?:[:.h](?<past>\d{2}))? ?(?<meridiem>[ap])\.?m\b\.?`,
    String.raw`(?<hour>\d{1,2}) ?(?:h(?:eures?|rs?|r)?|o'clock)(?: ?(?<minute>\d{2})(?:mn|min)?| (?:et|moins) (?<part>demie?|quart|le quart))?`,
    String.raw`(?<digits>\d{1,2}):(?<colon>\d{2})`,
    String.raw`(?<dotted>\d{1,2})\.(?<dot>\d{2})`,
    String.raw`(?<named>minuit|midi|midnight|noon)(?: (?<more>\d{2}|et demie?|et quart))?`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'u',
);
const EACH = new RegExp(String.raw`(?<![\d\p{L}.,:])(?<!\d\/)(?:${CLOCK.source})(?![\d\p{L}:])`, 'gu');

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `HH:MM` of minutes since midnight. */
function timeOf(minutes: number): string {
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

function partOf(part: string | undefined): number {
  if (part === undefined) return 0;
  if (/^\d/.test(part)) return Number(part);
  return part.includes('quart') ? (part.startsWith('le') ? -15 : 15) : 30;
}

/** Hours and minutes as typed, null where « 20.03 » is more likely a date. */
function partsOf(groups: Readonly<Record<string, string | undefined>>): readonly [number, number] | null {
  const { half, past, hour, minute, part, digits, colon, dotted, dot, named, more } = groups;
  if (named !== undefined) return [/^mi(?:nuit|dnight)/.test(named) ? 0 : 12, partOf(more)];
  if (dotted !== undefined) {
    const minutes = Number(dot);
    return minutes === 0 || minutes > 12 ? [Number(dotted), minutes] : null;
  }
  return [Number(half ?? hour ?? digits), Number(past ?? minute ?? colon ?? 0) + partOf(part)];
}

function clockOf(match: RegExpExecArray): Clock | null {
  const groups = match.groups ?? {};
  const parts = partsOf(groups);
  if (parts === null) return null;
  const [hours, minutes] = parts;
  const { meridiem } = groups;
  const written = hours * 60 + minutes;
  const wrong = minutes > 59 || hours > 24 || (hours === 24 && minutes > 0) || written < 0;
  if (meridiem !== undefined) {
    const day = ((hours % 12) + (meridiem === 'p' ? 12 : 0)) * 60 + minutes;
    return { ...stretchOf(match), time: wrong || hours < 1 || hours > 12 ? null : timeOf(day), minutes: day };
  }
  return { ...stretchOf(match), time: wrong ? null : timeOf(written), minutes: written };
}

/** The clock times of a folded text: « 0h30 », « 9 h », « 21:30 », « 8.30pm », « midi et demi », and those that cannot be. */
export function clocksIn(flat: string): readonly Clock[] {
  return [...flat.matchAll(EACH)].flatMap((match) => clockOf(match) ?? []);
}

/** A clock time with whatever may stand around it in a pattern, without its groups' names. */
export const CLOCK_SOURCE = `(?:${CLOCK.source.replaceAll(/\?<\w+>/g, '?:')})`;
