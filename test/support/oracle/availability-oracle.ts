/*
 * Whether an act can play, worked out a second time the long way: every show and absence is looked at for every date, and
 * every way of placing substitutes is tried. Imports nothing of the product, so that it shares none of its mistakes.
 */
import { apart, clocksOf, shifted, type Clocks } from './clock-oracle.ts';
import { straightLine, type OracleVenue } from './globe-oracle.ts';

export interface OracleAct {
  readonly id: string;
  readonly members: readonly {
    readonly person: string;
    readonly needed: boolean;
    readonly substitutes: readonly string[];
  }[];
}

export interface OracleShow {
  readonly id: string;
  readonly artist: string;
  readonly venue: string;
  readonly day: string;
  readonly arrival: string | null;
  readonly end: string | null;
  readonly state: string;
  readonly cast: readonly string[] | null;
  readonly exclusivity: { readonly km: number; readonly weeks: number } | null;
}

export interface OracleAbsence {
  readonly id: string;
  readonly person: string;
  readonly firmness: string;
  readonly state: string;
  readonly parts: readonly {
    readonly day: string;
    readonly part: string | { readonly from: string; readonly to: string | null };
  }[];
}

export interface OracleHold {
  readonly id: string;
  readonly artist: string;
  readonly day: string;
  readonly rank: number;
  readonly validUntil: string;
  readonly state: string;
}

export interface OracleSeason {
  readonly artists: readonly OracleAct[];
  readonly shows: readonly OracleShow[];
  readonly holds: readonly OracleHold[];
  readonly absences: readonly OracleAbsence[];
  readonly venues: readonly OracleVenue[];
  readonly heard: readonly { readonly person: string; readonly month: string }[];
  readonly zone: string;
  readonly today: string;
}

export interface OracleWish {
  readonly venue: OracleVenue | null;
  readonly times: { readonly arrival: string | null; readonly end: string | null } | null;
  readonly exclusivity: { readonly km: number; readonly weeks: number } | null;
  readonly except?: string;
}

/** An answer in plain text: reasons and warnings are one line each. */
export interface OracleAnswer {
  readonly day: string;
  readonly state: string;
  readonly ranks: readonly number[];
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  readonly lineUp: readonly string[] | null;
}

type Span = readonly [from: number, to: number];
type Played = OracleShow & { readonly takes: Span; readonly played: Span | null; readonly players: readonly string[] };

const hour = 3_600_000;
const meet = (a: Span, b: Span): boolean => Math.max(a[0], b[0]) < Math.min(a[1], b[1]);

/** Answers about one season. */
export function availabilityOracle(
  season: OracleSeason,
): (act: OracleAct, day: string, wish: OracleWish) => OracleAnswer {
  const clocks = clocksOf(season.zone);
  const shows = season.shows
    .filter((show) => show.state === 'confirmed')
    .map((show): Played => ({ ...show, ...spansOf(show, clocks), players: playersOf(show, season) }));
  const byPerson = grouped(
    shows.flatMap((show) => [...new Set(show.players)].map((person): [string, Played] => [person, show])),
  );
  const byAct = grouped(shows.map((show): [string, Played] => [show.artist, show]));
  const away = grouped(
    season.absences
      .filter((absence) => absence.state === 'noted')
      .map((absence): [string, Away] => [
        absence.person,
        { ...absence, spans: absence.parts.map((part) => partSpan(part, clocks)) },
      ]),
  );
  const heard = new Set(season.heard.map(({ person, month }) => `${person} ${month}`));
  for (const absence of [...away.values()].flat()) {
    for (const { day } of absence.parts) heard.add(`${absence.person} ${day.slice(0, 7)}`);
  }
  const holds = grouped(
    season.holds
      .filter((hold) => hold.state === 'held' && hold.validUntil >= season.today)
      .map((hold): [string, OracleHold] => [`${hold.artist} ${hold.day}`, hold]),
  );
  return (act, day, wish) => {
    const wished = spansOf({ day, arrival: wish.times?.arrival ?? null, end: wish.times?.end ?? null }, clocks);
    const counts = (show: Played): boolean => show.id !== wish.except;
    const showsOf = (person: string): Played[] => (byPerson.get(person) ?? []).filter(counts);
    const clashes = (person: string): Played[] => showsOf(person).filter((show) => meet(show.takes, wished.takes));
    const absences = (person: string, firmness: string): Away[] =>
      (away.get(person) ?? []).filter(
        (absence) => absence.firmness === firmness && absence.spans.some((span) => meet(span, wished.takes)),
      );
    const free = (person: string): boolean => clashes(person).length === 0 && absences(person, 'firm').length === 0;
    const own = (byAct.get(act.id) ?? []).filter(counts);
    const taken = own.filter((show) => meet(show.takes, wished.takes));
    const members = act.members.filter(({ needed }) => needed);
    const elsewhereOf = (person: string): Played[] => clashes(person).filter((show) => show.artist !== act.id);
    const missing = members.filter(
      ({ person }) => elsewhereOf(person).length > 0 || absences(person, 'firm').length > 0,
    );
    const playing = new Set(members.filter((member) => !missing.includes(member)).map(({ person }) => person));
    const placed = placing(
      missing.map(({ substitutes }) => substitutes.filter((one) => !playing.has(one) && free(one))),
    );
    const standIn = (member: (typeof members)[number]): string | null => placed[missing.indexOf(member)] ?? null;
    const possible = placed.every((one) => one !== null) && taken.length === 0;
    const lineUp = members.map((member) => (missing.includes(member) ? standIn(member) : member.person) ?? '?');
    const options = (holds.get(`${act.id} ${day}`) ?? [])
      .filter(({ id }) => id !== wish.except)
      .toSorted((a, b) => a.rank - b.rank);
    const flexible = members.flatMap((member) =>
      [member.person, ...(missing.includes(member) ? [standIn(member)] : [])]
        .filter((person) => person !== null)
        .flatMap((person) => absences(person, 'flexible').map(({ id }) => ({ person, id }))),
    );
    const silent = members.filter(
      ({ person }) => !heard.has(`${person} ${day.slice(0, 7)}`) && clashes(person).length === 0,
    );
    const lines = members.map((member) => {
      const { person, substitutes } = member;
      const substitute = standIn(member);
      const others = substitute === null ? substitutes : substitutes.slice(0, substitutes.indexOf(substitute));
      return {
        elsewhere: elsewhereOf(person).map((show) => ({
          substitute,
          line: `elsewhere ${person} ${show.id} ${show.artist} ${substitute}`,
        })),
        away: absences(person, 'firm').map(({ id }) => ({
          substitute,
          line: `away ${person} ${id} ${substitute} [${others.join()}]`,
        })),
      };
    });
    const [elsewhere, gone] = [lines.flatMap((found) => found.elsewhere), lines.flatMap((found) => found.away)];
    const state = (): string => {
      if (taken.length > 0) return 'taken';
      if (elsewhere.some(({ substitute }) => substitute === null)) return 'elsewhere';
      if (gone.some(({ substitute }) => substitute === null)) return 'away';
      if (options.length > 0) return 'option';
      if (flexible.some(({ person }) => lineUp.includes(person))) return 'flexible';
      return silent.length > 0 ? 'silent' : 'free';
    };
    const around = unique([...own, ...(possible ? lineUp.flatMap(showsOf) : [])]);
    return {
      day,
      state: state(),
      ranks: options.map(({ rank }) => rank),
      reasons: [
        ...taken.map(({ id }) => `show ${id}`),
        ...elsewhere.map(({ line }) => line),
        ...gone.map(({ line }) => line),
        ...options.map(({ id, rank }) => `hold ${id} ${rank === options[0]?.rank}`),
        ...flexible.map(({ person, id }) => `flexible ${person} ${id}`),
        ...silent.map(({ person }) => `silent ${person}`),
      ],
      warnings: [
        ...around
          .filter((show) => show.day === day && !meet(show.takes, wished.takes))
          .map(({ id }) => `same-day ${id}`),
        ...roads(around, day, wish, wished.played, season),
        ...clauses(own, day, wish, season),
      ],
      lineUp: possible ? lineUp : null,
    };
  };
}

type Away = OracleAbsence & { readonly spans: readonly Span[] };

function grouped<Thing>(pairs: readonly (readonly [string, Thing])[]): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const [key, thing] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

const unique = <Thing>(things: readonly Thing[]): Thing[] => [...new Set(things)];

function playersOf(show: OracleShow, season: OracleSeason): readonly string[] {
  if (show.cast !== null) return show.cast;
  const act = season.artists.find(({ id }) => id === show.artist);
  return (act?.members ?? []).filter(({ needed }) => needed).map(({ person }) => person);
}

/** What a date takes, an hour after its end included, and what is played of it; hours before six are of the night after. */
function spansOf(
  date: { day: string; arrival: string | null; end: string | null },
  clocks: Clocks,
): { takes: Span; played: Span | null } {
  const next = shifted(date.day, 1);
  const whole: Span = [clocks(date.day, '06:00'), clocks(next, '06:00')];
  const { arrival, end } = date;
  if (arrival === null || end === null || (arrival >= '06:00' && end >= '06:00' && end < arrival))
    return { takes: whole, played: null };
  const at = (time: string): number => clocks(time < '06:00' ? next : date.day, time);
  const played: Span = [at(arrival), at(end) > at(arrival) ? at(end) : whole[1]];
  return { takes: [played[0], played[1] + hour], played };
}

function partSpan({ day, part }: OracleAbsence['parts'][number], clocks: Clocks): Span {
  const next = shifted(day, 1);
  const at = (time: string): number => clocks(time < '06:00' ? next : day, time);
  const ends = clocks(next, '06:00');
  if (typeof part !== 'string') {
    const to = part.to === null ? ends : at(part.to);
    return [at(part.from), to > at(part.from) ? to : ends];
  }
  const borders =
    { day: ['06:00', null], morning: ['06:00', '12:00'], afternoon: ['12:00', '18:00'], evening: ['18:00', null] }[
      part
    ] ?? [];
  return [at(borders[0] ?? '06:00'), borders[1] === null || borders[1] === undefined ? ends : at(borders[1])];
}

/** The first way, by preference of the earlier places, that fills all of them; else each place in turn takes who is left. */
function placing(choices: readonly (readonly string[])[]): (string | null)[] {
  const ways = (index: number, used: readonly string[]): string[][] => {
    const here = choices[index];
    if (here === undefined) return [[]];
    return here
      .filter((one) => !used.includes(one))
      .flatMap((one) => ways(index + 1, [...used, one]).map((rest) => [one, ...rest]));
  };
  const best = ways(0, [])[0];
  if (best !== undefined) return best;
  const used: string[] = [];
  return choices.map((here) => {
    const one = here.find((candidate) => !used.includes(candidate)) ?? null;
    if (one !== null) used.push(one);
    return one;
  });
}

function roads(
  around: readonly Played[],
  day: string,
  wish: OracleWish,
  played: Span | null,
  season: OracleSeason,
): string[] {
  if (wish.venue === null) return [];
  return [-1, 1].flatMap((step) => {
    const other = shifted(day, step);
    return around
      .filter((show) => show.day === other)
      .flatMap((show) => {
        const straight = straightLine(show.venue, wish.venue, season.venues);
        if (straight === null) return [];
        const km = Math.round(straight * 1.2);
        const [first, second] = step === -1 ? [show.played, played] : [played, show.played];
        const gap = first === null || second === null ? null : (second[0] - first[1]) / hour;
        const tooFar = gap !== null && km / 80 > gap;
        return tooFar || km >= 400 ? [`travel ${step} ${show.id} ${km} ${km / 80} ${gap} ${tooFar}`] : [];
      });
  });
}

function clauses(own: readonly Played[], day: string, wish: OracleWish, season: OracleSeason): string[] {
  if (wish.venue === null) return [];
  return own.flatMap((show) => {
    const km = straightLine(show.venue, wish.venue, season.venues);
    const days = Math.abs(apart(day, show.day));
    return (['theirs', 'ours'] as const).flatMap((whose) => {
      const clause = whose === 'theirs' ? show.exclusivity : wish.exclusivity;
      const breaks = clause !== null && km !== null && km <= clause.km && days <= clause.weeks * 7;
      return breaks ? [`exclusivity ${show.id} ${Math.round(km)} ${Math.ceil(days / 7)} ${whose}`] : [];
    });
  });
}
