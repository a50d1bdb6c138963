import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { absent, joinDrafts, put, remove, unchanged, type Draft } from '../../core/commit.ts';
import { declarations } from '../../core/records/booking.ts';
import { answerPress, reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { dayAt } from '../../domain/day.ts';
import { monthsObject } from '../../domain/reminders/silent-months.ts';
import { draftSnooze, tomorrowsDigest } from '../../agency/digest/digest.ts';
import { ofWord, periodOfMonths, spanOfMonths } from '../../agency/digest/months-part.ts';
import { dayName } from '../../agency/wording.ts';
import { absenceCommand } from '../absence/absence-intent.ts';
import { menuCard } from '../menu-card.ts';
import { redraw } from '../pipeline/redraw.ts';

const permission = { roles: workers, chats: ['private'] } as const;
const between = '+';

/** Notes that somebody has nothing to report for these months, each once, with ↩ for what is new. */
export async function declare(turn: Turn, months: readonly string[]): Promise<Draft> {
  const ids = months.map((month) => `${turn.person.id}.${month}`);
  const known = await turn.store.getMany(declarations, ids);
  const fresh = months.filter((_, index) => known[index] === null);
  if (fresh.length === 0) {
    const text = turn.texts.say('months-noted-already', { period: periodOfMonths(turn.texts, months) });
    return { outbound: [...answerPress(turn, ''), reply(turn, text)] };
  }
  const noted: Draft = {
    guards: fresh.map((month) => absent(declarations, `${turn.person.id}.${month}`)),
    writes: fresh.map((month) =>
      put(declarations, { id: `${turn.person.id}.${month}`, person: turn.person.id, month, at: turn.now }),
    ),
    outbound: answerPress(turn, turn.texts.label('months-noted-toast')),
  };
  const text = turn.texts.say('months-noted', { period: periodOfMonths(turn.texts, months) });
  const undo = {
    key: `months.undo:${fresh.join(between)}`,
    label: turn.texts.label('undo'),
    means: 'undo' as const,
  };
  return joinDrafts(noted, menuCard(turn, text, [[undo]]));
}

/** [Rien à signaler] under a reminder: for the months it asked about. */
const nothingAction: Action = {
  permission,
  run: (turn, subject) => declare(turn, monthsIn(subject)),
};

/** ↩: nothing was said about these months after all. */
const undoAction: Action = {
  permission,
  run: async (turn, subject, question) => {
    const months = monthsIn(subject);
    const found = await turn.store.getMany(
      declarations,
      months.map((month) => `${turn.person.id}.${month}`),
    );
    const standing = found.filter((record) => record !== null);
    const key = standing.length === 0 ? 'months-undone-already' : 'months-undone';
    const text = turn.texts.say(key, { of: ofWord(turn.texts, months), months: spanOfMonths(turn.texts, months) });
    return joinDrafts(
      {
        guards: standing.map((record) => unchanged(declarations, record)),
        writes: [
          ...standing.map((record) => remove(declarations, record.value.id)),
          auditLine(turn, 'declaration.undone', turn.person.id, months.join(between)),
        ],
        outbound: answerPress(turn, ''),
      },
      redraw(turn, question.value, { text, rows: [] }),
    );
  },
};

/** [Calendrier]: the days on which they cannot play, picked or written. */
const calendarAction: Action = {
  permission,
  run: async (turn) => joinDrafts({ outbound: answerPress(turn, '') }, await absenceCommand.run(turn, '')),
};

/** [Demain]: asked again with the digest of tomorrow, and not before. */
const tomorrowAction: Action = {
  permission,
  run: async (turn) => {
    const at = tomorrowsDigest(turn.person, turn.now);
    const day = dayName(turn, turn.texts, dayAt(at, turn.person.timezone));
    const text = turn.texts.label('months-tomorrow-toast', { day });
    return joinDrafts(await draftSnooze(turn, turn.person.id, monthsObject, at), {
      outbound: [...answerPress(turn, ''), reply(turn, [{ text }])],
    });
  },
};

function monthsIn(subject: string): string[] {
  return subject.split(between).filter((month) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month));
}

/** What the buttons under the question about months do. */
export const monthActions: readonly (readonly [string, Action])[] = [
  ['months.calendar', calendarAction],
  ['months.nothing', nothingAction],
  ['months.tomorrow', tomorrowAction],
  ['months.undo', undoAction],
];
