import { artists, absences, people, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Artist } from '../../domain/artist.ts';
import { firstName } from '../../domain/person.ts';
import { approvalReminders } from '../../domain/reminders/date-reminders.ts';
import { decidersOf } from '../deciders.ts';
import { dayName, placeName } from '../wording.ts';
import { freshIn, titled, type Part, type Reader } from './section.ts';

/** Decisions that wait for this person: those of their acts, and of acts whose manager named them while away. */
export async function approvalsPart(reader: Reader): Promise<Part | null> {
  const { step, person, texts, morning } = reader;
  if (!person.roles.includes('manager')) return null;
  const waiting = await waitingFor(reader);
  const lines = new Map(
    await Promise.all(
      waiting.map(async ({ approval, artist }) => [approval.id, await lineOf(reader, approval, artist)] as const),
    ),
  );
  const deals = new Set(waiting.filter(({ approval }) => approval.kind === 'deal').map(({ approval }) => approval.id));
  return {
    reminders: approvalReminders(
      waiting.map(({ approval }) => approval),
      morning.today,
      person.timezone,
      step.now,
    ),
    show: (fresh) => {
      const told = freshIn(fresh, 'approvals');
      const title = texts.say('digest-approvals', { count: told.length });
      const queue = told.some(({ approval }) => deals.has(approval));
      return {
        text: titled(
          title,
          told.map(({ approval }) => lines.get(approval) ?? []),
        ),
        first: queue ? [[{ key: 'command:valider', label: texts.label('digest-approvals-open') }]] : [],
        more: [],
      };
    },
  };
}

interface Waiting {
  readonly approval: Approval;
  readonly artist: Artist;
}

async function waitingFor({ step, person, morning }: Reader): Promise<Waiting[]> {
  const acts = (await step.store.all(artists)).map((record) => record.value).filter((act) => act.status !== 'archived');
  const found = await Promise.all(
    acts.map(async (artist) => {
      const open = await step.store.find(approvals, { name: 'open', value: artist.id });
      if (open.length === 0) return [];
      const deciders = await decidersOf(step.store, artist, morning.today);
      return deciders.includes(person.id) ? open.map((record) => ({ approval: record.value, artist })) : [];
    }),
  );
  return found.flat();
}

async function lineOf({ step, texts }: Reader, approval: Approval, artist: Artist): Promise<Text> {
  if (approval.kind === 'absence') {
    const absence = await step.store.get(absences, approval.subject.id);
    const musician = absence === null ? null : await step.store.get(people, absence.value.person);
    const name = musician === null ? '?' : firstName(musician.value);
    return texts.say('digest-approval-absence', { name, artist: artist.name });
  }
  const lead = await step.store.get(leads, approval.subject.id);
  if (lead === null) return texts.say('digest-approval-other', { artist: artist.name });
  const venue = await step.store.get(venues, lead.value.venue);
  const day = lead.value.day === null ? '?' : dayName(step, texts, lead.value.day);
  const about = { artist: artist.name, venue: placeName(venue?.value), day, number: String(lead.value.number) };
  return texts.say('digest-approval-deal', about);
}
