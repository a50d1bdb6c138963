import { type Clock } from '../core/clock.ts';
import { type DueTable } from '../core/due.ts';
import { type Connection } from './redis.ts';

/** What is still on its way: streams with entries, due rows whose instant has come. Empty when nothing is. */
export async function unfinished(connection: Connection, table: DueTable, clock: Clock): Promise<string[]> {
  const streams = await connection.redis.smembers(connection.key('streams'));
  const lengths = await Promise.all(streams.map((stream) => connection.redis.xlen(connection.key(stream))));
  const waiting = streams.filter((_, index) => (lengths[index] ?? 0) > 0);
  const due = await table.ready(clock.now(), 1);
  return [...waiting, ...due.map((row) => `due ${row.kind}`)];
}
