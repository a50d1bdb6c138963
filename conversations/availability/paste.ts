import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Action } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { answerPress } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { weekday, type Day } from '../../domain/day.ts';
import { localeSchema, type Locale } from '../../domain/schemas.ts';
import { dealers } from '../../agency/deciders.ts';
import { dayNames } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { gone, knownByKey, type Known } from './known-act.ts';
import { longestText } from './overview-text.ts';
import { subjectKey } from './subject.ts';

/** What the line to paste holds, as its buttons say it. */
interface Choice {
  readonly locale: Locale;
  readonly weekends: boolean;
  readonly flexible: boolean;
}

/**
 * [Liste à coller]: a message that is the line of free dates and nothing else, in the language of whoever will read it:
 * `<subject>/<locale>[/<weekends, flexible>]`. Pressed on the overview it becomes a message of its own; its own buttons rewrite it.
 */
export const pasteAction: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, key, question) => {
    const known = await knownByKey(turn, key);
    const [written, flags] = known?.rest ?? [];
    const locale = localeSchema.safeParse(written);
    if (known === null || !known.act.negotiates || !locale.success) return gone(turn);
    const choice: Choice = {
      locale: locale.data,
      weekends: flags?.includes('w') === true,
      flexible: flags?.includes('f') === true,
    };
    return joinDrafts(
      { outbound: answerPress(turn, '') },
      pasteCard(turn, known, choice, flags === undefined ? null : question.value.id),
    );
  },
};

function pasteCard(turn: Turn, known: Known, choice: Choice, replaces: string | null): Draft {
  const days = known.act.days
    .filter(({ state }) => state === 'free' || (choice.flexible && state === 'flexible'))
    .map(({ day }) => day)
    .filter((day) => !choice.weekends || isWeekend(day));
  const text = days.length === 0 ? turn.texts.say('dispo-paste-none') : [{ text: line(turn, days, choice.locale) }];
  return menuCard(turn, text, toggles(turn, known, choice), replaces);
}

/** Friday counts: it is a night out. */
function isWeekend(day: Day): boolean {
  return weekday(day) >= 5;
}

/** As many of the first days as one message takes. */
function line(turn: Turn, days: readonly Day[], locale: Locale): string {
  const whole = dayNames(turn, turn.textsOf(locale), days);
  if (whole.length <= longestText) return whole;
  return line(turn, days.slice(0, Math.floor(days.length * 0.8)), locale);
}

function toggles(turn: Turn, { subject, act }: Known, choice: Choice): Offer[][] {
  const { texts } = turn;
  const keyOf = ({ locale, weekends, flexible }: Choice): string =>
    `dispo.paste:${subjectKey(subject)}/${locale}/-${weekends ? 'w' : ''}${flexible ? 'f' : ''}`;
  const other: Locale = choice.locale === 'fr' ? 'en' : 'fr';
  const hasFlexible = act.days.some(({ state }) => state === 'flexible');
  const language = { key: keyOf({ ...choice, locale: other }), label: texts.label(`language-${other}`) };
  const weekends = {
    key: keyOf({ ...choice, weekends: !choice.weekends }),
    label: texts.label(choice.weekends ? 'dispo-paste-all' : 'dispo-paste-weekends'),
  };
  const flexible = {
    key: keyOf({ ...choice, flexible: !choice.flexible }),
    label: texts.label(choice.flexible ? 'dispo-paste-sure' : 'dispo-paste-flexible'),
  };
  return [[language, weekends], ...(hasFlexible ? [[flexible]] : [])];
}
