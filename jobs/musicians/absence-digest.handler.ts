import { type z } from 'zod';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type JobHandler } from '../../core/job.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { absences, artists, people } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Step } from '../../core/turn.ts';
import { type Absence } from '../../domain/absence.ts';
import { isMember, type Artist } from '../../domain/artist.ts';
import { type Day } from '../../domain/day.ts';
import { firstName, isWithUs } from '../../domain/person.ts';
import { listDays } from '../../domain/spoken-days/index.ts';
import { type absenceDigest } from './absence-digest.job.ts';

type Payload = z.infer<(typeof absenceDigest)['payload']>;

/** Tells each manager, in one message, what was noted since yesterday and needed no decision. */
export const absenceDigestHandler: JobHandler<Payload> = async (step, { day, since }) => {
  const quiet = await untouched(step, since);
  const acts = (await step.store.all(artists)).map((record) => record.value);
  const managers = [...new Set(acts.flatMap((act) => act.managers))];
  const drafts = await Promise.all(managers.map((manager) => digestFor(step, manager, acts, quiet, day)));
  return joinDrafts(...drafts);
};

async function untouched(step: Step, since: number): Promise<Absence[]> {
  const noted = await step.store.find(absences, { name: 'noted', value: 'all', from: since });
  const live = noted.map((record) => record.value).filter((absence) => absence.state === 'noted');
  const asked = await Promise.all(
    live.map((absence) => step.store.find(approvals, { name: 'subject', value: `absences/${absence.id}` })),
  );
  return live.filter((_, index) => asked[index]?.length === 0);
}

async function digestFor(
  step: Step,
  manager: string,
  acts: readonly Artist[],
  quiet: readonly Absence[],
  day: Day,
): Promise<Draft> {
  const own = acts.filter((act) => act.managers.includes(manager));
  const concerned = quiet.flatMap((absence) => {
    const act = own.find((candidate) => isMember(candidate, absence.person));
    return act === undefined ? [] : [{ absence, act }];
  });
  const recipient = concerned.length === 0 ? null : await recipientOf(step, manager, day);
  if (recipient === null) return {};
  const texts = step.textsOf(recipient.person.locale);
  const lines = await Promise.all(
    concerned.map(async ({ absence, act }): Promise<Text> => {
      const musician = await step.store.get(people, absence.person);
      const days = listDays(absence.parts, { today: day, locale: texts.locale });
      const name = musician === null ? '?' : firstName(musician.value);
      return texts.say(absence.firmness === 'firm' ? 'digest-line' : 'digest-line-flexible', {
        name,
        artist: act.name,
        days,
      });
    }),
  );
  const text = [
    ...texts.say('digest-absences', { count: concerned.length }),
    ...lines.flatMap((line): Text => [{ text: '\n' }, ...line]),
  ];
  const notice = { id: `digest.${day}.${manager}`, severity: 'info' as const, text };
  return draftNotice(notice, recipient, { now: step.now, random: step.random, texts });
}

async function recipientOf(step: Step, id: string, day: Day): Promise<Recipient | null> {
  const [person, linked] = await Promise.all([
    step.store.get(people, id),
    step.store.find(accounts, { name: 'person', value: id }),
  ]);
  if (person === null || !isWithUs(person.value, day)) return null;
  return { person: person.value, accounts: linked.map((record) => record.value) };
}
