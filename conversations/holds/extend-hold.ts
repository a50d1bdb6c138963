import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { holds } from '../../core/records/agency.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { type Hold } from '../../domain/date-booking.ts';
import { addDays, parseDay, type Day } from '../../domain/day.ts';
import { agencyDay } from '../../agency/agency-day.ts';
import { dealers } from '../../agency/deciders.ts';
import { deadlinesOf } from '../../agency/holds.ts';
import { ownLiveHold, type KnownHold } from './known-holds.ts';
import { about } from './release-hold.ts';

const usualDays = 7;

/** [Prolonger d'une semaine], or until a day that was said: `<hold>` or `<hold>/<day>`. */
export const extendAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const [id = '', until = ''] = subject.split('/');
    const known = await ownLiveHold(turn, id);
    if (known === null) return { outbound: tell(turn, turn.texts.label('hold-gone'), true) };
    const extended = await extend(turn, known, parseDay(until) ?? addDays(known.hold.value.validUntil, usualDays));
    return joinDrafts({ outbound: answerPress(turn, '') }, extended);
  },
};

/** Until when an option can hold: as wished, but never past the day before its date. */
export function heldUntil({ day }: Pick<Hold, 'day'>, wanted: Day): Day {
  const last = addDays(day, -1);
  return wanted > last ? last : wanted;
}

/** An option holds at most until the day before its date, and never ends in the past. */
export async function extend(turn: Turn, known: KnownHold, wanted: Day): Promise<Draft> {
  const { value } = known.hold;
  const until = heldUntil(value, wanted);
  if (until < agencyDay(turn)) return { outbound: [reply(turn, turn.texts.say('hold-extend-past'))] };
  const extended = { ...value, validUntil: until };
  const shown: KnownHold = { ...known, hold: { ...known.hold, value: extended } };
  return {
    guards: [unchanged(holds, known.hold)],
    writes: [put(holds, extended), auditLine(turn, 'hold.extended', value.id, until)],
    cancel: [`hold:${value.id}:ending`],
    due: deadlinesOf(extended, turn),
    outbound: [reply(turn, await about(turn, shown, 'hold-extended'))],
  };
}
