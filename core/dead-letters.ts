/** Something that could not be read or done, as it was stored. */
export interface DeadLetter {
  /** Where it was found: the name of its stream, `due` for the due table, `jobs` for job entries, queued or not. */
  readonly stream: string;
  /** Its place there: an entry id, the id of a row or of a job. */
  readonly entry: string;
  /** As it stood in the store, word for word; may hold personal data, so it never goes to logs or incidents. */
  readonly json: string;
}

/**
 * What was put aside instead of being dropped: a program of a later version may still be able to read it. The newest
 * 10,000 or so are kept. The incident that tells somebody is the caller's, written before.
 */
export interface DeadLetters {
  /** Moves an entry of a stream here: kept and acknowledged in one step, however often asked; an entry that is gone is left at that. */
  readonly bury: (entry: { readonly stream: string; readonly entry: string }) => Promise<void>;
  /** Keeps a copy of what does not stand in a stream; when several try or one crashes, the same may be kept twice. */
  readonly keep: (letter: DeadLetter) => Promise<void>;
}
