import { type Config } from '../config.ts';
import { whatIsOff } from '../config/what-is-off.ts';
import { bots } from '../core/records/identity.ts';
import { people } from '../core/records/agency.ts';
import { telegramUsername } from '../bot/channels/telegram/username.ts';
import { readCredentialsFile } from '../integrations/google/index.ts';
import { createSignalClient } from '../integrations/signal/client.ts';
import { telegramTokens } from './bots.ts';
import { type Runtime } from './runtime.ts';

/** One finding: fine, or what is wrong and how to mend it. */
export interface Finding {
  readonly ok: boolean;
  readonly about: string;
  readonly says: string;
}

/** Looks at everything this installation depends on. */
export async function examine(runtime: Runtime): Promise<Finding[]> {
  const { config } = runtime;
  return [
    { ok: true, about: 'redis', says: 'append-only file on, nothing evicted' },
    ...(await examinePeople(runtime)),
    ...(await examineTelegram(runtime)),
    ...(await examineSignal(config)),
    ...(await examineGoogle(config.google)),
    ...setButUnused(config),
    ...whatIsOff(config).map((off) => ({ ok: true, about: off.service, says: `off: ${off.costs.en}` })),
  ];
}

/** Settings that are read and checked so that they are right by the time something uses them. */
function setButUnused({ notion, openrouter, adminToken }: Config): Finding[] {
  const given = { Notion: notion, OpenRouter: openrouter, Admin: adminToken };
  return Object.entries(given).flatMap(([about, value]): Finding[] =>
    value === null ? [] : [{ ok: true, about, says: 'set, but this version does not use it yet' }],
  );
}

async function examinePeople(runtime: Runtime): Promise<Finding[]> {
  const count = (await runtime.store.all(people)).length;
  if (count > 0) return [{ ok: true, about: 'people', says: `${count} people` }];
  return [{ ok: false, about: 'people', says: 'nobody is known: run `regie seed <folder>` (or `regie seed demo`)' }];
}

async function examineTelegram(runtime: Runtime): Promise<Finding[]> {
  const tokens = await telegramTokens(runtime);
  return Promise.all(
    [...tokens].map(async ([bot, token]): Promise<Finding> => {
      const username = await telegramUsername(token, runtime.config.telegram.apiRoot);
      if (username === null)
        return {
          ok: false,
          about: bot,
          says: 'Telegram does not accept the token or does not answer: compare it with @BotFather (/token)',
        };
      const profile = await runtime.store.get(bots, bot);
      const reads = profile === null || profile.value.readsGroups;
      const privacy = reads
        ? ''
        : '; privacy mode is on, so in groups it only hears commands (turn it off: @BotFather /setprivacy)';
      return { ok: true, about: bot, says: `@${username}${privacy}` };
    }),
  );
}

async function examineSignal(config: Config): Promise<Finding[]> {
  if (config.signal === null) return [];
  const about = await createSignalClient(config.signal).about();
  if (about.type !== 'ok')
    return [
      { ok: false, about: 'signal', says: `${config.signal.url} does not answer: is signal-cli-rest-api running?` },
    ];
  const { mode, version } = about.value;
  if (mode === 'json-rpc') return [{ ok: true, about: 'signal', says: `gateway ${version}, mode ${mode}` }];
  return [{ ok: false, about: 'signal', says: `the gateway runs in mode ${mode}: start it with MODE=json-rpc` }];
}

/** Whether Google's key file can be used, and the address with which calendars must be shared. Google itself is not called. */
export async function examineGoogle(google: Config['google']): Promise<Finding[]> {
  if (google === null) return [];
  const read = await readCredentialsFile(google.credentialsFile);
  if (!read.ok) return [{ ok: false, about: 'Google', says: `GOOGLE_CREDENTIALS: ${read.problem}` }];
  const says = `calendars shared with ${read.credentials.email} ("make changes to events") can be written`;
  return [{ ok: true, about: 'Google', says }];
}
