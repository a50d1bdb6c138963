import { shows } from '../../core/records/agency.ts';
import { groups } from '../../core/records/identity.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, dayNumber, timeAt, type Day } from '../../domain/day.ts';
import { hourRank } from '../../domain/day-sheet/sheet.ts';
import { nearestDate } from '../../domain/day-sheet/nearest.ts';
import { roadDay, knownSheet, sheetsSeenBy, type KnownSheet } from '../../agency/road/known-sheet.ts';

/** The dates somebody is on the road for within some days, the nearest first; in a group, those of its act alone. */
export async function roadOf(turn: Turn, ahead: number): Promise<KnownSheet[]> {
  const today = roadDay(turn);
  const span = { from: addDays(today, -1), to: addDays(today, ahead) };
  if (turn.inbound.chatKind === 'private') {
    const known = await sheetsSeenBy(turn, turn.person, span);
    return known.filter((one) => isOnTheRoad(one, turn.person.id));
  }
  const group = await turn.store.get(groups, turn.inbound.chat);
  if (group === null) return [];
  const known = await datesOf(turn, group.value.artist, span);
  return known.filter((one) => isOnTheRoad(one, turn.person.id));
}

function isOnTheRoad(known: KnownSheet, person: string): boolean {
  return known.party.people.includes(person);
}

async function datesOf(turn: Turn, artist: string, { from, to }: { from: Day; to: Day }): Promise<KnownSheet[]> {
  const found = await turn.store.find(shows, {
    name: 'artist',
    value: artist,
    from: dayNumber(from),
    to: dayNumber(to),
  });
  const dates = found.filter(({ value }) => value.state === 'confirmed');
  const known = await Promise.all(dates.map(({ value }) => knownSheet(turn, value.id)));
  return known.filter((one): one is KnownSheet => one !== null).sort((a, b) => a.show.day.localeCompare(b.show.day));
}

/** Trains of the next morning are cancelled on the evening before. */
const eveFrom = '18:00';

/** Whether they are on the way: from the evening before they leave to the day after, when they drive home. */
function isUnderWay({ show, sheet }: KnownSheet, today: Day, time: string): boolean {
  const from = sheet.departs ?? show.day;
  const isEve = today === addDays(from, -1) && hourRank(time) >= hourRank(eveFrom);
  return (from <= today || isEve) && today <= addDays(show.day, 1);
}

/** The date they travel or play for today, of several the one that is meant; null when it is an ordinary day. */
export function dateOfToday(turn: Turn, known: readonly KnownSheet[]): KnownSheet | null {
  const today = roadDay(turn);
  const time = timeAt(turn.now, turn.agency.timezone);
  const lasting = known.filter((one) => isUnderWay(one, today, time));
  return nearestDate(lasting, today, time);
}
