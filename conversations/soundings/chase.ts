import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { joinDrafts, put, unchanged, type Draft, type DueRow } from '../../core/commit.ts';
import { type Recipient } from '../../core/notification.ts';
import { soundings } from '../../core/records/booking.ts';
import { notifications } from '../../core/records/oversight.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { idSchema } from '../../domain/ids.ts';
import { firstName } from '../../domain/person.ts';
import { chaseTimes, isAnswered, silentIn, withAsked, type Asked, type Sounding } from '../../domain/sounding.ts';
import { recipients } from '../../agency/recipients.ts';
import { stacked } from '../../agency/wording.ts';
import { askersOf, keepAskerCards, rewriteAskerCards, summaryText, tellAskers } from './asker-card.ts';
import { closeSounding, isGone } from './close-sounding.ts';
import { readSounding, waitingRows, type KnownSounding } from './known-sounding.ts';
import { closeEarlier, draftAsk } from './member-cards.ts';
import { listed } from './wording.ts';

const payloadSchema = z.strictObject({ sounding: idSchema });
const onePersonSchema = z.strictObject({ sounding: idSchema, person: idSchema });

/** Nobody is asked twice within this time, whatever is due. */
const breathMs = 2 * 3_600_000;
/** Buttons under the end of a talk live an hour; those of a sounding are made to last before that. */
const keepAfterMs = 30 * 60_000;

/** What waits for a sounding: two chases, its deadline, and the buttons of its card. */
export function rowsOf(sounding: Sounding, now: number): DueRow[] {
  const payload = { sounding: sounding.id };
  const [half, third] = chaseTimes(sounding);
  const [first = '', second = '', last = ''] = waitingRows(sounding.id);
  return [
    { id: first, kind: 'sounding.chase', at: half, payload },
    { id: second, kind: 'sounding.chase', at: third, payload },
    { id: last, kind: 'sounding.deadline', at: sounding.deadline, payload },
    { id: `sounding:${sounding.id}:card`, kind: 'sounding.card', at: now + keepAfterMs, payload },
  ];
}

/** Asks the silent once more; whoever has answered, put it off or left is let be. */
export const chaseSilent: DueHandler = async (step, row) => {
  const known = await readSounding(step, payloadSchema.parse(row.payload).sounding);
  if (known === null || known.about.sounding.state !== 'open') return {};
  if (await isGone(step, known.about.sounding)) return closeSounding(step, known, 'gone');
  const silent = await recipients(step.store, silentIn(known.about.sounding), dayAt(step.now, step.agency.timezone));
  return askAgain(step, known, silent, 'sounding-chase');
};

/** Asks these members anew: the question stands below, and the card further up loses its buttons. */
async function askAgain(
  step: Step,
  known: KnownSounding,
  members: readonly Recipient[],
  intro: string,
): Promise<Draft> {
  let after: Sounding = known.about.sounding;
  const drafts: Draft[] = [];
  for (const member of members) {
    const asked = after.asked.find((one) => one.person === member.person.id);
    if (asked === undefined || (intro === 'sounding-chase' && !(await mayChase(step, asked)))) continue;
    const notification = `${after.id}.${member.person.id}.c${asked.chased + 1}`;
    const name = firstName(member.person);
    const asking = {
      notification,
      intro: step.textsOf(member.person.locale).say(intro, { name }),
      mayWait: intro === 'sounding-chase' && !asked.again,
    };
    drafts.push(await closeEarlier(step, asked), draftAsk(step, known.about, member, asking));
    const again = asked.again || intro === 'sounding-again';
    after = withAsked(after, asked.person, { answer: null, notification, chased: asked.chased + 1, again });
  }
  if (drafts.length === 0) return {};
  return joinDrafts({ guards: [unchanged(soundings, known.record)], writes: [put(soundings, after)] }, ...drafts);
}

/** Not while the last question is still on its way, nor right after it. */
async function mayChase(step: Step, asked: Asked): Promise<boolean> {
  const last = await step.store.get(notifications, asked.notification);
  return last === null || (last.value.state !== 'waiting' && step.now - last.value.at >= breathMs);
}

/** The morning to which somebody put it off: they are asked once more, and count as silent again. */
export const askPutOff: DueHandler = async (step, row) => {
  const { sounding: id, person } = onePersonSchema.parse(row.payload);
  const known = await readSounding(step, id);
  const asked = known?.about.sounding.asked.find((one) => one.person === person);
  const isDue = asked?.answer?.says === 'later' && asked.answer.until === row.at;
  if (known === null || asked === undefined || !isDue || known.about.sounding.state !== 'open') return {};
  if (await isGone(step, known.about.sounding)) return closeSounding(step, known, 'gone');
  const present = await recipients(step.store, [person], dayAt(step.now, step.agency.timezone));
  if (present.length === 0) return {};
  const asking = await askAgain(step, known, present, 'sounding-again');
  const sounding = withAsked(known.about.sounding, person, { answer: null });
  return joinDrafts(asking, await rewriteAskerCards(step, { ...known.about, sounding }));
};

/** The deadline: whoever asked hears who stayed silent, and that a call is what is left. Answers still count. */
export const soundingDeadlineOver: DueHandler = async (step, row) => {
  const known = await readSounding(step, payloadSchema.parse(row.payload).sounding);
  if (known === null || known.about.sounding.state !== 'open') return {};
  if (await isGone(step, known.about.sounding)) return closeSounding(step, known, 'gone');
  const sounding: Sounding = { ...known.about.sounding, state: 'over' };
  const about = { ...known.about, sounding };
  const silent = sounding.asked.filter((one) => one.answer === null || one.answer.says === 'later');
  const present = await recipients(
    step.store,
    silent.map((one) => one.person),
    dayAt(step.now, step.agency.timezone),
  );
  const names = present.map((member) => firstName(member.person));
  const news = await tellAskers(step, isAnswered(sounding) ? [] : await askersOf(step, about), {
    id: `${sounding.id}.deadline`,
    text: async (texts) =>
      stacked([
        names.length === 0 ? null : texts.say('sounding-call', { names: listed(texts, names), count: names.length }),
        await summaryText(step, texts, about),
      ]),
    rows: () => [],
  });
  return joinDrafts(
    { guards: [unchanged(soundings, known.record)], writes: [put(soundings, sounding)] },
    await rewriteAskerCards(step, about),
    news,
  );
};

/** The buttons of the cards of whoever asked go on working. */
export const keepSoundingCard: DueHandler = async (step, row) => {
  const known = await readSounding(step, payloadSchema.parse(row.payload).sounding);
  return known === null || known.about.sounding.state !== 'open' ? {} : keepAskerCards(step, known.about);
};
