import { type Draft } from '../../core/commit.ts';
import { permit } from '../../core/permission.ts';
import { soundings } from '../../core/records/booking.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt, dayNumber } from '../../domain/day.ts';
import { daysIn } from '../../domain/spoken-days/index.ts';
import { actsFor, dealers } from '../../agency/deciders.ts';
import { stacked } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { soundingText } from './asker-card.ts';
import { readSounding } from './known-sounding.ts';

const asksWhere =
  /(?<!\p{L})(?:(?:o[uù]|ou)\s+(?:ç?a\s+|ca\s+)?en\s+(?:est|sont|es)(?!\p{L}).*(?:sond|r[ée]ponse)|(?:qui|who|ils|elles|tout le monde|ont|have they|has everybody).*(?:r[ée]pondu|answered).*\??$|(?:des|les) (?:nouvelles|r[ée]ponses).*sond|where.*sounding|how is the sounding)/iu;
const mostShown = 3;

/** « où en est le sondage du 13 mars ? », « qui a répondu ? »: where the soundings of one's acts stand, in private. */
export async function soundingStatusIntent(turn: Turn, text: string): Promise<Draft | null> {
  const where = { chat: turn.inbound.chatKind, today: turn.today };
  if (!asksWhere.test(text) || !permit(turn.person, { roles: dealers, chats: ['private'] }, where).allowed) return null;
  const acts = await actsFor(turn);
  if (acts.length === 0) return null;
  const today = dayAt(turn.now, turn.agency.timezone);
  const found = (
    await Promise.all(
      acts.map((act) => turn.store.find(soundings, { name: 'artist', value: act.id, from: dayNumber(today) })),
    )
  )
    .flat()
    .map((record) => record.value)
    .filter((one) => one.state !== 'closed')
    .toSorted((a, b) => b.askedAt - a.askedAt);
  const days = new Set(daysIn(text, contextOf(turn, today)).flatMap(({ parts }) => parts.map(({ day }) => day)));
  const named = days.size === 0 ? found : found.filter((one) => days.has(one.day));
  const known = await Promise.all(named.slice(0, mostShown).map((one) => readSounding(turn, one.id)));
  const shown = await Promise.all(
    known.flatMap((one) => (one === null ? [] : [soundingText(turn, turn.texts, one.about, turn.person)])),
  );
  return { outbound: [reply(turn, shown.length === 0 ? turn.texts.say('sounding-none-runs') : stacked(shown))] };
}
