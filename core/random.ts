import { randomBytes, randomInt } from 'node:crypto';

/** Where every identifier and code comes from, so that tests can repeat a run. */
export interface Random {
  /** An unguessable token of 128 bits, 22 characters of [A-Za-z0-9_-]. */
  readonly token: () => string;
  /** A whole number from 0 (included) to `below` (excluded). */
  readonly integer: (below: number) => number;
}

/** The system's cryptographic source. */
export const systemRandom: Random = {
  token: () => randomBytes(16).toString('base64url'),
  integer: (below) => randomInt(below),
};
