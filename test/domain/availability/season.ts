import { absenceSchema, type Absence } from '../../../domain/absence.ts';
import { artistSchema, type Artist } from '../../../domain/artist.ts';
import { type Agenda, type DateAvailability, type Reason, type Warning } from '../../../domain/availability/agenda.ts';
import { holdSchema, showSchema, type Hold, type Show } from '../../../domain/date-booking.ts';
import { type DayPart } from '../../../domain/day.ts';
import { type PersonId } from '../../../domain/ids.ts';
import { venueSchema, type Venue } from '../../../domain/venue.ts';
import { day, noon } from '../../support/builders.ts';
import { type OracleAnswer } from '../../support/oracle/availability-oracle.ts';

/** A member as tests write it: needed, unless said otherwise, and who could stand in. */
export function member(person: PersonId, substitutes: readonly PersonId[] = [], needed = true) {
  return { person, part: 'chant', needed, substitutes: [...substitutes] };
}

/** An act of these members. */
export function act(id: string, ...members: ReturnType<typeof member>[]): Artist {
  return artistSchema.parse({
    id,
    name: id,
    status: 'active',
    members,
    managers: ['anna'],
    bookers: ['nadia'],
    town: 'Tours',
    style: 'chanson',
  });
}

/** A confirmed show of Gribitch at La Nef on 12 March 2027, from 16:00 to 23:00. */
export function show(changes: Partial<Show> = {}): Show {
  return showSchema.parse({
    id: 's1',
    artist: 'gribitch',
    venue: 'nef',
    day: '2027-03-12',
    arrival: '16:00',
    set: null,
    end: '23:00',
    state: 'confirmed',
    cast: null,
    ...changes,
  });
}

/** A first option on Gribitch for 12 March 2027, valid until that day. */
export function hold(changes: Partial<Hold> = {}): Hold {
  return holdSchema.parse({
    id: 'h1',
    artist: 'gribitch',
    venue: 'nef',
    day: '2027-03-12',
    rank: 1,
    validUntil: '2027-03-12',
    state: 'held',
    cast: null,
    ...changes,
  });
}

/** A firm absence on one day, 12 March 2027 unless said otherwise. */
export function absence(person: PersonId, changes: Partial<Absence> = {}, part: DayPart['part'] = 'day'): Absence {
  return absenceSchema.parse({
    id: `away-${person}`,
    person,
    parts: [{ day: '2027-03-12', part }],
    firmness: 'firm',
    condition: null,
    state: 'noted',
    notedAt: noon,
    acknowledgedBy: null,
    ...changes,
  });
}

/** A venue somewhere, or nowhere known. */
export function venue(id: string, latitude: number | null, longitude: number | null): Venue {
  return venueSchema.parse({ id, name: id, town: id, region: '', capacity: null, latitude, longitude });
}

/** Gribitch: Léa, whom Inès or Maud can replace, Tom, and Max who is not needed. */
export const gribitch = act('gribitch', member('lea', ['ines', 'maud']), member('tom'), member('max', [], false));

/** Another act in which Léa and Inès play. */
export const duo = act('duo', member('lea'), member('ines'));

/** March 2027, everybody heard of, asked about in November. */
export function agenda(changes: Partial<Agenda> = {}): Agenda {
  return {
    artists: [gribitch, duo],
    holds: [],
    shows: [],
    absences: [],
    venues: [],
    heard: ['lea', 'tom', 'ines', 'maud'].map((person) => ({ person, month: '2027-03' })),
    zone: 'Europe/Paris',
    today: day('2026-11-23'),
    ...changes,
  };
}

/** An answer in the words of the oracle; lines in an order of their own, since things of one kind have none. */
export function inPlain(answer: DateAvailability): OracleAnswer {
  const { state, ranks, lineUp } = answer;
  return sorted({
    day: answer.day,
    state,
    ranks,
    reasons: answer.reasons.map(reasonLine),
    warnings: answer.warnings.map(warningLine),
    lineUp,
  });
}

/** The answer with its lines sorted. */
export function sorted(answer: OracleAnswer): OracleAnswer {
  return { ...answer, reasons: answer.reasons.toSorted(), warnings: answer.warnings.toSorted() };
}

function reasonLine(reason: Reason): string {
  switch (reason.type) {
    case 'show':
      return `show ${reason.show.id}`;
    case 'elsewhere':
      return `elsewhere ${reason.person} ${reason.show.id} ${reason.artist} ${reason.substitute}`;
    case 'away':
      return `away ${reason.person} ${reason.absence.id} ${reason.substitute} [${reason.others.join()}]`;
    case 'hold':
      return `hold ${reason.hold.id} ${reason.first}`;
    case 'flexible':
      return `flexible ${reason.person} ${reason.absence.id}`;
    case 'silent':
      return `silent ${reason.person}`;
  }
}

function warningLine(warning: Warning): string {
  const { show } = warning;
  switch (warning.type) {
    case 'same-day':
      return `same-day ${show.id}`;
    case 'exclusivity':
      return `exclusivity ${show.id} ${warning.km} ${warning.weeks} ${warning.clause}`;
    case 'travel': {
      const { km, hours, gapHours, tooFar } = warning;
      return `travel ${warning.before ? -1 : 1} ${show.id} ${km} ${hours} ${gapHours} ${tooFar}`;
    }
  }
}
