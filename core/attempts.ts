/** Counts how often something was begun, across restarts: the mark left before a call tells "never tried" from "outcome unknown". */
export interface Attempts {
  /** Notes one more attempt before it is made and returns which one it is, from 1. */
  readonly begin: (id: string) => Promise<number>;
  /** The attempt certainly did nothing and does not count. */
  readonly forget: (id: string) => Promise<void>;
}
