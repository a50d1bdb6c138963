import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { venues } from '../../core/records/agency.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { withdraw } from '../../domain/holds.ts';
import { dealers } from '../../agency/deciders.ts';
import { draftHoldChange } from '../../agency/holds.ts';
import { isSettling } from '../../agency/withdraw-approval.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { ownLiveHold, type KnownHold } from './known-holds.ts';

/** [Libérer]: asks once more, since those behind move up and are told at once. */
export const askRelease: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject) => {
    const known = await ownLiveHold(turn, subject);
    if (known === null) return { outbound: tell(turn, turn.texts.label('hold-gone'), true) };
    return joinDrafts({ outbound: answerPress(turn, '') }, await releaseCard(turn, known));
  },
};

/** « Libérer le sam. 13 mars (option 1, Le Fil) ? » */
export async function releaseCard(turn: Turn, known: KnownHold): Promise<Draft> {
  const text = await about(turn, known, 'hold-release-ask');
  const next = known.live.find((hold) => hold.rank > known.hold.value.rank);
  const behind = next === undefined ? [] : [{ text: ' ' }, ...(await behindText(turn, next.venue))];
  return menuCard(
    turn,
    [...text, ...behind],
    [
      [
        {
          key: `hold.release-now:${known.hold.value.id}`,
          label: turn.texts.label('hold-release-yes'),
          tone: 'primary',
          means: 'yes',
        },
        { key: 'hold.keep', label: turn.texts.label('hold-release-no'), means: 'no' },
      ],
    ],
  );
}

async function behindText(turn: Turn, venue: string): Promise<Text> {
  const place = await turn.store.get(venues, venue);
  return turn.texts.say('hold-release-behind', { venue: placeName(place?.value) });
}

/** A sentence about one option: its act, place, day and rank. */
export async function about(
  turn: Turn,
  known: KnownHold,
  key: string,
  args: Record<string, string | number> = {},
): Promise<Text> {
  const { value } = known.hold;
  const venue = await turn.store.get(venues, value.venue);
  return turn.texts.say(key, {
    artist: known.artist.name,
    venue: placeName(venue?.value),
    day: [{ text: dayName(turn, turn.texts, value.day), style: 'bold' }],
    rank: value.rank,
    until: dayName(turn, turn.texts, value.validUntil),
    ...args,
  });
}

/** The date is let go: ranks move up, whoever moves up is told once, and a decision that waited on it is withdrawn. */
export const releaseNow: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject, question) => {
    const known = await ownLiveHold(turn, subject);
    if (known === null) return { outbound: tell(turn, turn.texts.label('hold-gone'), true) };
    const { lead } = known.hold.value;
    if (lead !== null && (await isSettling(turn, lead)))
      return { outbound: tell(turn, turn.texts.label('deal-settling'), true) };
    const change = withdraw(known.live, subject, 'released');
    const done: Draft = {
      guards: [...known.guards],
      writes: [auditLine(turn, 'hold.released', subject, 'done')],
      outbound: answerPress(turn, turn.texts.label('hold-released-toast')),
    };
    const card = menuCard(turn, await about(turn, known, 'hold-released'), [], question.value.id);
    const options = await draftHoldChange(turn, change, { by: turn.person.id });
    return joinDrafts(done, options, card);
  },
};

/** [Non]: nothing changes, and the card says so. */
export const keepHold: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, _subject, question) =>
    joinDrafts({ outbound: answerPress(turn, '') }, menuCard(turn, turn.texts.say('hold-kept'), [], question.value.id)),
};
