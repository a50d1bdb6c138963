import { describe, expect, it } from 'vitest';
import { type Agenda, type DateAvailability, type Wish } from '../../../domain/availability/agenda.ts';
import { availabilityOf } from '../../../domain/availability/availability.ts';
import { type Artist } from '../../../domain/artist.ts';
import { day } from '../../support/builders.ts';
import { absence, act, agenda, gribitch, hold, inPlain, member, show, venue } from './season.ts';

const friday = day('2027-03-12');

function on(
  given: Partial<Agenda>,
  wish: Partial<Wish> = {},
  { artist = gribitch, date = friday }: { artist?: Artist; date?: typeof friday } = {},
): DateAvailability {
  const [answer] = availabilityOf(artist, [date], agenda(given), {
    venue: null,
    times: null,
    exclusivity: null,
    ...wish,
  });
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

const plain = (...asked: Parameters<typeof on>) => inPlain(on(...asked));
const evening = { times: { arrival: '18:00', end: '22:00' } };
const elsewhere = (changes = {}) => show({ id: 'x', artist: 'duo', ...changes });

describe('a date of the act', () => {
  it('when nothing touches it and all have spoken, is free, and the needed members play', () => {
    expect(on({})).toEqual({
      day: friday,
      state: 'free',
      ranks: [],
      reasons: [],
      warnings: [],
      lineUp: ['lea', 'tom'],
    });
  });

  it('when the act plays that day and no times are wished, is taken and nobody is lined up', () => {
    expect(plain({ shows: [show()] })).toMatchObject({ state: 'taken', reasons: ['show s1'], lineUp: null });
  });

  it('when the act plays at other hours of that day, can be played with a warning', () => {
    const matinee = show({ arrival: '09:00', end: '11:00' });
    expect(plain({ shows: [matinee] }, evening)).toMatchObject({ state: 'free', warnings: ['same-day s1'] });
    expect(plain({ shows: [show({ arrival: '09:00', end: '17:01' })] }, evening).state).toBe('taken');
    expect(plain({ shows: [show({ arrival: '09:00', end: '17:00' })] }, evening).state).toBe('free');
  });

  it('when its show is cancelled or postponed, is free', () => {
    const shows = [show({ state: 'cancelled' }), show({ id: 's2', state: 'postponed' })];
    expect(on({ shows })).toMatchObject({ state: 'free', reasons: [] });
  });

  it('when a show of the night before runs past six in the morning, is taken for the whole day and not for the evening', () => {
    const night = show({ day: day('2027-03-11'), arrival: '22:00', end: '05:30' });
    expect(on({ shows: [night] }).state).toBe('taken');
    expect(on({ shows: [night] }, evening).state).toBe('free');
    expect(on({ shows: [show({ day: day('2027-03-11'), arrival: '22:00', end: '05:00' })] }).state).toBe('free');
  });

  it('when the wish itself runs past six in the morning, the next morning counts', () => {
    const wish = { times: { arrival: '22:00', end: '05:30' } };
    const morning = absence('tom', { parts: [{ day: day('2027-03-13'), part: 'morning' }] });
    expect(on({ absences: [morning] }, wish).state).toBe('away');
    expect(on({ absences: [morning] }, { times: { arrival: '22:00', end: '05:00' } }).state).toBe('free');
  });

  it('when the show or option that is being moved stands there, it is not in its own way', () => {
    expect(on({ shows: [show()] }, { except: 's1' }).state).toBe('free');
    expect(on({ holds: [hold()] }, { except: 'h1' })).toMatchObject({ state: 'free', ranks: [] });
  });
});

describe('options', () => {
  it('when live, give the state and their ranks in order, and say which is asked first', () => {
    const holds = [hold({ id: 'h2', rank: 2 }), hold()];
    expect(plain({ holds })).toMatchObject({
      state: 'option',
      ranks: [1, 2],
      reasons: ['hold h1 true', 'hold h2 false'],
    });
  });

  it('when past their validity, released or of another act, hold nothing', () => {
    const holds = [
      hold({ validUntil: day('2026-11-22') }),
      hold({ id: 'h2', state: 'released' }),
      hold({ id: 'h3', artist: 'duo' }),
    ];
    expect(on({ holds })).toMatchObject({ state: 'free', ranks: [] });
    expect(on({ holds: [hold({ validUntil: day('2026-11-23') })] }).state).toBe('option');
  });

  it('when something blocks, the ranks are told all the same', () => {
    expect(on({ holds: [hold()], absences: [absence('tom')] })).toMatchObject({ state: 'away', ranks: [1] });
  });
});

describe('who cannot', () => {
  it('when a needed member plays in another act, the first free substitute stands in', () => {
    expect(plain({ shows: [elsewhere({ cast: ['lea'] })] })).toMatchObject({
      state: 'free',
      reasons: ['elsewhere lea x duo ines'],
      lineUp: ['ines', 'tom'],
    });
  });

  it('when the first substitute plays there as well, the second stands in; when she is away too, nobody', () => {
    const shows = [elsewhere()];
    expect(on({ shows }).lineUp).toEqual(['maud', 'tom']);
    expect(on({ shows, absences: [absence('maud')] })).toMatchObject({ state: 'elsewhere', lineUp: null });
  });

  it('when a cast is named, those it names play and those it does not name are free', () => {
    expect(on({ shows: [elsewhere({ cast: ['ines'] })] })).toMatchObject({ state: 'free', reasons: [] });
    expect(on({ shows: [elsewhere({ cast: ['tom'] })] }).state).toBe('elsewhere');
  });

  it('when a needed member is away, tells which substitutes were passed over', () => {
    const absences = [absence('lea'), absence('ines')];
    expect(plain({ absences })).toMatchObject({ state: 'free', reasons: ['away lea away-lea maud [ines]'] });
    expect(plain({ absences: [...absences, absence('maud')] }).reasons).toEqual(['away lea away-lea null [ines,maud]']);
  });

  it('when the hours of an absence do not meet the wish, nobody is away', () => {
    expect(on({ absences: [absence('tom', {}, 'morning')] }, evening).state).toBe('free');
    expect(on({ absences: [absence('tom', {}, 'evening')] }, evening).state).toBe('away');
    expect(on({ absences: [absence('tom', { state: 'cancelled' })] }).state).toBe('free');
  });

  it('when a member is not needed, they never block', () => {
    expect(on({ absences: [absence('max')] })).toMatchObject({ state: 'free', reasons: [] });
  });

  it('when one substitute is named for two members, she replaces one of them alone', () => {
    const trio = act('trio', member('lea', ['ines']), member('tom', ['ines']));
    const absences = [absence('lea'), absence('tom')];
    expect(plain({ absences, artists: [trio] }, {}, { artist: trio })).toMatchObject({
      state: 'away',
      reasons: ['away lea away-lea ines []', 'away tom away-tom null [ines]'],
      lineUp: null,
    });
  });

  it('when giving up a first choice lets everybody be replaced, it is given up', () => {
    const trio = act('trio', member('lea', ['ines', 'maud']), member('tom', ['ines']));
    const absences = [absence('lea'), absence('tom')];
    expect(on({ absences, artists: [trio] }, {}, { artist: trio })).toMatchObject({
      state: 'free',
      lineUp: ['maud', 'ines'],
    });
  });

  it('when a substitute of two acts stands in for one of them already, she is not free for the other', () => {
    const other = show({ id: 'x', artist: 'other', cast: ['ines'] });
    expect(on({ shows: [other], absences: [absence('lea')] }).lineUp).toEqual(['maud', 'tom']);
  });
});

describe('what does not block', () => {
  it('when an absence can be talked about, the date is flexible and everybody stays', () => {
    const absences = [absence('tom', { firmness: 'flexible' })];
    expect(plain({ absences })).toMatchObject({
      state: 'flexible',
      reasons: ['flexible tom away-tom'],
      lineUp: ['lea', 'tom'],
    });
  });

  it('when it is the substitute who can be talked to, the date is flexible too', () => {
    const absences = [absence('lea'), absence('ines', { firmness: 'flexible' })];
    expect(on({ absences })).toMatchObject({ state: 'flexible', lineUp: ['ines', 'tom'] });
  });

  it('when a needed member has said nothing of the month, the date is silent', () => {
    const heard = [
      { person: 'lea', month: '2027-03' },
      { person: 'tom', month: '2027-04' },
    ];
    expect(plain({ heard })).toMatchObject({ state: 'silent', reasons: ['silent tom'], lineUp: ['lea', 'tom'] });
  });

  it('when they noted an absence on another day of the month, or play elsewhere at that time, they are not silent', () => {
    const heard = [{ person: 'lea', month: '2027-03' }];
    const later = absence('tom', { parts: [{ day: day('2027-03-31'), part: 'day' }] });
    expect(on({ heard, absences: [later] }).state).toBe('free');
    const before = absence('tom', { parts: [{ day: day('2027-02-28'), part: 'day' }] });
    expect(on({ heard, absences: [before] }).state).toBe('silent');
    expect(on({ heard, shows: [elsewhere({ cast: ['tom'] })] }).reasons.map(({ type }) => type)).toEqual(['elsewhere']);
  });
});

describe('precedence', () => {
  it('when all is found at once, the gravest gives the state and all is told in that order', () => {
    const given = {
      shows: [show(), elsewhere({ cast: ['tom'] })],
      holds: [hold()],
      absences: [absence('tom', { id: 'firm' }), absence('lea', { firmness: 'flexible' as const })],
      heard: [],
    };
    const types = (answer: DateAvailability) => [answer.state, ...answer.reasons.map(({ type }) => type)];
    expect(types(on(given))).toEqual(['taken', 'show', 'elsewhere', 'away', 'hold', 'flexible']);
    expect(types(on({ ...given, shows: [elsewhere({ cast: ['tom'] })] }))).toEqual([
      'elsewhere',
      'elsewhere',
      'away',
      'hold',
      'flexible',
    ]);
    expect(types(on({ ...given, shows: [] }))).toEqual(['away', 'away', 'hold', 'flexible']);
    const talk = absence('lea', { firmness: 'flexible' });
    expect(types(on({ holds: [hold()], absences: [talk], heard: [] }))).toEqual([
      'option',
      'hold',
      'flexible',
      'silent',
    ]);
    expect(types(on({ absences: [talk], heard: [] }))).toEqual(['flexible', 'flexible', 'silent']);
  });
});

describe('the road', () => {
  const [tours, brest, orleans] = [
    venue('tours', 47.39, 0.68),
    venue('brest', 48.39, -4.49),
    venue('orleans', 47.9, 1.9),
  ];
  const venues = [tours, brest, orleans, venue('nowhere', null, null)];
  const dayBefore = (changes = {}) => show({ day: day('2027-03-11'), venue: 'brest', ...changes });

  it('when 400 km or more lie between, says so, with the hours there are', () => {
    const wish = { venue: tours, times: { arrival: '15:00', end: '23:00' } };
    expect(on({ venues, shows: [dayBefore()] }, wish).warnings).toEqual([
      { type: 'travel', before: true, show: dayBefore(), km: 481, hours: 481 / 80, gapHours: 16, tooFar: false },
    ]);
  });

  it('when it cannot be driven in the hours left, says that it is too far, however near', () => {
    const late = dayBefore({ venue: 'orleans', end: '05:00' });
    const warnings = (arrival: string) =>
      on({ venues, shows: [late] }, { venue: tours, times: { arrival, end: '23:00' } }).warnings;
    expect(warnings('06:00')).toMatchObject([{ type: 'travel', km: 129, gapHours: 1, tooFar: true }]);
    expect(warnings('07:00')).toEqual([]);
  });

  it('when a time is unknown, only a long road is told', () => {
    expect(on({ venues, shows: [dayBefore()] }, { venue: tours }).warnings).toMatchObject([
      { gapHours: null, tooFar: false },
    ]);
    expect(on({ venues, shows: [dayBefore({ venue: 'orleans' })] }, { venue: tours }).warnings).toEqual([]);
  });

  it('when it is somebody of the line-up who plays far away on the day after, says so; of somebody replaced, not', () => {
    const after = elsewhere({ day: day('2027-03-13'), venue: 'brest', cast: ['lea'] });
    expect(plain({ venues, shows: [after] }, { venue: tours }).warnings).toEqual(['travel 1 x 481 6.0125 null false']);
    expect(on({ venues, shows: [after], absences: [absence('lea')] }, { venue: tours }).warnings).toEqual([]);
  });

  it('when a position is unknown, says nothing of kilometres', () => {
    expect(on({ venues, shows: [dayBefore({ venue: 'nowhere' })] }, { venue: tours }).warnings).toEqual([]);
  });
});

describe('radius clauses', () => {
  const [tours, orleans] = [venue('tours', 47.39, 0.68), venue('orleans', 47.9, 1.9)];
  const venues = [tours, orleans, venue('nowhere', null, null)];
  const later = (changes = {}) => show({ day: day('2027-03-26'), venue: 'orleans', ...changes });

  it('when the wish falls within the clause of another show, says so; a day or a kilometre farther, not', () => {
    const clause = (km: number, weeks: number) => ({ shows: [later({ exclusivity: { km, weeks } })], venues });
    expect(plain(clause(108, 2), { venue: tours }).warnings).toEqual(['exclusivity s1 108 2 theirs']);
    expect(on(clause(107, 2), { venue: tours }).warnings).toEqual([]);
    expect(on(clause(108, 1), { venue: tours }).warnings).toEqual([]);
    expect(on(clause(108, 2), { venue: tours }, { date: day('2027-03-11') }).warnings).toEqual([]);
  });

  it('when a show falls within the clause that is wished, says so', () => {
    const wish = { venue: tours, exclusivity: { km: 108, weeks: 2 } };
    expect(plain({ shows: [later()], venues }, wish).warnings).toEqual(['exclusivity s1 108 2 ours']);
    expect(on({ shows: [later({ venue: 'nowhere' })], venues }, wish).warnings).toEqual([]);
    expect(on({ shows: [later({ artist: 'duo' })], venues }, wish).warnings).toEqual([]);
  });
});
