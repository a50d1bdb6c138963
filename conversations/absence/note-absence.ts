import { joinDrafts, put, type Draft } from '../../core/commit.ts';
import { type Ending, type Finish } from '../../core/conversation.ts';
import { type Text } from '../../core/text.ts';
import { absences, artists, people, venues } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { absenceDays, type Absence } from '../../domain/absence.ts';
import { type DayPart } from '../../domain/day.ts';
import { impactsOf, type Impact } from '../../domain/impact.ts';
import { intervalOf } from '../../domain/occupancy.ts';
import { firstName } from '../../domain/person.ts';
import { askManagers } from './ask-managers.ts';
import { list } from './reading.ts';
import { surroundingsOf, type Known } from './surroundings.ts';

/** An absence about to be noted: null when all of it was noted before. */
export interface AbsenceDraft {
  readonly absence: Absence | null;
  /** The live dates it gets in the way of, as its managers are asked about them. */
  readonly impacts: readonly Impact[];
  readonly draft: Draft;
}

/** What an absence is told apart from. */
export interface AbsenceOptions {
  /** An absence that this one replaces in the same step. */
  readonly replaces?: string | null;
  /** Whether a touched date is known to those who would be asked about it. */
  readonly isKnown?: (impact: Impact) => boolean;
}

/**
 * The step that notes an absence. What was noted before is not noted twice; managers are asked only where a live date is
 * touched; the step holds only while the calendars it was decided from have not changed.
 */
export async function draftAbsence(
  turn: Turn,
  parts: readonly DayPart[],
  { firmness, condition }: Pick<Absence, 'firmness' | 'condition'>,
  options: AbsenceOptions = {},
): Promise<AbsenceDraft> {
  const known = await surroundingsOf(turn.store, turn.person.id, parts, turn.agency.timezone, turn.today);
  const earlier = known.own.filter((one) => one.id !== options.replaces);
  const fresh = parts.filter((part) => !isCovered(part, firmness, { ...known, own: earlier }));
  if (fresh.length === 0) return { absence: null, impacts: [], draft: { guards: known.guards } };
  const absence: Absence = {
    id: `absence-${turn.random.token()}`,
    person: turn.person.id,
    parts: [...fresh],
    firmness,
    condition,
    revision: 1,
    state: 'noted',
    notedAt: turn.now,
    acknowledgedBy: null,
  };
  const impacts = impactsOf(turn.person.id, fresh, known).filter((impact) => options.isKnown?.(impact) !== true);
  const asking = await askManagers(turn, absence, impacts);
  return { absence, impacts, draft: joinDrafts({ guards: known.guards, writes: [put(absences, absence)] }, asking) };
}

/** The end of a talk in which somebody said when they cannot play. */
export function noteAbsence(
  parts: readonly DayPart[],
  firmness: Absence['firmness'],
  condition: string | null,
): Finish {
  return async (turn) => {
    const { absence, impacts, draft } = await draftAbsence(turn, parts, { firmness, condition });
    if (absence === null)
      return closing(turn, turn.texts.say('absence-already-noted', { days: list(turn, parts) }), draft);
    const text = await savedText(turn, absence, impacts);
    return {
      ...closing(turn, text, draft),
      subject: absence.id,
      rows: [[{ key: `absence.cancel:${absence.id}`, label: turn.texts.label('undo'), means: 'undo' }]],
    };
  };
}

/** Already said: an earlier absence, at least as firm, covers the whole part. */
function isCovered(part: DayPart, firmness: Absence['firmness'], known: Known): boolean {
  const span = intervalOf(part, known.zone);
  return known.own.some(
    (absence) =>
      absence.state === 'noted' &&
      (absence.firmness === 'firm' || firmness === 'flexible') &&
      absence.parts.some((earlier) => {
        const covered = intervalOf(earlier, known.zone);
        return covered.from <= span.from && span.to <= covered.to;
      }),
  );
}

function closing(turn: Turn, text: Text, draft: Draft): Ending {
  return { text, toast: turn.texts.label('absence-noted-toast'), rows: [], subject: 'absence', draft };
}

/** « C'est noté, Léa : … Aucune date touchée. Nadia (booking) voit les jours, rien d'autre. » */
async function savedText(turn: Turn, absence: Absence, impacts: readonly Impact[]): Promise<Text> {
  const { texts } = turn;
  const noted = texts.say(absence.firmness === 'firm' ? 'absence-noted' : 'absence-noted-flexible', {
    name: firstName(turn.person),
    days: list(turn, absence.parts),
  });
  const touched =
    impacts.length === 0
      ? texts.say('absence-touches-nothing')
      : texts.say('absence-touches', { dates: await touchedDates(turn, absence, impacts) });
  return [...noted, { text: ' ' }, ...touched, { text: ' ' }, ...(await whoSees(turn))];
}

/** « La Vapeur (Gribitch) et La Carène (Gribitch, sam. 13) »: the dates an absence gets in the way of. */
export async function touchedDates(turn: Turn, absence: Absence, impacts: readonly Impact[]): Promise<string> {
  const found = await turn.store.getMany(
    venues,
    impacts.map((impact) => impact.date.venue),
  );
  const isOneDay = absenceDays(absence.parts).length === 1;
  const names = impacts.map((impact, index) => {
    const day = isOneDay ? '' : `, ${list(turn, [{ day: impact.date.day, part: 'day' }])}`;
    return `${found[index]?.value.name ?? impact.artist.name} (${impact.artist.name}${day})`;
  });
  return new Intl.ListFormat(turn.texts.locale).format(names);
}

async function whoSees(turn: Turn): Promise<Text> {
  const known = await bookersOf(turn);
  return known.length === 0
    ? []
    : turn.texts.say('absence-who-sees', {
        bookers: new Intl.ListFormat(turn.texts.locale).format(known),
        count: known.length,
      });
}

async function bookersOf(turn: Turn): Promise<string[]> {
  const acts = await turn.store.find(artists, { name: 'person', value: turn.person.id });
  const ids = [
    ...new Set(
      acts
        .filter((act) => act.value.members.some((member) => member.person === turn.person.id))
        .flatMap((act) => act.value.bookers),
    ),
  ];
  const found = await turn.store.getMany(people, ids);
  return found.flatMap((record) => (record === null ? [] : [firstName(record.value)]));
}
