import { joinDrafts, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { react, reply } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, daysBetween, timeAt } from '../../domain/day.ts';
import { factsFor } from '../../domain/day-sheet/facts.ts';
import { nearestDate } from '../../domain/day-sheet/nearest.ts';
import { hourKeys, hourRank, inOrder } from '../../domain/day-sheet/sheet.ts';
import { firstName } from '../../domain/person.ts';
import { readDayQuestion, type DayQuestion } from '../../domain/road-words/index.ts';
import { inCharge } from '../../agency/road/in-charge.ts';
import { roadDay, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { linesOf, nameOf, type SheetLine } from '../../agency/road/sheet-lines.ts';
import { aboutText, capital } from '../../agency/road/sheet-text.ts';
import { recipients } from '../../agency/recipients.ts';
import { stacked } from '../../agency/wording.ts';
import { comingSheets, fitting, namesDate } from './find-date.ts';
import { roadOf } from './on-the-road.ts';
import { readLine } from './read-line.ts';
import { quoted } from './refused-text.ts';
import { showSheet } from './sheet-command.ts';

const daysAhead = 200;
/** A question that names no date is about one no further ahead than this. */
const soon = 60;
/** So near, a question in a group is about that date. */
const near = 3;

/** « on joue quand en mars ? » asks for dates, not for the hours of one. */
const asksForDates =
  /(?<!\p{L})(?:en|in)\s+(?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|jan|feb|march|apr|may|june|july|aug)/iu;

/** « on mange quand ? », « le wifi ? »: answered from the sheet, else passed on to whoever is in charge of that date. */
export async function dayQuestionIntent(turn: Turn, text: string): Promise<Draft | null> {
  const question = readDayQuestion(text);
  if (question === null) return null;
  const isGroup = turn.inbound.chatKind === 'group';
  const known =
    meant(turn, text, await roadOf(turn, isGroup ? near : daysAhead), false) ??
    // Whoever books it asks about a date they do not travel for by naming it.
    (isGroup ? null : meant(turn, text, await comingSheets(turn), question.about !== 'sheet'));
  if (known === null) return null;
  if (question.about === 'sheet') return isGroup ? null : showSheet(turn, known);
  return isGroup ? inGroup(turn, known, question, text) : inPrivate(turn, known, question, text);
}

async function inPrivate(turn: Turn, known: KnownSheet, question: DayQuestion, text: string): Promise<Draft> {
  const answer = answerTo(turn, known, question, turn.person.id);
  if (answer !== null) return { outbound: [reply(turn, answer)] };
  const asked = await passOn(turn, known, text);
  return joinDrafts(asked.draft, { outbound: [reply(turn, asked.text)] });
}

/**
 * In a group everybody reads what everybody has; what is nobody else's business comes in private. Only what is about to happen is
 * worth asking for, with a sign and no sentence.
 */
async function inGroup(turn: Turn, known: KnownSheet, question: DayQuestion, text: string): Promise<Draft | null> {
  const open = answerTo(turn, known, question, null);
  if (open !== null) return { outbound: [reply(turn, open, { replyTo: turn.inbound.message })] };
  const own = answerTo(turn, known, question, turn.person.id);
  if (own === null && daysBetween(roadDay(turn), known.show.day) > 1) return null;
  const asked = own === null ? await passOn(turn, known, text) : { draft: {}, text: own };
  const [asker] = await recipients(turn.store, [turn.person.id], turn.today);
  const notice = { id: `answer-${turn.random.token()}`, severity: 'action' as const, text: [...asked.text] };
  return joinDrafts(
    asked.draft,
    { outbound: react(turn, '👀') },
    asker === undefined ? {} : draftNotice(notice, asker, { now: turn.now, random: turn.random, texts: turn.texts }),
  );
}

/** The date that is named; else that of tomorrow if they say so; else the one they are at, or the next. */
function meant(turn: Turn, text: string, known: readonly KnownSheet[], mustName: boolean): KnownSheet | null {
  const today = roadDay(turn);
  const coming = known.filter(({ show }) => show.day >= today);
  // A sheet says nothing with a question mark; which date is meant a question says like any line.
  const line = readLine(turn, text.replaceAll('?', ' ').trim(), coming);
  if (asksForDates.test(text) || (line.date.days.type === 'days' && line.date.days.days.length > 1)) return null;
  const tomorrow = /demain|tomorrow/i.test(text) ? coming.filter(({ show }) => show.day === addDays(today, 1)) : [];
  if (mustName && !namesDate(line.date)) return null;
  if (tomorrow[0] !== undefined) return tomorrow[0];
  const fit = namesDate(line.date)
    ? fitting(coming, line.date)
    : coming.filter(({ show }) => daysBetween(today, show.day) <= soon);
  return nearestDate(fit, today, timeAt(turn.now, turn.agency.timezone));
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

/** For a reader, or for a group (null), where no number and no password is said aloud. */
function answerTo(turn: Turn, known: KnownSheet, { about }: DayQuestion, reader: string | null): Text | null {
  if (about === 'people') return said(turn, known, [peopleLine(turn, known)]);
  const lines = linesOf(turn, turn.texts, known, factsFor(known.show, known.sheet, reader));
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
  if (lines.length === 0) return null;
  const about = aboutText(turn, turn.texts, known);
  return stacked(
    lines.map((line) =>
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
  if (known.show.day > roadDay(turn)) return hours.slice(0, 1);
  const now = hourRank(timeAt(turn.now, turn.agency.timezone));
  return hours.filter(({ time }) => hourRank(time) >= now).slice(0, 1);
}

/** Whoever is in charge is asked; `text` is what whoever asks hears of it. */
async function passOn(turn: Turn, known: KnownSheet, question: string): Promise<{ draft: Draft; text: Text }> {
  const told = await inCharge(turn, known, turn.person.id);
  if (told.length === 0)
    return { draft: {}, text: turn.texts.say('road-asked-nobody', { contact: turn.agency.contact }) };
  const names = new Intl.ListFormat(turn.texts.locale).format(told.map(({ person }) => firstName(person)));
  const id = `question-${turn.random.token()}`;
  const asking = told.map((one) => {
    const texts = turn.textsOf(one.person.locale);
    const about = { name: firstName(turn.person), ...aboutText(turn, texts, known) };
    const notice = {
      id: `${id}.${one.person.id}`,
      severity: 'action' as const,
      purpose: 'action' as const,
      subject: known.show.id,
      text: [...texts.say('road-question', { ...about, question: quoted(question) })],
      rows: [[{ key: `talk.reply:${turn.person.id}/${known.show.id}`, label: texts.label('road-question-answer') }]],
    };
    return draftNotice(notice, one, { now: turn.now, random: turn.random, texts });
  });
  return { draft: joinDrafts(...asking), text: turn.texts.say('road-asked', { names }) };
}
