import { describe, expect, it } from 'vitest';
import { checklist, checklistFor } from '../../domain/checklist.ts';
import { dealKindSchema, employerOf, employerSchema, type DealKind, type Employer } from '../../domain/deal-terms.ts';
import { addDays } from '../../domain/day.ts';
import { day } from '../support/builders.ts';

const date = day('2027-09-18');
const early = day('2027-01-01');
const keysOf = (kind: DealKind, employer: Employer) =>
  checklistFor({ kind, employer, day: date }, early)
    .map(({ line }) => line.key)
    .toSorted();
const always = ['contract', 'day-sheet', 'lodging', 'promotion', 'tech-sheet', 'travel'];

describe('what a confirmed date needs', () => {
  it.each([
    ['cession', [...always, 'deposit', 'hiring']],
    ['engagement', [...always, 'engagements']],
    ['co-realisation', [...always, 'deposit', 'hiring', 'ticketing']],
    ['co-production', [...always, 'deposit', 'hiring', 'ticketing']],
    ['own-production', [...always, 'hiring', 'ticketing', 'venue-hire']],
    ['showcase', always],
  ] as const)('when it is a %s under its usual employer, is its list and nothing else', (kind, keys) => {
    expect(keysOf(kind, employerOf[kind])).toEqual([...keys].toSorted());
  });

  it.each(
    dealKindSchema.options.flatMap((kind) => employerSchema.options.map((employer) => [kind, employer] as const)),
  )('when a %s has %s employ, declarations are made by the agency exactly when it employs', (kind, employer) => {
    const keys = keysOf(kind, employer);
    expect(keys.includes('hiring')).toBe(employer === 'agency');
    expect(keys.includes('engagements')).toBe(employer === 'organiser');
    expect(keys.includes('deposit') && employer !== 'agency').toBe(false);
    for (const key of always) expect(keys).toContain(key);
  });

  it.each([
    ['contract', 'booker', '2027-07-20'],
    ['deposit', 'booker', '2027-08-19'],
    ['tech-sheet', 'tour-manager', '2027-08-19'],
    ['travel', 'tour-manager', '2027-08-28'],
    ['lodging', 'tour-manager', '2027-08-28'],
    ['promotion', 'communication', '2027-08-04'],
    ['hiring', 'hr', '2027-09-11'],
    ['day-sheet', 'tour-manager', '2027-09-08'],
  ])('when it is a cession, %s falls to the %s by %s', (key, role, due) => {
    const line = checklistFor({ kind: 'cession', employer: 'agency', day: date }, early).find(
      (one) => one.line.key === key,
    );
    expect(line).toMatchObject({ line: { role }, due });
  });

  it('when the date is near, what should have been done is due in two days, so that nobody begins late', () => {
    const today = addDays(date, -20);
    const lines = checklistFor({ kind: 'cession', employer: 'agency', day: date }, today);
    expect(lines.filter(({ due }) => due < addDays(today, 2))).toEqual([]);
    expect(lines.find(({ line }) => line.key === 'contract')?.due).toBe(addDays(today, 2));
    expect(lines.find(({ line }) => line.key === 'day-sheet')?.due).toBe(addDays(date, -10));
  });

  it('when the date is tomorrow, everything is due by the date itself', () => {
    const lines = checklistFor({ kind: 'cession', employer: 'agency', day: date }, addDays(date, -1));
    expect(lines.filter(({ due }) => due !== date)).toEqual([]);
  });

  it('when declarations are made by us, they are due before the last day on which the law allows it', () => {
    for (const line of checklist.filter((one) => one.key === 'hiring')) expect(line.daysBefore).toBeGreaterThan(1);
  });

  it('when lines are named, each name is used once', () => {
    expect(new Set(checklist.map((line) => line.key)).size).toBe(checklist.length);
  });
});
