import { type BulkChange } from '../../core/records/booking.ts';
import { type Artist } from '../../domain/artist.ts';
import { closedStatuses, withEvent, type Lead } from '../../domain/lead.ts';
import { chased, mayMark, withFollowUp, withStatus, type Change } from './change-lead.ts';

/** What is done to many opportunities at once. */
export type BulkAction = BulkChange['action'];

/** The statuses that can be given to many at once. */
export const bulkStatuses = ['chased', 'sent', 'replied', 'negotiating', 'no-reply', 'refused'] as const;

/** Why one of them stays as it is: its status, that it is so already, or that the booker does not book its act. */
export type Obstacle = 'status' | 'already' | 'booker';

/** What keeps an opportunity from a change; null when nothing does. */
export function obstacle(lead: Lead, action: BulkAction, act: Artist): Obstacle | null {
  switch (action.type) {
    case 'status':
      // Chased once more is a contact more; any other status is either there or not.
      if (lead.status === action.to) return action.to === 'chased' ? null : 'already';
      return mayMark(lead, action.to) ? null : 'status';
    case 'follow-up':
      return closedStatuses.has(lead.status) ? 'status' : null;
    case 'booker':
      if (lead.booker === action.to) return 'already';
      return act.bookers.includes(action.to) ? null : 'booker';
  }
}

/** The opportunity after the change. */
export function applied(lead: Lead, action: BulkAction, change: Change): Lead {
  switch (action.type) {
    case 'status':
      return action.to === lead.status ? chased(lead, change) : withStatus(lead, action.to, change);
    case 'follow-up':
      return withFollowUp(lead, { at: action.at, note: lead.followUp?.note ?? '' }, change);
    case 'booker': {
      const event = { at: change.at, by: change.by, what: 'note' as const, from: 'booker', to: action.to, note: null };
      return withEvent({ ...lead, booker: action.to }, event);
    }
  }
}

/** The opportunity as it was before the change, which its history keeps. */
export function putBack(lead: Lead, was: BulkChange['items'][number]['was'], change: Change): Lead {
  const what =
    lead.status === was.status
      ? { what: 'note' as const, from: 'undo', to: null }
      : { what: 'status' as const, from: lead.status, to: was.status };
  return withEvent({ ...lead, ...was }, { at: change.at, by: change.by, note: null, ...what });
}
