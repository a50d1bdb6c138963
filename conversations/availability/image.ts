import { type Action } from '../../core/command.ts';
import { jobOf } from '../../core/job.ts';
import { tell } from '../../core/replies.ts';
import { monthPicture } from '../../jobs/booking/month-picture.job.ts';
import { actsSeenBy } from '../../agency/seen-dates.ts';
import { askers, gone } from './known-act.ts';

/** [Image]: the month as a picture, `<act>/<month>`. Drawing takes long, so a job does it and decides what is shown. */
export const imageAction: Action = {
  permission: askers,
  run: async (turn, key) => {
    const [artist = '', month = ''] = key.split('/');
    const acts = await actsSeenBy(turn, turn.person);
    if (!acts.some(({ id }) => id === artist) || !/^\d{4}-\d\d$/.test(month)) return gone(turn);
    const { bot, chat } = turn.inbound;
    const request = turn.random.token();
    return {
      outbound: tell(turn, turn.texts.label('dispo-image-soon')),
      jobs: [jobOf(monthPicture, { artist, month, person: turn.person.id, bot, chat, request })],
    };
  },
};
