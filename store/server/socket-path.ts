import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { permanent } from '../../core/errors.ts';

/** The kernel keeps 108 bytes for a socket's path on Linux and 104 on macOS. */
const longestPath = 100;

/**
 * Where the private server of a data directory listens: beside its data, or, when that path is too long for a socket,
 * in a directory of the temporary folder that is named after it. The directory is made, for this user alone.
 */
export function socketPathOf(dataDir: string, temporary: string = tmpdir()): string {
  const beside = join(resolve(dataDir), 'redis');
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  const path = join(beside, 'redis.sock');
  if (Buffer.byteLength(path) <= longestPath) return path;
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  const elsewhere = join(temporary, `regie-${name}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  refuseOthers(elsewhere);
  return join(elsewhere, 'redis.sock');
}

/** Anybody may write in the temporary folder: a directory that somebody else made there first is not ours to trust. */
function refuseOthers(directory: string): void {
  const { uid, mode } = statSync(directory);
  if (uid === userInfo().uid && (mode & 0o077) === 0) return;
  throw permanent(
    'redis.socket',
    `${directory} belongs to somebody else or is open to others: remove it, or choose a shorter DATA_DIR`,
  );
}
