import { z } from 'zod';
import { type DueHandler } from '../../core/due-runner.ts';
import { joinDrafts, put, unchanged } from '../../core/commit.ts';
import { accounts } from '../../core/records/identity.ts';
import { botRefSchema, chatRefSchema } from '../../core/refs.ts';

const payloadSchema = z.strictObject({ bot: botRefSchema, chat: chatRefSchema });

/** Somebody blocked a bot or left: that way to them counts as closed until they write again. */
export const accountUnreachable: DueHandler = async (step, row) => {
  const { bot, chat } = payloadSchema.parse(row.payload);
  const found = await step.store.find(accounts, { name: 'chat', value: chat });
  return joinDrafts(
    ...found.map((account) => ({
      guards: [unchanged(accounts, account)],
      writes: [
        put(accounts, {
          ...account.value,
          reach: account.value.reach.map((way) =>
            way.bot === bot && way.chat === chat ? { ...way, open: false } : way,
          ),
        }),
      ],
    })),
  );
};
