import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pid } from 'node:process';
import { wait } from '../../core/clock.ts';
import { permanent } from '../../core/errors.ts';

const retryMs = 50;

/**
 * Runs `work` while no other process of this machine runs it under the same lock file. The file names its holder's
 * process; the lock of a process that is gone is taken over. Gives up after `patienceMs` with a sentence that says whom
 * it waited for.
 */
export async function withLock<T>(file: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; !take(file); waited += retryMs) {
    if (waited >= patienceMs) throw stuck(file);
    await wait(retryMs);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** The exclusive creation decides; a lock read before its holder is written has no holder yet and is left alone. */
function take(file: string): boolean {
  try {
    writeFileSync(file, String(pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isExists(error)) throw error;
    removeIfAbandoned(file);
    return false;
  }
}

/**
 * Two processes may find the same abandoned lock. The rename moves exactly one file away; when that turns out to be a
 * lock taken in between, it is put back.
 */
function removeIfAbandoned(file: string): void {
  const holder = holderOf(file);
  if (holder === null || isAlive(holder)) return;
  const moved = `${file}.abandoned.${pid}`;
  try {
    renameSync(file, moved);
    if (holderOf(moved) !== holder) linkSync(moved, file);
  } catch {
    return;
  } finally {
    rmSync(moved, { force: true });
  }
}

function holderOf(file: string): number | null {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(holder) && holder > 0 ? holder : null;
  } catch {
    return null;
  }
}

/** True while a process of that number runs, whoever owns it. */
export function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function stuck(file: string): Error {
  const holder = holderOf(file);
  const who = holder === null ? 'an unknown process' : `process ${holder}`;
  return permanent('redis.locked', `${who} has held ${file} for too long: end it if it hangs, or remove the file`);
}
