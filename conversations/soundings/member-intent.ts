import { type Draft } from '../../core/commit.ts';
import { joinDrafts } from '../../core/commit.ts';
import { questions, type Question } from '../../core/records/dialogue.ts';
import { react, reply } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { askedAgainAt, laterDay, type Asked } from '../../domain/sounding.ts';
import { daysIn } from '../../domain/spoken-days/index.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { readSounding, type KnownSounding } from './known-sounding.ts';
import { mayBeAboutIt, readMemberWords, type MemberWords } from './member-words.ts';
import { recordAnswer, type Said } from './record-answer.ts';
import { askText, listed, ownAnswer, weekdayName } from './wording.ts';

/** A date this person was asked for in this chat, which still counts. */
interface Waiting {
  readonly known: KnownSounding;
  readonly asked: Asked;
  readonly question: Versioned<Question>;
}

const longestCondition = 500;

/** « oui si on rentre le soir même », « finalement non », « je te dis jeudi »: said of the one date that somebody was asked for. */
export async function soundingAnswerIntent(turn: Turn, text: string): Promise<Draft | null> {
  const words = turn.inbound.chatKind === 'private' ? readMemberWords(text) : null;
  if (words === null) return null;
  const all = await askedHere(turn);
  const silent = all.filter(({ asked }) => asked.answer === null || asked.answer.says === 'later');
  // A change of mind is about what was answered; anything else about what was not.
  const meant = silent.length > 0 ? silent : all;
  const [only, second] = meant;
  if (only === undefined) return null;
  if (second !== undefined) return { outbound: [reply(turn, several(turn, meant))] };
  return carryOut(turn, only, words);
}

/** Words that nothing understood, from somebody who owes an answer: the question and how to answer it. */
export async function soundingReminderIntent(turn: Turn, text: string): Promise<Draft | null> {
  if (turn.inbound.chatKind !== 'private' || !mayBeAboutIt(text)) return null;
  const silent = (await askedHere(turn)).filter(({ asked }) => asked.answer === null);
  const [only, second] = silent;
  if (only === undefined) return null;
  return { outbound: [reply(turn, second === undefined ? waits(turn, only) : several(turn, silent))] };
}

/** Each date asked on a card of this chat, once, that was not stopped and is not over. */
async function askedHere(turn: Turn): Promise<Waiting[]> {
  const open = await turn.store.find(questions, { name: 'open', value: turn.inbound.chat });
  const cards = new Map<string, Versioned<Question>>();
  for (const question of open) {
    const key = question.value.choices.find((choice) => choice.key.startsWith('sounding.yes:'))?.key;
    if (key === undefined || question.value.account !== turn.account.id || turn.now > question.value.until) continue;
    cards.set(key.slice('sounding.yes:'.length), question);
  }
  const found = await Promise.all(
    [...cards].map(async ([id, question]): Promise<Waiting[]> => {
      const known = await readSounding(turn, id);
      const asked = known?.about.sounding.asked.find((one) => one.person === turn.person.id);
      const isOver =
        known === null ||
        known.about.sounding.state === 'closed' ||
        known.about.sounding.day < dayAt(turn.now, turn.agency.timezone);
      return known === null || asked === undefined || isOver ? [] : [{ known, asked, question }];
    }),
  );
  return found.flat();
}

async function carryOut(turn: Turn, waiting: Waiting, words: MemberWords): Promise<Draft> {
  const before = waiting.asked.answer;
  const hasAnswered = before !== null && before.says !== 'later';
  switch (words.type) {
    case 'yes':
    case 'no':
      if (before?.says === words.type) return { outbound: [reply(turn, turn.texts.say('sounding-already'))] };
      // A bare « ok » after an answer must not turn it.
      if (hasAnswered && !words.turns) return { outbound: [reply(turn, stands(turn, waiting))] };
      return note(turn, waiting, { says: words.type, condition: null, until: null });
    case 'condition':
      return note(turn, waiting, {
        says: 'condition',
        condition: words.condition.slice(0, longestCondition),
        until: null,
      });
    case 'later': {
      const until = hasAnswered ? null : laterIn(turn, waiting, words.words);
      if (until === null)
        return { outbound: [reply(turn, hasAnswered ? stands(turn, waiting) : waits(turn, waiting))] };
      return note(turn, waiting, { says: 'later', condition: null, until });
    }
    case 'unsure':
      return { outbound: [reply(turn, hasAnswered ? stands(turn, waiting) : waits(turn, waiting))] };
  }
}

async function note(turn: Turn, { known, asked, question }: Waiting, said: Said): Promise<Draft> {
  const { text, draft } = await recordAnswer(turn, known, asked, said, question);
  return joinDrafts({ outbound: [...react(turn, '👌'), reply(turn, text)] }, draft);
}

/** The morning of the day they name, when it comes before the deadline. */
function laterIn(turn: Turn, { known }: Waiting, words: string): number | null {
  const { sounding } = known.about;
  if (sounding.state !== 'open') return null;
  const zone = turn.person.timezone;
  const named = daysIn(words, contextOf(turn)).flatMap(({ parts }) => parts)[0]?.day;
  const day = named ?? (words === '' ? laterDay(turn.now, sounding.deadline, zone) : null);
  if (day === null) return null;
  const until = askedAgainAt(day, zone);
  return until > turn.now && until < sounding.deadline ? until : null;
}

/** « Une question t'attend : … », with what may be written. */
function waits(turn: Turn, { known }: Waiting): Text {
  const { sounding } = known.about;
  const day = sounding.state === 'open' ? laterDay(turn.now, sounding.deadline, turn.person.timezone) : null;
  const how =
    day === null
      ? turn.texts.say('sounding-how')
      : turn.texts.say('sounding-how-later', { day: weekdayName(turn.texts, day) });
  return stacked([askText(turn, turn.texts, known.about, turn.person), how]);
}

function stands(turn: Turn, { known, asked }: Waiting): Text {
  const { sounding } = known.about;
  return stacked([
    asked.answer === null ? null : ownAnswer(turn, turn.texts, sounding, asked.answer, turn.person.timezone),
    turn.texts.say('sounding-how-change'),
  ]);
}

function several(turn: Turn, waiting: readonly Waiting[]): Text {
  const dates = waiting.map(({ known }) =>
    turn.texts.label('sounding-date-of', {
      artist: known.about.artist.name,
      day: dayName(turn, turn.texts, known.about.sounding.day),
    }),
  );
  return turn.texts.say('sounding-several', { dates: listed(turn.texts, dates) });
}
