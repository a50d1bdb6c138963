import { outline, type Drawn } from './drawn.ts';

/**
 * What a day is: everybody can (`free`), some would rather not (`flexible`), it is held for somebody (`option`) or settled (`taken`),
 * somebody plays elsewhere (`elsewhere`) or is away (`away`), or somebody has not answered (`silent`).
 */
export type DayState = 'free' | 'flexible' | 'option' | 'taken' | 'elsewhere' | 'away' | 'silent';

/** How a state looks: its colours, its frame, whether it is hatched, and its sign. */
export interface DayLook {
  readonly paper: string;
  readonly ink: string;
  readonly frame: { readonly width: number; readonly line: 'solid' | 'dashed'; readonly color: string };
  readonly hatched: boolean;
  readonly sign: readonly Drawn[];
}

const night = '#16324F';

/**
 * Every state has a sign of its own, so that nobody needs the colours; these are of the palette of Okabe and Ito
 * (jfly.uni-koeln.de/color), which stays apart in every colour vision, and the lightest to the darkest are free and taken.
 */
export const dayLooks: Readonly<Record<DayState, DayLook>> = {
  free: {
    paper: '#E9F5EF',
    ink: '#0B3B2C',
    frame: { width: 2, line: 'solid', color: '#A5D3C1' },
    hatched: false,
    sign: [outline('M7 18 L14 25 L27 9', { stroke: '#00795A' })],
  },
  flexible: {
    paper: '#FBF6D8',
    ink: '#453B00',
    frame: { width: 2, line: 'solid', color: '#DDCE6A' },
    hatched: false,
    sign: [outline('M5 19 C9 10 14 10 17 17 S25 24 29 15', { stroke: '#857300' })],
  },
  option: {
    paper: '#FDE7C0',
    ink: '#4A2F00',
    frame: { width: 4, line: 'solid', color: '#E69F00' },
    hatched: false,
    sign: [
      outline('M17 5 A12 12 0 0 1 17 29 A12 12 0 0 1 17 5 Z', { stroke: '#A86E00' }),
      outline('M17 5 A12 12 0 0 0 17 29 Z', { fill: '#A86E00', strokeWidth: 0 }),
    ],
  },
  taken: {
    paper: night,
    ink: '#FFFFFF',
    frame: { width: 2, line: 'solid', color: night },
    hatched: false,
    sign: [outline('M17 4 A13 13 0 0 1 17 30 A13 13 0 0 1 17 4 Z', { fill: '#FFFFFF', strokeWidth: 0 })],
  },
  elsewhere: {
    paper: '#DCEEFA',
    ink: '#0F3550',
    frame: { width: 2, line: 'solid', color: '#8CC4E8' },
    hatched: false,
    sign: [outline('M9 25 L25 9 M12 9 L25 9 L25 22', { stroke: '#1F6FA5' })],
  },
  away: {
    paper: '#F3E7E1',
    ink: '#5A2A10',
    frame: { width: 2, line: 'solid', color: '#D9B7A5' },
    hatched: true,
    sign: [outline('M8 8 L26 26 M26 8 L8 26', { stroke: '#B34A00' })],
  },
  silent: {
    paper: '#FFFFFF',
    ink: '#4B5561',
    frame: { width: 2, line: 'dashed', color: '#9AA5B1' },
    hatched: false,
    sign: [outline('M7 17 h0.01 M17 17 h0.01 M27 17 h0.01', { stroke: '#6B7683', strokeWidth: 6 })],
  },
};
