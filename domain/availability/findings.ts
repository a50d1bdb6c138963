import { type Absence } from '../absence.ts';
import { type Artist } from '../artist.ts';
import { type PersonId } from '../ids.ts';
import { type Reason } from './agenda.ts';
import { absencesMeeting, datesOf, showsMeeting, type AskedDate } from './asked-date.ts';
import { type CompiledAgenda, type ShowSpan } from './compiled-agenda.ts';
import { standIns } from './stand-ins.ts';

/** What stands in the way of one person on a date. */
interface Finding {
  readonly person: PersonId;
  /** Named substitutes, first choice first; empty for who is one. */
  readonly substitutes: readonly PersonId[];
  readonly elsewhere: readonly ShowSpan[];
  readonly away: readonly Absence[];
  readonly flexible: readonly Absence[];
  readonly silent: boolean;
}

/** What was found of the people of an act, and who would play. */
export interface Cast {
  readonly elsewhere: readonly Extract<Reason, { type: 'elsewhere' }>[];
  readonly away: readonly Extract<Reason, { type: 'away' }>[];
  readonly flexible: readonly Extract<Reason, { type: 'flexible' }>[];
  readonly silent: readonly Extract<Reason, { type: 'silent' }>[];
  /** Null when the place of a needed member stays empty. */
  readonly lineUp: readonly PersonId[] | null;
}

/**
 * Asks every needed member for the date, and their substitutes where one cannot. A substitute who stands in may have a
 * flexible absence, and then it is told; a substitute is not expected to have answered about the month.
 */
export function castOf(artist: Artist, date: AskedDate, agenda: CompiledAgenda): Cast {
  const members = artist.members
    .filter((member) => member.needed)
    .map((member) => findingOf(member.person, member.substitutes, artist, date, agenda));
  const missing = members.filter(isMissing);
  if (missing.length === 0) return castFrom(members, new Map(), () => []);
  const playing = new Set(members.filter((member) => !isMissing(member)).map((member) => member.person));
  const places = missing.map(({ substitutes }) =>
    substitutes.filter((one) => !playing.has(one) && isFree(one, date, agenda)),
  );
  const chosen = standIns(places);
  const inPlaceOf = new Map(missing.map((member, index) => [member, chosen[index] ?? null]));
  const flexibleOf = (person: PersonId): readonly Absence[] =>
    absencesMeeting(datesOf(person, agenda).absences, date, 'flexible');
  return castFrom(members, inPlaceOf, flexibleOf);
}

function findingOf(
  person: PersonId,
  substitutes: readonly PersonId[],
  artist: Artist,
  date: AskedDate,
  agenda: CompiledAgenda,
): Finding {
  const known = datesOf(person, agenda);
  const shows = showsMeeting(known.shows, date);
  return {
    person,
    substitutes,
    elsewhere: shows.length === 0 ? shows : shows.filter(({ show }) => show.artist !== artist.id),
    away: absencesMeeting(known.absences, date, 'firm'),
    flexible: absencesMeeting(known.absences, date, 'flexible'),
    silent: shows.length === 0 && !known.heard.has(date.day.slice(0, 7)),
  };
}

function isMissing(member: Finding): boolean {
  return member.elsewhere.length > 0 || member.away.length > 0;
}

function isFree(person: PersonId, date: AskedDate, agenda: CompiledAgenda): boolean {
  const known = datesOf(person, agenda);
  return showsMeeting(known.shows, date).length === 0 && absencesMeeting(known.absences, date, 'firm').length === 0;
}

function castFrom(
  members: readonly Finding[],
  inPlaceOf: ReadonlyMap<Finding, PersonId | null>,
  flexibleOf: (substitute: PersonId) => readonly Absence[],
): Cast {
  const elsewhere: Cast['elsewhere'][number][] = [];
  const away: Cast['away'][number][] = [];
  const flexible: Cast['flexible'][number][] = [];
  const silent: Cast['silent'][number][] = [];
  const lineUp: (PersonId | null)[] = [];
  for (const member of members) {
    const { person } = member;
    const substitute = inPlaceOf.get(member) ?? null;
    lineUp.push(isMissing(member) ? substitute : person);
    for (const { show } of member.elsewhere) {
      elsewhere.push({ type: 'elsewhere', person, show, artist: show.artist, substitute });
    }
    const others = member.away.length === 0 ? [] : passedOver(member, substitute);
    for (const absence of member.away) away.push({ type: 'away', person, absence, substitute, others });
    for (const absence of member.flexible) flexible.push({ type: 'flexible', person, absence });
    for (const absence of substitute === null ? [] : flexibleOf(substitute)) {
      flexible.push({ type: 'flexible', person: substitute ?? person, absence });
    }
    if (member.silent) silent.push({ type: 'silent', person });
  }
  const everybody = lineUp.filter((one) => one !== null);
  const complete = everybody.length === lineUp.length;
  return { elsewhere, away, flexible, silent, lineUp: complete ? [...new Set(everybody)] : null };
}

function passedOver({ substitutes }: Finding, substitute: PersonId | null): readonly PersonId[] {
  return substitute === null ? substitutes : substitutes.slice(0, substitutes.indexOf(substitute));
}
