import type { PlatformAnswer } from '../kit/faulty-answer.ts';
import { ApiError } from './errors.ts';
import { fileMethods } from './files.ts';
import { accountMethods } from './methods/account.ts';
import { chatMethods } from './methods/chats.ts';
import { commandMethods } from './methods/commands.ts';
import { editMethods } from './methods/edit.ts';
import { Described } from './methods/method.ts';
import type { Call, Method } from './methods/method.ts';
import { pollMethods } from './methods/polls.ts';
import { reactMethods } from './methods/react.ts';
import { receiveMethods } from './methods/receive.ts';
import { sendMethods } from './methods/send.ts';

const ALL: Readonly<Record<string, Method>> = {
  ...accountMethods,
  ...chatMethods,
  ...commandMethods,
  ...editMethods,
  ...fileMethods,
  ...pollMethods,
  ...reactMethods,
  ...receiveMethods,
  ...sendMethods,
};

/** The methods the emulator has, in the platform's spelling. */
export const METHOD_NAMES: readonly string[] = Object.keys(ALL);

const BY_LOWER_CASE = new Map(METHOD_NAMES.map((name) => [name.toLowerCase(), name]));

/** The method's own spelling, whatever the caller's; undefined when there is no such method. */
export function canonicalName(name: string): string | undefined {
  return BY_LOWER_CASE.get(name.toLowerCase());
}

/** Runs one method and words its outcome as the platform does. Only what the emulator did wrong itself is thrown. */
export async function dispatch(name: string, call: Call): Promise<PlatformAnswer> {
  const method = ALL[name];
  if (method === undefined) return refusal(new ApiError(404, 'Not Found'));
  try {
    const result = await method(call);
    const body =
      result instanceof Described
        ? { ok: true, result: result.result, description: result.description }
        : { ok: true, result };
    return { status: 200, body, applied: true };
  } catch (error) {
    if (error instanceof ApiError) return refusal(error);
    throw error;
  }
}

/** A refusal as the platform words it. */
export function refusal(error: ApiError): PlatformAnswer {
  const parameters = error.parameters === undefined ? {} : { parameters: error.parameters };
  return {
    status: error.code,
    body: { ok: false, error_code: error.code, description: error.message, ...parameters },
    applied: false,
  };
}
