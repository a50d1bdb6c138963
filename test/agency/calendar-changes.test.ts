import { describe, expect, it } from 'vitest';
import { leads } from '../../core/records/booking.ts';
import { approvals } from '../../core/records/oversight.ts';
import { addDays, instantOf } from '../../domain/day.ts';
import { noTimes } from '../../domain/deal-terms.ts';
import { leadSchema, type LeadEvent } from '../../domain/lead.ts';
import { approval, day, hour, noon } from '../support/builders.ts';
import { datesOf, house, recorded } from '../support/calendar-house.ts';
import { held, type Held } from '../support/turn.ts';

const bareLead = {
  id: 'deal-1',
  number: 1,
  artist: 'gribitch',
  venue: 'le-fil',
  lot: null,
  day: null,
  status: 'cancelled',
  terms: {
    kind: 'cession',
    employer: 'agency',
    price: null,
    entry: null,
    vhr: null,
    times: noTimes,
    conditions: null,
    embargo: null,
    exclusivity: null,
  },
  hold: null,
  show: null,
  booker: 'nadia',
  createdAt: 0,
  lastContactAt: null,
  followUp: null,
  changes: 1,
  change: null,
  link: null,
  revision: 1,
};

describe('a date that fell through', () => {
  const event = (change: Partial<LeadEvent>): LeadEvent => ({
    at: noon,
    by: null,
    what: 'cancelled',
    from: null,
    to: null,
    note: null,
    ...change,
  });
  const behind = (history: LeadEvent[]): Held => held(leads, leadSchema.parse({ ...bareLead, history }));
  const day13 = day('2027-08-13');
  const gone = (state: 'cancelled' | 'postponed') => recorded.show({ day: day13, state, lead: 'deal-1', version: 3 });

  it.each([
    ['cancelled', 'Annulé : Gribitch, Le Fil', event({})],
    ['postponed', 'Reporté : Gribitch, Le Fil', event({ what: 'moved', from: '2027-08-13', to: '2027-09-01' })],
  ] as const)(
    'when it was %s, it stays sixty days as cancelled, under its name and a higher number, then goes',
    async (state, title, what) => {
      const records = [gone(state), behind([what])];
      for (const reader of [house.tom, house.anna]) {
        const [date] = await datesOf(reader, records, noon + 60 * 24 * hour);
        expect(date).toMatchObject({ uid: 'gribitch-le-fil@regie', status: 'cancelled', sequence: 3, title });
        expect(await datesOf(reader, records, noon + 61 * 24 * hour)).toEqual([]);
      }
    },
  );

  it('when nobody knows when, it stays until sixty days after its day', async () => {
    const records = [recorded.show({ state: 'cancelled' })];
    const at = (ahead: number): number => instantOf(addDays(day('2027-03-13'), ahead), '12:00', 'Europe/Paris');
    expect(await datesOf(house.tom, records, at(60))).toHaveLength(1);
    expect(await datesOf(house.tom, records, at(61))).toEqual([]);
  });

  it('when it was none of theirs, it is not told as cancelled either', async () => {
    expect(await datesOf(house.julien, [gone('cancelled'), behind([event({})])])).toEqual([]);
  });
});

describe('a decision that can still be taken back', () => {
  const decided = (announced: boolean): Held =>
    held(
      approvals,
      approval({
        kind: 'deal',
        subject: { collection: 'leads', id: 'deal-1', version: 1 },
        state: 'decided',
        decision: { by: 'anna', at: noon, choice: 'approve', reason: null },
        announced,
      }),
    );
  const lead = (changes: object): Held => held(leads, leadSchema.parse({ ...bareLead, history: [], ...changes }));
  const made = recorded.show({ lead: 'deal-1' });

  it('when it made a date, those who negotiate have it, and those who play once it is told', async () => {
    const records = [made, lead({ status: 'deal', show: 'gribitch-le-fil' })];
    expect(await datesOf(house.tom, [...records, decided(false)])).toEqual([]);
    expect(await datesOf(house.nadia, [...records, decided(false)])).toHaveLength(1);
    expect(await datesOf(house.tom, [...records, decided(true)])).toHaveLength(1);
  });

  it('when it moves a date, the old day stands for those who play until the new one is told', async () => {
    const moving = lead({
      status: 'deal',
      show: 'gribitch-le-fil',
      change: { type: 'postpone', to: '2027-03-20' },
    });
    const next = recorded.show({ id: 'new', day: day('2027-03-20'), lead: 'deal-1', replaces: 'gribitch-le-fil' });
    const dates = await datesOf(house.tom, [made, next, moving, decided(false)]);
    expect(dates.map((date) => date.uid)).toEqual(['gribitch-le-fil@regie']);
  });
});
