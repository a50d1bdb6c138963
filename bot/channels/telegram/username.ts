import { Api } from 'grammy';

const patienceSeconds = 5;

/** The public name of a bot, asked of the platform; null when it does not answer. */
export async function telegramUsername(token: string, apiRoot: string): Promise<string | null> {
  const api = new Api(token, { apiRoot, timeoutSeconds: patienceSeconds, sensitiveLogs: false });
  return api.getMe().then(
    (me) => me.username,
    () => null,
  );
}
