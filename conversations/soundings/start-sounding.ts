import { auditLine } from '../../core/audit.ts';
import { absent, joinDrafts, put, type Draft } from '../../core/commit.ts';
import { type Ending, type Finish } from '../../core/conversation.ts';
import { type Recipient } from '../../core/notification.ts';
import { soundings } from '../../core/records/booking.ts';
import { questions } from '../../core/records/dialogue.ts';
import { outbound, react } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { type Sounding } from '../../domain/sounding.ts';
import { negotiates } from '../../agency/deciders.ts';
import { stacked } from '../../agency/wording.ts';
import { askerRows, soundingText } from './asker-card.ts';
import { rowsOf } from './chase.ts';
import { type SoundingFields } from './fields.ts';
import { readSounding } from './known-sounding.ts';
import { draftAsk } from './member-cards.ts';
import { deadlineOf } from './recap.ts';
import { rosterOf, type Roster } from './roster.ts';

function ended(turn: Turn, key: string): Ending {
  return { text: turn.texts.say(key), toast: turn.texts.label(key), rows: [], subject: 'sounding', draft: {} };
}

/** [Laisser tomber]. */
export const dropSounding: Finish = async (turn) => {
  const ending = ended(turn, 'sounding-dropped');
  // Said in words, it gets a sign: the card that changes may stand far up.
  return turn.inbound.content.type === 'text' ? { ...ending, draft: { outbound: react(turn, '👌') } } : ending;
};

/** [Demander à…]: the sounding, a question to each in private, and what waits for those who stay silent. */
export function startSounding(fields: SoundingFields): Finish {
  return async (turn) => {
    const roster = await rosterOf(turn, fields);
    if (roster === null || !negotiates(turn.person, roster.artist)) return ended(turn, 'sounding-dropped');
    if (roster.toAsk.length === 0)
      return roster.open === null ? ended(turn, 'sounding-nobody') : showOpen(turn, roster.open.id);
    const sounding = soundingFrom(turn, fields, roster);
    const about = { sounding, artist: roster.artist, venue: roster.venue };
    const notices = roster.toAsk.map((member) =>
      draftAsk(turn, about, member, { notification: notificationOf(sounding, member), intro: null, mayWait: true }),
    );
    const begun: Draft = {
      guards: [...roster.guards, absent(soundings, sounding.id)],
      writes: [put(soundings, sounding), auditLine(turn, 'sounding.asked', sounding.id, String(sounding.asked.length))],
      due: rowsOf(sounding, turn.now),
    };
    return {
      text: await soundingText(turn, turn.texts, about, turn.person),
      toast: turn.texts.label('sounding-sent-toast'),
      rows: askerRows(turn.texts, about),
      subject: sounding.id,
      draft: joinDrafts(begun, ...notices),
    };
  };
}

function notificationOf(sounding: Pick<Sounding, 'id'>, { person }: Recipient): string {
  return `${sounding.id}.${person.id}`;
}

function soundingFrom(turn: Turn, fields: SoundingFields, roster: Roster): Sounding {
  const id = `sounding-${turn.random.token()}`;
  return {
    id,
    artist: roster.artist.id,
    day: roster.day,
    venue: roster.venue?.id ?? null,
    place: fields.place,
    lead: fields.lead,
    askedBy: turn.person.id,
    askedAt: turn.now,
    deadline: deadlineOf(turn, fields, roster),
    asked: roster.toAsk.map((member) => ({
      person: member.person.id,
      notification: notificationOf({ id }, member),
      answer: null,
      chased: 0,
      again: false,
    })),
    state: 'open',
    closedBy: null,
  };
}

/** Everybody has been asked already: the card of that sounding, which from here on is this one. */
export async function showOpen(turn: Turn, id: string): Promise<Ending> {
  const known = await readSounding(turn, id);
  if (known === null || !negotiates(turn.person, known.about.artist)) return ended(turn, 'sounding-dropped');
  const earlier = (await turn.store.find(questions, { name: 'subject', value: id })).filter(
    (one) => one.value.person === turn.person.id && one.value.state === 'open',
  );
  return {
    text: stacked([
      turn.texts.say('sounding-already-asked'),
      await soundingText(turn, turn.texts, known.about, turn.person),
    ]),
    toast: null,
    rows: askerRows(turn.texts, known.about),
    subject: id,
    draft: {
      outbound: earlier.map(({ value }) => outbound(turn, value, { type: 'close', target: value.card })),
      due: rowsOf(known.about.sounding, turn.now).filter((row) => row.kind === 'sounding.card'),
    },
  };
}
