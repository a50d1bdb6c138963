import { joinDrafts, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { reply } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, daysBetween, timeAt } from '../../domain/day.ts';
import { factsFor } from '../../domain/day-sheet/facts.ts';
import { hourKeys, inOrder } from '../../domain/day-sheet/sheet.ts';
import { firstName } from '../../domain/person.ts';
import { readDayQuestion, readSheetLine, type DayQuestion } from '../../domain/road-words/index.ts';
import { agencyDay, inChargeOf, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { linesOf, nameOf, type SheetLine } from '../../agency/road/sheet-lines.ts';
import { bigDay, capital, placeOf } from '../../agency/road/sheet-text.ts';
import { recipients } from '../../agency/recipients.ts';
import { stacked } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { fitting, namesDate, namesIn } from './find-date.ts';
import { roadOf } from './on-the-road.ts';
import { showSheet } from './sheet-command.ts';

const daysAhead = 60;
/** So near, a question is about that date even if it names none. */
const near = 3;

/** « on mange quand ? », « le wifi ? »: answered from the sheet, else passed on to whoever is in charge of that date. */
export async function dayQuestionIntent(turn: Turn, text: string): Promise<Draft | null> {
  const question = readDayQuestion(text);
  if (question === null) return null;
  const isGroup = turn.inbound.chatKind === 'group';
  const known = await meant(turn, text, await roadOf(turn, isGroup ? near : daysAhead));
  if (known === null) return null;
  if (question.about === 'sheet') return isGroup ? null : showSheet(turn, known);
  const answer = answerTo(turn, known, question);
  if (answer !== null) return { outbound: [reply(turn, answer, { replyTo: isGroup ? turn.inbound.message : null })] };
  // In a group only what is about to happen is worth a word of ours.
  const away = daysBetween(agencyDay(turn), known.show.day);
  return isGroup && away > 1 ? null : passOn(turn, known, text);
}

/** The date that is named; else that of tomorrow if they say so; else the next one. */
async function meant(turn: Turn, text: string, known: readonly KnownSheet[]): Promise<KnownSheet | null> {
  const today = agencyDay(turn);
  const coming = known.filter(({ show }) => show.day >= today);
  const line = readSheetLine(text, { ...contextOf(turn), names: namesIn(coming) });
  const named = namesDate(line.date) ? fitting(coming, line.date) : coming;
  const tomorrow = /demain|tomorrow/i.test(text) ? coming.filter(({ show }) => show.day === addDays(today, 1)) : [];
  return tomorrow[0] ?? named[0] ?? null;
}

/** Which lines answer a question that more than one line does. */
const together: Readonly<Partial<Record<DayQuestion['about'], readonly string[]>>> = {
  travel: ['leg', 'departs', 'hour:departure', 'hour:call'],
  contact: ['contact', 'regisseur'],
  meeting: ['info:meeting', 'hour:call'],
  hotel: ['info:hotel', 'info:rooms'],
  rooms: ['info:rooms', 'info:hotel'],
  catering: ['info:catering', 'hour:meal'],
  meal: ['hour:meal', 'info:catering'],
};

function answerTo(turn: Turn, known: KnownSheet, { about }: DayQuestion): Text | null {
  if (about === 'people') return said(turn, known, [peopleLine(turn, known)]);
  const lines = linesOf(turn, turn.texts, known, factsFor(known.show, known.sheet, turn.person.id));
  if (about === 'next') return said(turn, known, nextLine(turn, known, lines));
  const keys = together[about] ?? [`${isHour(about) ? 'hour' : 'info'}:${about}`];
  return said(
    turn,
    known,
    lines.filter(({ key }) => keys.includes(key) || keys.includes(key.split(':')[0] ?? '')),
  );
}

function isHour(about: string): boolean {
  return hourKeys.some((key) => key === about);
}

function said(turn: Turn, known: KnownSheet, lines: readonly SheetLine[]): Text | null {
  // In a group nobody's number and no password is said aloud.
  const open =
    turn.inbound.chatKind === 'group' ? lines.filter(({ key }) => !['contact', 'info:wifi'].includes(key)) : lines;
  if (open.length === 0) return null;
  const about = { day: bigDay(turn, turn.texts, known), venue: placeOf(known) };
  return stacked(
    open.map((line) =>
      turn.texts.say(line.time === null ? 'road-answer' : 'road-answer-hour', {
        ...about,
        label: capital(line.label),
        text: line.text,
      }),
    ),
  );
}

function peopleLine(turn: Turn, known: KnownSheet): SheetLine {
  const names = [...known.party.people.map((id) => nameOf(known, id)), ...known.party.others.map(({ name }) => name)];
  const text = [{ text: new Intl.ListFormat(turn.texts.locale).format(names) }];
  return { key: 'party', label: turn.texts.label('sheet-party'), time: null, text };
}

/** What comes next by the clock of the agency; all of it before the day has begun. */
function nextLine(turn: Turn, known: KnownSheet, lines: readonly SheetLine[]): SheetLine[] {
  const hours = inOrder(lines.flatMap((line) => (line.time === null ? [] : [{ ...line, time: line.time }])));
  if (known.show.day > agencyDay(turn)) return hours.slice(0, 1);
  const rank = (time: string): string => (time < '06:00' ? `1${time}` : `0${time}`);
  const now = rank(timeAt(turn.now, turn.agency.timezone));
  return hours.filter(({ time }) => rank(time) >= now).slice(0, 1);
}

async function passOn(turn: Turn, known: KnownSheet, question: string): Promise<Draft> {
  const ids = inChargeOf(known).filter((id) => id !== turn.person.id);
  const told = (await recipients(turn.store, ids, turn.today)).filter(({ accounts }) =>
    accounts.some((account) => account.revokedAt === null),
  );
  if (told.length === 0)
    return { outbound: [reply(turn, turn.texts.say('road-asked-nobody', { contact: turn.agency.contact }))] };
  const names = new Intl.ListFormat(turn.texts.locale).format(told.map(({ person }) => firstName(person)));
  const id = `question-${turn.random.token()}`;
  return joinDrafts(
    { outbound: [reply(turn, turn.texts.say('road-asked', { names }))] },
    ...told.map((one) => {
      const texts = turn.textsOf(one.person.locale);
      const about = { name: firstName(turn.person), venue: placeOf(known), day: bigDay(turn, texts, known) };
      const notice = {
        id: `${id}.${one.person.id}`,
        severity: 'action' as const,
        purpose: 'action' as const,
        subject: known.show.id,
        text: [...texts.say('road-question', { ...about, question: question.slice(0, 300) })],
        rows: [[{ key: `talk.reply:${turn.person.id}/${known.show.id}`, label: texts.label('road-question-answer') }]],
      };
      return draftNotice(notice, one, { now: turn.now, random: turn.random, texts });
    }),
  );
}
