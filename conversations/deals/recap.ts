import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { agencyDay } from '../../agency/agency-day.ts';
import { peopleText, stackedBrief } from '../../agency/brief-text.ts';
import { type DealBrief } from '../../agency/deal-brief.ts';
import { dayName, placeName, stacked, termsText, timesText } from '../../agency/wording.ts';
import { rankFor } from '../../domain/holds.ts';
import { type DealFields } from './fields.ts';

/** Until when an option holds: as said, else four weeks, but never past the day before the date nor already over. */
export function validityOf(fields: DealFields, today: Day): Day {
  const wanted = fields.validUntil ?? addDays(today, 28);
  const last = fields.day === null ? wanted : addDays(fields.day, -1);
  const chosen = wanted < last ? wanted : last;
  return chosen < today ? today : chosen;
}

/** Everything understood, everything known about the day, and what is still open: said once before anything is placed. */
export function recapText(turn: Turn, fields: DealFields, artist: Artist | null, brief: DealBrief | null): Text {
  const { texts } = turn;
  const venue = brief?.venue ?? null;
  return stacked([
    texts.say(fields.newVenue === null ? 'deal-recap' : 'deal-recap-new-venue', {
      artist: artist?.name ?? '?',
      venue: placeName(venue),
    }),
    fields.day === null ? null : dayLine(turn, fields, fields.day),
    termsText(fields.terms, texts),
    detailLine(turn, fields),
    ...(brief === null
      ? []
      : [peopleText(texts, brief, { conditions: mayRead(turn, brief) }), ...stackedBrief(turn, texts, brief)]),
    brief === null ? null : rankLine(turn, fields, brief),
    fields.unread.length === 0 ? null : texts.say('deal-unread', { words: fields.unread.join(', ') }),
    texts.say('deal-recap-hint'),
  ]);
}

/** Conditions are for the act's managers; a booker reads that it can be discussed. */
export function mayRead(turn: Turn, { artist }: Pick<DealBrief, 'artist'>): boolean {
  return turn.person.roles.includes('manager') && artist.managers.includes(turn.person.id);
}

function dayLine(turn: Turn, { terms }: DealFields, day: Day): Text {
  const times = timesText(terms.times, turn.texts);
  return [{ text: dayName(turn, turn.texts, day), style: 'bold' }, ...(times === '' ? [] : [{ text: `, ${times}` }])];
}

/** Kind of entry, conditions, embargo, exclusivity: whatever was said. */
function detailLine(turn: Turn, { terms }: DealFields): Text | null {
  const { texts } = turn;
  const { entry, conditions, embargo, exclusivity, employer } = terms;
  const employs = texts.label(`deal-employer-${employer}`);
  return stacked([
    texts.say(entry === null ? 'deal-employs' : `deal-entry-${entry}`, { employer: employs }),
    conditions === null ? null : texts.say('deal-conditions', { conditions }),
    embargo === null
      ? null
      : embargo.until === null
        ? texts.say('deal-embargo')
        : texts.say('deal-embargo-until', { day: dayName(turn, texts, embargo.until) }),
    exclusivity === null ? null : texts.say('deal-exclusivity', { km: exclusivity.km, weeks: exclusivity.weeks }),
  ]);
}

/** « Option 1 jusqu'au… »; and when another rank was asked for than the one that is next, why. */
function rankLine(turn: Turn, fields: DealFields, brief: DealBrief): Text {
  const found = rankFor(brief.live, fields.rank);
  if (found === null) return turn.texts.say('deal-no-room');
  const { rank, asked } = found;
  const until = dayName(turn, turn.texts, validityOf(fields, agencyDay(turn)));
  const line = turn.texts.say('deal-recap-hold', { rank, until });
  if (asked) return line;
  const why = turn.texts.say(brief.live.length === 0 ? 'deal-rank-nobody' : 'deal-rank-next', {
    rank,
    wanted: fields.rank ?? rank,
  });
  return [...line, { text: ' ' }, ...why];
}
