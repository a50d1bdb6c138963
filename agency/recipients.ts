import { people } from '../core/records/agency.ts';
import { accounts } from '../core/records/identity.ts';
import { type Recipient } from '../core/notification.ts';
import { type Records } from '../core/store.ts';
import { isWithUs } from '../domain/person.ts';
import { type Day } from '../domain/day.ts';

/** People with their accounts, as notifications need them; those who have left are left out. */
export async function recipients(store: Records, ids: readonly string[], today: Day): Promise<Recipient[]> {
  const found = await store.getMany(people, [...new Set(ids)]);
  const present = found.flatMap((record) => (record !== null && isWithUs(record.value, today) ? [record.value] : []));
  return Promise.all(
    present.map(async (person) => {
      const linked = await store.find(accounts, { name: 'person', value: person.id });
      return { person, accounts: linked.map((record) => record.value) };
    }),
  );
}
