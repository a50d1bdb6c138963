import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { absences, artists, people } from '../../core/records/agency.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { type Step } from '../../core/turn.ts';
import { type Absence } from '../../domain/absence.ts';
import { type Artist } from '../../domain/artist.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { recapDays } from '../../domain/spoken-days/index.ts';
import { recipients } from '../../agency/recipients.ts';
import { rewriteCardOf } from '../../agency/approval-cards.ts';
import { outcomeText } from './outcome-text.ts';

const payloadSchema = z.strictObject({ approval: z.string() });

/**
 * The minute in which a decision could be taken back is over: the musician hears the outcome, the act's bookers the days
 * and nothing else (ACRI: the booker is informed), and ↩ disappears.
 */
export const announceAbsence: DueHandler = async (step, row) => {
  const found = await step.store.get(approvals, payloadSchema.parse(row.payload).approval);
  if (found === null || found.value.decision === null || found.value.announced || found.value.state !== 'decided')
    return {};
  const { value } = found;
  const { decision } = value;
  const [absence, artist, decider] = await Promise.all([
    step.store.get(absences, value.subject.id),
    step.store.get(artists, value.artist),
    step.store.get(people, decision?.by ?? '-'),
  ]);
  if (decision === null || absence === null || artist === null || decider === null) return {};
  const cards = await rewriteCardOf(step, value, decision.by, (texts, reader) => ({
    outcome: outcomeText(texts, value, decider.value, reader),
    rows: [],
  }));
  const acknowledged = { ...absence.value, acknowledgedBy: decision.by };
  const noted: Draft = {
    guards: [unchanged(approvals, found), unchanged(absences, absence)],
    writes: [put(approvals, { ...value, announced: true }), put(absences, acknowledged)],
    cancel: [`remind:${value.id}`, `expire:${value.id}`],
  };
  const told = await tellMusician(step, value, absence.value, decider.value);
  return joinDrafts(noted, cards, told, await tellBookers(step, value, absence.value, artist.value));
};

async function tellMusician(step: Step, approval: Approval, absence: Absence, decider: Person): Promise<Draft> {
  const today = dayAt(step.now, step.agency.timezone);
  const [musician] = await recipients(step.store, [absence.person], today);
  if (musician === undefined) return {};
  const texts = step.textsOf(musician.person.locale);
  const days = recapDays(absence.parts, { today, locale: texts.locale });
  const firm = absence.firmness === 'firm' ? 'absence-outcome-musician' : 'absence-outcome-musician-flexible';
  const key = approval.decision?.choice === 'talk' ? 'absence-outcome-musician-talk' : firm;
  const text = [...texts.say(key, { name: firstName(decider), days })];
  return draftNotice({ id: `${approval.id}.outcome`, severity: 'info', text }, musician, {
    now: step.now,
    random: step.random,
    texts,
  });
}

/** The bookers of the act learn the days, once an answer stands or nobody gave one. */
export async function tellBookers(step: Step, approval: Approval, absence: Absence, artist: Artist): Promise<Draft> {
  const today = dayAt(step.now, step.agency.timezone);
  const musician = await step.store.get(people, absence.person);
  const bookers = await recipients(step.store, artist.bookers, today);
  return joinDrafts(
    ...bookers.map((booker) => {
      const texts = step.textsOf(booker.person.locale);
      const days = recapDays(absence.parts, { today, locale: texts.locale });
      const name = musician === null ? '?' : firstName(musician.value);
      const key = absence.firmness === 'firm' ? 'absence-booker' : 'absence-booker-flexible';
      const text = [...texts.say(key, { name, artist: artist.name, days })];
      const notice = { id: `${approval.id}.booker.${booker.person.id}`, severity: 'info' as const, text };
      return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
    }),
  );
}
