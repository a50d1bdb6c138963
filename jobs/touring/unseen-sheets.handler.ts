import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { defineHandler, type JobStep } from '../../core/job.ts';
import { draftNotice } from '../../core/notification.ts';
import { artists, shows } from '../../core/records/agency.ts';
import { sealedPhonesOf } from '../../core/records/contacts.ts';
import { sheetCopies, type SheetCopy } from '../../core/records/road.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { addDays, dayAt, dayNumber, type Day } from '../../domain/day.ts';
import { copiesOf, isSeen, seenOffer } from '../../agency/road/copies.ts';
import { inChargeOrManagers } from '../../agency/road/in-charge.ts';
import { knownSheet, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { untilAfter } from '../../agency/road/send-sheet.ts';
import { nameOf } from '../../agency/road/sheet-lines.ts';
import { aboutText, placeOf } from '../../agency/road/sheet-text.ts';
import { recipients } from '../../agency/recipients.ts';
import { stacked } from '../../agency/wording.ts';
import { unseenSheets } from './unseen-sheets.job.ts';

/** The dates they leave for tomorrow, or today when yesterday was missed: who has the sheet and did not say so. */
export const unseenSheetsHandler = defineHandler(unseenSheets, async (step, { day }) => {
  const acts = await step.store.all(artists);
  const span = { from: dayNumber(day), to: dayNumber(addDays(day, 3)) };
  const found = await Promise.all(
    acts.map(({ value }) => step.store.find(shows, { name: 'artist', value: value.id, ...span })),
  );
  const known = await Promise.all(found.flat().map(({ value }) => knownSheet(step, value.id)));
  const leaving = known.filter((one): one is KnownSheet => one !== null && leavesBy(one, addDays(day, 1)));
  return joinDrafts(...(await Promise.all(leaving.map((one) => callOut(step, one, day)))));
});

function leavesBy({ show, sheet }: KnownSheet, tomorrow: Day): boolean {
  return show.state === 'confirmed' && sheet.sentAt !== null && (sheet.departs ?? show.day) <= tomorrow;
}

async function callOut(step: JobStep, known: KnownSheet, day: Day): Promise<Draft> {
  const silent = (await copiesOf(step.store, known.show.id)).flatMap((copy) => {
    const { person } = copy.value;
    const waits = person !== null && known.people.has(person) && !isSeen(copy.value) && !copy.value.nudged;
    return waits ? [{ copy, person }] : [];
  });
  if (silent.length === 0) return {};
  const names = silent.map(({ person }) => person);
  return joinDrafts(
    ...(await Promise.all(silent.map(({ copy, person }) => nudge(step, known, copy, person, day)))),
    await tellInCharge(step, known, names),
  );
}

async function nudge(
  step: JobStep,
  known: KnownSheet,
  copy: Versioned<SheetCopy>,
  person: string,
  day: Day,
): Promise<Draft> {
  const [reader] = await recipients(step.store, [person], dayAt(step.now, step.agency.timezone));
  const noted: Draft = {
    guards: [unchanged(sheetCopies, copy)],
    writes: [put(sheetCopies, { ...copy.value, nudged: true })],
  };
  if (reader === undefined) return noted;
  const texts = step.textsOf(reader.person.locale);
  const key = nudgeOf(known, day);
  const notice = {
    id: `sheet-nudge.${known.show.id}.v${copy.value.version}.${person}`,
    severity: 'action' as const,
    purpose: 'action' as const,
    subject: known.show.id,
    text: [...texts.say(key, { venue: placeOf(known) })],
    rows: [
      [seenOffer(texts, known.show.id, copy.value.version)],
      [{ key: `sheet.show:${known.show.id}`, label: texts.label('sheet-kind') }],
    ],
    until: untilAfter(step, known),
  };
  return joinDrafts(noted, draftNotice(notice, reader, { now: step.now, random: step.random, texts }));
}

/** The day that is named is that of the date where it is tomorrow, and that of leaving where the date comes after. */
function nudgeOf({ show }: KnownSheet, day: Day): string {
  if (show.day === day) return 'sheet-nudge-today';
  return show.day === addDays(day, 1) ? 'sheet-nudge' : 'sheet-nudge-leaving';
}

/** Names and numbers, so that a phone call is one tap away; nobody is asked to call themselves. */
async function tellInCharge(step: JobStep, known: KnownSheet, silent: readonly string[]): Promise<Draft> {
  const [told, numbers] = await Promise.all([inChargeOrManagers(step, known), sealedPhonesOf(step, silent)]);
  return joinDrafts(
    ...told.flatMap((one) => {
      const others = silent.filter((id) => id !== one.person.id);
      if (others.length === 0) return [];
      const texts = step.textsOf(one.person.locale);
      const names = new Intl.ListFormat(texts.locale).format(others.map((id) => nameOf(known, id)));
      const text = stacked([
        texts.say('sheet-unseen', { ...aboutText(step, texts, known), names }),
        ...others.flatMap((id): Text[] => {
          const number = numbers.get(id);
          return number === undefined
            ? []
            : [texts.say('sheet-unseen-number', { name: nameOf(known, id), number: [number] })];
        }),
      ]);
      const notice = {
        id: `sheet-unseen.${known.show.id}.${dayAt(step.now, step.agency.timezone)}.${one.person.id}`,
        severity: 'action' as const,
        text: [...text],
      };
      return [draftNotice(notice, one, { now: step.now, random: step.random, texts })];
    }),
  );
}
