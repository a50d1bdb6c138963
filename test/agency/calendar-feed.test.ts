import { describe, expect, it } from 'vitest';
import { artists } from '../../core/records/agency.ts';
import { addDays } from '../../domain/day.ts';
import { type Person } from '../../domain/person.ts';
import { feedOf } from '../../agency/calendar-feed.ts';
import { calendarOf } from '../../documents/calendar-file.ts';
import { day, hour, noon } from '../support/builders.ts';
import { away, datesOf, furniture, gribitch, house, recorded, somebody } from '../support/calendar-house.ts';
import { held, memoryRecords, services, type Held } from '../support/turn.ts';

const today = day('2027-03-10');

async function titles(person: Person, records: readonly Held[]): Promise<string[]> {
  return (await datesOf(person, records)).map(({ title, location }) =>
    location === '' ? title : `${title} @ ${location}`,
  );
}

const elsewhere = recorded.show({
  id: 'nuit-stereolux',
  artist: 'nuit-ferree',
  venue: 'stereolux',
  day: day('2027-03-20'),
});
const standIn = recorded.show({
  id: 'gribitch-vapeur',
  venue: 'la-vapeur',
  day: day('2027-03-27'),
  cast: ['ines', 'tom'],
});
const second = { id: 'option-fil', venue: 'le-fil', rank: 2 };
const season = [
  recorded.show(),
  elsewhere,
  standIn,
  recorded.option(),
  recorded.option(second),
  recorded.away(),
  recorded.away({ id: 'away-tom', person: 'tom', parts: [{ day: day('2027-05-09'), part: 'day' }] }),
  recorded.sheet(),
];

describe('whose calendar holds what', () => {
  it('when somebody plays in two acts, has both, one option a day without place or rank, and their own absences', async () => {
    expect(await titles(house.lea, season)).toEqual([
      'Gribitch, Le Fil @ Le Fil (Saint-Étienne)',
      'Nuit Ferrée, Stereolux @ Stereolux (Nantes)',
      'Option : Gribitch',
      'pas dispo',
    ]);
  });

  it('when somebody else stands in for a date, it is in their calendar, and not in that of whom they replace', async () => {
    expect(await titles(house.ines, season)).toEqual(['Gribitch, La Vapeur @ La Vapeur (Dijon)']);
    expect(await titles(house.lea, season)).not.toContain('Gribitch, La Vapeur @ La Vapeur (Dijon)');
  });

  it('when a member is not needed, they come although the date names who fills the places', async () => {
    expect(await titles(house.solene, [standIn])).toEqual(['Gribitch, La Vapeur @ La Vapeur (Dijon)']);
  });

  it.each(['anna', 'nadia'] as const)(
    'when %s negotiates, has all of the act with ranks and places, and nobody’s absence',
    async (name) => {
      expect(await titles(house[name], season)).toEqual([
        'Gribitch, Le Fil @ Le Fil (Saint-Étienne)',
        'Gribitch, La Vapeur @ La Vapeur (Dijon)',
        'Option 2 : Gribitch, Le Fil @ Le Fil (Saint-Étienne)',
        'Option 1 : Gribitch, La Vapeur @ La Vapeur (Dijon)',
      ]);
    },
  );

  it.each(['marc', 'julien'] as const)(
    'when %s works for the other act, not a word of this one is in the file',
    async (name) => {
      const store = memoryRecords(...furniture, ...season);
      const feed = await feedOf(services({ store }), house[name]);
      expect(feed.dates.map((date) => date.uid)).toEqual(['nuit-stereolux@regie']);
      expect(calendarOf(feed, feed.dates)).not.toMatch(/Gribitch|Le Fil|Vapeur|Lea|Léa|dispo|option/i);
    },
  );

  it('when somebody stands as booker of an act and is booker no more, reads of it no more than anybody', async () => {
    expect(await titles(somebody('nadia', ['communication']), season)).toEqual([]);
  });

  it('when a manager plays in an act of others, sees of its options what those who play see', async () => {
    const acts = [held(artists, { ...gribitch(), id: 'x', managers: ['hr'], members: [member('anna')] })];
    const records = [...acts, recorded.option({ artist: 'x' }), recorded.option()];
    expect(await titles(house.anna, records)).toEqual(
      ['Option 1 : Gribitch, La Vapeur @ La Vapeur (Dijon)', 'Option : Gribitch'].toSorted(),
    );
  });

  it('when somebody is régisseur or crew of one show, has that one alone', async () => {
    expect(await titles(house.karim, season)).toEqual(['Gribitch, Le Fil @ Le Fil (Saint-Étienne)']);
    const crew = recorded.sheet({ regisseur: null, crew: [{ person: 'karim', name: 'Karim', role: 'son' }] });
    expect(await titles(house.karim, [recorded.show(), standIn, crew])).toHaveLength(1);
    expect(await titles(house.karim, [recorded.show(), recorded.sheet({ regisseur: 'tom' })])).toEqual([]);
  });

  it('when somebody has nothing to do with dates, has none', async () => {
    expect(await titles(house.hr, season)).toEqual([]);
  });
});

function member(person: string) {
  return { person, part: 'chant', needed: true, substitutes: [] };
}

describe('options in a calendar', () => {
  it.each([
    ['was let go', { state: 'released' as const }],
    ['ran out', { validUntil: day('2027-03-09') }],
    ['became a date', { state: 'confirmed' as const }],
    ['is over', { day: day('2027-03-09') }],
  ])('when one %s, it is not there', async (_case, change) => {
    expect(await titles(house.nadia, [recorded.option(change)])).toEqual([]);
    expect(await titles(house.tom, [recorded.option(change)])).toEqual([]);
  });

  it('when its act is archived, it is not there', async () => {
    const old = held(artists, { ...gribitch(), id: 'old', status: 'archived' as const });
    expect(await titles(house.nadia, [old, recorded.option({ artist: 'old' })])).toEqual([]);
  });

  it('when it holds until today, it is tentative, a whole day, and says until when to who negotiates', async () => {
    const records = [recorded.option({ validUntil: today }, 4)];
    const [theirs] = await datesOf(house.nadia, records);
    const [ours] = await datesOf(house.tom, records);
    expect(theirs).toMatchObject({ status: 'tentative', sequence: 4, when: { type: 'day', day: '2027-04-02' } });
    expect(theirs?.description).toContain('Valable jusqu’au mer. 10 mars.');
    expect(ours).toMatchObject({ status: 'tentative', location: '', description: 'Rempli par Régie.' });
  });

  it('when a substitute is named for it, it is theirs and not the member’s', async () => {
    const named = [recorded.option({ cast: ['ines', 'tom'] })];
    expect(await titles(house.lea, named)).toEqual([]);
    expect(await titles(house.ines, named)).toEqual(['Option : Gribitch']);
    expect(await titles(house.tom, named)).toEqual(['Option : Gribitch']);
  });
});

describe('one’s own absences', () => {
  it('when days follow each other they are one entry, a part of a day is its hours, and no condition is told', async () => {
    const parts = [...away().parts, { day: day('2027-05-05'), part: 'evening' as const }];
    const record = recorded.away({ parts, firmness: 'flexible', condition: 'sauf si le cachet dépasse 300 €' });
    const dates = await datesOf(house.lea, [record]);
    expect(dates.map(({ uid, when, title, status }) => ({ uid, when, title, status }))).toEqual([
      {
        uid: 'away-lea-2027-05-01@regie',
        when: { type: 'days', first: '2027-05-01', last: '2027-05-03' },
        title: 'pas dispo',
        status: 'tentative',
      },
      {
        uid: 'away-lea-2027-05-05-evening@regie',
        when: { type: 'timed', from: Date.parse('2027-05-05T16:00:00Z'), to: Date.parse('2027-05-06T04:00:00Z') },
        title: 'pas dispo',
        status: 'tentative',
      },
    ]);
    expect(JSON.stringify(dates)).not.toContain('cachet');
  });

  it('when one was withdrawn, it is not there', async () => {
    expect(await datesOf(house.lea, [recorded.away({ state: 'cancelled' })])).toEqual([]);
  });
});

describe('what a calendar reaches over', () => {
  it.each([
    [-61, 0],
    [-60, 1],
    [540, 1],
    [541, 0],
  ])('when a show or an absence is %i days from today, there are %i of each', async (ahead, count) => {
    const on = addDays(today, ahead);
    const records = [recorded.show({ day: on }), recorded.away({ parts: [{ day: on, part: 'day' }] })];
    expect(await datesOf(house.lea, records)).toHaveLength(2 * count);
  });

  it('when it is asked for twice on one day it is the same to the byte, and a show says its hours and its embargo', async () => {
    const records = [recorded.show({ soundcheck: '16:00', embargo: { until: null } })];
    const file = async (now: number): Promise<string> => {
      const feed = await feedOf(services({ store: memoryRecords(...furniture, ...records), now }), house.tom);
      return calendarOf(feed, feed.dates);
    };
    expect(await file(noon)).toBe(await file(noon + 9 * hour));
    const [date] = await datesOf(house.tom, records);
    expect(date?.when).toEqual({
      type: 'timed',
      from: Date.parse('2027-03-13T14:00:00Z'),
      to: Date.parse('2027-03-14T00:30:00Z'),
    });
    expect(date?.description.replaceAll(/[\u00A0\u202F]/g, ' ')).toMatch(
      /^arrivée 15 h, balance 16 h, .*passage 0 h 30.*\nPas d’annonce publique avant le feu vert de Le Fil\.\nRempli par Régie\.$/s,
    );
  });

  it('when the reader speaks English, so does their calendar', async () => {
    const feed = await feedOf(services({ store: memoryRecords(...furniture, ...season) }), {
      ...house.lea,
      locale: 'en',
    });
    expect(feed.name).toBe('My dates (Agence)');
    expect(feed.dates.map((date) => date.title)).toContain('not available');
  });
});
