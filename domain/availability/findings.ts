import { type Absence } from '../absence.ts';
import { type Artist } from '../artist.ts';
import { type PersonId } from '../ids.ts';
import { type Reason } from './agenda.ts';
import { absencesMeeting, datesOf, isClear, showsMeeting, type AskedDate } from './asked-date.ts';
import { type CompiledAgenda, type PersonDates, type ShowSpan } from './compiled-agenda.ts';
import { standIns } from './stand-ins.ts';

/** What is to be said of one needed member on a date. */
interface Finding {
  readonly person: PersonId;
  /** Their place in the line-up. */
  readonly place: number;
  /** Named substitutes, first choice first. */
  readonly substitutes: readonly PersonId[];
  readonly elsewhere: readonly ShowSpan[];
  readonly away: readonly Absence[];
  readonly flexible: readonly Absence[];
  readonly silent: boolean;
}

/** What was found of the people of an act, by kind, and who would play. */
export interface Cast {
  readonly elsewhere: readonly Extract<Reason, { type: 'elsewhere' }>[];
  readonly away: readonly Extract<Reason, { type: 'away' }>[];
  readonly flexible: readonly Extract<Reason, { type: 'flexible' }>[];
  readonly silent: readonly Extract<Reason, { type: 'silent' }>[];
  /** Null when the place of a needed member stays empty. */
  readonly lineUp: readonly PersonId[] | null;
}

const none: readonly never[] = [];

/**
 * Asks every needed member for the date, and their substitutes where one cannot. A substitute who stands in may have a
 * flexible absence, and then it is told; a substitute is not expected to have answered about the month.
 */
export function castOf(artist: Artist, date: AskedDate, agenda: CompiledAgenda): Cast {
  const people: PersonId[] = [];
  const found: Finding[] = [];
  for (const member of artist.members) {
    if (!member.needed) continue;
    const known = datesOf(member.person, agenda);
    const place = people.push(member.person) - 1;
    if (!isClear(known, date, agenda)) found.push(findingOf(member, place, known, artist, date));
  }
  if (found.length === 0)
    return { elsewhere: none, away: none, flexible: none, silent: none, lineUp: distinct(people) };
  const chosen = chosenFor(found.filter(isMissing), people, date, agenda);
  const lineUp: (PersonId | null)[] = [...people];
  for (const [finding, substitute] of chosen) lineUp[finding.place] = substitute;
  return {
    ...toldOf(found, chosen, date, agenda),
    lineUp: lineUp.every((one) => one !== null) ? distinct(lineUp) : null,
  };
}

function findingOf(
  { person, substitutes }: Artist['members'][number],
  place: number,
  known: PersonDates,
  artist: Artist,
  date: AskedDate,
): Finding {
  const shows = showsMeeting(known.shows, date);
  return {
    person,
    place,
    substitutes,
    elsewhere: shows.length === 0 ? none : shows.filter(({ show }) => show.artist !== artist.id),
    away: absencesMeeting(known.absences, date, 'firm'),
    flexible: absencesMeeting(known.absences, date, 'flexible'),
    silent: shows.length === 0 && !known.heard.has(date.point.month) && !known.heard.has(date.day),
  };
}

function isMissing(member: Finding): boolean {
  return member.elsewhere.length > 0 || member.away.length > 0;
}

/** The substitute of each who cannot, or null where nobody is left. */
function chosenFor(
  missing: readonly Finding[],
  people: readonly PersonId[],
  date: AskedDate,
  agenda: CompiledAgenda,
): ReadonlyMap<Finding, PersonId | null> {
  const places = missing.map(({ substitutes }) =>
    substitutes.filter((one) => isFree(one, date, agenda) && (!people.includes(one) || isGone(one, missing))),
  );
  const chosen = standIns(places);
  return new Map(missing.map((member, index) => [member, chosen[index] ?? null]));
}

function isGone(person: PersonId, missing: readonly Finding[]): boolean {
  return missing.some((member) => member.person === person);
}

function isFree(person: PersonId, date: AskedDate, agenda: CompiledAgenda): boolean {
  const { shows, absences } = datesOf(person, agenda);
  return showsMeeting(shows, date).length === 0 && absencesMeeting(absences, date, 'firm').length === 0;
}

/** What was found, told by kind. */
function toldOf(
  found: readonly Finding[],
  chosen: ReadonlyMap<Finding, PersonId | null>,
  date: AskedDate,
  agenda: CompiledAgenda,
): Omit<Cast, 'lineUp'> {
  const elsewhere: Cast['elsewhere'][number][] = [];
  const away: Cast['away'][number][] = [];
  const flexible: Cast['flexible'][number][] = [];
  const silent: Cast['silent'][number][] = [];
  for (const member of found) {
    const { person } = member;
    const substitute = chosen.get(member) ?? null;
    for (const { show } of member.elsewhere) {
      elsewhere.push({ type: 'elsewhere', person, show, artist: show.artist, substitute });
    }
    for (const absence of member.away) {
      away.push({ type: 'away', person, absence, substitute, others: passedOver(member, substitute) });
    }
    for (const absence of member.flexible) flexible.push({ type: 'flexible', person, absence });
    if (substitute !== null) {
      const discussed = absencesMeeting(datesOf(substitute, agenda).absences, date, 'flexible');
      for (const absence of discussed) flexible.push({ type: 'flexible', person: substitute, absence });
    }
    if (member.silent) silent.push({ type: 'silent', person });
  }
  return { elsewhere, away, flexible, silent };
}

function passedOver({ substitutes }: Finding, substitute: PersonId | null): readonly PersonId[] {
  return substitute === null ? substitutes : substitutes.slice(0, substitutes.indexOf(substitute));
}

/** Who plays two parts is one person. */
function distinct(people: readonly PersonId[]): readonly PersonId[] {
  return people.some((person, index) => people.indexOf(person) !== index) ? [...new Set(people)] : people;
}
