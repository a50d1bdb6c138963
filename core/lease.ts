/** Sole ownership of something, for a while, across processes. */
export interface Leases {
  /**
   * Takes or renews a lease for `holder`.
   * @returns the fencing number to put in commits, higher with each new holder; null while somebody else holds it
   */
  readonly hold: (name: string, holder: string, durationMs: number) => Promise<number | null>;
  /** Gives it back at once, so that another need not wait for it to run out. */
  readonly release: (name: string, holder: string) => Promise<void>;
}
