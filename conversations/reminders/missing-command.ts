import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts } from '../../core/commit.ts';
import { answerPress, reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { searchByName } from '../../domain/name-search.ts';
import { daysIn } from '../../domain/spoken-days/index.ts';
import { contextOf } from '../absence/reading.ts';
import { menuCard } from '../menu-card.ts';
import { redraw } from '../pipeline/redraw.ts';
import { actsLookedAfter, missingFace, missingPermission, scopeIn, type MissingScope } from './missing-face.ts';
import { nudgeAction } from './nudge.ts';

/** `/manque`, `/manque gribitch`, `/manque 20 décembre`: what is missing for coming dates, who has it, and a way to nudge them. */
export const missingCommand: Command = {
  name: { fr: 'manque', en: 'missing' },
  permission: missingPermission,
  listed: true,
  run: async (turn, words) => {
    const scope = await scopeOf(turn, words);
    if (scope === null)
      return { outbound: [reply(turn, turn.texts.say('missing-unread', { words: words.trim().slice(0, 80) }))] };
    const face = await missingFace(turn, scope);
    return menuCard(turn, face.text, face.rows);
  },
};

/** The act and the day that words name; null when they name neither. */
async function scopeOf(turn: Turn, words: string): Promise<MissingScope | null> {
  if (words.trim() === '') return { artist: null, day: null, from: 0 };
  const [span] = daysIn(words, contextOf(turn, dayAt(turn.now, turn.agency.timezone)));
  const rest = span === undefined ? words : `${words.slice(0, span.from)} ${words.slice(span.to)}`;
  const name = rest.replaceAll(/(?<!\p{L})(?:le|la|les|du|de|pour|the|on|for)(?!\p{L})/giu, ' ').trim();
  const [act] = name === '' ? [] : searchByName(await actsLookedAfter(turn), name);
  const day = span?.parts[0]?.day ?? null;
  if ((name !== '' && act === undefined) || (act === undefined && day === null)) return null;
  return { artist: act?.id ?? null, day, from: 0 };
}

const pageAction: Action = {
  permission: missingPermission,
  run: async (turn, subject, question) =>
    joinDrafts(
      { outbound: answerPress(turn, '') },
      redraw(turn, question.value, await missingFace(turn, scopeIn(subject.split('/')))),
    ),
};

/** What the buttons of the card do. */
export const missingActions: readonly (readonly [string, Action])[] = [
  ['missing.nudge', nudgeAction],
  ['missing.page', pageAction],
];
