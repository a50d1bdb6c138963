import { createHash } from 'node:crypto';
import { calendarFeeds, type CalendarFeed } from '../core/records/feeds.ts';
import { people } from '../core/records/agency.ts';
import { type Span } from '../core/text.ts';
import { type Services } from '../core/turn.ts';
import { dayAt } from '../domain/day.ts';
import { isWithUs, workers, type Person } from '../domain/person.ts';
import { feedOf, type Feed } from './calendar-feed.ts';

/** What the secret of somebody's address is sealed for: it does not open for anybody else's. */
function bindingOf(person: string): string {
  return `calendar-feeds/${person}`;
}

/** Secrets are found by their SHA-256, so that who reads the store cannot subscribe. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A new address in the place of any other: what was given out before is worth nothing from this write on. */
export function newAddress(services: Services, person: string): CalendarFeed {
  // 256 bits: nobody is asked to type it, and it stands for years.
  const token = `${services.random.token()}${services.random.token()}`;
  const sealed = services.cipher.seal(token, bindingOf(person));
  return { id: person, token: { hash: hashOf(token), sealed }, madeAt: services.now };
}

/** The address as it is written into a message: sealed until the message leaves. Null when it is cut or none can be given. */
export function addressSpan(services: Services, feed: CalendarFeed): Span | null {
  if (feed.token === null) return null;
  const binding = bindingOf(feed.id);
  const address = services.links.calendar(services.cipher.open(feed.token.sealed, binding));
  return address === null
    ? null
    : { text: '', sealed: { value: services.cipher.seal(address, binding), record: binding } };
}

/** What somebody with a secret is shown: nothing is told of a wrong one, and a leaver's is over. */
export type FoundFeed = { readonly type: 'feed'; readonly feed: Feed } | { readonly type: 'gone' | 'unknown' };

/** Looks a calendar up by its secret, from what is true now: whose it is, whether it was cut, whether they still work here. */
export async function feedBehind(services: Services, token: string): Promise<FoundFeed> {
  const hash = hashOf(token);
  const [found] = await services.store.find(calendarFeeds, { name: 'token', value: hash });
  if (found === undefined || found.value.token?.hash !== hash) return { type: 'unknown' };
  const person = await services.store.get(people, found.value.id);
  if (person === null || !mayHaveCalendar(person.value, services.now)) return { type: 'gone' };
  return { type: 'feed', feed: await feedOf(services, person.value) };
}

/** Everybody who works at the agency has a calendar, from their first day to their last. */
export function mayHaveCalendar(person: Person, now: number): boolean {
  return isWithUs(person, dayAt(now, person.timezone)) && person.roles.some((role) => workers.includes(role));
}
