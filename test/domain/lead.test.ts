import { describe, expect, it } from 'vitest';
import { guardedStatuses, leadSchema, leadStatusSchema, maySet, withEvent, type Lead } from '../../domain/lead.ts';
import { emptyFields } from '../../conversations/deals/fields.ts';

const statuses = leadStatusSchema.options;
const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

describe('a status set by hand', () => {
  it.each(pairs)('when it goes from %s to %s, is allowed unless a decision stands between them', (from, to) => {
    const decisions = new Set(['to-approve', 'deal', 'contract-signed']);
    const expected =
      from !== to && ((from === 'deal' && to === 'contract-signed') || (!decisions.has(from) && !decisions.has(to)));
    expect(maySet(from, to)).toBe(expected);
  });

  it('when nobody decided, no way of hand-made steps leads to a deal, nor out of one', () => {
    const reach = (start: (typeof statuses)[number]) => {
      const seen = new Set([start]);
      for (const one of seen) for (const to of statuses) if (maySet(one, to)) seen.add(to);
      return seen;
    };
    for (const start of statuses.filter((one) => !guardedStatuses.has(one)))
      expect([...reach(start)].filter((one) => guardedStatuses.has(one))).toEqual([]);
    expect([...reach('deal')].toSorted()).toEqual(['contract-signed', 'deal']);
    expect([...reach('to-approve')]).toEqual(['to-approve']);
  });

  it('when something was closed, it may be reopened', () => {
    for (const closed of ['cancelled', 'refused', 'no-reply'] as const)
      expect(maySet(closed, 'negotiating')).toBe(true);
  });
});

describe('the history of an opportunity', () => {
  const lead: Lead = leadSchema.parse({
    id: 'deal-1',
    number: 1,
    artist: 'gribitch',
    venue: 'le-fil',
    lot: null,
    day: null,
    status: 'negotiating',
    terms: emptyFields.terms,
    hold: null,
    show: null,
    booker: 'nadia-benali',
    createdAt: 0,
    lastContactAt: null,
    followUp: null,
    history: [],
    changes: 0,
    change: null,
    link: null,
    revision: 1,
  });
  const event = (at: number) =>
    ({ at, by: 'nadia-benali', what: 'note', from: null, to: null, note: `n${at}` }) as const;

  it('when more than 300 things happened, the oldest fall away and the count goes on', () => {
    let told = lead;
    for (let at = 1; at <= 305; at += 1) told = withEvent(told, event(at));
    expect(told.history).toHaveLength(300);
    expect(told.history[0]?.note).toBe('n6');
    expect(told.history.at(-1)?.note).toBe('n305');
    expect(told.changes).toBe(305);
    expect(lead.history).toEqual([]);
  });
});
