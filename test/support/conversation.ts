import { z } from 'zod';
import {
  type Answer,
  type Card,
  type ConversationDefinition,
  type Dialogue,
  type Finish,
} from '../../core/conversation.ts';
import { plain } from '../../core/text.ts';

/** A card of two choices that takes words as well. */
export function card(text: string): Card {
  return {
    text: plain(text),
    rows: [
      [
        { key: 'yes', label: 'Oui', means: 'yes' },
        { key: 'no', label: 'Non', means: 'no' },
      ],
    ],
    acceptsText: true,
  };
}

/** An end that says one thing and does nothing. */
export function ending(text: string): Finish {
  return async () => ({ text: plain(text), toast: 'Noté', rows: [], subject: 'subject', draft: {} });
}

/** What somebody answered, as one word. */
export function wordOf(answer: Answer): string {
  return answer.type === 'choice' ? `[${answer.key}]` : answer.text;
}

/** A conversation over `{ name }`, made of one function. */
export function conversation(
  run: (dialogue: Dialogue, input: { name: string }) => Promise<Finish>,
  changes: Partial<ConversationDefinition<{ name: string }>> = {},
): ConversationDefinition<{ name: string }> {
  return {
    name: 'test',
    version: 1,
    permission: { roles: 'everyone', chats: ['private'] },
    input: z.strictObject({ name: z.string() }),
    expiresAfterMs: 24 * 3_600_000,
    run,
    ...changes,
  };
}
