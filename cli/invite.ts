import { commitOf } from '../core/commit.ts';
import { draftInvitation, newCode } from '../core/invitation.ts';
import { systemRandom } from '../core/random.ts';
import { people } from '../core/records/agency.ts';
import { bots } from '../core/records/identity.ts';
import { telegramUsername } from '../bot/channels/telegram/username.ts';
import { telegramTokens } from './bots.ts';
import { type Runtime } from './runtime.ts';

/** A one-time code: the deep link for Telegram and the word to send on Signal, each null where that channel is off. */
export interface Invited {
  readonly code: string;
  readonly telegram: string | null;
  readonly signal: string | null;
}

/** Invites a person; null when nobody has that id. */
export async function invitePerson(runtime: Runtime, id: string): Promise<Invited | null> {
  const person = await runtime.store.get(people, id);
  if (person === null) return null;
  const code = newCode(systemRandom);
  await runtime.store.commit(
    commitOf(`invite:${systemRandom.token()}`, draftInvitation(code, id, null, runtime.clock.now())),
  );
  const username = await staffUsername(runtime);
  return {
    code,
    telegram: username === null ? null : `https://t.me/${username}?start=${code}`,
    signal: runtime.config.signal === null ? null : code,
  };
}

async function staffUsername(runtime: Runtime): Promise<string | null> {
  const [first] = await telegramTokens(runtime);
  if (first === undefined) return null;
  const [bot, token] = first;
  const known = await runtime.store.get(bots, bot);
  return known?.value.username ?? telegramUsername(token, runtime.config.telegram.apiRoot);
}
