import { type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { stacked } from '../../agency/wording.ts';
import { type Day } from '../../domain/day.ts';
import { menuCard } from '../menu-card.ts';
import { knownAct, type Known } from './known-act.ts';
import { agencyToday, monthOf, subjectKey } from './subject.ts';
import { whyText } from './why-text.ts';

/** Why these dates are what they are, one chain under the other, with a way back to the dates. */
export async function whyCard(turn: Turn, known: Known, days: readonly Day[], replaces: string | null): Promise<Draft> {
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
