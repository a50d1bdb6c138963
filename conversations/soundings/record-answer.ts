import { auditLine } from '../../core/audit.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { absences } from '../../core/records/agency.ts';
import { soundings } from '../../core/records/booking.ts';
import { type Question } from '../../core/records/dialogue.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Impact } from '../../domain/impact.ts';
import { firstName } from '../../domain/person.ts';
import { isAnswered, withAsked, type Asked, type Sounding, type SoundingAnswer } from '../../domain/sounding.ts';
import { changeAbsence } from '../absence/change-absence.ts';
import { draftAbsence, touchedDates } from '../absence/note-absence.ts';
import { recipients } from '../../agency/recipients.ts';
import { stacked } from '../../agency/wording.ts';
import { askersOf, optionRows, rewriteAskerCards, soundingText, summaryText, tellAskers } from './asker-card.ts';
import { againRow, waitingRows, type KnownSounding } from './known-sounding.ts';
import { memberCard, rewriteMemberCard, withdrawWaiting } from './member-cards.ts';
import { listed, ownAnswer } from './wording.ts';

/** What a member answers. */
export type Said = Pick<SoundingAnswer, 'says' | 'condition' | 'until'>;

/** What an answer leads to: the step, and what the member is told. */
export interface Answered {
  readonly draft: Draft;
  readonly text: Text;
}

/**
 * Notes a member's answer in one step: the answer, the absence it means (or the one it takes back), the member's card, the
 * card of whoever asked, and what they are told when everybody has answered or when it comes late. `pressed` is the card it was
 * answered on, if any.
 */
export async function recordAnswer(
  turn: Turn,
  known: KnownSounding,
  asked: Asked,
  said: Said,
  pressed: Versioned<Question> | null,
): Promise<Answered> {
  const { sounding } = known.about;
  const noted = await noteDay(turn, sounding, asked, said);
  const answer: SoundingAnswer = { ...said, at: turn.now, late: turn.now > sounding.deadline, absence: noted.absence };
  const answered = withAsked(sounding, turn.person.id, { answer });
  const after: Sounding =
    sounding.state === 'open' && (await haveAllAnswered(turn, answered)) ? { ...answered, state: 'over' } : answered;
  const about = { ...known.about, sounding: after };
  const news = await tellOf(turn, { ...known, about }, asked, answer);
  const text = stacked([
    ownAnswer(turn, turn.texts, sounding, answer, turn.person.timezone),
    noted.touches,
    news.told.length === 0
      ? null
      : turn.texts.say(answer.late ? 'sounding-late-told' : 'sounding-change-told', {
          names: listed(turn.texts, news.told),
        }),
  ]);
  const outcome = { text, says: answer.says };
  const cards = (await cardsOf(turn, asked, pressed)).map((card) =>
    rewriteMemberCard(turn, about, turn.person, card, outcome),
  );
  const step: Draft = {
    guards: [unchanged(soundings, known.record)],
    writes: [put(soundings, after), auditLine(turn, 'sounding.answered', sounding.id, said.says)],
    // A row that is put off anew replaces the earlier one; cancelling it here would take it away again.
    cancel: [
      ...(said.says === 'later' ? [] : [againRow(sounding.id, turn.person.id)]),
      ...(after.state === 'over' ? waitingRows(sounding.id) : []),
    ],
  };
  const again = againDue(sounding.id, turn.person.id, said);
  const withdrawn = await withdrawWaiting(turn, asked);
  return {
    text,
    draft: joinDrafts(step, noted.draft, again, withdrawn, ...cards, await rewriteAskerCards(turn, about), news.draft),
  };
}

/** Nobody waits for those who have left. */
async function haveAllAnswered(turn: Turn, sounding: Sounding): Promise<boolean> {
  const ids = sounding.asked.map((one) => one.person);
  const present = new Set((await recipients(turn.store, ids, turn.today)).map((one) => one.person.id));
  return isAnswered({ ...sounding, asked: sounding.asked.filter((one) => present.has(one.person)) });
}

/** The card that was answered and the one on which they were asked last, each once. */
async function cardsOf(turn: Turn, asked: Asked, pressed: Versioned<Question> | null): Promise<Versioned<Question>[]> {
  const found = [pressed, await memberCard(turn, asked)].filter((card): card is Versioned<Question> => card !== null);
  return [...new Map(found.map((card) => [card.value.id, card])).values()];
}

function againDue(id: string, person: string, { says, until }: Said): Draft {
  if (says !== 'later' || until === null) return {};
  return { due: [{ id: againRow(id, person), kind: 'sounding.again', at: until, payload: { sounding: id, person } }] };
}

interface DayNoted {
  readonly absence: string | null;
  readonly touches: Text | null;
  readonly draft: Draft;
}

/** « Non » is a firm absence of the day, a condition a flexible one; any answer takes back what an earlier one had noted. */
async function noteDay(turn: Turn, sounding: Sounding, asked: Asked, { says, condition }: Said): Promise<DayNoted> {
  const before = asked.answer?.absence == null ? null : await turn.store.get(absences, asked.answer.absence);
  const back =
    before === null || before.value.state === 'cancelled' || before.value.person !== turn.person.id
      ? {}
      : await changeAbsence(turn, before, [], before.value.parts);
  if (says !== 'no' && says !== 'condition') return { absence: null, touches: null, draft: back };
  const { absence, impacts, draft } = await draftAbsence(
    turn,
    [{ day: sounding.day, part: 'day' }],
    { firmness: says === 'no' ? 'firm' : 'flexible', condition },
    { replaces: before?.value.id ?? null, isKnown: (impact) => isAskedAbout(sounding, impact) },
  );
  const touches =
    absence === null || impacts.length === 0
      ? null
      : turn.texts.say('absence-touches', { dates: await touchedDates(turn, absence, impacts) });
  return { absence: absence?.id ?? null, touches, draft: joinDrafts(back, draft) };
}

/** The very date that was asked about: whoever asked sees the answer on their card. */
function isAskedAbout(sounding: Sounding, { date, artist }: Impact): boolean {
  if (artist.id !== sounding.artist || date.day !== sounding.day) return false;
  return sounding.lead === null ? date.venue === sounding.venue : date.lead === sounding.lead;
}

interface Told {
  readonly told: readonly string[];
  readonly draft: Draft;
}

/** The notices of an answer: one when everybody has answered; one for each that comes or changes after that. */
async function tellOf(turn: Turn, known: KnownSounding, asked: Asked, answer: SoundingAnswer): Promise<Told> {
  const { sounding } = known.about;
  const wasOpen = known.record.value.state === 'open';
  if (sounding.state === 'open') return { told: [], draft: {} };
  const askers = await askersOf(turn, known.about);
  if (wasOpen) {
    const draft = await tellAskers(turn, askers, {
      id: `${sounding.id}.all`,
      text: async (texts, reader) => soundingText(turn, texts, known.about, reader),
      rows: (texts) => optionRows(texts, known.about),
    });
    return { told: [], draft };
  }
  const draft = await tellAskers(turn, askers, {
    id: `${sounding.id}.${turn.person.id}.${turn.now}`,
    text: async (texts) =>
      stacked([
        texts.say(asked.answer === null ? 'sounding-late' : 'sounding-changed', {
          name: firstName(turn.person),
          answer: texts.label(`sounding-answer-${answer.says}`),
        }),
        await summaryText(turn, texts, known.about),
      ]),
    rows: () => [],
  });
  return { told: askers.map((asker) => firstName(asker.person)), draft };
}
