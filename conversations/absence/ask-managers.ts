import { joinDrafts, put, type Draft } from '../../core/commit.ts';
import { draftNotice, routeTo, type Recipient } from '../../core/notification.ts';
import { absences, people } from '../../core/records/agency.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { type Turn } from '../../core/turn.ts';
import { type Absence } from '../../domain/absence.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Impact } from '../../domain/impact.ts';
import { firstName } from '../../domain/person.ts';
import { decidersOf } from '../../agency/deciders.ts';
import { recipients } from '../../agency/recipients.ts';
import { deadlinesOf } from './approval-deadlines.ts';
import { absenceCardText, absenceOffers } from './card-text.ts';

const deadlineMs = 7 * 24 * 3_600_000;

/** Asks the managers of every act with a touched date: one approval an act, one card a manager. */
export async function askManagers(turn: Turn, absence: Absence, impacts: readonly Impact[]): Promise<Draft> {
  const acts = new Map(impacts.map((impact) => [impact.artist.id, impact.artist]));
  const drafts = await Promise.all(
    [...acts.values()].map((artist) =>
      askAbout(
        turn,
        absence,
        artist,
        impacts.filter((impact) => impact.artist.id === artist.id),
      ),
    ),
  );
  return joinDrafts(...drafts);
}

async function askAbout(turn: Turn, absence: Absence, artist: Artist, impacts: readonly Impact[]): Promise<Draft> {
  const managers = await reachable(turn, artist);
  const id = `${absence.id}.r${absence.revision}.${artist.id}`;
  const approval: Approval = {
    id,
    kind: 'absence',
    subject: { collection: absences.name, id: absence.id, version: absence.revision },
    artist: artist.id,
    askedBy: turn.person.id,
    state: 'open',
    decision: null,
    announced: false,
    askedAt: turn.now,
    deadline: turn.now + deadlineMs,
    thread: [],
    cards: managers.map(({ person }) => ({ person: person.id, notification: `${id}.${person.id}` })),
  };
  const notices = await Promise.all(
    managers.map(async (manager) => {
      const texts = turn.textsOf(manager.person.locale);
      const text = [...(await absenceCardText(turn, texts, turn.person, absence, impacts))];
      const rows = absenceOffers(texts).map((row) =>
        row.map(({ key, label, tone, means }) => ({ key, label, tone, means })),
      );
      const poll = texts.label(absence.firmness === 'firm' ? 'absence-card-poll' : 'absence-card-poll-flexible', {
        name: firstName(turn.person),
      });
      const notice = {
        id: `${id}.${manager.person.id}`,
        severity: 'action' as const,
        purpose: 'approval' as const,
        subject: id,
        text,
        rows,
        poll,
      };
      return draftNotice(notice, manager, { now: turn.now, random: turn.random, texts });
    }),
  );
  return joinDrafts({ writes: [put(approvals, approval)], due: deadlinesOf(approval) }, ...notices);
}

/** The act's managers; when none of them can be reached, those who administer, so that the question reaches somebody. */
async function reachable(turn: Turn, artist: Artist): Promise<Recipient[]> {
  const managers = await recipients(turn.store, await decidersOf(turn.store, artist, turn.today), turn.today);
  if (managers.some((manager) => routeTo(manager, 'action', [], turn.now).type !== 'nowhere')) return managers;
  const administrators = await turn.store.find(people, { name: 'role', value: 'admin' });
  return [
    ...managers,
    ...(await recipients(
      turn.store,
      administrators.map((record) => record.value.id),
      turn.today,
    )),
  ];
}
