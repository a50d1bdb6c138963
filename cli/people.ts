import { people, artists } from '../core/records/agency.ts';
import { accounts } from '../core/records/identity.ts';
import { artistsOf } from '../domain/artist.ts';
import { type Runtime } from './runtime.ts';

/** One person as other tools read them. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly artists: readonly string[];
  readonly locale: string;
  readonly accounts: readonly string[];
}

/** Everybody, by name, with the acts they play in, manage or book and the accounts they have linked. */
export async function listPeople(runtime: Runtime): Promise<PersonRow[]> {
  const [everybody, acts, linked] = await Promise.all([
    runtime.store.all(people),
    runtime.store.all(artists),
    runtime.store.all(accounts),
  ]);
  const known = acts.map((act) => act.value);
  const rows = everybody.map(({ value }) => ({
    id: value.id,
    name: value.name,
    roles: value.roles,
    artists: artistsOf(value.id, known).toSorted(),
    locale: value.locale,
    accounts: linked
      .filter((account) => account.value.person === value.id && account.value.revokedAt === null)
      .map((account) => account.value.id),
  }));
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}
