import { addDays, type Day } from './day.ts';
import { type DealKind, type Employer } from './deal-terms.ts';

/** Whom a line of a checklist falls to. */
export type TaskRole = 'booker' | 'manager' | 'tour-manager' | 'communication' | 'hr';

/** One line: what has to be done for a date, by whom, how many days before it. */
export interface ChecklistLine {
  readonly key: string;
  readonly role: TaskRole;
  readonly daysBefore: number;
  readonly kinds: readonly DealKind[] | 'all';
  readonly employers: readonly Employer[] | 'all';
}

const sold: readonly DealKind[] = ['cession', 'co-realisation', 'co-production'];

/**
 * What a confirmed date needs, by kind of contract and by who employs. Deadlines are those of the trade (indicatif): the
 * declarations before hiring (DPAE) are due at the latest the day before (Code du travail, R1221-4).
 */
export const checklist: readonly ChecklistLine[] = [
  { key: 'contract', role: 'booker', daysBefore: 60, kinds: 'all', employers: 'all' },
  { key: 'deposit', role: 'booker', daysBefore: 30, kinds: sold, employers: ['agency'] },
  { key: 'tech-sheet', role: 'tour-manager', daysBefore: 30, kinds: 'all', employers: 'all' },
  { key: 'travel', role: 'tour-manager', daysBefore: 21, kinds: 'all', employers: 'all' },
  { key: 'lodging', role: 'tour-manager', daysBefore: 21, kinds: 'all', employers: 'all' },
  { key: 'promotion', role: 'communication', daysBefore: 45, kinds: 'all', employers: 'all' },
  { key: 'hiring', role: 'hr', daysBefore: 7, kinds: 'all', employers: ['agency'] },
  { key: 'engagements', role: 'manager', daysBefore: 30, kinds: 'all', employers: ['organiser'] },
  {
    key: 'ticketing',
    role: 'booker',
    daysBefore: 60,
    kinds: ['co-realisation', 'co-production', 'own-production'],
    employers: 'all',
  },
  { key: 'venue-hire', role: 'manager', daysBefore: 90, kinds: ['own-production'], employers: 'all' },
  { key: 'day-sheet', role: 'tour-manager', daysBefore: 10, kinds: 'all', employers: 'all' },
];

/** Nobody begins late: what should have been done before the date was even agreed is due so many days from then. */
const leastDays = 2;

/** The lines a date needs, with the day each is due: at the usual distance, or two days from `today`, never after the date itself. */
export function checklistFor(
  deal: { readonly kind: DealKind; readonly employer: Employer; readonly day: Day },
  today: Day,
): { readonly line: ChecklistLine; readonly due: Day }[] {
  return checklist
    .filter((line) => line.kinds === 'all' || line.kinds.includes(deal.kind))
    .filter((line) => line.employers === 'all' || line.employers.includes(deal.employer))
    .map((line) => {
      const due = addDays(deal.day, -line.daysBefore);
      const soonest = addDays(today, leastDays) < deal.day ? addDays(today, leastDays) : deal.day;
      return { line, due: due < soonest ? soonest : due };
    });
}
