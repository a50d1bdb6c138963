import { z } from 'zod';
import { type FieldCipher } from './cipher.ts';
import { type ConversationState } from './records/dialogue.ts';

type Entry = ConversationState['log'][number];

const sealedSchema = z.strictObject({ sealed: z.string() });

/** The history of a private conversation as it is stored: what was said is sealed for that conversation. */
export function sealLog(cipher: FieldCipher, { id }: Pick<ConversationState, 'id'>, log: readonly Entry[]): Entry[] {
  return log.map(({ key, value }) => ({ key, value: { sealed: cipher.seal(JSON.stringify(value), id) } }));
}

/** The same as the conversation needs it, for the moment of one step. */
export function openLog(cipher: FieldCipher, { id, log }: Pick<ConversationState, 'id' | 'log'>): Entry[] {
  return log.map(({ key, value }) => ({ key, value: JSON.parse(cipher.open(sealedSchema.parse(value).sealed, id)) }));
}
