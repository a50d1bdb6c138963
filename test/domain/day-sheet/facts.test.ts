import { describe, expect, it } from 'vitest';
import { changesBetween, everything, factsFor, openLines } from '../../../domain/day-sheet/facts.ts';
import { hourOf, inOrder } from '../../../domain/day-sheet/sheet.ts';
import { aSheet, aShow } from './makers.ts';

const leg = {
  id: 'l1',
  means: 'train' as const,
  label: 'TGV',
  from: null,
  depart: '08:30',
  arrive: null,
  people: ['lea'],
};
const keys = (reader: string | null): string[] =>
  factsFor(
    aShow(),
    aSheet({
      legs: [leg],
      info: { ...aSheet().info, wifi: 'secret', hotel: 'Ibis' },
      contact: { name: 'Karim', role: null, phone: 'x' },
    }),
    reader,
  ).map(({ key }) => key);

describe('what a reader is shown', () => {
  it('when a train is for one person, only they and whoever reads everything see it', () => {
    expect(keys('lea')).toContain('leg:l1');
    expect(keys('tom')).not.toContain('leg:l1');
    expect(keys(everything)).toContain('leg:l1');
    expect(keys(null)).not.toContain('leg:l1');
  });

  it('when a group reads, it is told no password and no way to reach anybody', () => {
    expect(keys(null)).toContain('info:hotel');
    expect(keys(null)).not.toContain('info:wifi');
    expect(keys(null)).not.toContain('contact');
  });
});

describe('what moved', () => {
  it('when one hour moved, it alone is named, with what it was', () => {
    const before = factsFor(aShow(), aSheet(), 'lea');
    const after = factsFor(aShow({ soundcheck: '15:00' }), aSheet(), 'lea');
    expect(changesBetween(before, after)).toEqual([{ key: 'hour:soundcheck', before: '17:00', after: '15:00' }]);
  });

  it('when nothing did, there is nothing', () => {
    expect(
      changesBetween(factsFor(aShow(), aSheet(), 'lea'), factsFor(aShow(), aSheet({ version: 9 }), 'lea')),
    ).toEqual([]);
  });

  it('when an hour becomes open and another known, both are named', () => {
    const before = factsFor(aShow(), aSheet(), 'lea');
    const after = factsFor(aShow({ doors: null }), aSheet({ hours: { ...aSheet().hours, meal: '19:00' } }), 'lea');
    expect(changesBetween(before, after)).toEqual([
      { key: 'hour:meal', before: null, after: '19:00' },
      { key: 'hour:doors', before: '20:00', after: null },
    ]);
  });

  it('when the length of the set is said, that is a change of the set', () => {
    const after = factsFor(aShow(), aSheet({ setMinutes: 75 }), 'lea');
    expect(changesBetween(factsFor(aShow(), aSheet(), 'lea'), after)).toEqual([
      { key: 'hour:set', before: '21:30', after: '21:30+75' },
    ]);
  });
});

describe('the order of a day', () => {
  it('when an hour lies before six in the morning, it is the end of that night', () => {
    const hours = [{ time: '00:30' }, { time: '21:00' }, { time: '05:59' }, { time: '06:00' }];
    expect(inOrder(hours).map(({ time }) => time)).toEqual(['06:00', '21:00', '00:30', '05:59']);
  });

  it('when an hour stands in the show, it is read there', () => {
    expect(hourOf(aShow(), aSheet(), 'set')).toBe('21:30');
    expect(hourOf(aShow(), aSheet({ hours: { ...aSheet().hours, call: '09:15' } }), 'call')).toBe('09:15');
  });
});

describe('what is open', () => {
  it('when nobody said when to meet, eat and whom to call, these are open and the known hours are not', () => {
    expect(openLines(aShow(), aSheet())).toEqual([
      'hour:call',
      'hour:meal',
      'info:address',
      'info:hotel',
      'info:parking',
      'contact',
    ]);
  });
});
