import { z } from 'zod';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { draftNotice } from '../../core/notification.ts';
import { artists, people } from '../../core/records/agency.ts';
import { bulkChanges, leads, type BulkChange } from '../../core/records/booking.ts';
import { questions } from '../../core/records/dialogue.ts';
import { type Versioned } from '../../core/store.ts';
import { type Step } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { dayAt } from '../../domain/day.ts';
import { type Lead } from '../../domain/lead.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { negotiates } from '../../agency/deciders.ts';
import { recipients } from '../../agency/recipients.ts';
import { applied, obstacle, putBack } from './bulk-action.ts';
import { progressFace } from './bulk-text.ts';
import { writeLead, type Change } from './change-lead.ts';
import { redrawSeen } from './redraw.ts';

/** A step writes no more opportunities than this; what is left follows at once in steps of its own. */
const mostAtOnce = 100;

type Item = BulkChange['items'][number];

/**
 * Changes, or puts back, the next opportunities of a bulk in one step. Each is guarded; one that somebody changed since it was
 * shown, or that its person may not change any more, is left as it is. The card follows.
 */
export async function nextBatch(step: Step, record: Versioned<BulkChange>): Promise<Draft> {
  const bulk = record.value;
  const undoes = bulk.state === 'undoing';
  const waits = (item: Item): boolean => item.state === (undoes ? 'done' : 'planned');
  const batch = bulk.items.filter(waits).slice(0, mostAtOnce);
  const around = await readBatch(step, bulk, batch);
  const outcomes = new Map(
    batch.map((item) => [item.lead, undoes ? undoOne(step, bulk, item, around) : doOne(step, bulk, item, around)]),
  );
  const items = bulk.items.map((item) => outcomes.get(item.lead)?.item ?? item);
  const goesOn = items.some(waits);
  const now: BulkChange = { ...bulk, items, state: goesOn ? bulk.state : undoes ? 'undone' : 'done' };
  const next = { id: `bulk:${bulk.id}`, kind: 'pipeline.bulk', at: step.now + 1, payload: { bulk: bulk.id } };
  return joinDrafts(
    { guards: [unchanged(bulkChanges, record)], writes: [put(bulkChanges, now)], due: goesOn ? [next] : [] },
    ...[...outcomes.values()].map((outcome) => outcome.draft),
    goesOn || undoes ? {} : await tellBooker(step, now, around.person),
    await showProgress(step, now, around),
  );
}

/** What a batch is decided from. */
interface Around {
  readonly person: Person | null;
  readonly leads: ReadonlyMap<string, Versioned<Lead>>;
  readonly acts: ReadonlyMap<string, Artist>;
}

async function readBatch(step: Step, bulk: BulkChange, batch: readonly Item[]): Promise<Around> {
  const [person, found] = await Promise.all([
    step.store.get(people, bulk.by),
    step.store.getMany(
      leads,
      bulk.items.map((item) => item.lead),
    ),
  ]);
  const known = new Map(found.flatMap((record) => (record === null ? [] : [[record.value.id, record] as const])));
  const ids = new Set(batch.flatMap((item) => known.get(item.lead)?.value.artist ?? []));
  const acts = await step.store.getMany(artists, [...ids]);
  return {
    person: person?.value ?? null,
    leads: known,
    acts: new Map(acts.flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const]))),
  };
}

interface Outcome {
  readonly item: Item;
  readonly draft: Draft;
}

/** The opportunity, when it is as it was seen and this person may still change it. */
function asSeen(item: Item, seen: number | null, around: Around): { lead: Versioned<Lead>; act: Artist } | null {
  const lead = around.leads.get(item.lead);
  const act = lead === undefined ? undefined : around.acts.get(lead.value.artist);
  if (lead === undefined || act === undefined || around.person === null) return null;
  return lead.value.changes === seen && negotiates(around.person, act) ? { lead, act } : null;
}

function changeOf(step: Step, bulk: BulkChange): Change {
  return { at: step.now, by: bulk.by, zone: step.agency.timezone };
}

function doOne(step: Step, bulk: BulkChange, item: Item, around: Around): Outcome {
  const known = asSeen(item, item.seen, around);
  if (known === null || obstacle(known.lead.value, bulk.action, known.act) !== null)
    return { item: { ...item, state: 'left' }, draft: {} };
  const after = applied(known.lead.value, bulk.action, changeOf(step, bulk));
  return { item: { ...item, state: 'done', after: after.changes }, draft: writeLead(known.lead, after) };
}

function undoOne(step: Step, bulk: BulkChange, item: Item, around: Around): Outcome {
  const known = asSeen(item, item.after, around);
  if (known === null) return { item: { ...item, state: 'kept' }, draft: {} };
  const draft = writeLead(known.lead, putBack(known.lead.value, item.was, changeOf(step, bulk)));
  // What was due before the change was told of then.
  const due = (draft.due ?? []).filter((row) => row.at > step.now);
  return { item: { ...item, state: 'undone' }, draft: { ...draft, due } };
}

/** Whoever was given opportunities hears of it once. */
async function tellBooker(step: Step, bulk: BulkChange, giver: Person | null): Promise<Draft> {
  const { action } = bulk;
  const given = bulk.items.filter((item) => item.state === 'done');
  if (action.type !== 'booker' || action.to === bulk.by || given.length === 0) return {};
  const told = await recipients(step.store, [action.to], dayAt(step.now, step.agency.timezone));
  return joinDrafts(
    ...told.map((booker) => {
      const texts = step.textsOf(booker.person.locale);
      const name = giver === null ? '?' : firstName(giver);
      const text = [...texts.say('pipeline-bulk-given', { name, count: given.length })];
      const notice = { id: `${bulk.id}.given.${booker.person.id}`, severity: 'info' as const, text };
      return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
    }),
  );
}

async function showProgress(step: Step, bulk: BulkChange, { person, leads: known }: Around): Promise<Draft> {
  const question = await step.store.get(questions, bulk.question);
  if (question === null || person === null) return {};
  const numberOf = (id: string): string => String(known.get(id)?.value.number ?? '?');
  return redrawSeen(step, question, progressFace(step.textsOf(person.locale), bulk, numberOf));
}

const payloadSchema = z.strictObject({ bulk: z.string() });

/** The next opportunities of a bulk that is under way. */
export const goOnWithBulk: DueHandler = async (step, row) => {
  const { bulk: id } = payloadSchema.parse(row.payload);
  const bulk = await step.store.get(bulkChanges, id);
  if (bulk === null || (bulk.value.state !== 'doing' && bulk.value.state !== 'undoing')) return {};
  return nextBatch(step, bulk);
};
