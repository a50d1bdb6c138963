import { describe, expect, it } from 'vitest';
import { countDays, listDays, readAnswer, readDays, recapDays } from '../../../domain/spoken-days/index.ts';
import { day, labelled } from './corpus.ts';
import { holidays } from './properties.ts';

const fr = { today: day('2026-11-22'), locale: 'fr' } as const;
const en = { today: day('2026-11-22'), locale: 'en' } as const;
const exceptOne = labelled(['2027-03-12', '2027-03-14..2027-03-15']);

describe('recaps', () => {
  it('when one day of a stretch is left out, says so with weekdays and the year', () => {
    expect(recapDays(exceptOne, fr)).toBe('du ven. 12 au lun. 15 mars 2027, sauf le sam. 13');
    expect(recapDays(exceptOne, en)).toBe('from Fri 12 to Mon 15 March 2027, except Sat 13');
    expect(countDays(exceptOne)).toBe(3);
  });

  it('when every day is of this year, leaves the year out', () => {
    expect(recapDays(labelled(['2026-12-01']), fr)).toBe('le mar. 1er déc.');
  });

  it('when a stretch crosses the year, names both years', () => {
    expect(recapDays(labelled(['2026-12-20..2027-01-03']), fr)).toBe('du dim. 20 déc. 2026 au dim. 3 janv. 2027');
  });

  it('when only parts of days are taken, puts them in brackets after what they are said of', () => {
    expect(recapDays(labelled(['2026-12-05 evening', '2026-12-06']), fr)).toBe(
      'le sam. 5 déc. (soir) et le dim. 6 déc.',
    );
    expect(recapDays(labelled(['2026-12-05 14:00-17:30']), fr)).toBe('le sam. 5 déc. (de 14 h à 17 h 30)');
  });

  it('when hours are past midnight, names the night they belong to', () => {
    expect(recapDays(labelled(['2027-03-12 00:30-']), fr)).toBe(
      'la nuit du ven. 12 au sam. 13 mars 2027 (à partir de 0 h 30)',
    );
  });

  it('when the days are a week apart, says one recurrence', () => {
    const mondays = labelled(['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28']);
    expect(recapDays(mondays, fr)).toBe('tous les lun. du lun. 7 au lun. 28 déc.');
  });

  it('when there are no days, is empty', () => {
    expect(recapDays([], fr)).toBe('');
  });

  it('when every day is to be seen, lists them with the month once', () => {
    expect(listDays(exceptOne, fr)).toBe('ven. 12, dim. 14 et lun. 15 mars 2027');
    expect(listDays(exceptOne, en)).toBe('Fri 12, Sun 14 and Mon 15 March 2027');
  });
});

describe('answers', () => {
  const context = { today: fr.today, locale: 'fr', holidays } as const;

  it('when days answer our question, takes the kind it asked about', () => {
    expect(readAnswer('du 12 au 14', 'absence', context)).toMatchObject({
      type: 'days',
      kind: 'absence',
      parts: labelled(['2026-12-12..2026-12-14']),
    });
    expect(readAnswer('le 12', 'presence', context)).toMatchObject({ type: 'days', kind: 'presence' });
  });

  it('when the answer states the contrary, takes its word', () => {
    expect(readAnswer('je suis dispo le 12', 'absence', context)).toMatchObject({ type: 'days', kind: 'presence' });
  });

  it('when the answer is a bare number, which may be that of a choice, asks', () => {
    expect(readAnswer('12', 'absence', context)).toMatchObject({ type: 'ask', why: 'unread' });
  });

  it('when « finalement » or « plus » takes something back, says it is a correction', () => {
    expect(readDays('finalement je suis dispo le 13', context)).toMatchObject({ kind: 'presence', correction: true });
    expect(readDays('je suis plus dispo le 13', context)).toMatchObject({ kind: 'absence', correction: true });
  });
});
