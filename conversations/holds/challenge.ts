import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { holds, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Approval } from '../../core/records/oversight.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step, type Turn } from '../../core/turn.ts';
import { type Hold } from '../../domain/date-booking.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';
import { afterWorkingHours } from '../../domain/working-hours.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { aheadOf, briefOf } from '../../agency/deal-brief.ts';
import { dealers } from '../../agency/deciders.ts';
import { bookersOf } from '../../agency/holds.ts';
import { dayName, letterDay, placeName } from '../../agency/wording.ts';
import { knownHold, ownLiveHold, type KnownHold } from './known-holds.ts';

/** Two working days to answer. */
const workingHours = 18;

/** [Demander confirmation] on the card of a deal that another option stands before. */
export async function challengeAhead(turn: Turn, approval: Approval): Promise<Draft> {
  const lead = await turn.store.get(leads, approval.subject.id);
  const brief = lead === null ? null : await briefOf(turn, lead.value);
  const ahead = brief === null ? null : aheadOf(brief);
  const known = ahead === null ? null : await knownHold(turn, ahead.id);
  if (known === null) return { outbound: tell(turn, turn.texts.label('hold-nobody-ahead'), true) };
  return joinDrafts({ outbound: answerPress(turn, '') }, await challenge(turn, known, approval.subject.id));
}

/** [Demander confirmation] under an option, or somebody else wants the date. */
export const challengeAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const known = await ownLiveHold(turn, subject);
    if (known === null) return { outbound: tell(turn, turn.texts.label('hold-gone'), true) };
    return joinDrafts({ outbound: answerPress(turn, '') }, await challenge(turn, known, null));
  },
};

/**
 * A demande de confirmation: whoever books the option is asked to get an answer from its organiser in working hours, with the
 * mail ready to send. Asked twice, the first deadline stands.
 */
export async function challenge(turn: Turn, known: KnownHold, lead: string | null): Promise<Draft> {
  const { value } = known.hold;
  if (value.challenge !== null) {
    const when = deadlineText(turn, turn.texts, value.challenge.deadline);
    return { outbound: [reply(turn, turn.texts.say('hold-challenge-already', { when }))] };
  }
  const zone = turn.agency.timezone;
  const deadline = afterWorkingHours(turn.now, workingHours, zone, turn.holidays);
  const challenged: Hold = { ...value, challenge: { lead, askedAt: turn.now, deadline, over: false } };
  const bookers = await bookersOf(turn, challenged, known.artist);
  const notices = await Promise.all(bookers.map((booker) => askBooker(turn, challenged, known, booker)));
  const names = new Intl.ListFormat(turn.texts.locale).format(bookers.map((booker) => firstName(booker.person)));
  const said = turn.texts.say('hold-challenged', { names, when: deadlineText(turn, turn.texts, deadline) });
  const own = bookers.length === 1 && bookers[0]?.person.id === turn.person.id;
  return joinDrafts(
    {
      guards: [unchanged(holds, known.hold)],
      writes: [put(holds, challenged), auditLine(turn, 'hold.challenged', value.id, 'done')],
      due: [{ id: `hold:${value.id}:challenge`, kind: 'hold.challenge', at: deadline, payload: { hold: value.id } }],
      outbound: own ? [] : [reply(turn, said)],
    },
    ...notices,
  );
}

/** « vendredi 27 nov. à 18 h » */
export function deadlineText(step: Step, texts: Texts, at: number): string {
  const zone = step.agency.timezone;
  return texts.label('hold-when', { day: dayName(step, texts, dayAt(at, zone)), time: clockTime(at, zone, texts) });
}

async function askBooker(step: Step, hold: Hold, known: KnownHold, booker: Recipient): Promise<Draft> {
  const texts = step.textsOf(booker.person.locale);
  const venue = await step.store.get(venues, hold.venue);
  const when = deadlineText(step, texts, hold.challenge?.deadline ?? step.now);
  const about = {
    artist: known.artist.name,
    venue: placeName(venue?.value),
    day: [{ text: dayName(step, texts, hold.day), style: 'bold' as const }],
    rank: hold.rank,
    when,
  };
  const notice = {
    id: `${hold.id}.challenge${hold.challenge?.askedAt ?? 0}.${booker.person.id}`,
    severity: 'action' as const,
    purpose: 'action' as const,
    subject: hold.id,
    text: [
      ...texts.say('hold-challenge', about),
      { text: '\n\n' },
      ...mailTo(step, hold, known, booker, venue?.value.contact?.name ?? null),
    ],
    rows: answerRows(texts, hold, false),
  };
  return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
}

/** The letter to the organiser, in the agency's own language, ready to copy. */
function mailTo(step: Step, hold: Hold, known: KnownHold, booker: Recipient, contact: string | null): Text {
  const texts = step.textsOf(step.agency.locale);
  return texts.say('hold-challenge-mail', {
    greeting:
      contact === null ? texts.label('hold-mail-greeting') : texts.label('hold-mail-greeting-name', { name: contact }),
    artist: known.artist.name,
    day: letterDay(texts, hold.day),
    rank: hold.rank,
    when: letterDay(texts, dayAt(hold.challenge?.deadline ?? step.now, step.agency.timezone)),
    time: clockTime(hold.challenge?.deadline ?? step.now, step.agency.timezone, texts),
    agency: step.agency.name,
    sender: firstName(booker.person),
  });
}

/** What the organiser may have answered; after the deadline, also to wait another working day. */
export function answerRows(texts: Texts, hold: Hold, over: boolean): { key: string; label: string }[][] {
  return [
    [
      { key: `hold.confirm:${hold.id}`, label: texts.label('hold-do-confirm') },
      { key: `hold.release:${hold.id}`, label: texts.label('hold-do-release') },
    ],
    ...(over ? [[{ key: `hold.wait:${hold.id}`, label: texts.label('hold-do-wait') }]] : []),
  ];
}

const oneWorkingDay = 9;

/** [Attendre encore un jour] after a deadline without an answer. */
export const waitMore: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const known = await ownLiveHold(turn, subject);
    const challenge = known?.hold.value.challenge ?? null;
    if (known === null || challenge === null) return { outbound: tell(turn, turn.texts.label('hold-gone'), true) };
    const deadline = afterWorkingHours(turn.now, oneWorkingDay, turn.agency.timezone, turn.holidays);
    const { value } = known.hold;
    const when = deadlineText(turn, turn.texts, deadline);
    return {
      guards: [unchanged(holds, known.hold)],
      writes: [put(holds, { ...value, challenge: { ...challenge, deadline, over: false } })],
      due: [{ id: `hold:${value.id}:challenge`, kind: 'hold.challenge', at: deadline, payload: { hold: value.id } }],
      outbound: [...answerPress(turn, ''), reply(turn, turn.texts.say('hold-waiting', { when }))],
    };
  },
};
