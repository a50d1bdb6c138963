import { type OnSignal, type OnTelegram, type Seen } from './cast.ts';
import { until, type Stage } from './stage.ts';

/** One step of the story: what is done, and what must then stand in the sandbox's ledger for it to have happened. */
export interface Scene {
  readonly title: string;
  readonly play: (cast: Cast) => Promise<void>;
  readonly shows: readonly Shown[];
}

/** A request of the product that the ledger must hold, made since the scene began. */
export interface Shown {
  readonly platform: 'telegram' | 'signal' | 'google';
  readonly method: RegExp;
  readonly says: RegExp;
}

/** Who plays, filled as they join. */
export interface Cast {
  readonly stage: Stage;
  readonly people: { tom?: OnTelegram; marc?: OnTelegram; nadia?: OnTelegram; lea?: OnSignal; anna?: OnSignal };
  group: number;
  readonly tell: (who: string, words: string) => void;
}

/** The agency's clock. */
export const zone = 'Europe/Paris';
/** New messages, on either channel. */
export const send = /sendMessage|POST \/v2\/send/;
/** Messages written anew, on either channel. */
export const edit = /editMessageText|POST \/v2\/send/;

/** Everybody who has joined; scenes come after the one in which they do. */
export function known(cast: Cast): Required<Cast['people']> {
  const { tom, marc, nadia, lea, anna } = cast.people;
  if (tom === undefined || marc === undefined || nadia === undefined || lea === undefined || anna === undefined) {
    throw new Error('somebody has not joined');
  }
  return { tom, marc, nadia, lea, anna };
}

/** Somebody writes, and Régie answers. */
export async function says(cast: Cast, who: OnTelegram | OnSignal, words: string, answer: RegExp): Promise<Seen> {
  cast.tell(who.name, words);
  who.write(words);
  return until(`${who.name} sees ${answer.source}`, () =>
    who.sees().findLast((message) => message.from === 'Régie' && answer.test(message.text)),
  );
}

/** The group sees it. */
export async function inGroup(cast: Cast, expected: RegExp): Promise<void> {
  const { control } = cast.stage.sandbox.telegram;
  await until(`the group sees ${expected.source}`, () =>
    control.chat(cast.group).messages.find((message) => expected.test(message.text)),
  );
}
