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
  readonly people: {
    tom?: OnTelegram;
    marc?: OnTelegram;
    nadia?: OnTelegram;
    lea?: OnSignal;
    anna?: OnSignal;
    solene?: OnSignal;
  };
  group: number;
  readonly tell: (who: string, words: string) => void;
}

/** The agency's clock. */
export const zone = 'Europe/Paris';
/** New messages, on either channel. */
export const send = /sendMessage|POST \/v2\/send/;
/** Messages written anew, on either channel. */
export const edit = /editMessageText|POST \/v2\/send/;

/** Everybody the scenes are about; each is asked for in scenes that come after the one in which they joined. */
export function known(cast: Cast): Required<Cast['people']> {
  const joined = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('somebody has not joined');
    return one;
  };
  return {
    get tom() {
      return joined(cast.people.tom);
    },
    get marc() {
      return joined(cast.people.marc);
    },
    get nadia() {
      return joined(cast.people.nadia);
    },
    get lea() {
      return joined(cast.people.lea);
    },
    get anna() {
      return joined(cast.people.anna);
    },
    get solene() {
      return joined(cast.people.solene);
    },
  };
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

/** Votes in the poll that offers it, once it is there. */
export async function vote(cast: Cast, who: OnSignal, label: string): Promise<void> {
  await until(`${who.name} can vote « ${label} »`, () => who.sees().find((message) => message.choices.includes(label)));
  cast.tell(who.name, `(vote) ${label}`);
  who.vote(label);
}

/** Presses the newest button whose label fits. */
export async function press(cast: Cast, who: OnTelegram, label: RegExp): Promise<void> {
  const found = await until(`${who.name} sees a button ${label.source}`, () =>
    who
      .sees()
      .flatMap((message) => message.choices)
      .findLast((choice) => label.test(choice)),
  );
  cast.tell(who.name, `[${found}]`);
  who.press(found);
}
