import { type ConversationDefinition } from './conversation.ts';
import { type Draft } from './commit.ts';
import { type CommandInfo, type Permission } from './permission.ts';
import { type Question } from './records/dialogue.ts';
import { type Approval } from './records/oversight.ts';
import { type Versioned } from './store.ts';
import { type Turn } from './turn.ts';

/** Something people ask for by name, as `/indispo 12 mars`, « indispo » in private, or a button that stands for it. */
export interface Command extends CommandInfo {
  /** `words` is what follows the name; `card` is where a button stood for it, for what is shown in place of that card. */
  readonly run: (turn: Turn, words: string, card?: Versioned<Question>) => Promise<Draft>;
}

/** What a button does that is neither an answer nor a decision; `subject` follows the colon of its key. */
export interface Action {
  readonly permission: Permission;
  readonly run: (turn: Turn, subject: string, question: Versioned<Question>) => Promise<Draft>;
}

/** The rules of one kind of approval. */
export interface ApprovalKind {
  /** Whether this person may decide, from what is true now. */
  readonly mayDecide: (turn: Turn, approval: Approval) => Promise<boolean>;
  /** What a press on one of the cards leads to. */
  readonly choose: (
    turn: Turn,
    approval: Versioned<Approval>,
    choice: string,
    question: Versioned<Question>,
  ) => Promise<Draft>;
}

/** What plain words may mean; null: not this. */
export type Intent = (turn: Turn, text: string) => Promise<Draft | null>;

/** Everything people can do, by name; the router knows nothing else. */
export interface Catalogue {
  readonly commands: readonly Command[];
  readonly conversations: ReadonlyMap<string, ConversationDefinition>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly approvals: ReadonlyMap<string, ApprovalKind>;
  /** What plain words may mean, tried in order; null: not this. */
  readonly intents: readonly Intent[];
  /** Those of them clear enough to be heard although a conversation that gives way waits for words. */
  readonly clearIntents: readonly Intent[];
}
