import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { draftNotice } from '../../core/notification.ts';
import { accounts } from '../../core/records/identity.ts';
import { artists, people } from '../../core/records/agency.ts';
import { digestMemories, type DigestMemory } from '../../core/records/reminders.ts';
import { lines, type Text } from '../../core/text.ts';
import { type Versioned } from '../../core/store.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName, isWithUs, type Person } from '../../domain/person.ts';
import { quietEnd } from '../../domain/quiet-hours.ts';
import { nextDigest } from '../../domain/reminders/digest-time.ts';
import { freshOf, withTold, type Reminder } from '../../domain/reminders/reminder.ts';
import { absencesPart } from './absences-part.ts';
import { approvalsPart } from './approvals-part.ts';
import { feedbackPart } from './feedback-part.ts';
import { logisticsPart } from './logistics-part.ts';
import { monthsPart } from './months-part.ts';
import { type Part, type Reader, type Shown } from './section.ts';
import { tasksPart } from './tasks-part.ts';

/** More buttons than this no phone shows well. */
const mostButtons = 8;

/** The row under which the next digest of somebody waits. */
export function digestRow(person: string): string {
  return `digest:${person}`;
}

/**
 * The digest of one person, from what is true now: one message, or none when nothing is new. What it says is remembered in the same
 * step, which holds only while neither that memory nor the person has changed. Whoever has left, is away or was never here gets
 * nothing, and nothing counts as told.
 */
export async function draftDigest(step: Step, id: string): Promise<Draft> {
  const [memory, person, linked] = await Promise.all([
    step.store.get(digestMemories, id),
    step.store.get(people, id),
    step.store.find(accounts, { name: 'person', value: id }),
  ]);
  if (memory === null || person === null || linked.length === 0) return {};
  const today = dayAt(step.now, person.value.timezone);
  if (!isWithUs(person.value, today) || isAway(person.value, step)) return {};
  const quietUntil = quietEnd(person.value.quiet, person.value.timezone, step.now);
  // It took so long that the night has come: it is for the morning.
  if (quietUntil !== null) return postponed(memory, quietUntil);
  const reader = await readerOf(step, person.value, memory.value);
  const parts = await partsOf(reader);
  const fresh = freshOf(
    parts.flatMap((part) => part.reminders),
    memory.value,
    step.now,
  );
  const remembered: DigestMemory = {
    ...memory.value,
    covered: today,
    since: step.now,
    told: withTold(memory.value.told, fresh, step.now),
    snoozed: memory.value.snoozed.filter(({ until }) => until > step.now),
  };
  const noted: Draft = {
    guards: [unchanged(digestMemories, memory), unchanged(people, person)],
    writes: [put(digestMemories, remembered)],
  };
  if (fresh.length === 0) return noted;
  const body = bodyOf(reader, parts, fresh);
  const urgent = body.rows.length > 0;
  const notice = {
    id: `digest.${id}.${step.now}`,
    severity: urgent ? ('action' as const) : ('info' as const),
    purpose: urgent ? ('action' as const) : null,
    subject: `digest-${today}`,
    text: [...body.text],
    rows: body.rows.map((row) => [...row]),
  };
  const recipient = { person: person.value, accounts: linked.map((record) => record.value) };
  const { texts } = reader;
  return joinDrafts(noted, draftNotice(notice, recipient, { now: step.now, random: step.random, texts }));
}

/** Days on which somebody else decides in their place are days off. */
export function isAway({ delegation, timezone }: Person, { now }: Pick<Step, 'now'>): boolean {
  const today = dayAt(now, timezone);
  return delegation !== null && delegation.from <= today && today <= delegation.until;
}

function postponed(memory: Versioned<DigestMemory>, at: number): Draft {
  const { value } = memory;
  return {
    guards: [unchanged(digestMemories, memory)],
    writes: [put(digestMemories, { ...value, handed: value.covered, planned: at })],
    due: [{ id: digestRow(value.id), kind: 'digest', at, payload: { person: value.id } }],
  };
}

async function readerOf(step: Step, person: Person, memory: DigestMemory): Promise<Reader> {
  const acts = await step.store.find(artists, { name: 'person', value: person.id });
  return {
    step,
    texts: step.textsOf(person.locale),
    person,
    acts: acts.map((record) => record.value).toSorted((a, b) => a.name.localeCompare(b.name)),
    memory,
    morning: { today: dayAt(step.now, person.timezone), last: memory.covered },
  };
}

async function partsOf(reader: Reader): Promise<Part[]> {
  const parts = await Promise.all([
    approvalsPart(reader),
    tasksPart(reader),
    monthsPart(reader),
    logisticsPart(reader),
    absencesPart(reader),
    feedbackPart(reader),
  ]);
  return parts.filter((part): part is Part => part !== null);
}

/** One part speaks for itself; several get a greeting, and the buttons that fit. */
function bodyOf(
  { texts, person }: Reader,
  parts: readonly Part[],
  fresh: readonly Reminder[],
): { readonly text: Text; readonly rows: readonly (readonly Offer[])[] } {
  const news = new Set(fresh);
  const shown = parts
    .filter((part) => part.reminders.some((one) => news.has(one)))
    .map((part) => part.show(fresh.filter((one) => part.reminders.includes(one))));
  const [only] = shown;
  if (only !== undefined && shown.length === 1)
    return { text: only.alone ?? only.text, rows: fitting([only.aloneRows ?? [...only.first, ...only.more]]) };
  const hello = texts.say('digest-hello', { name: firstName(person) });
  return {
    text: lines([hello, ...shown.map(({ text }) => text)], 1),
    rows: fitting([shown.flatMap(({ first }) => [...first]), shown.flatMap(({ more }) => [...more])]),
  };
}

function fitting(groups: readonly Shown['first'][]): (readonly Offer[])[] {
  const rows: (readonly Offer[])[] = [];
  const keys = new Set<string>();
  for (const row of groups.flat()) {
    const isNew = row.every(({ key }) => !keys.has(key));
    if (!isNew || keys.size + row.length > mostButtons) continue;
    for (const { key } of row) keys.add(key);
    rows.push(row);
  }
  return rows;
}

/** The step that keeps an object out of somebody's digests until an instant; nothing for whoever has no digests yet. */
export async function draftSnooze(step: Step, person: string, object: string, until: number): Promise<Draft> {
  const memory = await step.store.get(digestMemories, person);
  if (memory === null) return {};
  const snoozed = [...memory.value.snoozed.filter((one) => one.object !== object), { object, until }];
  return {
    guards: [unchanged(digestMemories, memory)],
    writes: [put(digestMemories, { ...memory.value, snoozed: snoozed.slice(-200) })],
  };
}

/** When the digest of tomorrow comes, for what is put off until then. */
export function tomorrowsDigest(person: Person, now: number): number {
  return nextDigest(person, now, dayAt(now, person.timezone));
}
