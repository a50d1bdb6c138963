import { commitOf, put, type Draft, type Write } from '../../../core/commit.ts';
import { unseal } from '../../../core/intake.ts';
import { type Outbound } from '../../../core/outbound.ts';
import { artists, people, shows, venues } from '../../../core/records/agency.ts';
import { accounts, groups } from '../../../core/records/identity.ts';
import { sheets } from '../../../core/records/road.ts';
import { type JobStep } from '../../../core/job.ts';
import { charactersOf } from '../../../core/text.ts';
import { type Show } from '../../../domain/date-booking.ts';
import { instantOf } from '../../../domain/day.ts';
import { blankSheet, type DaySheet } from '../../../domain/day-sheet/sheet.ts';
import { type Person, type Role } from '../../../domain/person.ts';
import { itineraryHandler } from '../../../jobs/touring/itinerary.handler.ts';
import { sheetSendHandler } from '../../../jobs/touring/sheet-send.handler.ts';
import { sheetSend } from '../../../jobs/touring/sheet-send.job.ts';
import { unseenSheetsHandler } from '../../../jobs/touring/unseen-sheets.handler.ts';
import { account, accountRef, botRef, chatRef, day, noon, person } from '../../support/builders.ts';
import { type Bench } from '../../support/store.ts';
import { jobStep, seededRandom, testCipher } from '../../support/turn.ts';

/** What somebody, or the group, was sent. */
export interface Sent {
  readonly to: string;
  readonly type: Outbound['operation']['type'];
  readonly text: string;
  /** Whose message is rewritten or pinned; our id of the message otherwise. */
  readonly about: string;
}

/** An act on tour over a real store: its jobs run on the days told. */
export interface Tour {
  readonly save: (...writes: readonly Write[]) => Promise<void>;
  /** The jobs of ten o'clock on a day, each committed; what went out. */
  readonly morning: (on: string) => Promise<Sent[]>;
  /** The job of four in the afternoon. */
  readonly afternoon: (on: string) => Promise<Sent[]>;
  readonly step: (on: string, time: string) => JobStep;
  readonly store: Bench['store'];
}

const zone = 'Europe/Paris';
const roles: Readonly<Record<string, readonly Role[]>> = {
  lea: ['musician'],
  tom: ['musician'],
  solene: ['tour-manager'],
  anna: ['manager'],
  nadia: ['booker'],
};

/** Somebody of the tour on Telegram; their chat is called like them. */
export function traveller(id: string, changes: Partial<Person> = {}): Write[] {
  const reach = [{ bot: botRef('telegram:staff'), chat: chatRef(`telegram:staff:${id}`), open: true }];
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)} Nom`;
  return [
    put(people, person({ id, name, roles: [...(roles[id] ?? ['musician'])], channels: ['telegram'], ...changes })),
    put(accounts, { ...account(), id: accountRef(`telegram:${id.length}${id.charCodeAt(0)}`), person: id, reach }),
  ];
}

/** A confirmed date of the act. */
export function aDate(on: string, changes: Partial<Show> = {}): Write {
  const base = { id: on, artist: 'gribitch', venue: 'le-fil', day: on, arrival: '15:00', set: '21:00', end: '23:00' };
  return put(shows, { ...shows.schema.parse({ ...base, state: 'confirmed', cast: null }), ...changes });
}

/** The sheet of a date. */
export function aSheetOf(on: string, changes: Partial<DaySheet> = {}): Write {
  return put(sheets, { ...blankSheet({ id: on, artist: 'gribitch' }, noon), ...changes });
}

/** The act's group. */
export const theGroup: Write = put(groups, {
  id: chatRef('telegram:staff:group'),
  bot: botRef('telegram:staff'),
  title: 'Gribitch',
  artist: 'gribitch',
  boundBy: 'anna',
  boundAt: noon,
});

/** Léa and Tom play, Solène travels in charge, Anna manages, Nadia books. */
export async function openTour({ store }: Bench, ...writes: readonly Write[]): Promise<Tour> {
  const random = seededRandom(3);
  let count = 0;
  const save: Tour['save'] = async (...all) => {
    await store.commit(commitOf(`save:${(count += 1)}`, { writes: all }));
  };
  const member = (id: string, needed: boolean) => ({ person: id, part: 'chant', needed, substitutes: [] });
  const members = [member('lea', true), member('tom', true), member('solene', false)];
  const act = { id: 'gribitch', name: 'Gribitch', status: 'active', town: 'Tours', style: 'chanson' };
  const place = { id: 'le-fil', name: 'Le Fil', town: 'Saint-Étienne', region: 'Loire', capacity: 500 };
  await save(
    ...Object.keys(roles).flatMap((id) => traveller(id)),
    put(artists, artists.schema.parse({ ...act, members, managers: ['anna'], bookers: ['nadia'] })),
    put(venues, { ...place, latitude: null, longitude: null, contact: null }),
    ...writes,
  );
  const step: Tour['step'] = (on, time) =>
    jobStep({ store, random, now: instantOf(day(on), time, zone) }, `job${(count += 1)}`);
  const done = async (draft: Draft): Promise<Sent[]> => {
    const result = await store.commit(commitOf(`done:${(count += 1)}`, draft));
    if (result.type !== 'done') throw new Error(`a job came to ${result.type}`);
    return (draft.outbound ?? []).map(sentOf);
  };
  return {
    save,
    step,
    store,
    morning: async (on) => {
      const { jobs = [] } = await itineraryHandler.run(step(on, '10:00'), { day: day(on) });
      const sent: Sent[] = [];
      for (const job of jobs)
        sent.push(...(await done(await sheetSendHandler.run(step(on, '10:00'), sheetSend.payload.parse(job.payload)))));
      return sent;
    },
    afternoon: async (on) => done(await unseenSheetsHandler.run(step(on, '16:00'), { day: day(on) })),
  };
}

function sentOf(message: Outbound): Sent {
  const { operation } = unseal(message, testCipher);
  const text = operation.type === 'send' || operation.type === 'edit' ? charactersOf(operation.text) : '';
  const about = operation.type === 'edit' || operation.type === 'pin' ? operation.target : message.id;
  return { to: String(message.chat).split(':')[2] ?? '-', type: operation.type, text, about };
}

/** Whom something went to, in order of name. */
export function toWhom(sent: readonly Sent[], words = ''): string[] {
  return sent
    .filter(({ text }) => text.includes(words))
    .map(({ to }) => to)
    .toSorted();
}
