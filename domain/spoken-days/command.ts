import { countDays, recapDays } from './recap.ts';
import { read } from './read.ts';
import type { Context, Kind } from './types.ts';
import type { Day, DayPart } from '../day.ts';

/** What `regie days` prints when it could read the text. `parts` says what of each day; `recap` is the sentence people confirm. */
export interface DaysOutput {
  readonly days: readonly Day[];
  readonly parts: readonly DayPart[];
  readonly kind: Kind;
  readonly recap: string;
  readonly count: number;
  readonly only?: boolean;
  readonly correction?: boolean;
}

/** What it prints when it has to ask, or when nothing concerns the speaker (`nothing-said`, `not-the-speaker`, `question`). */
export interface AskOutput {
  readonly ask: string;
  readonly understood: {
    readonly kind: Kind | null;
    readonly days: readonly Day[];
    readonly parts: readonly DayPart[];
    readonly unread: string | null;
  };
}

function distinct(parts: readonly DayPart[]): readonly Day[] {
  return [...new Set(parts.map(({ day }) => day))];
}

/** The printable answer of `regie days <text>`: plain JSON, never an error, whatever the text. */
export function daysCommand(text: string, context: Context): DaysOutput | AskOutput {
  const reading = read(text, null, context);
  switch (reading.type) {
    case 'days': {
      const { parts, kind, only, correction } = reading;
      const flags = { ...(only === true ? { only } : {}), ...(correction === true ? { correction } : {}) };
      return {
        days: distinct(parts),
        parts,
        kind,
        recap: recapDays(parts, context),
        count: countDays(parts),
        ...flags,
      };
    }
    case 'ask': {
      const { understood: parts, kind, unread, why } = reading;
      return { ask: why, understood: { kind, days: distinct(parts), parts, unread } };
    }
    case 'none':
      return { ask: reading.why, understood: { kind: null, days: [], parts: [], unread: null } };
  }
}
