import { describe, expect, it } from 'vitest';
import { daysBetween, parseDay, type Day } from '../../../domain/day.ts';
import { leadStatusSchema } from '../../../domain/lead.ts';
import { leadOf } from '../../../store/seed/seed-lead.ts';
import { shiftSeed } from '../../../store/seed/seed.ts';
import { demoSeed, one } from './demo.ts';

const seed = await demoSeed();
const { artists, leads, declarations, venues, people } = seed;
const zone = seed.agency.timezone;

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

describe('the opportunities of the made-up agency', () => {
  it('are sixty, numbered from 1, over every act, two waves and ten regions', () => {
    expect(leads.map((lead) => lead.number)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(new Set(leads.map((lead) => lead.artist)).size).toBe(artists.length);
    expect(new Set(leads.map((lead) => lead.lot))).toEqual(new Set([1, 2]));
    expect(new Set(leads.map((lead) => one(venues, lead.venue).region)).size).toBeGreaterThanOrEqual(10);
  });

  it('stand in every status that is not decided or held in chat', () => {
    const decided = new Set(['option', 'to-approve', 'deal', 'contract-signed']);
    const others = leadStatusSchema.options.filter((status) => !decided.has(status));
    expect(new Set(leads.map((lead) => lead.status))).toEqual(new Set(others));
  });

  it('are booked by somebody who books the act, and leave Le Fil to the stories', () => {
    for (const lead of leads) expect(one(artists, lead.artist).bookers).toContain(lead.booker);
    expect(leads.filter((lead) => lead.venue === 'le-fil-saint-etienne')).toEqual([]);
  });

  it('leave each booker somebody to chase on the Monday on which the stories begin', () => {
    const today = day('2026-11-23');
    for (const booker of ['nadia-benali', 'julien-carpentier']) {
      const own = leads.filter((lead) => lead.booker === booker);
      expect(own.some((lead) => lead.followUp !== null && lead.followUp.on <= today)).toBe(true);
      const silent = own.filter(
        (lead) => ['sent', 'chased'].includes(lead.status) && daysBetween(lead.lastContact ?? today, today) >= 10,
      );
      expect(silent.length).toBeGreaterThan(5);
    }
  });

  it('become records whose history tells in order what the row says', () => {
    const records = leads.map((row) => leadOf(row, zone));
    for (const lead of records) {
      const times = lead.history.map((event) => event.at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(lead.changes).toBe(lead.history.length);
    }
    const chased = records.find((lead) => lead.status === 'chased');
    expect(chased?.history.map((event) => event.what)).toContain('status');
  });

  it('when the season moves, move as a whole, so that a silence stays as long as it was', () => {
    const moved = shiftSeed(seed, day('2027-11-22'));
    const distances = moved.leads.map((lead, index) => [
      daysBetween(leads[index]?.created ?? lead.created, lead.created),
      daysBetween(leads[index]?.lastContact ?? lead.created, lead.lastContact ?? lead.created),
    ]);
    for (const [created = 0, contact = 0] of distances) {
      expect(created).toBe(364);
      expect([0, 364]).toContain(contact);
    }
    expect(distances.filter(([, contact]) => contact === 364).length).toBeGreaterThan(40);
  });
});

describe('what the acts and places carry', () => {
  it('every act has a floor above its costs on stage, and a calendar of its own', () => {
    for (const artist of artists) {
      expect(artist.floor?.cents ?? 0).toBeGreaterThan(artist.costs?.plateau.cents ?? Infinity);
      expect(artist.calendar).toBe(`${artist.id}@group.calendar.google.com`);
    }
  });

  it('some places name a contact, at addresses that nobody owns', () => {
    const contacts = venues.flatMap((venue) => (venue.contact === null ? [] : [venue.contact]));
    expect(contacts.length).toBeGreaterThanOrEqual(8);
    expect(contacts.every(({ email }) => email === null || email.endsWith('.example'))).toBe(true);
  });
});

describe('declarations', () => {
  const declared = (id: string): readonly string[] => declarations.find((row) => row.id === id)?.months ?? [];

  it('most members have nothing to report from December to June, Léa says nothing of March', () => {
    const members = new Set(artists.flatMap((artist) => artist.members.map((member) => member.person)));
    const whole = declarations.filter((row) => row.months.length === 7);
    expect(whole.length).toBeGreaterThan(members.size * 0.75);
    expect(declared('lea-moreau')).not.toContain('2027-03');
    expect(declared('lea-moreau')).toContain('2027-02');
    expect(people.some((person) => members.has(person.id) && declared(person.id).length === 0)).toBe(true);
  });

  it('when the season moves by a year of weeks, a month is the same month a year on', () => {
    const moved = shiftSeed(seed, day('2027-11-22')).declarations.find((row) => row.id === 'lea-moreau');
    expect(moved?.months).toEqual(
      declared('lea-moreau').map((month) => `${Number(month.slice(0, 4)) + 1}${month.slice(4)}`),
    );
  });
});
