import { describe, expect, it } from 'vitest';
import { calendarFeeds, type CalendarFeed } from '../../core/records/feeds.ts';
import { people } from '../../core/records/agency.ts';
import { webLinks } from '../../core/web-links.ts';
import { type Person } from '../../domain/person.ts';
import { addressSpan, feedBehind, newAddress } from '../../agency/calendar-address.ts';
import { day } from '../support/builders.ts';
import { house, somebody } from '../support/calendar-house.ts';
import { held, memoryRecords, seededRandom, services, testCipher, type Held } from '../support/turn.ts';

const links = webLinks('https://regie.test', '0123456789abcdef'.repeat(4));
const given = services({ links });

/** An address and its secret, as the person reads it. */
function made(id = 'lea', random = seededRandom()): { feed: CalendarFeed; token: string } {
  const feed = newAddress({ ...given, random }, id);
  const sealed = addressSpan(given, feed)?.sealed;
  if (sealed === undefined) throw new Error('there is an address');
  const address = testCipher.open(sealed.value, sealed.record);
  return { feed, token: /^https:\/\/regie\.test\/calendar\/(.+)\.ics$/.exec(address)?.[1] ?? '' };
}

function behind(token: string, ...records: readonly Held[]) {
  return feedBehind(services({ links, store: memoryRecords(...records) }), token);
}

const stored = (feed: CalendarFeed): Held => held(calendarFeeds, feed);
const known = (person: Person): Held => held(people, person);

describe('the address of somebody’s calendar', () => {
  it('when its secret comes, the calendar is theirs', async () => {
    const { feed, token } = made();
    expect(await behind(token, stored(feed), known(house.lea))).toMatchObject({ type: 'feed' });
  });

  it('when it is stored or written into a message, the secret is in neither in clear', () => {
    const { feed, token } = made();
    expect(token).toMatch(/^[\w-]{4,}$/);
    expect(JSON.stringify([feed, addressSpan(given, feed), calendarFeeds.indexes(feed)])).not.toContain(token);
  });

  it('when it is sealed for one person, it does not open as another’s', () => {
    const { feed } = made();
    expect(() => addressSpan(given, { ...feed, id: 'tom' })).toThrow(/altered, or sealed for another record/);
  });

  it.each(['', 'x', 't1', 'T1T2'])('when a secret is wrong (%j), nothing is told', async (token) => {
    expect(await behind(token, stored(made().feed), known(house.lea))).toEqual({ type: 'unknown' });
  });

  it('when another was made since, the old one is nothing from that write on', async () => {
    const random = seededRandom();
    const [first, then] = [made('lea', random), made('lea', random)];
    expect(await behind(first.token, stored(then.feed), known(house.lea))).toEqual({ type: 'unknown' });
    expect(await behind(then.token, stored(then.feed), known(house.lea))).toMatchObject({ type: 'feed' });
  });

  it('when it was cut, it is nothing, and there is no address to write', async () => {
    const { feed, token } = made();
    const cut = { ...feed, token: null };
    expect(await behind(token, stored(cut), known(house.lea))).toEqual({ type: 'unknown' });
    expect(addressSpan(given, cut)).toBeNull();
  });

  it.each([
    ['has left', somebody('lea', ['musician'], { leaves: day('2027-03-09') })],
    ['is not here yet', somebody('lea', ['musician'], { joined: day('2027-03-11') })],
    ['is a guest now', somebody('lea', ['guest'])],
  ])('when whose it is %s, it is over', async (_case, person) => {
    const { feed, token } = made();
    expect(await behind(token, stored(feed), known(person))).toEqual({ type: 'gone' });
  });

  it('when it is their last day, it still holds; when they are known no more, it does not', async () => {
    const { feed, token } = made();
    const last = somebody('lea', ['musician'], { leaves: day('2027-03-10') });
    expect(await behind(token, stored(feed), known(last))).toMatchObject({ type: 'feed' });
    expect(await behind(token, stored(feed))).toEqual({ type: 'gone' });
  });
});
