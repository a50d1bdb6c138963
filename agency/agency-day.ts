import { type Services } from '../core/turn.ts';
import { dayAt, type Day } from '../domain/day.ts';

/**
 * Today where the agency is. Dates and options are counted by it, whoever asks: a person abroad lives some hours in another
 * day, on which an option may have ended already or hold still.
 */
export function agencyDay({ now, agency }: Pick<Services, 'now' | 'agency'>): Day {
  return dayAt(now, agency.timezone);
}
