import { type SeenAct } from '../../agency/seen-dates.ts';
import { dayName } from '../../agency/wording.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { type Hold } from '../../domain/date-booking.ts';

/** « option 1, Le Fil, jusqu’au mer. 20 janv. ». */
export function heldText(services: Services, texts: Texts, act: SeenAct, hold: Hold): string {
  return texts.label('dispo-hold', {
    rank: hold.rank,
    venue: act.venues.get(hold.venue)?.name ?? '?',
    until: dayName(services, texts, hold.validUntil),
  });
}
