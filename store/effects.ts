import { z } from 'zod';
import { type EffectLedger } from '../core/effect.ts';
import { type Connection } from './redis.ts';

const standingSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('run') }),
  z.strictObject({ type: z.literal('done'), result: z.string() }),
  z.strictObject({ type: z.literal('busy'), until: z.number() }),
  z.strictObject({ type: z.literal('unknown') }),
  z.strictObject({ type: z.literal('mismatch') }),
]);

/** The effect ledger of the store. */
export function createEffectLedger(connection: Connection): EffectLedger {
  return {
    begin: async (key, hash, owner, until, now) => {
      const answer = z.string().parse(await connection.run('effect', key, hash, owner, until, now));
      return standingSchema.parse(JSON.parse(answer));
    },
    finish: async (key, owner, result) => {
      await connection.redis.hset(connection.key(`effect:${key}`), 'owner', owner, 'result', result);
    },
  };
}
