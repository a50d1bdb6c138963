import { bookingCalendar } from './booking/calendar.job.ts';
import { bookingDateGone } from './booking/date-gone.job.ts';
import { bookingDeal } from './booking/deal.job.ts';
import { monthPicture } from './booking/month-picture.job.ts';
import { logisticsReminder } from './booking/logistics-reminder.job.ts';
import { absenceDigest } from './musicians/absence-digest.job.ts';
import { mailNotice } from './platform/mail-notice.job.ts';
import { prune } from './platform/prune.job.ts';
import { revokeLeavers } from './platform/revoke-leavers.job.ts';

/** Every job, by name. A new job is its two files, a line here and a line among the handlers. */
export const jobs = {
  [absenceDigest.name]: absenceDigest,
  [bookingCalendar.name]: bookingCalendar,
  [bookingDateGone.name]: bookingDateGone,
  [bookingDeal.name]: bookingDeal,
  [monthPicture.name]: monthPicture,
  [logisticsReminder.name]: logisticsReminder,
  [mailNotice.name]: mailNotice,
  [prune.name]: prune,
  [revokeLeavers.name]: revokeLeavers,
} as const;
