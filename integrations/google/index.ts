import { readFile } from 'node:fs/promises';
import { type Clock } from '../../core/clock.ts';
import { permanent } from '../../core/errors.ts';
import { type Log } from '../../core/log.ts';
import { type OutsideCalendar } from '../../core/outside-calendar.ts';
import { googleCalendar } from './calendar.ts';
import { readCredentials, type CredentialsRead } from './credentials.ts';
import { calendarOff } from './off.ts';

/** The settings of Google: where the key file is, and where the API answers when it is not Google itself. */
export interface GoogleSettings {
  readonly credentialsFile: string;
  readonly apiRoot: string | null;
}

/**
 * The shared calendars of this installation; without settings they are off.
 * @throws RegieError `calendar.credentials` when the key file cannot be used; the message names its keys, never a value
 */
export async function calendarFrom(
  settings: GoogleSettings | null,
  { log, clock }: { readonly log: Log; readonly clock: Clock },
): Promise<OutsideCalendar> {
  if (settings === null) return calendarOff;
  const read = await readCredentialsFile(settings.credentialsFile);
  if (!read.ok) throw permanent('calendar.credentials', `GOOGLE_CREDENTIALS: ${read.problem}`);
  return googleCalendar({ credentials: read.credentials, root: settings.apiRoot, log, clock });
}

/** Reads the key file from disk; that it cannot be read is a problem like the others. */
export async function readCredentialsFile(path: string): Promise<CredentialsRead> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? { ok: false, problem: 'the file cannot be read' } : readCredentials(text);
}
