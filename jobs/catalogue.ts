import { bookingCalendar } from './booking/calendar.job.ts';
import { bookingDateGone } from './booking/date-gone.job.ts';
import { bookingDeal } from './booking/deal.job.ts';
import { monthPicture } from './booking/month-picture.job.ts';
import { calendarDatesFile } from './musicians/calendar-dates.job.ts';
import { digest } from './musicians/digest.job.ts';
import { planDigests } from './musicians/plan-digests.job.ts';
import { mailNotice } from './platform/mail-notice.job.ts';
import { prune } from './platform/prune.job.ts';
import { revokeLeavers } from './platform/revoke-leavers.job.ts';
import { itinerary } from './touring/itinerary.job.ts';
import { sheetFile } from './touring/sheet-file.job.ts';
import { sheetSend } from './touring/sheet-send.job.ts';
import { unseenSheets } from './touring/unseen-sheets.job.ts';

/** Every job, by name. A new job is its two files, a line here and a line among the handlers. */
export const jobs = {
  [bookingCalendar.name]: bookingCalendar,
  [bookingDateGone.name]: bookingDateGone,
  [bookingDeal.name]: bookingDeal,
  [monthPicture.name]: monthPicture,
  [calendarDatesFile.name]: calendarDatesFile,
  [digest.name]: digest,
  [planDigests.name]: planDigests,
  [mailNotice.name]: mailNotice,
  [prune.name]: prune,
  [revokeLeavers.name]: revokeLeavers,
  [itinerary.name]: itinerary,
  [sheetFile.name]: sheetFile,
  [sheetSend.name]: sheetSend,
  [unseenSheets.name]: unseenSheets,
} as const;
