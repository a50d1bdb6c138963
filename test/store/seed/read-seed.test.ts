import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { artistSchema } from '../../../domain/artist.ts';
import { holdSchema, showSchema } from '../../../domain/date-booking.ts';
import { personSchema } from '../../../domain/person.ts';
import { venueSchema } from '../../../domain/venue.ts';
import { readSeed } from '../../../store/seed/seed.ts';
import { artist, folderOf, hold, person, problemsOf, seedResultOf, show, smallAgency } from './folders.ts';

const { agency, people, artists, venues, shows, holds, absences } = smallAgency;

/** The small agency as it is read: what its files leave out is filled in. */
const read = {
  agency,
  people: people.map((one) => personSchema.parse(one)),
  artists: artists.map((one) => artistSchema.parse(one)),
  venues: venues.map((one) => venueSchema.parse(one)),
  shows: shows.map((one) => showSchema.parse(one)),
  holds: holds.map((one) => holdSchema.parse(one)),
  absences,
  leads: [],
  declarations: [],
};

describe('what is read', () => {
  it('when every file is right, gives the whole seed', async () => {
    const result = await seedResultOf({});
    expect(result).toEqual({ ok: true, seed: read });
  });

  it('when only the agency, its people and its acts are there, the rest is empty', async () => {
    const result = await seedResultOf({ venues: null, shows: null, holds: null, absences: null });
    expect(result).toEqual({
      ok: true,
      seed: { ...read, venues: [], shows: [], holds: [], absences: [] },
    });
  });

  it('when files begin with a byte order mark, reads them all the same', async () => {
    const marked = Object.fromEntries(
      Object.entries(smallAgency).map(([name, content]) => [name, `\uFEFF${JSON.stringify(content)}`]),
    );
    expect(await problemsOf(marked)).toEqual([]);
  });
});

describe('files', () => {
  it('when the folder does not exist, says that alone', async () => {
    const result = await readSeed('/nowhere/at/all');
    expect(result).toEqual({ ok: false, problems: ['/nowhere/at/all: is not a folder that can be read'] });
  });

  it('when the agency, the people or the acts are missing, names each file', async () => {
    const problems = await problemsOf({
      agency: null,
      people: null,
      artists: null,
      shows: null,
      holds: null,
      absences: null,
    });
    expect(problems).toEqual(['agency.json: is missing', 'people.json: is missing', 'artists.json: is missing']);
  });

  it('when a file is broken JSON, says so on one line with the line number, and still checks the others', async () => {
    const problems = await problemsOf({
      venues: '[\n  { "id": "a" },\n  { oops }\n]',
      agency: { ...agency, name: '' },
    });
    expect(problems[0]).toMatch(/^agency\.json: name: /);
    expect(problems[1]).toMatch(/^venues\.json: is not valid JSON: line 3: [^\n]+$/);
  });

  it('when the parser quotes several lines, still takes one', async () => {
    expect(await problemsOf({ venues: 'oops\nencore' })).toContainEqual(
      expect.stringMatching(/^venues\.json: is not valid JSON: [^\n]+$/),
    );
  });

  it('when a file is empty, says it is not JSON', async () => {
    expect(await problemsOf({ absences: '' })).toEqual([
      expect.stringMatching(/^absences\.json: is not valid JSON: [^\n]+$/),
    ]);
  });

  it('when a file is not UTF-8, says so rather than lose the accents', async () => {
    const latin1 = Buffer.from('[{ "id": "le-fil", "town": "Saint-Étienne" }]', 'latin1');
    expect((await problemsOf({ venues: latin1 }))[0]).toBe('venues.json: is not UTF-8 text');
  });

  it('when a file holds something else than a list, says what it must be', async () => {
    expect(await problemsOf({ absences: { id: 'tom-1' } })).toEqual(['absences.json: must be a list of rows']);
  });

  it('when a file name is misspelt, names it instead of leaving its rows out', async () => {
    expect(await problemsOf({ shows: null, shwos: shows })).toEqual([
      expect.stringMatching(/^shwos\.json: is not a file of a seed/),
    ]);
  });

  it('when a folder stands where a file should, says it cannot be read', async () => {
    const folder = await folderOf({ holds: null });
    await mkdir(join(folder, 'holds.json'));
    expect(await readSeed(folder)).toEqual({ ok: false, problems: ['holds.json: cannot be read (EISDIR)'] });
    await rm(folder, { recursive: true });
  });
});

describe('rows', () => {
  it('when several fields of several rows are wrong, lists every one with file, row and field', async () => {
    const wrong = { ...person('zoe'), channels: [], timezone: 'Europe/Nantes' };
    const problems = await problemsOf({
      people: [...people, wrong],
      venues: [{ ...venues[0], latitude: 145 }],
      holds: [hold('h', 'duo', '2027-02-29')],
    });
    expect(problems.map((problem) => problem.split(': ').slice(0, 3).join(': '))).toEqual([
      'people.json: zoe: timezone',
      'people.json: zoe: channels',
      'venues.json: le-fil: latitude',
      'holds.json: h: day',
    ]);
  });

  it('when a row has a field nobody knows, names the field', async () => {
    expect(await problemsOf({ people: [...people, { ...person('zoe'), phone: '06' }] })).toEqual([
      'people.json: zoe: phone: is not a known field',
    ]);
  });

  it('when the unknown field is deeper, gives its path', async () => {
    const member = { person: 'lea', part: 'chant', needed: true, substitutes: [], fee: 3 };
    expect(await problemsOf({ artists: [{ ...artist('duo', []), members: [member] }] })).toEqual([
      'artists.json: duo: members.0.fee: is not a known field',
    ]);
  });

  it('when a row has no id, counts it', async () => {
    const problems = await problemsOf({ people: [...people, { name: 'Sans' }, 'texte'] });
    expect(problems).toContainEqual(expect.stringMatching(/^people\.json: row 4: id: /));
    expect(problems).toContainEqual(expect.stringMatching(/^people\.json: row 5: /));
  });

  it('when an id appears twice in a file, says so', async () => {
    expect(await problemsOf({ people: [...people, person('lea')] })).toEqual([
      'people.json: lea: id: appears more than once',
    ]);
  });

  it('when a number is written as text, does not turn it into a number', async () => {
    expect(await problemsOf({ venues: [{ ...venues[0], capacity: '1200' }] })).toEqual([
      expect.stringMatching(/^venues\.json: le-fil: capacity: /),
    ]);
  });
});

describe('relations', () => {
  it('when an act names people who are not there, gives each place', async () => {
    const withSubstitute = artist('duo', ['lea', 'ghost'], { substitutes: ['nobody'] });
    expect(await problemsOf({ artists: [{ ...withSubstitute, managers: ['x1'], bookers: ['x2'] }] })).toEqual([
      'artists.json: duo: members.0.substitutes.0: no such person: nobody',
      'artists.json: duo: members.1.person: no such person: ghost',
      'artists.json: duo: members.1.substitutes.0: no such person: nobody',
      'artists.json: duo: managers.0: no such person: x1',
      'artists.json: duo: bookers.0: no such person: x2',
    ]);
  });

  it('when a show names an act, a venue or a cast that is not there, gives each', async () => {
    const lost = { ...show('s', 'trio', '2027-06-01'), venue: 'nulle-part', cast: ['lea', 'ghost'] };
    expect(await problemsOf({ shows: [lost] })).toEqual([
      'shows.json: s: artist: no such artist: trio',
      'shows.json: s: venue: no such venue: nulle-part',
      'shows.json: s: cast.1: no such person: ghost',
    ]);
  });

  it('when an option names an act or a venue that is not there, gives each', async () => {
    expect(await problemsOf({ holds: [{ ...hold('h', 'trio', '2027-06-01'), venue: 'nulle-part' }] })).toEqual([
      'holds.json: h: artist: no such artist: trio',
      'holds.json: h: venue: no such venue: nulle-part',
    ]);
  });

  it('when an absence names people who are not there, gives each', async () => {
    expect(await problemsOf({ absences: [{ ...absences[0], person: 'ghost', acknowledgedBy: 'boss' }] })).toEqual([
      'absences.json: tom-1: person: no such person: ghost',
      'absences.json: tom-1: acknowledgedBy: no such person: boss',
    ]);
  });

  it('when the row that is named is itself faulty, does not call it missing as well', async () => {
    const problems = await problemsOf({ venues: [{ ...venues[0], latitude: 145 }] });
    expect(problems).toHaveLength(1);
  });
});

describe('double bookings', () => {
  const second = artist('trio', ['tom']);

  it('when an act has two shows at the same time, names both', async () => {
    expect(await problemsOf({ shows: [...shows, show('duo-bis', 'duo', '2027-03-20')] })).toEqual([
      'shows.json: duo-bis: artist: duo already plays in duo-1 at that time',
    ]);
  });

  it('when the agency file is broken too, still finds the double booking', async () => {
    const both = { agency: '{', shows: [...shows, show('duo-bis', 'duo', '2027-03-20')] };
    expect(await problemsOf(both)).toHaveLength(2);
  });

  it('when a show without times shares the day of another, they overlap', async () => {
    const untimed = { ...show('duo-bis', 'duo', '2027-03-20'), arrival: null, set: null, end: null };
    expect(await problemsOf({ shows: [...shows, untimed] })).toHaveLength(1);
  });

  it('when an act plays an afternoon and an evening that do not overlap, says nothing', async () => {
    const matinee = { ...show('duo-bis', 'duo', '2027-03-20'), arrival: '10:00', set: '12:00', end: '13:00' };
    expect(await problemsOf({ shows: [...shows, matinee] })).toEqual([]);
  });

  it('when a person is needed by two acts at the same time, names the person and both shows', async () => {
    expect(
      await problemsOf({ artists: [...artists, second], shows: [...shows, show('trio-1', 'trio', '2027-03-20')] }),
    ).toEqual(['shows.json: trio-1: cast: tom already plays in duo-1 at that time']);
  });

  it('when a set after midnight belongs to the evening before, it clashes with that evening', async () => {
    const night = { ...show('trio-1', 'trio', '2027-03-20'), arrival: '23:00', set: '00:30', end: '02:00' };
    expect(await problemsOf({ artists: [...artists, second], shows: [...shows, night] })).toHaveLength(1);
    const nextDay = { ...night, day: '2027-03-21' };
    expect(await problemsOf({ artists: [...artists, second], shows: [...shows, nextDay] })).toEqual([]);
  });

  it('when the cast names somebody else in their place, says nothing', async () => {
    const stand = { ...show('trio-1', 'trio', '2027-03-20'), cast: ['anna'] };
    expect(await problemsOf({ artists: [...artists, second], shows: [...shows, stand] })).toEqual([]);
  });

  it('when the person is not needed there, says nothing', async () => {
    const optional = artist('trio', ['tom'], { needed: false });
    expect(
      await problemsOf({ artists: [...artists, optional], shows: [...shows, show('trio-1', 'trio', '2027-03-20')] }),
    ).toEqual([]);
  });

  it('when one of the two shows is cancelled, says nothing', async () => {
    const cancelled = { ...show('duo-bis', 'duo', '2027-03-20'), state: 'cancelled' };
    expect(await problemsOf({ shows: [...shows, cancelled] })).toEqual([]);
  });

  it('when two live options share a rank on the same act and day, names both', async () => {
    expect(await problemsOf({ holds: [...holds, hold('duo-3', 'duo', '2027-04-02')] })).toEqual([
      'holds.json: duo-3: rank: rank 1 on 2027-04-02 is already held by duo-2',
    ]);
  });

  it('when one of the two options was released, says nothing', async () => {
    expect(
      await problemsOf({ holds: [...holds, { ...hold('duo-3', 'duo', '2027-04-02'), state: 'released' }] }),
    ).toEqual([]);
  });
});
