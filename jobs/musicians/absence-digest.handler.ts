import { joinDrafts, type Draft } from '../../core/commit.ts';
import { defineHandler } from '../../core/job.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { absences, artists, people } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { type Absence } from '../../domain/absence.ts';
import { isMember, type Artist } from '../../domain/artist.ts';
import { type Day } from '../../domain/day.ts';
import { firstName, isWithUs } from '../../domain/person.ts';
import { listDays } from '../../domain/spoken-days/index.ts';
import { absenceDigest } from './absence-digest.job.ts';

/** Tells each manager and booker of an act, in one message, what was noted since yesterday and needed no decision. */
export const absenceDigestHandler = defineHandler(absenceDigest, async (step, { day, since }) => {
  const noted = await notedSince(step, since);
  const acts = (await step.store.all(artists)).map((record) => record.value);
  const readers = [...new Set(acts.flatMap((act) => [...act.managers, ...act.bookers]))];
  const drafts = await Promise.all(readers.map((reader) => digestFor(step, reader, acts, noted, { day, since })));
  return joinDrafts(...drafts);
});

/** An absence, and the acts whose people were asked about it: they know already. */
interface Noted {
  readonly absence: Absence;
  readonly asked: ReadonlySet<string>;
}

async function notedSince(step: Step, since: number): Promise<Noted[]> {
  const noted = await step.store.find(absences, { name: 'noted', value: 'all', from: since });
  const live = noted.map((record) => record.value).filter((absence) => absence.state === 'noted');
  return Promise.all(
    live.map(async (absence) => {
      const asked = await step.store.find(approvals, { name: 'subject', value: `absences/${absence.id}` });
      return { absence, asked: new Set(asked.map((record) => record.value.artist)) };
    }),
  );
}

async function digestFor(
  step: Step,
  reader: string,
  acts: readonly Artist[],
  noted: readonly Noted[],
  { day, since }: { readonly day: Day; readonly since: number },
): Promise<Draft> {
  const own = acts.filter((act) => act.managers.includes(reader) || act.bookers.includes(reader));
  const concerned = noted
    .map(({ absence, asked }) => {
      const acts = own.filter((act) => isMember(act, absence.person) && !asked.has(act.id));
      return {
        absence,
        names: acts.map((act) => act.name),
        manages: acts.some((act) => act.managers.includes(reader)),
      };
    })
    .filter(({ names }) => names.length > 0);
  const recipient = concerned.length === 0 ? null : await recipientOf(step, reader, day);
  if (recipient === null) return {};
  const texts = step.textsOf(recipient.person.locale);
  const lines = await Promise.all(
    concerned.map(({ absence, names, manages }) => digestLine(step, texts, absence, names, manages, day)),
  );
  const text = [
    ...texts.say('digest-absences', { count: concerned.length }),
    ...lines.flatMap((line): Text => [{ text: '\n' }, ...line]),
  ];
  const notice = { id: `digest.${since}.${reader}`, severity: 'info' as const, text };
  return draftNotice(notice, recipient, { now: step.now, random: step.random, texts });
}

async function digestLine(
  step: Step,
  texts: Texts,
  absence: Absence,
  names: readonly string[],
  manages: boolean,
  day: Day,
): Promise<Text> {
  const musician = await step.store.get(people, absence.person);
  const about = {
    name: musician === null ? '?' : firstName(musician.value),
    artists: new Intl.ListFormat(texts.locale).format(names),
    days: listDays(absence.parts, { today: day, locale: texts.locale }),
  };
  if (absence.firmness === 'firm') return texts.say('digest-line', about);
  // Bookers see days; on what condition is between the musician and the managers.
  if (absence.condition === null || !manages) return texts.say('digest-line-flexible', about);
  return texts.say('digest-line-condition', { ...about, condition: absence.condition });
}

async function recipientOf(step: Step, id: string, day: Day): Promise<Recipient | null> {
  const [person, linked] = await Promise.all([
    step.store.get(people, id),
    step.store.find(accounts, { name: 'person', value: id }),
  ]);
  if (person === null || !isWithUs(person.value, day)) return null;
  return { person: person.value, accounts: linked.map((record) => record.value) };
}
