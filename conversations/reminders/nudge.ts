import { type Action } from '../../core/command.ts';
import { absent, joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { type Question } from '../../core/records/dialogue.ts';
import { nudges, type Nudge } from '../../core/records/reminders.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { comingDateOf, missingLines, type ComingDate, type MissingLine } from '../../agency/missing-lines.ts';
import { recipients } from '../../agency/recipients.ts';
import { reminderRowsFor, taskLine, taskNames } from '../../agency/tasks.ts';
import { dayName } from '../../agency/wording.ts';
import { redraw } from '../pipeline/redraw.ts';
import { looksAfter, missingFace, missingPermission, nudgeId, scopeIn, seenBy } from './missing-face.ts';

/** What a press meant: the line, the last time it was nudged, and the card to draw anew. */
interface Meant {
  readonly date: ComingDate;
  readonly line: MissingLine;
  readonly known: Versioned<Nudge> | null;
  readonly scope: readonly string[];
}

/** [Relancer Sam]: one private message to whoever has it, once a day for each line; the card says when. */
export const nudgeAction: Action = {
  permission: missingPermission,
  run: async (turn, subject, question) => {
    const [show = '', person = '', ...scope] = subject.split('/');
    const found = await comingDateOf(turn, show);
    const date = found === null || !looksAfter(turn, found.artist) ? null : seenBy(turn, found);
    const line = date === null ? undefined : missingLines(date).find((one) => one.person === person);
    if (date === null || line === undefined) return refused(turn, question, scope, 'missing-nudge-gone', {});
    const known = await turn.store.get(nudges, nudgeId(date, person));
    const zone = turn.agency.timezone;
    if (known !== null && dayAt(known.value.at, zone) === dayAt(turn.now, zone)) {
      const time = clockTime(known.value.at, turn.person.timezone, turn.texts);
      return refused(turn, question, scope, 'missing-nudged-already', { time });
    }
    const [recipient] = await recipients(turn.store, [person], dayAt(turn.now, zone));
    if (recipient === undefined) return refused(turn, question, scope, 'missing-nudge-away', { name: person });
    if (!recipient.accounts.some((account) => account.revokedAt === null))
      return refused(turn, question, scope, 'missing-nudge-nowhere', { name: firstName(recipient.person) });
    return nudge(turn, question, { date, line, known, scope }, recipient);
  },
};

async function refused(
  turn: Turn,
  question: Versioned<Question>,
  scope: readonly string[],
  key: string,
  args: Record<string, string>,
): Promise<Draft> {
  return joinDrafts(
    { outbound: tell(turn, turn.texts.label(key, args), true) },
    redraw(turn, question.value, await missingFace(turn, scopeIn(scope))),
  );
}

async function nudge(
  turn: Turn,
  question: Versioned<Question>,
  { date, line, known, scope }: Meant,
  recipient: Recipient,
): Promise<Draft> {
  const record: Nudge = { id: nudgeId(date, recipient.person.id), by: turn.person.id, at: turn.now };
  const noted: Draft = {
    guards: [known === null ? absent(nudges, record.id) : unchanged(nudges, known)],
    writes: [put(nudges, record)],
    outbound: answerPress(turn, turn.texts.label('missing-nudged-toast', { name: firstName(recipient.person) })),
  };
  return joinDrafts(
    noted,
    await message(turn, date, line, recipient),
    redraw(turn, question.value, await missingFace(turn, scopeIn(scope), [record])),
  );
}

/** « Nadia te relance pour Gribitch, Le Fil, sam. 13 mars : », what it is about, and [C'est fait] for each task. */
async function message(turn: Turn, date: ComingDate, line: MissingLine, recipient: Recipient): Promise<Draft> {
  const texts = turn.textsOf(recipient.person.locale);
  const names = await taskNames(turn.store, line.tasks);
  const head = texts.say('missing-nudge-card', {
    by: firstName(turn.person),
    artist: date.artist.name,
    venue: date.place,
    day: dayName(turn, texts, date.show.day),
  });
  const said = [
    ...line.facts.map((fact) => [{ text: texts.label(`missing-${fact}`) }]),
    ...line.tasks.map((task) => taskLine(turn, texts, task, names)),
  ];
  const rows = reminderRowsFor(turn, texts, line.tasks, names);
  const notice = {
    id: `nudge.${date.show.id}.${recipient.person.id}.${turn.now}`,
    severity: 'action' as const,
    purpose: rows.length === 0 ? null : ('action' as const),
    subject: date.show.id,
    text: [...head, ...said.flatMap((one) => [{ text: '\n• ' }, ...one])],
    rows,
  };
  return draftNotice(notice, recipient, { now: turn.now, random: turn.random, texts });
}
