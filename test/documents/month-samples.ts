import { type DayState } from '../../documents/day-looks.ts';
import { type MonthSheet } from '../../documents/month-layout.ts';
import { daysFromTo } from '../../domain/day.ts';
import { day } from '../support/builders.ts';

const said: Readonly<Record<number, readonly [DayState, string | null]>> = {
  3: ['flexible', 'Tom : ça se discute'],
  5: ['option', 'opt. 1 Le Fil'],
  6: ['taken', 'La Vapeur'],
  7: ['taken', 'Brest, La Carène'],
  10: ['elsewhere', 'Malo : Les Ours'],
  12: ['away', 'Léa'],
  13: ['option', 'opt. 2 Festival des Musiques d’Été à Évry-Courcouronnes'],
  14: ['away', 'Léa'],
  15: ['away', 'Léa'],
  18: ['silent', 'Inès'],
  19: ['silent', 'Inès, Tom'],
  20: ['taken', 'L’Aéronef'],
  26: ['elsewhere', null],
  27: ['option', 'opt. 1 + 2'],
  30: ['silent', null],
  31: ['flexible', 'Œuvre à Liège'],
};

/** Gribitch in March 2027, every state in it. */
export function sheet(changes: Partial<MonthSheet> = {}): MonthSheet {
  return {
    title: 'Gribitch, mars 2027',
    locale: 'fr',
    month: '2027-03',
    days: daysFromTo(day('2027-03-01'), day('2027-03-31')).map((each, index) => {
      const [state, label] = said[index + 1] ?? ['free', null];
      return { day: each, state, label };
    }),
    legend: [
      { state: 'free', label: 'Libre' },
      { state: 'flexible', label: 'Ça se discute' },
      { state: 'option', label: 'Option' },
      { state: 'taken', label: 'Date calée' },
      { state: 'elsewhere', label: 'Joue ailleurs' },
      { state: 'away', label: 'Pas là' },
      { state: 'silent', label: 'Pas encore répondu' },
    ],
    footer: 'Vu le lun. 23 nov. à 10 h 02',
    ...changes,
  };
}
