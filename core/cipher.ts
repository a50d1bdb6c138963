/** Encrypts single fields, bound to the record they belong to: moved to another record they cannot be opened. */
export interface FieldCipher {
  readonly seal: (plain: string, recordId: string) => string;
  /** @throws RegieError `cipher.unreadable` when the key or the record is another one, or the value was altered */
  readonly open: (sealed: string, recordId: string) => string;
}
