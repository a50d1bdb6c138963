import { z } from 'zod';
import { defineCollection } from '../collection.ts';
import { botRefSchema } from '../refs.ts';

const tokenSchema = z.strictObject({ id: botRefSchema, sealed: z.string() });

/** The token of an act's own bot, encrypted. */
export type BotToken = z.infer<typeof tokenSchema>;

/** Bot tokens, by bot. The environment only seeds them. */
export const botTokens = defineCollection<BotToken>({ name: 'bot-tokens', schema: tokenSchema });
