import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Action } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { permit } from '../../core/permission.ts';
import { questions } from '../../core/records/dialogue.ts';
import { answerPress, reply } from '../../core/replies.ts';
import { stacked } from '../../agency/wording.ts';
import { type Turn } from '../../core/turn.ts';
import { parseDay, type Day } from '../../domain/day.ts';
import { contextOf } from '../absence/reading.ts';
import { menuCard } from '../menu-card.ts';
import { askers, gone, knownAct, knownByKey, type Known } from './known-act.ts';
import { pickCard } from './pick.ts';
import { agencyToday, monthOf, subjectIn, subjectKey, type Subject } from './subject.ts';
import { daysAsked } from './why-words.ts';
import { whyText } from './why-text.ts';

/** The chain of rules behind one date, in place of the choice of dates: `<subject>/<day>`. */
export const whyAction: Action = {
  permission: askers,
  run: async (turn, key, question) => {
    const known = await knownByKey(turn, key);
    const day = parseDay(known?.rest[0] ?? '');
    if (known === null || day === null) return gone(turn);
    return joinDrafts({ outbound: answerPress(turn, '') }, await whyCard(turn, known, [day], question.value.id));
  },
};

/** Why these dates are what they are, one chain under the other, with a way back to the dates. */
async function whyCard(turn: Turn, known: Known, days: readonly Day[], replaces: string | null): Promise<Draft> {
  const { subject } = known;
  const inside = days.every((day) => subject.days.includes(day));
  const looked = inside ? known : await knownAct(turn, { ...subject, days: [...days] });
  if (looked === null) return { outbound: [reply(turn, turn.texts.say('dispo-past'))] };
  const dates = looked.act.days.filter(({ day }) => days.includes(day));
  const chains = dates.map((date) => whyText(turn, turn.texts, looked.act, date));
  const text = chains.flatMap((chain, index) => (index === 0 ? chain : [{ text: '\n\n' }, ...chain]));
  const key = subjectKey(subject);
  const rows: Offer[] = [
    {
      key: `dispo.pick:${key}/why/${monthOf(days[0] ?? agencyToday(turn))}`,
      label: turn.texts.label('dispo-button-other'),
    },
    { key: `dispo.show:${key}`, label: turn.texts.label('dispo-button-back') },
  ];
  return menuCard(turn, stacked([text]), [subject.days.length === 1 ? rows.slice(1) : rows], replaces);
}

const mostChains = 4;

/** « pourquoi le 14 ? », « pourquoi ? » after an answer about dates: explains the date, or asks which; null when none was given. */
export async function whyIntent(turn: Turn, text: string): Promise<Draft | null> {
  const where = { chat: turn.inbound.chatKind, today: turn.today };
  if (!permit(turn.person, askers, where).allowed || !/\b(?:pourquoi|why)\b/iu.test(text)) return null;
  const subject = await lastSubject(turn);
  if (subject === null) return null;
  const known = await knownAct(turn, subject);
  if (known === null) return null;
  const asked = daysAsked(text, known.act.artist.name, contextOf(turn, dayOne(turn, known.subject)));
  if (asked === null) return null;
  const days = asked.filter((day) => day >= agencyToday(turn)).slice(0, mostChains);
  if (days.length > 0) return whyCard(turn, known, days, null);
  if (asked.length > 0) return { outbound: [reply(turn, turn.texts.say('dispo-past'))] };
  return known.subject.days.length === 1
    ? whyCard(turn, known, known.subject.days, null)
    : pickCard(turn, known, 'why', null, null);
}

/** « le 14 » means the one of the month that was asked about. */
function dayOne(turn: Turn, { days }: Subject): Day {
  const today = agencyToday(turn);
  const first = parseDay(`${monthOf(days[0] ?? today)}-01`) ?? today;
  return first > today ? first : today;
}

/** What the latest card of dates in this chat is about, as its own buttons say it. */
async function lastSubject(turn: Turn): Promise<Subject | null> {
  const open = await turn.store.find(questions, { name: 'open', value: turn.inbound.chat });
  const cards = open.filter(({ value }) => value.account === turn.account.id && turn.now <= value.until);
  for (const { value } of cards.toReversed()) {
    const subjects = value.choices.flatMap(({ key }) => {
      const [, subject] = /^dispo\.(?:pick|why|sound|hold|paste|show):(.*)$/.exec(key) ?? [];
      return subject === undefined ? [] : (subjectIn(subject) ?? []);
    });
    const [subject] = subjects;
    // A card that asks which act is about none of them yet.
    if (subject !== undefined && subjects.every(({ artist }) => artist === subject.artist)) return subject;
  }
  return null;
}
