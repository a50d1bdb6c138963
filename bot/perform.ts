import { auditLine } from '../core/audit.ts';
import { type Action, type Catalogue, type Command } from '../core/command.ts';
import { type Draft } from '../core/commit.ts';
import { resumeConversation } from '../core/conversation-step.ts';
import { permit } from '../core/permission.ts';
import { conversations, type Question } from '../core/records/dialogue.ts';
import { approvals } from '../core/records/oversight.ts';
import { answerPress, reply, tell } from '../core/replies.ts';
import { type Versioned } from '../core/store.ts';
import { type Turn } from '../core/turn.ts';

type Choice = Question['choices'][number];

/** Carries out what was chosen on a card. Permission is decided here again, from the roles of this moment. */
export async function performChoice(
  catalogue: Catalogue,
  turn: Turn,
  question: Versioned<Question>,
  choice: Choice,
  onCard: boolean,
): Promise<Draft> {
  const { value } = question;
  if (value.state === 'closed' || turn.now > value.until) return stale(turn, value.subject);
  if (value.careful && !onCard) return { outbound: [reply(turn, turn.texts.say('answer-on-card'))] };
  switch (value.purpose) {
    case 'conversation':
      return resume(catalogue, turn, question, { type: 'choice', key: choice.key });
    case 'approval':
      return approve(catalogue, turn, question, choice);
    case 'menu':
    case 'action':
      return act(catalogue, turn, question, choice);
  }
}

/** Gives free text to the conversation whose card takes it. */
export function performText(
  catalogue: Catalogue,
  turn: Turn,
  question: Versioned<Question>,
  text: string,
): Promise<Draft> {
  return resume(catalogue, turn, question, { type: 'text', text });
}

async function resume(
  catalogue: Catalogue,
  turn: Turn,
  question: Versioned<Question>,
  answer: Parameters<typeof resumeConversation>[2],
): Promise<Draft> {
  const state = await turn.store.get(conversations, question.value.subject);
  const definition = state === null ? undefined : catalogue.conversations.get(state.value.name);
  if (state === null || definition === undefined || state.value.state !== 'open')
    return stale(turn, question.value.subject);
  const permission = permit(turn.person, definition.permission, { chat: turn.inbound.chatKind, today: turn.today });
  if (state.value.person !== turn.person.id || !permission.allowed) return refuse(turn, question.value.subject);
  const besides = answer.type === 'text' ? await definition.besides?.(turn, state.value, answer.text) : undefined;
  return besides ?? resumeConversation(definition, state, answer, turn);
}

async function approve(
  catalogue: Catalogue,
  turn: Turn,
  question: Versioned<Question>,
  choice: Choice,
): Promise<Draft> {
  const approval = await turn.store.get(approvals, question.value.subject);
  const kind = approval === null ? undefined : catalogue.approvals.get(approval.value.kind);
  if (approval === null || kind === undefined) return stale(turn, question.value.subject);
  if (!(await kind.mayDecide(turn, approval.value))) return refuse(turn, approval.value.id);
  return kind.choose(turn, approval, choice.key, question);
}

async function act(catalogue: Catalogue, turn: Turn, question: Versioned<Question>, choice: Choice): Promise<Draft> {
  const colon = choice.key.indexOf(':');
  const name = colon < 0 ? choice.key : choice.key.slice(0, colon);
  const subject = colon < 0 ? '' : choice.key.slice(colon + 1);
  if (name === 'command') {
    const command = catalogue.commands.find((one) => one.name.fr === subject);
    const draft = command === undefined ? stale(turn, subject) : await performCommand(turn, command, '', question);
    return { ...draft, outbound: [...answerPress(turn, ''), ...(draft.outbound ?? [])] };
  }
  const action = catalogue.actions.get(name);
  return action === undefined ? stale(turn, choice.key) : performAction(turn, action, subject, question);
}

async function performAction(
  turn: Turn,
  action: Action,
  subject: string,
  question: Versioned<Question>,
): Promise<Draft> {
  if (!permit(turn.person, action.permission, { chat: turn.inbound.chatKind, today: turn.today }).allowed)
    return refuse(turn, subject);
  return action.run(turn, subject, question);
}

/** Runs a command if this person may use it here; says where or that it is not for them otherwise. */
export async function performCommand(
  turn: Turn,
  command: Command,
  words: string,
  card?: Versioned<Question>,
): Promise<Draft> {
  const permission = permit(turn.person, command.permission, { chat: turn.inbound.chatKind, today: turn.today });
  if (permission.allowed) return command.run(turn, words, card);
  if (permission.reason === 'chat') {
    const key = command.permission.chats.includes('private') ? 'command-private-only' : 'command-group-only';
    return { outbound: [reply(turn, turn.texts.say(key), { replyTo: turn.inbound.message })] };
  }
  return {
    outbound: [reply(turn, turn.texts.say('command-refused'))],
    writes: [auditLine(turn, 'command.refused', command.name.fr, permission.reason)],
  };
}

/** A late or second press on a card that has been answered or rewritten: it says how things stand and changes nothing. */
export async function performRetired(catalogue: Catalogue, turn: Turn, question: Versioned<Question>): Promise<Draft> {
  const { value } = question;
  const approval = await turn.store.get(approvals, value.subject);
  const kind = approval === null ? undefined : catalogue.approvals.get(approval.value.kind);
  if (approval !== null && approval.value.decision !== null && kind !== undefined)
    return kind.choose(turn, approval, '', question);
  if (value.purpose === 'conversation') return stale(turn, value.subject);
  return {
    outbound: tell(turn, turn.texts.label('answer-done'), false),
    writes: [auditLine(turn, 'press.refused', value.subject, 'done')],
  };
}

/** The card is not what it was. */
export function stale(turn: Turn, subject: string): Draft {
  return {
    outbound: tell(turn, turn.texts.label('answer-stale'), true),
    writes: [auditLine(turn, 'press.refused', subject, 'stale')],
  };
}

function refuse(turn: Turn, subject: string): Draft {
  return {
    outbound: tell(turn, turn.texts.label('answer-not-yours'), true),
    writes: [auditLine(turn, 'press.refused', subject, 'not-allowed')],
  };
}
