import { type RunnableJob } from '../core/job.ts';
import { type jobs } from './catalogue.ts';
import { bookingCalendarHandler } from './booking/calendar.handler.ts';
import { bookingDateGoneHandler } from './booking/date-gone.handler.ts';
import { bookingDealHandler } from './booking/deal.handler.ts';
import { monthPictureHandler } from './booking/month-picture.handler.ts';
import { logisticsReminderHandler } from './booking/logistics-reminder.handler.ts';
import { absenceDigestHandler } from './musicians/absence-digest.handler.ts';
import { mailNoticeHandler } from './platform/mail-notice.handler.ts';
import { pruneHandler } from './platform/prune.handler.ts';
import { revokeLeaversHandler } from './platform/revoke-leavers.handler.ts';

/** The work behind every spec; a spec without its handler, or with another's, does not compile. */
export const handlers: { readonly [Name in keyof typeof jobs]: RunnableJob<Name> } = {
  'booking.calendar': bookingCalendarHandler,
  'booking.date-gone': bookingDateGoneHandler,
  'booking.deal': bookingDealHandler,
  'booking.month-picture': monthPictureHandler,
  'booking.logistics-reminder': logisticsReminderHandler,
  'musicians.absence-digest': absenceDigestHandler,
  'platform.mail-notice': mailNoticeHandler,
  'platform.prune': pruneHandler,
  'platform.revoke-leavers': revokeLeaversHandler,
};
