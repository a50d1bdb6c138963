import { describe, expect, it } from 'vitest';
import { commitOf, joinDrafts, put, type Write } from '../../core/commit.ts';
import { absences, artists, people } from '../../core/records/agency.ts';
import { deliveries } from '../../core/records/dialogue.ts';
import { accounts } from '../../core/records/identity.ts';
import { approvals, audit } from '../../core/records/oversight.ts';
import { digestMemories } from '../../core/records/reminders.ts';
import { handlers } from '../../jobs/handlers.ts';
import { type Absence } from '../../domain/absence.ts';
import { artistSchema, type Artist } from '../../domain/artist.ts';
import { account, accountRef, approval, botRef, chatRef, day, hour, noon, person } from '../support/builders.ts';
import { freshMemory } from '../support/reminders.ts';
import { benches, type Bench } from '../support/store.ts';
import { jobStep } from '../support/turn.ts';

const bench = benches();
const today = day('2027-03-10');

async function holding(place: Bench, ...writes: Write[]): Promise<void> {
  await place.store.commit(commitOf(`given ${writes.length}`, { writes }));
}

const stepOn = (place: Bench, now = noon) => jobStep({ store: place.store, now });

describe('the digest', () => {
  const act = (id: string, managers: string[], members: string[]): Artist =>
    artistSchema.parse({
      id,
      name: id,
      status: 'active',
      members: members.map((one) => ({ person: one, part: 'chant', needed: true, substitutes: [] })),
      managers,
      bookers: ['nadia'],
      town: '',
      style: '',
    });
  const noted = (id: string, who: string, changes: Partial<Absence> = {}): Write =>
    put(absences, {
      id,
      person: who,
      parts: [{ day: day('2027-03-20'), part: 'day' }],
      firmness: 'firm',
      condition: 'si le cachet suit',
      revision: 1,
      state: 'noted',
      notedAt: noon - hour,
      acknowledgedBy: null,
      ...changes,
    });
  const reachable = (id: string, number: number): Write[] => [
    put(people, person({ id, name: `${id} Nom`, roles: ['manager'] })),
    put(
      accounts,
      account({
        id: accountRef(`telegram:${number}`),
        person: id,
        reach: [{ bot: botRef('telegram:staff'), chat: chatRef(`telegram:staff:${number}`), open: true }],
      }),
    ),
  ];

  async function digest(...writes: Write[]) {
    const place = bench();
    const musicians = ['lea', 'tom'].map((id) => put(people, person({ id, name: `${id} Nom` })));
    const acts = [act('gribitch', ['anna', 'marc'], ['lea']), act('nef', ['marc'], ['tom'])];
    await holding(
      place,
      ...reachable('anna', 1),
      ...reachable('marc', 2),
      ...musicians,
      ...acts.map((one) => put(artists, one)),
      ...['anna', 'marc'].map((id) => put(digestMemories, freshMemory(id))),
    );
    await holding(place, ...writes);
    const drafts = await Promise.all(
      ['anna', 'marc'].map((id) => handlers['musicians.digest'].run(stepOn(place), { person: id, at: noon })),
    );
    return Object.fromEntries(
      joinDrafts(...drafts).outbound.map(({ chat, operation }) => [
        chat.slice('telegram:staff:'.length),
        operation.type === 'send' ? operation.text.map((span) => span.text).join('') : '',
      ]),
    );
  }

  it('when absences were noted, each manager reads in one message those of their own acts, and no condition', async () => {
    const told = await digest(noted('a1', 'lea'), noted('a2', 'tom'));
    expect(Object.keys(told).toSorted()).toEqual(['1', '2']);
    expect(told['1']).toMatch(/lea/);
    expect(told['1']).not.toMatch(/tom|cachet/);
    expect(told['2']).toMatch(/lea[\s\S]*tom|tom[\s\S]*lea/);
  });

  it('when nothing was noted, nobody is written to', async () => {
    expect(await digest()).toEqual({});
  });

  it('when an absence was taken back, is older, or has a card of its own, it is not in it', async () => {
    const asked = put(approvals, approval({ subject: { collection: 'absences', id: 'a3', version: 1 } }));
    const told = await digest(
      noted('a1', 'lea', { state: 'cancelled' }),
      noted('a2', 'lea', { notedAt: noon - 25 * hour }),
      noted('a3', 'lea'),
      asked,
    );
    expect(told).toEqual({});
  });
});

describe('pruning', () => {
  const month = 30 * 24 * hour;
  const old = (id: string, at: number): Write =>
    put(deliveries, {
      id,
      bot: botRef('telegram:staff'),
      chat: chatRef('telegram:staff:1'),
      status: 'sent',
      messages: [],
      at,
      resent: false,
      reason: null,
    });
  const prune = async (place: Bench, part = 0) => {
    const draft = await handlers['platform.prune'].run(stepOn(place), { day: today, part });
    return { draft, result: await place.store.commit(commitOf(`prune ${part}`, draft)) };
  };

  it('when a record has outlived its time, it goes; a younger one stays', async () => {
    const place = bench();
    await holding(place, old('old', noon - month - 1), old('young', noon - month + 1000));
    expect((await prune(place)).result.type).toBe('done');
    expect((await place.store.all(deliveries)).map((found) => found.value.id)).toEqual(['young']);
  });

  it('when a line of the audit trail is three years old, it goes; a younger one stays', async () => {
    const place = bench();
    const line = (id: string, at: number): Write =>
      put(audit, { id, at, what: 'press.refused', person: null, account: null, subject: 's', outcome: 'o' });
    const threeYears = 3 * 365 * 24 * hour;
    await holding(place, line('old', noon - threeYears - 1), line('young', noon - threeYears + 1000));
    await prune(place);
    expect((await place.store.all(audit)).map((found) => found.value.id)).toEqual(['young']);
  });

  it('when a record is written again meanwhile, nothing of that step goes', async () => {
    const place = bench();
    await holding(place, old('a', noon - month - 1));
    const draft = await handlers['platform.prune'].run(stepOn(place), { day: today, part: 0 });
    await holding(place, old('a', noon), old('b', noon));
    expect((await place.store.commit(commitOf('prune', draft))).type).toBe('conflict');
    expect(await place.store.get(deliveries, 'a')).not.toBeNull();
  });

  it('when there is much, it goes in parts of at most 500 until nothing is left', async () => {
    const place = bench();
    await holding(place, ...Array.from({ length: 1100 }, (_, index) => old(`d${index}`, noon - month - 1 - index)));
    const sizes: number[] = [];
    for (let part = 0; part < 10; part += 1) {
      const { draft } = await prune(place, part);
      sizes.push(draft.writes?.length ?? 0);
      if ((draft.jobs ?? []).length === 0) break;
      expect(draft.jobs).toEqual([expect.objectContaining({ payload: { day: today, part: part + 1 } })]);
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    expect(await place.store.all(deliveries)).toEqual([]);
  });
});

describe('leavers', () => {
  it('when somebody’s last day is over, their accounts are revoked with a line of the trail; on the last day they are not', async () => {
    const place = bench();
    await holding(
      place,
      put(people, person({ id: 'gone', leaves: day('2027-03-09') })),
      put(people, person({ id: 'last-day', leaves: today })),
      put(people, person({ id: 'stays' })),
      ...['gone', 'last-day', 'stays'].map((who, index) =>
        put(accounts, account({ id: accountRef(`telegram:${index}`), person: who })),
      ),
    );
    const draft = await handlers['platform.revoke-leavers'].run(stepOn(place), { day: today });
    await place.store.commit(commitOf('revoke', draft));
    const revoked = (await place.store.all(accounts)).filter((found) => found.value.revokedAt !== null);
    expect(revoked.map((found) => found.value.person)).toEqual(['gone']);
    expect((await place.store.all(audit)).map((line) => [line.value.what, line.value.person])).toEqual([
      ['account.revoked', 'gone'],
    ]);
    const again = await handlers['platform.revoke-leavers'].run(stepOn(place), { day: today });
    expect(again.writes ?? []).toEqual([]);
  });
});
