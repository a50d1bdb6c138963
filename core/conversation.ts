import { z } from 'zod';
import { wait } from './clock.ts';
import { type Draft } from './commit.ts';
import { RegieError, permanent } from './errors.ts';
import { type Permission } from './permission.ts';
import { type ConversationState } from './records/dialogue.ts';
import { type Text } from './text.ts';
import { type Turn } from './turn.ts';

/** A choice as a conversation offers it; platforms get a nonce for it when the question is asked. */
export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly kind?: 'option' | 'cell';
  readonly tone?: 'primary' | 'danger' | undefined;
  readonly means?: 'yes' | 'no' | 'undo' | undefined;
  readonly link?: string | undefined;
}

/** A card: what is shown and what can be answered. */
export interface Card {
  readonly text: Text;
  readonly rows: readonly (readonly Offer[])[];
  /** What to write on a platform without buttons, when choosing by number would not do. */
  readonly withoutButtons?: Text;
  readonly acceptsText: boolean;
  /** The words that led here were not taken: said in a message of its own, since an edit and a sign would look like a yes. */
  readonly refuses?: boolean;
  /** The short question of a native poll. */
  readonly poll?: string;
}

const answerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), key: z.string() }),
  /** `corrects`: an earlier message was edited, so this says anew what began the conversation, whatever is asked now. */
  z.strictObject({ type: z.literal('text'), text: z.string(), corrects: z.boolean().optional() }),
]);

/** What the person answered: a choice, or words. */
export type Answer = z.infer<typeof answerSchema>;

/** How a conversation ends: the card it leaves, what happens, and the short answer to the press that ended it. */
export interface Ending {
  readonly text: Text;
  readonly toast: string | null;
  /** Buttons that stay on the card (↩), answered by the action of their key about `subject`. */
  readonly rows: readonly (readonly Offer[])[];
  readonly subject: string;
  /** How long these buttons work; an hour unless given. */
  readonly openMs?: number;
  readonly draft: Draft;
}

/** Makes a card from what is true when it is about to be shown; later replays do not need it. */
export type CardMaker = (turn: Turn) => Promise<Card>;

/** What a conversation may do. Calls come one after the other; the order and the keys are its history. */
export interface Dialogue {
  /** Shows a card and waits for an answer; the conversation is put away meanwhile and survives restarts. */
  readonly ask: (key: string, card: Card | CardMaker) => Promise<Answer>;
  /** Looks something up once; later replays get the same value. */
  readonly read: <T>(key: string, schema: z.ZodType<T>, look: (turn: Turn) => Promise<T> | T) => Promise<T>;
}

/** Decides the end from what is true at that moment; called again when a guard was lost meanwhile. */
export type Finish = (turn: Turn) => Promise<Ending>;

/** A conversation: data and one function. `version` changes whenever the order or meaning of its steps does. */
export interface ConversationDefinition<Input = unknown> {
  readonly name: string;
  readonly version: number;
  /** Who may begin it and answer it, decided again at every answer. */
  readonly permission: Permission;
  readonly input: z.ZodType<Input>;
  readonly expiresAfterMs: number;
  /** Its card may wait for long while people go on working: words that clearly mean something else are not taken for its answer. */
  readonly givesWay?: boolean;
  /** What is said in it is nobody else's: its history is stored sealed while it waits, and forgotten when it ends. */
  readonly isPrivate?: boolean;
  /**
   * What words that are no answer to its card lead to instead, in a message of their own: an edited card further up would not be
   * seen. Null: they are an answer.
   */
  readonly besides?: (turn: Turn, state: ConversationState, text: string) => Promise<Draft | null>;
  readonly run: (dialogue: Dialogue, input: Input, turn: Turn) => Promise<Finish>;
}

/** Where a conversation stands after a step. */
export type Played =
  | { readonly type: 'waiting'; readonly log: ConversationState['log']; readonly key: string; readonly card: Card }
  | { readonly type: 'finished'; readonly log: ConversationState['log']; readonly finish: Finish }
  | { readonly type: 'broken'; readonly code: string };

const watchdogMs = 10_000;
const longestLog = 200;

/**
 * Runs a conversation from its history up to where it waits, giving it `answer` at the first question without one.
 * A step that never ends, a history that no longer fits the code and a thrown error all come back as `broken`.
 */
export async function play<Input>(
  definition: ConversationDefinition<Input>,
  state: Pick<ConversationState, 'input' | 'log' | 'version'>,
  answer: Answer | null,
  turn: Turn,
): Promise<Played> {
  if (state.version !== definition.version) return { type: 'broken', code: 'conversation.version_changed' };
  const input = definition.input.safeParse(state.input);
  if (!input.success) return { type: 'broken', code: 'conversation.bad_input' };
  const settled = new AbortController();
  const run = new Promise<Played>((resolve) => {
    const tape = createTape(state.log, answer);
    const dialogue = createDialogue(tape, turn, (key, card) =>
      resolve({ type: 'waiting', log: [...tape.log], key, card }),
    );
    definition.run(dialogue, input.data, turn).then(
      (finish) => resolve({ type: 'finished', log: [...tape.log], finish }),
      (error: unknown) => resolve({ type: 'broken', code: codeOf(error) }),
    );
  });
  const watchdog = wait(watchdogMs, settled.signal).then((): Played => ({
    type: 'broken',
    code: 'conversation.stuck',
  }));
  const outcome = await Promise.race([run, watchdog]);
  settled.abort();
  return outcome;
}

function codeOf(error: unknown): string {
  return error instanceof RegieError ? error.code : 'conversation.threw';
}

/** The history being replayed, and the one new answer there may be. */
interface Tape {
  readonly log: { key: string; value: unknown }[];
  /** The next entry of the history; undefined at its end. */
  readonly next: (key: string) => { readonly value: unknown } | undefined;
  readonly takeAnswer: () => Answer | null;
  readonly record: (key: string, value: unknown) => void;
}

function createTape(history: ConversationState['log'], given: Answer | null): Tape {
  const log = [...history];
  let position = 0;
  let answer = given;
  return {
    log,
    next: (key) => {
      const entry = log[position];
      if (entry === undefined) return undefined;
      position += 1;
      if (entry.key !== key)
        throw permanent('conversation.changed', `history has ${entry.key} where ${key} is expected`);
      return { value: entry.value };
    },
    takeAnswer: () => {
      const taken = answer;
      answer = null;
      return taken;
    },
    record: (key, value) => {
      if (log.length >= longestLog) throw permanent('conversation.too_long', `more than ${longestLog} steps`);
      log.push({ key, value });
      position = log.length;
    },
  };
}

function createDialogue(tape: Tape, turn: Turn, suspend: (key: string, card: Card) => void): Dialogue {
  let busy = false;
  const ready = (): void => {
    if (busy) throw permanent('conversation.nested', 'a conversation does one thing at a time');
  };
  return {
    ask: async (key, card) => {
      ready();
      const past = tape.next(key);
      if (past !== undefined) return answerSchema.parse(past.value);
      const answer = tape.takeAnswer();
      if (answer !== null) {
        tape.record(key, answer);
        return answer;
      }
      busy = true;
      suspend(key, typeof card === 'function' ? await card(turn) : card);
      // Never settles: the conversation is put away, and its next step replays it from the history.
      return new Promise<Answer>(() => undefined);
    },
    read: async (key, schema, look) => {
      ready();
      const past = tape.next(key);
      if (past !== undefined) return schema.parse(past.value);
      busy = true;
      const value = schema.parse(await look(turn));
      busy = false;
      tape.record(key, JSON.parse(JSON.stringify(value)));
      return value;
    },
  };
}
