import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Action } from '../../core/command.ts';
import { permit } from '../../core/permission.ts';
import { answerPress, reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { parseDay, type Day } from '../../domain/day.ts';
import { contextOf } from '../absence/reading.ts';
import { askers, gone, knownAct, knownByKey } from './known-act.ts';
import { pickCard } from './pick.ts';
import { lastSubject } from './last-subject.ts';
import { agencyToday, monthOf, type Subject } from './subject.ts';
import { asksWhy, daysAsked } from './why-words.ts';
import { whyCard } from './why-card.ts';
import { whoIntent } from './who.ts';

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

const mostChains = 4;

/** « pourquoi le 14 ? », « pourquoi ? » after an answer about dates: explains the date, or asks which; null when none was given. */
export async function whyIntent(turn: Turn, text: string): Promise<Draft | null> {
  const where = { chat: turn.inbound.chatKind, today: turn.today };
  if (!permit(turn.person, askers, where).allowed || !asksWhy.test(text)) return whoIntent(turn, text);
  const subject = await lastSubject(turn);
  if (subject === null) return null;
  const known = await knownAct(turn, subject);
  if (known === null) return null;
  const from = namesMonth.test(text) ? turn.today : dayOne(turn, known.subject);
  const asked = daysAsked(text, known.act.artist.name, contextOf(turn, from));
  if (asked === null) return null;
  const days = asked.filter((day) => day >= agencyToday(turn)).slice(0, mostChains);
  if (days.length > 0) return whyCard(turn, known, days, null);
  if (asked.length > 0) return { outbound: [reply(turn, turn.texts.say('dispo-past'))] };
  return known.subject.days.length === 1
    ? whyCard(turn, known, known.subject.days, null)
    : pickCard(turn, known, 'why', null, null);
}

/** A month that is said is the coming one, whatever month the card above is about. */
const namesMonth =
  /(?<!\p{L})(?:janv|f[ée]vr|mars|avr|mai(?!\p{L})|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|jan|feb|mar|apr|may|jun|jul|aug)|\d[/.]\d/iu;

/** « le 14 » means the one of the month that was asked about. */
function dayOne(turn: Turn, { days }: Subject): Day {
  const today = agencyToday(turn);
  const first = parseDay(`${monthOf(days[0] ?? today)}-01`) ?? today;
  return first > today ? first : today;
}
