import { type Action } from '../../core/command.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { holds, shows } from '../../core/records/agency.ts';
import { joinDrafts } from '../../core/commit.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { parseDay } from '../../domain/day.ts';
import { type BookingSentence } from '../../domain/booking-words/index.ts';
import { dealers } from '../../agency/deciders.ts';
import { carryOut } from './booking-intent.ts';
import { challengeAction, waitMore } from './challenge.ts';
import { confirmAction, redoAction } from './confirm-hold.ts';
import { extendAction } from './extend-hold.ts';
import { challengeOver, expireHold, remindEnding } from './hold-deadlines.ts';
import { askRelease, keepHold, releaseNow } from './release-hold.ts';

const sentenceTypes = ['release', 'confirm', 'lift', 'postpone', 'cancel', 'challenge', 'extend'] as const;

/** The choice among several dates a sentence fits: `<type>/<hold|show>/<id>/<day>`. */
const doOn: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const [name, target, id = '', to = ''] = subject.split('/');
    const type: BookingSentence['type'] | undefined = sentenceTypes.find((one) => one === name);
    const date = target === 'hold' ? await turn.store.get(holds, id) : await turn.store.get(shows, id);
    if (type === undefined || date === null) return { outbound: tell(turn, turn.texts.label('hold-gone'), true) };
    return joinDrafts({ outbound: answerPress(turn, '') }, await carryOut(turn, type, date.value, parseDay(to)));
  },
};

/** What the buttons about options do. */
export const holdActions: readonly (readonly [string, Action])[] = [
  ['booking.do', doOn],
  ['deal.redo', redoAction],
  ['hold.challenge', challengeAction],
  ['hold.confirm', confirmAction],
  ['hold.extend', extendAction],
  ['hold.keep', keepHold],
  ['hold.release', askRelease],
  ['hold.release-now', releaseNow],
  ['hold.wait', waitMore],
];

/** What happens to options at an instant. */
export const holdDueHandlers: readonly (readonly [string, DueHandler])[] = [
  ['hold.challenge', challengeOver],
  ['hold.ending', remindEnding],
  ['hold.expire', expireHold],
];
