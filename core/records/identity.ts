import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { defineCollection } from '../collection.ts';
import { accountRefSchema, botRefSchema, chatRefSchema } from '../refs.ts';

const accountSchema = z.strictObject({
  id: accountRefSchema,
  person: idSchema,
  linkedAt: z.number().int(),
  revokedAt: z.number().int().nullable(),
  /** Private chats with our bots. A bot cannot write first on Telegram, and may be blocked later. */
  reach: z.array(z.strictObject({ bot: botRefSchema, chat: chatRefSchema, open: z.boolean() })),
});

/** A person's presence on a platform: linked once, by invitation, revocable. */
export type Account = z.infer<typeof accountSchema>;

/** Accounts, by platform identity. */
export const accounts = defineCollection<Account>({
  name: 'accounts',
  schema: accountSchema,
  indexes: (account) =>
    account.revokedAt === null
      ? [{ name: 'person', value: account.person }, ...account.reach.map((way) => ({ name: 'chat', value: way.chat }))]
      : [],
});

const invitationSchema = z.strictObject({
  /** SHA-256 of the code: the code itself is shown once and stored nowhere. */
  id: z.string(),
  person: idSchema,
  invitedBy: idSchema.nullable(),
  createdAt: z.number().int(),
  expiresAt: z.number().int(),
  usedAt: z.number().int().nullable(),
});

/** A one-time permission to link an account to a person. */
export type Invitation = z.infer<typeof invitationSchema>;

/** Invitations, by the hash of their code. */
export const invitations = defineCollection<Invitation>({
  name: 'invitations',
  schema: invitationSchema,
  indexes: (invitation) => [
    { name: 'person', value: invitation.person },
    { name: 'expires', value: 'all', score: invitation.expiresAt },
  ],
});

const groupSchema = z.strictObject({
  id: chatRefSchema,
  bot: botRefSchema,
  title: z.string(),
  artist: idSchema,
  boundBy: idSchema,
  boundAt: z.number().int(),
});

/** A group chat bound to an act by a manager. */
export type Group = z.infer<typeof groupSchema>;

/** Bound groups, by chat. */
export const groups = defineCollection<Group>({
  name: 'groups',
  schema: groupSchema,
  indexes: (group) => [{ name: 'artist', value: group.artist }],
});

const botSchema = z.strictObject({
  id: botRefSchema,
  /** Public name: a Telegram username without @, a Signal number. */
  username: z.string(),
  /** Whether the platform lets the bot read unaddressed group messages. */
  readsGroups: z.boolean(),
  platformId: z.string(),
});

/** What the platform says about one of our bots. */
export type BotProfile = z.infer<typeof botSchema>;

/** Our bots as the platforms know them, refreshed whenever one starts. */
export const bots = defineCollection<BotProfile>({ name: 'bots', schema: botSchema });
