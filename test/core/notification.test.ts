import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftAttempt, draftNotice, routeTo, type Recipient } from '../../core/notification.ts';
import { quietEnd } from '../../domain/quiet-hours.ts';
import { notifications, type Notification } from '../../core/records/oversight.ts';
import { questions } from '../../core/records/dialogue.ts';
import { plain } from '../../core/text.ts';
import { instantOf } from '../../domain/day.ts';
import { type Person } from '../../domain/person.ts';
import { account, accountRef, botRef, chatRef, day, hour, noon, person } from '../support/builders.ts';
import { seededRandom, textsOf } from '../support/turn.ts';

const onTelegram = account();
const onSignal = account({
  id: accountRef('signal:aci-lea'),
  reach: [{ bot: botRef('signal:+33600000000'), chat: chatRef('signal:+33600000000:aci-lea'), open: true }],
});
const night = { from: '21:00', to: '09:00' };
const paris = (on: string, time: string) => instantOf(day(on), time, 'Europe/Paris');
const lateEvening = paris('2027-03-10', '22:30');

function recipient(changes: Partial<Person> = {}, accounts = [onTelegram, onSignal]): Recipient {
  return { person: person(changes), accounts };
}

describe('the way to somebody', () => {
  it('when both channels are linked, takes the one they prefer, whatever order they were linked in', () => {
    const reversed = [onSignal, onTelegram];
    expect(routeTo(recipient({ channels: ['signal', 'telegram'] }), 'info', [], noon)).toMatchObject({
      type: 'now',
      chat: 'signal:+33600000000:aci-lea',
    });
    expect(routeTo(recipient({ channels: ['telegram', 'signal'] }, reversed), 'info', [], noon)).toMatchObject({
      type: 'now',
      chat: 'telegram:staff:1001',
      silent: false,
      insists: false,
    });
  });

  it('when the preferred way was tried, takes the next; when all were, there is none', () => {
    const tried = ['telegram:staff telegram:staff:1001'];
    expect(routeTo(recipient(), 'info', tried, noon)).toMatchObject({ type: 'now', account: onSignal });
    const all = [...tried, 'signal:+33600000000 signal:+33600000000:aci-lea'];
    expect(routeTo(recipient(), 'urgent', all, noon)).toEqual({ type: 'nowhere' });
  });

  it('when an account was revoked or its chat is blocked, it is no way', () => {
    const revoked = { ...onTelegram, revokedAt: noon };
    const blocked = { ...onTelegram, reach: onTelegram.reach.map((way) => ({ ...way, open: false })) };
    for (const lost of [revoked, blocked])
      expect(routeTo(recipient({}, [lost]), 'urgent', [], noon)).toEqual({ type: 'nowhere' });
    expect(routeTo(recipient({}, [blocked, onSignal]), 'info', [], noon)).toMatchObject({ account: onSignal });
  });

  it('when a linked channel is not among those they chose, it is the last resort', () => {
    const onlyTelegram: Partial<Person> = { channels: ['telegram'] };
    expect(routeTo(recipient(onlyTelegram, [onSignal, onTelegram]), 'info', [], noon)).toMatchObject({
      account: onTelegram,
    });
    expect(routeTo(recipient(onlyTelegram, [onSignal]), 'info', [], noon)).toMatchObject({ account: onSignal });
    const tried = ['telegram:staff telegram:staff:1001'];
    expect(routeTo(recipient(onlyTelegram), 'info', tried, noon)).toMatchObject({ account: onSignal });
  });
});

describe('quiet hours', () => {
  it('when Telegram is the way, it is delivered at once without a sound', () => {
    expect(routeTo(recipient({ quiet: night }), 'action', [], lateEvening)).toMatchObject({
      type: 'now',
      silent: true,
    });
  });

  it('when Signal is the way, it waits until they end, since Signal cannot be silent', () => {
    const onlySignal = recipient({ quiet: night, channels: ['signal'] });
    expect(routeTo(onlySignal, 'action', [], lateEvening)).toEqual({ type: 'later', at: paris('2027-03-11', '09:00') });
  });

  it.each(['telegram', 'signal'] as const)(
    'when it is urgent, %s carries it at once, with a sound and the reason',
    (channel) => {
      const route = routeTo(recipient({ quiet: night, channels: [channel] }), 'urgent', [], lateEvening);
      expect(route).toMatchObject({ type: 'now', silent: false, insists: true });
      expect(routeTo(recipient({ quiet: night, channels: [channel] }), 'urgent', [], noon)).toMatchObject({
        insists: false,
      });
    },
  );

  it('when the person lives elsewhere, their own clock counts', () => {
    const newYork = { quiet: night, timezone: 'America/New_York', channels: ['signal'] as const };
    expect(routeTo(recipient({ ...newYork, channels: ['signal'] }), 'info', [], lateEvening)).toMatchObject({
      type: 'now',
    });
    const theirNight = instantOf(day('2027-03-10'), '23:00', 'America/New_York');
    expect(routeTo(recipient({ ...newYork, channels: ['signal'] }), 'info', [], theirNight)).toEqual({
      type: 'later',
      at: instantOf(day('2027-03-11'), '09:00', 'America/New_York'),
    });
  });

  it.each([
    ['the first minute', '21:00', true],
    ['the minute before', '20:59', false],
    ['after midnight', '00:00', true],
    ['the last minute', '08:59', true],
    ['the end itself', '09:00', false],
  ])('when it is %s, they are %s: %s', (_case, time, quiet) => {
    expect(quietEnd(night, 'Europe/Paris', paris('2027-03-10', time)) !== null).toBe(quiet);
  });

  it('when they do not span midnight, they end the same day', () => {
    const nap = { from: '13:00', to: '15:00' };
    expect(quietEnd(nap, 'Europe/Paris', paris('2027-03-10', '14:00'))).toBe(paris('2027-03-10', '15:00'));
    expect(quietEnd(nap, 'Europe/Paris', paris('2027-03-10', '15:00'))).toBeNull();
    expect(quietEnd(nap, 'Europe/Paris', paris('2027-03-10', '12:59'))).toBeNull();
  });

  it('when they begin and end at the same time, there are none', () => {
    expect(quietEnd({ from: '08:00', to: '08:00' }, 'Europe/Paris', noon)).toBeNull();
  });

  it('when clocks jump forward in the night, they end at the hour clocks show, an hour of life earlier', () => {
    const evening = paris('2027-03-27', '22:00');
    expect((quietEnd(night, 'Europe/Paris', evening) ?? 0) - evening).toBe(10 * hour);
    const evening2 = paris('2027-10-30', '22:00');
    expect((quietEnd(night, 'Europe/Paris', evening2) ?? 0) - evening2).toBe(12 * hour);
  });

  it('when they end within the hour that does not exist, they end after the jump and never in the past', () => {
    const until = { from: '22:00', to: '02:30' };
    const now = paris('2027-03-28', '01:30');
    expect(quietEnd(until, 'Europe/Paris', now)).toBeGreaterThan(now);
  });

  it('whenever they are and whatever the zone, waiting until their end is over leads out of them', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(
        time,
        time,
        fc.constantFrom('Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'),
        fc.integer({ min: Date.UTC(2027, 0, 1), max: Date.UTC(2027, 11, 31) }),
        (from, to, zone, now) => {
          const end = quietEnd({ from, to }, zone, now);
          if (end === null) return;
          expect(end).toBeGreaterThan(now);
          expect(end - now).toBeLessThanOrEqual(25 * hour);
          expect(quietEnd({ from, to }, zone, end)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the step that tells', () => {
  const planning = (now = noon) => ({ now, random: seededRandom(), texts: textsOf('fr') });
  const notice = { id: 'notice', severity: 'action' as const, text: [...plain('Une carte')] };
  const asked = {
    ...notice,
    purpose: 'approval' as const,
    subject: 'approval-1',
    rows: [[{ key: 'noted', label: 'Bien noté' }], [{ key: 'page', label: 'Plan', link: 'https://x.test' }]],
  };
  const record = (draft: ReturnType<typeof draftNotice>, name: string): unknown =>
    JSON.parse(draft.writes?.find((write) => write.collection === name)?.value?.json ?? 'null');

  it('when it asks something, a question waits whose nonces are those of the buttons, pages apart', () => {
    const draft = draftNotice(asked, recipient(), planning());
    const question = questions.schema.parse(record(draft, 'questions'));
    expect(question.card).toBe(draft.outbound?.[0]?.id);
    expect(question.choices.map((choice) => choice.key)).toEqual(['noted']);
    const operation = draft.outbound?.[0]?.operation;
    expect(operation?.type === 'send' ? operation.rows[0]?.[0]?.nonce : null).toBe(question.choices[0]?.nonce);
  });

  it('when it only tells, nothing waits for an answer', () => {
    const draft = draftNotice(notice, recipient(), planning());
    expect(draft.writes?.map((write) => write.collection)).toEqual(['notifications']);
    expect(draft.outbound?.[0]).toMatchObject({ notification: 'notice', important: false });
  });

  it('when the first channel fails, the next attempt is another message with buttons of its own', () => {
    const first = draftNotice(asked, recipient(), planning());
    const noted: Notification = notifications.schema.parse(record(first, 'notifications'));
    const second = draftAttempt(noted, recipient(), { ...planning(), random: seededRandom(9) });
    expect(second.outbound?.[0]).toMatchObject({ chat: 'signal:+33600000000:aci-lea' });
    expect(second.outbound?.[0]?.id).not.toBe(first.outbound?.[0]?.id);
    const third = draftAttempt(notifications.schema.parse(record(second, 'notifications')), recipient(), planning());
    expect(third.outbound ?? []).toEqual([]);
    expect(record(third, 'notifications')).toMatchObject({ state: 'failed' });
  });

  it('when it has to wait, nothing is sent and one due row names it', () => {
    const draft = draftNotice(notice, recipient({ quiet: night, channels: ['signal'] }), planning(lateEvening));
    expect(draft.outbound ?? []).toEqual([]);
    expect(draft.due).toEqual([
      expect.objectContaining({ id: 'notification:notice', at: paris('2027-03-11', '09:00') }),
    ]);
    expect(record(draft, 'notifications')).toMatchObject({ state: 'waiting', tried: [] });
  });

  it('when it is urgent in the night, says first that it is despite the quiet hours', () => {
    const urgent = { ...notice, severity: 'urgent' as const };
    const draft = draftNotice(urgent, recipient({ quiet: night }), planning(lateEvening));
    const operation = draft.outbound?.[0]?.operation;
    const text = operation?.type === 'send' ? operation.text.map((span) => span.text).join('') : '';
    expect(text).toMatch(/heures calmes.*\nUne carte$/s);
    expect(draft.outbound?.[0]).toMatchObject({ important: true, lane: 'reply' });
  });
});
