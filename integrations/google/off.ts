import { type OutsideCalendar } from '../../core/outside-calendar.ts';

/** The calendars of an installation without Google: nothing is written, nothing is seen, and whoever asked goes on without a link. */
export const calendarOff: OutsideCalendar = {
  connected: false,
  put: async () => ({ type: 'off' }),
  look: async () => ({ type: 'off' }),
};
