import { type Inbound } from '../core/inbound.ts';
import { agencies, people, type Agency } from '../core/records/agency.ts';
import { accounts, type Account } from '../core/records/identity.ts';
import { type Records, type Versioned } from '../core/store.ts';
import { isWithUs, type Person } from '../domain/person.ts';
import { dayAt } from '../domain/day.ts';

/** Whom a message is from, as far as the agency knows. */
export type Sender =
  | { readonly type: 'known'; readonly person: Person; readonly account: Versioned<Account> }
  | { readonly type: 'stranger'; readonly account: Versioned<Account> | null };

/** Somebody is known by a linked, unrevoked account of a person who is with the agency today; everybody else is a stranger. */
export async function identify(store: Records, message: Inbound, now: number): Promise<Sender> {
  if (message.sender === null) return { type: 'stranger', account: null };
  const account = await store.get(accounts, message.sender);
  if (account === null || account.value.revokedAt !== null) return { type: 'stranger', account };
  const person = await store.get(people, account.value.person);
  if (person === null || !isWithUs(person.value, dayAt(now, person.value.timezone)))
    return { type: 'stranger', account };
  return { type: 'known', person: person.value, account };
}

/** The agency's own record; until one is seeded, neutral values that name nothing. */
export async function agencyOf(store: Records, fallback: Agency): Promise<Agency> {
  return (await store.get(agencies, 'agency'))?.value ?? fallback;
}
