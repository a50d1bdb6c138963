/** Fields of a log line: ids, codes and counts; never message texts, names, tokens or personal data. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log, object first. */
export interface Log {
  readonly debug: (fields: LogFields, message: string) => void;
  readonly info: (fields: LogFields, message: string) => void;
  readonly warn: (fields: LogFields, message: string) => void;
  readonly error: (fields: LogFields, message: string) => void;
}
