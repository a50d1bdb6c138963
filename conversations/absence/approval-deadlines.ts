import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { joinDrafts, put, unchanged, type DueRow } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { absences, artists, people } from '../../core/records/agency.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';
import { recapDays } from '../../domain/spoken-days/index.ts';
import { recipients } from '../../agency/recipients.ts';
import { tellBookers } from './announce-absence.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';

const payloadSchema = z.strictObject({ approval: z.string() });
const remindAfterMs = 24 * 3_600_000;

/** What waits for an approval nobody answers: one reminder after a day, and its end at the deadline. */
export function deadlinesOf(approval: Approval): DueRow[] {
  const payload = { approval: approval.id };
  return [
    { id: `remind:${approval.id}`, kind: 'absence.remind', at: approval.askedAt + remindAfterMs, payload },
    { id: `expire:${approval.id}`, kind: 'absence.expire', at: approval.deadline, payload },
  ];
}

/** Reminds everybody who was asked, once; a decided approval needs no reminder. */
export const remindManagers: DueHandler = async (step, row) => {
  const found = await step.store.get(approvals, payloadSchema.parse(row.payload).approval);
  if (found === null || found.value.state !== 'open') return {};
  const { value } = found;
  const [absence, musician] = await Promise.all([
    step.store.get(absences, value.subject.id),
    step.store.get(people, value.askedBy),
  ]);
  if (absence === null || musician === null) return {};
  const today = dayAt(step.now, step.agency.timezone);
  const asked = await recipients(
    step.store,
    value.cards.map((card) => card.person),
    today,
  );
  return joinDrafts(
    ...asked.map((manager) => {
      const texts = step.textsOf(manager.person.locale);
      const days = recapDays(absence.value.parts, { today, locale: texts.locale });
      const text = [...texts.say('absence-remind', { name: firstName(musician.value), days })];
      const notice = { id: `${value.id}.remind.${manager.person.id}`, severity: 'action' as const, text };
      return draftNotice(notice, manager, { now: step.now, random: step.random, texts });
    }),
  );
};

/** At the deadline the question closes; the absence stands, since a musician informs and does not ask. */
export const expireApproval: DueHandler = async (step, row) => {
  const found = await step.store.get(approvals, payloadSchema.parse(row.payload).approval);
  if (found === null || found.value.state !== 'open') return {};
  const expired: Approval = { ...found.value, state: 'expired' };
  const cards = await rewriteCards(step, expired, (texts) => ({
    outcome: texts.say('absence-card-expired'),
    rows: [],
  }));
  const [absence, artist] = await Promise.all([
    step.store.get(absences, expired.subject.id),
    step.store.get(artists, expired.artist),
  ]);
  const told = absence === null || artist === null ? {} : await tellBookers(step, expired, absence.value, artist.value);
  return joinDrafts({ guards: [unchanged(approvals, found)], writes: [put(approvals, expired)] }, cards, told);
};
