import { z } from 'zod';
import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { type ConversationDefinition, type Ending } from '../../core/conversation.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { idSchema } from '../../domain/ids.ts';
import { workers } from '../../domain/person.ts';
import { scoreOffers } from '../../agency/digest/feedback-part.ts';
import { freshShows, keepFeedback, ratableShow } from '../../agency/feedback.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { readFeedback } from './feedback-words.ts';

const permission = { roles: workers, chats: ['private'] } as const;
const inputSchema = z.strictObject({ show: idSchema, score: z.number().int().min(1).max(5), place: z.string() });
const longestWords = 1000;

/** « Un mot ? » after a score, which is kept already: whatever is written next belongs to it, silence adds nothing. */
export const feedbackConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'feedback',
  version: 1,
  permission,
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  givesWay: true,
  run: async (dialogue, { show, score, place }, turn) => {
    const answer = await dialogue.ask('word', {
      text: turn.texts.say('feedback-word', { score: String(score), place }),
      rows: [[{ key: 'none', label: turn.texts.label('feedback-word-none'), means: 'no' }]],
      acceptsText: true,
    });
    const words = answer.type === 'text' ? answer.text.slice(0, longestWords).trim() : '';
    return (now) => ended(now, show, score, words === '' ? null : words);
  },
};

async function ended(turn: Turn, show: string, score: number, words: string | null): Promise<Ending> {
  const known = await ratableShow(turn, show);
  const about = { score: String(score), place: known === null ? '?' : placeName(known.venue) };
  if (known === null) return ending(turn.texts.say('feedback-gone'), {});
  if (words === null) return ending(turn.texts.say('feedback-thanks', about), {});
  const kept = await keepFeedback(turn, turn.person, known, { score, words });
  return ending(turn.texts.say('feedback-thanks-words', { ...about, words }), kept);
}

function ending(text: Ending['text'], draft: Draft): Ending {
  return { text, toast: null, rows: [], subject: 'feedback', draft };
}

/** A score: kept at once, then a word is asked for. */
const scoreAction: Action = {
  permission,
  run: async (turn, subject) => {
    const [show = '', written = ''] = subject.split('/');
    const known = await ratableShow(turn, show);
    if (known === null || !/^[1-5]$/.test(written))
      return { outbound: tell(turn, turn.texts.label('feedback-gone'), true) };
    const score = Number(written);
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    const input = { show, score, place: placeName(known.venue) };
    return joinDrafts(
      { outbound: answerPress(turn, '') },
      await keepFeedback(turn, turn.person, known, { score, words: null }),
      await beginConversation(feedbackConversation, input, place, turn),
    );
  },
};

/** [Le Fil : donner mon avis] among other things of a digest: the five buttons on a card of their own. */
const openAction: Action = {
  permission,
  run: async (turn, subject) => {
    const known = await ratableShow(turn, subject);
    if (known === null) return { outbound: tell(turn, turn.texts.label('feedback-gone'), true) };
    const { texts } = turn;
    const day = dayName(turn, texts, known.show.day);
    const text = texts.say('feedback-ask', { artist: known.artist.name, place: placeName(known.venue), day });
    return joinDrafts({ outbound: answerPress(turn, '') }, menuCard(turn, text, [scoreOffers(texts, subject)]));
  },
};

/** « 4/5 super salle », said in the days after a date: kept with its words. Null when no date of theirs is fresh. */
export async function feedbackIntent(turn: Turn, text: string): Promise<Draft | null> {
  const said = turn.inbound.chatKind === 'private' ? readFeedback(text) : null;
  const [known] = said === null ? [] : await freshShows(turn);
  if (said === null || known === undefined) return null;
  const kept = await keepFeedback(turn, turn.person, known, said);
  const about = { score: String(said.score), place: placeName(known.venue) };
  const thanks =
    said.words === null
      ? turn.texts.say('feedback-thanks', about)
      : turn.texts.say('feedback-thanks-words', { ...about, words: said.words });
  return joinDrafts(kept, { outbound: [reply(turn, thanks)] });
}

/** What the buttons about a date that was played do. */
export const feedbackActions: readonly (readonly [string, Action])[] = [
  ['feedback.open', openAction],
  ['feedback.score', scoreAction],
];
