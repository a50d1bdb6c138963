import { joinDrafts, type Draft } from '../../core/commit.ts';
import { defineHandler, type JobStep } from '../../core/job.ts';
import { draftNotice } from '../../core/notification.ts';
import { linksText } from '../../agency/road/links.ts';
import { inChargeOrManagers } from '../../agency/road/in-charge.ts';
import { knownSheet, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { reachable, sendSheet, untilAfter } from '../../agency/road/send-sheet.ts';
import { aboutText } from '../../agency/road/sheet-text.ts';
import { tellChanges } from '../../agency/road/tell-changes.ts';
import { stacked } from '../../agency/wording.ts';
import { sheetSend } from './sheet-send.job.ts';

/** Sends what nobody has yet, and tells those who have it what moved; a date that is off has nothing to send. */
export const sheetSendHandler = defineHandler(sheetSend, async (step, { show }) => {
  const known = await knownSheet(step, show);
  if (known === null) return {};
  if (known.sheet.sentAt !== null) return tellChanges(step, known);
  if (known.show.state !== 'confirmed') return {};
  return joinDrafts(await sendSheet(step, known), await tellInCharge(step, known));
});

/** Whoever is in charge hears to how many it went, and who has no account and is theirs to tell. */
async function tellInCharge(step: JobStep, known: KnownSheet): Promise<Draft> {
  const { readers, nowhere } = await reachable(step, known);
  const told = await inChargeOrManagers(step, known);
  return joinDrafts(
    ...told.map((person) => {
      const texts = step.textsOf(person.person.locale);
      const about = aboutText(step, texts, known);
      const names = new Intl.ListFormat(texts.locale).format(nowhere);
      const text = stacked([
        texts.say('sheet-sent-to', { ...about, count: readers.length }),
        nowhere.length === 0 ? null : texts.say('sheet-links', { names }),
        ...linksText(step, texts, known, nowhere),
      ]);
      const notice = {
        id: `sheet-sent.${known.show.id}.${person.person.id}`,
        severity: 'info' as const,
        purpose: 'action' as const,
        subject: known.show.id,
        text: [...text],
        rows: [[{ key: `sheet.readers:${known.show.id}`, label: texts.label('sheet-button-readers') }]],
        until: untilAfter(step, known),
      };
      return draftNotice(notice, person, { now: step.now, random: step.random, texts });
    }),
  );
}
