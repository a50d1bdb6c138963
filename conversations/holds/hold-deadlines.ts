import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { holds, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { withdraw } from '../../domain/holds.ts';
import { bookersOf, draftHoldChange } from '../../agency/holds.ts';
import { isSettling } from '../../agency/withdraw-approval.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { answerRows } from './challenge.ts';
import { knownHold, type KnownHold } from './known-holds.ts';

/** A decision is announced after a minute. */
const settledMs = 90_000;

const payloadSchema = z.strictObject({ hold: z.string() });

/** The last day of an option has passed: it holds nothing any more, those behind move up, its booker is told. */
export const expireHold: DueHandler = async (step, row) => {
  const { hold: id } = payloadSchema.parse(row.payload);
  const found = await step.store.get(holds, id);
  if (found === null || found.value.state !== 'held') return {};
  const today = dayAt(step.now, step.agency.timezone);
  // Extended meanwhile: its new end has a row of its own.
  if (found.value.validUntil >= today) return {};
  const lead = found.value.lead === null ? null : await step.store.get(leads, found.value.lead);
  // The date is being confirmed at this very minute.
  if (lead !== null && lead.value.show !== null) return {};
  // A decision about it may still be taken back, and would need it: it ends once that has been announced.
  if (lead !== null && (await isSettling(step, lead.value.id))) return { due: [{ ...row, at: step.now + settledMs }] };
  const known = await knownHold(step, id, found.value.validUntil);
  if (known === null) return {};
  const live = known.live.filter((hold) => hold.id === id || hold.validUntil >= today);
  const change = withdraw(live, id, 'expired');
  const told = await tellBookers(step, known, 'hold-expired', () => [], 'expired');
  return joinDrafts({ guards: [...known.guards] }, await draftHoldChange(step, change, { by: null }), told);
};

/** A few days before an option ends: its booker may extend it, confirm it or let it go in one tap. */
export const remindEnding: DueHandler = async (step, row) => {
  const { hold: id } = payloadSchema.parse(row.payload);
  const known = await knownHold(step, id);
  if (known === null || !known.live.some((hold) => hold.id === id)) return {};
  return tellBookers(
    step,
    known,
    'hold-ending',
    (texts) => [
      [{ key: `hold.extend:${id}`, label: texts.label('hold-do-extend') }],
      ...answerRows(texts, known.hold.value, false),
    ],
    `ending${known.hold.value.validUntil}`,
  );
};

/**
 * Nobody answered a demande de confirmation in time: the booker decides what follows; only where the deal says so does silence
 * let the date go.
 */
export const challengeOver: DueHandler = async (step, row) => {
  const { hold: id } = payloadSchema.parse(row.payload);
  const known = await knownHold(step, id);
  const challenge = known?.hold.value.challenge ?? null;
  if (known === null || challenge === null || challenge.over || !known.live.some((hold) => hold.id === id)) return {};
  // Given more time meanwhile: the later row asks.
  if (challenge.deadline > step.now) return {};
  const { value } = known.hold;
  if (value.releasesBySilence) {
    const told = await tellBookers(step, known, 'hold-released-by-silence', () => [], `silence${challenge.deadline}`);
    return joinDrafts(
      { guards: [...known.guards] },
      await draftHoldChange(step, withdraw(known.live, id, 'released'), { by: null }),
      told,
    );
  }
  const asked: Draft = {
    guards: [unchanged(holds, known.hold)],
    writes: [put(holds, { ...value, challenge: { ...challenge, over: true } })],
  };
  const told = await tellBookers(
    step,
    known,
    'hold-challenge-over',
    (texts) => answerRows(texts, value, true),
    `over${challenge.deadline}`,
  );
  return joinDrafts(asked, told);
};

type Rows = { key: string; label: string }[][];

async function tellBookers(
  step: Step,
  known: KnownHold,
  key: string,
  rows: (texts: Texts) => Rows,
  name: string,
): Promise<Draft> {
  const { value } = known.hold;
  const [venue, bookers] = await Promise.all([
    step.store.get(venues, value.venue),
    bookersOf(step, value, known.artist),
  ]);
  return joinDrafts(
    ...bookers.map((booker) => {
      const texts = step.textsOf(booker.person.locale);
      const text: Text = texts.say(key, {
        artist: known.artist.name,
        venue: placeName(venue?.value),
        day: [{ text: dayName(step, texts, value.day), style: 'bold' }],
        rank: value.rank,
        until: dayName(step, texts, value.validUntil),
      });
      const offered = rows(texts);
      const notice = {
        id: `${value.id}.${name}.${booker.person.id}`,
        severity: offered.length === 0 ? ('info' as const) : ('action' as const),
        purpose: offered.length === 0 ? null : ('action' as const),
        subject: value.id,
        text: [...text],
        rows: offered,
      };
      return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
    }),
  );
}
