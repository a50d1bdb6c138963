import { type Absence } from './absence.ts';
import { neededMember, type Artist } from './artist.ts';
import { type Hold, type Show } from './date-booking.ts';
import { type Day, type DayPart } from './day.ts';
import { type PersonId } from './ids.ts';
import { daysTouched, intervalOf, occupancyOf, overlaps } from './occupancy.ts';

/** A hold or show that an absence gets in the way of, and who could stand in: free substitutes, first choice first. */
export interface Impact {
  readonly artist: Artist;
  readonly date: Hold | Show;
  readonly substitutes: readonly PersonId[];
}

/** What is known around the days of an absence: the acts, their dates, and who else is away. */
export interface Surroundings {
  readonly artists: readonly Artist[];
  readonly holds: readonly Hold[];
  readonly shows: readonly Show[];
  readonly absences: readonly Absence[];
  readonly zone: string;
  /** An option whose validity ended before this day holds nothing any more. */
  readonly today: Day;
}

/**
 * The live holds and shows that need this person on those days. A date whose cast is named needs just that cast;
 * otherwise it needs every needed member of the act.
 */
export function impactsOf(person: PersonId, parts: readonly DayPart[], around: Surroundings): Impact[] {
  const live: (Hold | Show)[] = [
    ...around.shows.filter((show) => show.state === 'confirmed'),
    // In the minute in which an approval can be taken back, the option stands beside the date it became.
    ...around.holds.filter(
      (hold) => hold.state === 'held' && hold.validUntil >= around.today && !isBooked(hold, around.shows),
    ),
  ];
  return live
    .filter((date) => daysTouched(parts, occupancyOf(date, around.zone), around.zone).length > 0)
    .flatMap((date) => {
      const artist = around.artists.find((candidate) => candidate.id === date.artist);
      if (artist === undefined || !needs(date, artist, person)) return [];
      const named = neededMember(artist, person)?.substitutes ?? [];
      return [{ artist, date, substitutes: named.filter((stand) => isFree(stand, date, around)) }];
    })
    .sort((a, b) => order(a).localeCompare(order(b)));
}

function isBooked(hold: Hold, shows: readonly Show[]): boolean {
  return shows.some((show) => show.lead !== null && show.lead === hold.lead && show.state === 'confirmed');
}

/** By day; a confirmed date before options, options by rank. */
function order({ date }: Impact): string {
  return `${date.day} ${'rank' in date ? date.rank : 0} ${date.id}`;
}

function needs(date: Hold | Show, artist: Artist, person: PersonId): boolean {
  return date.cast === null ? neededMember(artist, person) !== null : date.cast.includes(person);
}

function isFree(person: PersonId, date: Hold | Show, around: Surroundings): boolean {
  const span = occupancyOf(date, around.zone);
  const away = around.absences.some(
    (absence) =>
      absence.person === person &&
      absence.state === 'noted' &&
      absence.firmness === 'firm' &&
      absence.parts.some((part) => overlaps(intervalOf(part, around.zone), span)),
  );
  const playing = around.shows.some((show) => {
    const artist = around.artists.find((candidate) => candidate.id === show.artist);
    const clashes = show.state === 'confirmed' && show.id !== date.id && overlaps(occupancyOf(show, around.zone), span);
    return clashes && artist !== undefined && needs(show, artist, person);
  });
  return !away && !playing;
}
