import { type Guard } from '../../core/commit.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { availabilityOf } from '../../domain/availability/availability.ts';
import { type Show } from '../../domain/date-booking.ts';
import { readAgenda } from '../../agency/agenda.ts';
import { roadDay, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { nameOf } from '../../agency/road/sheet-lines.ts';
import { capital } from '../../agency/road/sheet-text.ts';
import { spokenTime } from '../../agency/wording.ts';

/** Whether new hours of a date take somebody who plays there from another date; the guards hold what was looked at. */
export type Clash =
  | { readonly type: 'free'; readonly guards: readonly Guard[] }
  | { readonly type: 'taken'; readonly text: Text };

/** Looks at the hours that occupy people only when they moved: everything else on a sheet takes nobody's time. */
export async function clashOf(turn: Turn, known: KnownSheet, show: Show): Promise<Clash> {
  const moved = show.arrival !== known.show.arrival || show.end !== known.show.end;
  if (!moved) return { type: 'free', guards: [] };
  const span = {
    artists: [show.artist],
    from: show.day,
    to: show.day,
    zone: turn.agency.timezone,
    today: roadDay(turn),
  };
  const { agenda, guards } = await readAgenda(turn.store, span);
  const [found] = availabilityOf(known.artist, [show.day], agenda, {
    venue: known.venue,
    times: show.arrival === null || show.end === null ? null : { arrival: show.arrival, end: show.end },
    exclusivity: null,
    except: show.id,
  });
  const taken = found?.reasons.find(
    (reason) => reason.type === 'elsewhere' && known.party.people.includes(reason.person),
  );
  if (taken === undefined || taken.type !== 'elsewhere') return { type: 'free', guards };
  const key = show.arrival === known.show.arrival ? 'end' : 'arrival';
  const to = show[key];
  const { texts } = turn;
  const about = { label: capital(texts.label(`sheet-hour-${key}`)), name: nameOf(known, taken.person) };
  return {
    type: 'taken',
    text:
      to === null
        ? texts.say('sheet-clash-open', about)
        : texts.say('sheet-clash', { ...about, to: spokenTime(to, texts) }),
  };
}
