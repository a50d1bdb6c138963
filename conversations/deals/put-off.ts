import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, dayAt, instantOf, timeAt } from '../../domain/day.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { rewriteCardOf } from '../../agency/approval-cards.ts';
import { briefOf } from '../../agency/deal-brief.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName } from '../../agency/wording.ts';
import { draftCard } from './ask-deciders.ts';

const payloadSchema = z.strictObject({ approval: z.string(), person: z.string() });
const hourMs = 3_600_000;

/** [Plus tard]: the same card again in three hours, or in the morning when that is night; never after the deadline. */
export async function putOff(turn: Turn, approval: Versioned<Approval>): Promise<Draft> {
  const { value } = approval;
  const at = Math.min(laterFor(turn), value.deadline - hourMs);
  if (at <= turn.now) return { outbound: tell(turn, turn.texts.label('deal-later-too-late'), true) };
  const day = dayName(turn, turn.texts, dayAt(at, turn.person.timezone));
  const time = clockTime(at, turn.person.timezone, turn.texts);
  const cards = value.cards.map((card) => (card.person === turn.person.id ? { ...card, putOff: at } : card));
  return {
    guards: [unchanged(approvals, approval)],
    writes: [put(approvals, { ...value, cards })],
    due: [
      {
        id: `later:${value.id}:${turn.person.id}`,
        kind: 'deal.again',
        at,
        payload: { approval: value.id, person: turn.person.id },
      },
    ],
    outbound: tell(turn, turn.texts.label('deal-later-toast', { day, time })),
  };
}

function laterFor(turn: Turn): number {
  const { timezone } = turn.person;
  const soon = turn.now + 3 * hourMs;
  const time = timeAt(soon, timezone);
  if (time >= '09:00' && time < '20:00') return soon;
  const day = dayAt(soon, timezone);
  return instantOf(time >= '20:00' ? addDays(day, 1) : day, '09:00', timezone);
}

/** The card that was put off comes back, with what is true by then; a decided one does not. */
export const askAgain: DueHandler = async (step, row) => {
  const { approval: id, person } = payloadSchema.parse(row.payload);
  const approval = await step.store.get(approvals, id);
  if (approval === null || approval.value.state !== 'open') return {};
  const lead = await step.store.get(leads, approval.value.subject.id);
  const brief = lead === null ? null : await briefOf(step, lead.value);
  const [decider] = await recipients(step.store, [person], dayAt(step.now, step.agency.timezone));
  if (brief === null || decider === undefined) return {};
  const suffix = `.again${row.at}`;
  const others = approval.value.cards.filter((card) => card.person !== person);
  const cards = [...others, { person, notification: `${id}.${person}${suffix}` }];
  const moved = await rewriteCardOf(step, approval.value, person, (texts) => ({
    outcome: texts.say('deal-card-again'),
    rows: [],
  }));
  return joinDrafts(
    moved,
    { guards: [unchanged(approvals, approval)], writes: [put(approvals, { ...approval.value, cards })] },
    draftCard(step, brief, approval.value, decider, suffix),
  );
};
