import { commitCard } from '../../core/card.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { questions, type Question } from '../../core/records/dialogue.ts';
import { notifications } from '../../core/records/oversight.ts';
import { outbound, retire } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { plain, type Text } from '../../core/text.ts';
import { type Step } from '../../core/turn.ts';
import { addDays, dayAt, instantOf } from '../../domain/day.ts';
import { type Person } from '../../domain/person.ts';
import { laterDay, type Asked, type SoundingAnswer } from '../../domain/sounding.ts';
import { dayName } from '../../agency/wording.ts';
import { answerOffers, askText, type About } from './wording.ts';

const mark = '✓ ';

/** How one member is asked: under which notification, after which words, and whether it may be put off. */
export interface Asking {
  readonly notification: string;
  readonly intro: Text | null;
  readonly mayWait: boolean;
}

/** Asks one member, on the channel they prefer. */
export function draftAsk(step: Step, about: About, { person, accounts }: Recipient, asking: Asking): Draft {
  const texts = step.textsOf(person.locale);
  const { id, day, deadline } = about.sounding;
  const later = asking.mayWait ? laterDay(step.now, deadline, person.timezone) : null;
  const rows = answerOffers(texts, id, later === null ? null : { day: later, today: dayAt(step.now, person.timezone) });
  const question = askText(step, texts, about, person);
  const notice = {
    id: asking.notification,
    severity: 'action' as const,
    // An answer after the deadline still counts, and a date is asked about until it is over.
    until: instantOf(day, '23:59', step.agency.timezone),
    purpose: 'action' as const,
    subject: `${id}.asked`,
    text: asking.intro === null ? [...question] : [...asking.intro, { text: '\n' }, ...question],
    rows: rows.map((row) => row.map(({ key, label, tone, means }) => ({ key, label, tone, means }))),
    poll: texts.label('sounding-poll', { day: dayName(step, texts, day) }),
  };
  return draftNotice(notice, { person, accounts }, { now: step.now, random: step.random, texts });
}

/**
 * Rewrites one member's card: the question, what became of it, and the same choices in the same order, so that a number sent
 * twice means the same. A bare « ok » can only repeat what was said, never turn it. `says` null takes the choices away.
 */
export function rewriteMemberCard(
  step: Step,
  about: About,
  person: Person,
  question: Versioned<Question>,
  outcome: { readonly text: Text; readonly says: SoundingAnswer['says'] | null },
): Draft {
  const texts = step.textsOf(person.locale);
  const { value } = question;
  const rows = outcome.says === null ? [] : markedRows(value.choices, outcome.says);
  const text = [...askText(step, texts, about, person), ...plain('\n\n'), ...outcome.text];
  const poll =
    value.poll === null || rows.length === 0
      ? null
      : texts.label('sounding-poll', { day: dayName(step, texts, about.sounding.day) });
  const target = { id: value.id, bot: value.bot, chat: value.chat, card: value.card };
  const card = commitCard({ text, rows, acceptsText: false, target, ...(poll === null ? {} : { poll }) }, step);
  const drawn: Question = {
    ...value,
    choices: card.choices,
    poll: card.poll,
    retired: retire(value),
    state: rows.length === 0 ? 'closed' : 'open',
    until: Math.max(value.until, instantOf(addDays(about.sounding.day, 1), '06:00', step.agency.timezone)),
  };
  return { guards: [unchanged(questions, question)], outbound: [card.outbound], writes: [put(questions, drawn)] };
}

function markedRows(choices: Question['choices'], says: SoundingAnswer['says']): Offer[][] {
  const offers = choices.map(({ key, label }) => {
    const bare = label.startsWith(mark) ? label.slice(mark.length) : label;
    if (!key.startsWith(`sounding.${says}:`)) return { key, label: bare };
    return { key, label: `${mark}${bare}`, means: says === 'yes' || says === 'no' ? says : undefined };
  });
  return [offers.slice(0, 2), offers.slice(2)].filter((row) => row.length > 0);
}

/** The card on which somebody was asked last; null while it waits for the end of quiet hours, or went by mail. */
export async function memberCard(step: Step, asked: Asked): Promise<Versioned<Question> | null> {
  const notification = await step.store.get(notifications, asked.notification);
  const message = notification?.value.message ?? null;
  return message === null ? null : step.store.get(questions, message);
}

/** A question that has not gone out yet does not go out any more. */
export async function withdrawWaiting(step: Step, asked: Asked): Promise<Draft> {
  const found = await step.store.get(notifications, asked.notification);
  if (found === null || found.value.state !== 'waiting') return {};
  return {
    guards: [unchanged(notifications, found)],
    writes: [put(notifications, { ...found.value, state: 'withdrawn' })],
    cancel: [`notification:${found.value.id}`],
  };
}

/** The card further up loses its buttons without a word, since the question stands below anew. */
export async function closeEarlier(step: Step, asked: Asked): Promise<Draft> {
  const question = await memberCard(step, asked);
  if (question === null) return {};
  const { bot, chat, card } = question.value;
  return joinDrafts({ outbound: [outbound(step, { bot, chat }, { type: 'close', target: card })] });
}
