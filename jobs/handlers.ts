import { type RunnableJob } from '../core/job.ts';
import { type jobs } from './catalogue.ts';
import { bookingCalendarHandler } from './booking/calendar.handler.ts';
import { bookingDateGoneHandler } from './booking/date-gone.handler.ts';
import { bookingDealHandler } from './booking/deal.handler.ts';
import { monthPictureHandler } from './booking/month-picture.handler.ts';
import { calendarDatesHandler } from './musicians/calendar-dates.handler.ts';
import { digestHandler } from './musicians/digest.handler.ts';
import { planDigestsHandler } from './musicians/plan-digests.handler.ts';
import { mailNoticeHandler } from './platform/mail-notice.handler.ts';
import { pruneHandler } from './platform/prune.handler.ts';
import { revokeLeaversHandler } from './platform/revoke-leavers.handler.ts';
import { itineraryHandler } from './touring/itinerary.handler.ts';
import { sheetFileHandler } from './touring/sheet-file.handler.ts';
import { sheetSendHandler } from './touring/sheet-send.handler.ts';
import { unseenSheetsHandler } from './touring/unseen-sheets.handler.ts';

/** The work behind every spec; a spec without its handler, or with another's, does not compile. */
export const handlers: { readonly [Name in keyof typeof jobs]: RunnableJob<Name> } = {
  'booking.calendar': bookingCalendarHandler,
  'booking.date-gone': bookingDateGoneHandler,
  'booking.deal': bookingDealHandler,
  'booking.month-picture': monthPictureHandler,
  'musicians.calendar-dates': calendarDatesHandler,
  'musicians.digest': digestHandler,
  'musicians.plan-digests': planDigestsHandler,
  'platform.mail-notice': mailNoticeHandler,
  'platform.prune': pruneHandler,
  'platform.revoke-leavers': revokeLeaversHandler,
  'touring.itinerary': itineraryHandler,
  'touring.sheet-file': sheetFileHandler,
  'touring.sheet-send': sheetSendHandler,
  'touring.unseen-sheets': unseenSheetsHandler,
};
