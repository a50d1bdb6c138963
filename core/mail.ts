import { type PersonId } from '../domain/ids.ts';

/** A letter to one person. The address is looked up by whoever sends it, so that it travels nowhere else. */
export interface Letter {
  readonly to: PersonId;
  readonly subject: string;
  readonly body: string;
  /** Names the letter, so that it is sent once. */
  readonly key: string;
}

/** What became of a letter; `off` when this installation sends no mail. */
export type MailOutcome = { readonly type: 'sent' } | { readonly type: 'off' };

/** E-mail, the last way to reach somebody. */
export interface Mailer {
  /** @throws RegieError temporary when the provider cannot be reached */
  readonly send: (letter: Letter) => Promise<MailOutcome>;
}
