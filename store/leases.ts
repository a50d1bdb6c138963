import { z } from 'zod';
import { type Leases } from '../core/lease.ts';
import { type Connection } from './redis.ts';

/** Leases timed by Redis itself: they are about live processes, so the agency's movable clock does not concern them. */
export function createLeases(connection: Connection): Leases {
  return {
    hold: async (name, holder, durationMs) => {
      const number = z.number().parse(await connection.run('lease', name, holder, durationMs));
      return number === 0 ? null : number;
    },
    release: async (name, holder) => {
      await connection.run('release', name, holder);
    },
  };
}
