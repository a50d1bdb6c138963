import { type Person } from '../domain/person.ts';
import { quietEnd } from '../domain/quiet-hours.ts';
import { joinDrafts, put, type Draft } from './commit.ts';
import { type Choice, type Outbound } from './outbound.ts';
import { type Random } from './random.ts';
import { channelOf, type BotRef, type ChatRef } from './refs.ts';
import { questions, type Question } from './records/dialogue.ts';
import { type Account } from './records/identity.ts';
import { notifications, type Notification } from './records/oversight.ts';
import { armed, choicesOf } from './replies.ts';
import { type Texts } from './texts.ts';
import { lines, type Text } from './text.ts';

const week = 7 * 24 * 3_600_000;

/** Somebody to be told, with every account linked to them. */
export interface Recipient {
  readonly person: Person;
  readonly accounts: readonly Account[];
}

/** How a notification travels: now, when the quiet hours end, or not at all. */
export type Route =
  | {
      readonly type: 'now';
      readonly account: Account;
      readonly bot: BotRef;
      readonly chat: ChatRef;
      readonly silent: boolean;
      readonly insists: boolean;
    }
  | { readonly type: 'later'; readonly at: number }
  | { readonly type: 'nowhere' };

/**
 * Picks the next way to reach somebody: their preferred channels first, ways already tried left out. In quiet hours Telegram
 * delivers without a sound; Signal cannot, so it waits; what is urgent goes through at once and says why.
 */
export function routeTo(
  recipient: Recipient,
  severity: Notification['severity'],
  tried: readonly string[],
  now: number,
): Route {
  const quietUntil = quietEnd(recipient.person.quiet, recipient.person.timezone, now);
  // Whoever linked an account can be reached there, even where they never said that they prefer it.
  const channels = new Set([...recipient.person.channels, ...recipient.accounts.map((one) => channelOf(one.id))]);
  for (const channel of channels) {
    for (const account of recipient.accounts) {
      if (account.revokedAt !== null || channelOf(account.id) !== channel) continue;
      const reach = account.reach.find((way) => way.open && !tried.includes(`${way.bot} ${way.chat}`));
      if (reach === undefined) continue;
      const quiet = quietUntil !== null && severity !== 'urgent';
      if (quiet && channel === 'signal') return { type: 'later', at: quietUntil };
      return {
        type: 'now',
        account,
        bot: reach.bot,
        chat: reach.chat,
        silent: quiet,
        insists: quietUntil !== null && severity === 'urgent',
      };
    }
  }
  return { type: 'nowhere' };
}

/** What a new notification says and asks. */
export type Notice = Pick<Notification, 'id' | 'severity' | 'text'> &
  Partial<Pick<Notification, 'withoutButtons' | 'rows' | 'purpose' | 'subject' | 'careful' | 'poll' | 'until'>>;

/** What planning needs besides the notice. */
export interface Planning {
  readonly now: number;
  readonly random: Random;
  readonly texts: Texts;
}

/** The step that tells somebody something, or that notes when to. */
export function draftNotice(notice: Notice, recipient: Recipient, planning: Planning): Draft {
  const notification: Notification = {
    withoutButtons: null,
    rows: [],
    purpose: null,
    subject: notice.id,
    careful: false,
    poll: null,
    until: null,
    ...notice,
    text: [...notice.text],
    person: recipient.person.id,
    tried: [],
    message: null,
    state: 'waiting',
    readAt: null,
    at: planning.now,
  };
  return draftAttempt(notification, recipient, planning);
}

/** The step that makes the next attempt for a notification: after quiet hours, or by another channel after a failure. */
export function draftAttempt(notification: Notification, recipient: Recipient, planning: Planning): Draft {
  const route = routeTo(recipient, notification.severity, notification.tried, planning.now);
  if (route.type === 'later') {
    return {
      writes: [put(notifications, { ...notification, state: 'waiting' })],
      due: [
        {
          id: `notification:${notification.id}`,
          kind: 'notification.attempt',
          at: route.at,
          payload: { notification: notification.id },
        },
      ],
    };
  }
  if (route.type === 'nowhere') {
    // E-mail is what remains; the job for it is named here and not imported, since jobs are built on this room.
    const letter = {
      id: `platform.mail-notice:${notification.id}`,
      name: 'platform.mail-notice',
      payload: { notification: notification.id },
    };
    return { writes: [put(notifications, { ...notification, state: 'failed' })], jobs: [letter] };
  }
  return sendBy(route, notification, recipient, planning);
}

type Now = Extract<Route, { type: 'now' }>;

function sendBy(route: Now, notification: Notification, recipient: Recipient, planning: Planning): Draft {
  const id = `${notification.id}:${notification.tried.length}`;
  const rows = armed(notification.rows, planning.random, id);
  const tried = [...notification.tried, `${route.bot} ${route.chat}`];
  const sent: Draft = {
    writes: [put(notifications, { ...notification, tried, message: id, state: 'sent' })],
    outbound: [messageOf(id, route, notification, rows, planning)],
  };
  if (notification.purpose === null) return sent;
  const question: Question = {
    id,
    bot: route.bot,
    chat: route.chat,
    person: recipient.person.id,
    account: route.account.id,
    purpose: notification.purpose,
    subject: notification.subject,
    choices: choicesOf(rows),
    poll: notification.poll === null ? null : rows.flat().map((choice) => choice.key),
    retired: [],
    acceptsText: false,
    careful: notification.careful,
    state: 'open',
    openedAt: planning.now,
    until: notification.until ?? planning.now + week,
    card: id,
  };
  return joinDrafts(sent, { writes: [put(questions, question)] });
}

function messageOf(id: string, route: Now, notification: Notification, rows: Choice[][], planning: Planning): Outbound {
  const text: Text = route.insists
    ? lines([planning.texts.say('notification-urgent'), notification.text])
    : notification.text;
  return {
    id,
    bot: route.bot,
    chat: route.chat,
    lane: notification.severity === 'info' ? 'bulk' : 'reply',
    at: planning.now,
    until: null,
    notification: notification.id,
    important: notification.severity === 'urgent' || notification.purpose !== null,
    operation: {
      type: 'send',
      text: [...text],
      withoutButtons: notification.withoutButtons,
      rows,
      replyTo: null,
      silent: route.silent,
      poll: notification.poll,
    },
  };
}
