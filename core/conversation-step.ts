import { commitCard, type CardTarget } from './card.ts';
import { joinDrafts, put, unchanged, type Draft } from './commit.ts';
import { play, type Answer, type ConversationDefinition, type Ending, type Played } from './conversation.ts';
import { conversations, questions, type ConversationState, type Question } from './records/dialogue.ts';
import { incidents } from './records/oversight.ts';
import { type MessageRef } from './refs.ts';
import { type Outbound } from './outbound.ts';
import { answerPress, outbound, react } from './replies.ts';
import { openLog, sealLog } from './sealed-log.ts';
import { type Versioned } from './store.ts';
import { type Turn } from './turn.ts';

const undoWindowMs = 3_600_000;
const mostNonces = 120;

/** Where a conversation takes place: always in private, even when it began with words in a group. */
export interface Setting extends Pick<CardTarget, 'bot' | 'chat'> {
  readonly origins: readonly string[];
}

/** The name under which the edit of a message finds the conversation it began: `<chat> <message>`. */
export function originOf(chat: string, message: MessageRef): string {
  return `${chat} ${message}`;
}

/** Begins a conversation and shows its first card. */
export async function beginConversation<Input>(
  definition: ConversationDefinition<Input>,
  input: Input,
  setting: Setting,
  turn: Turn,
): Promise<Draft> {
  const state: ConversationState = {
    id: `${definition.name}-${turn.random.token()}`,
    name: definition.name,
    version: definition.version,
    person: turn.person.id,
    account: turn.account.id,
    bot: setting.bot,
    chat: setting.chat,
    input,
    log: [],
    state: 'open',
    startedAt: turn.now,
    until: turn.now + definition.expiresAfterMs,
    card: null,
    cardAt: null,
    question: null,
    nonces: [],
    origins: [...setting.origins],
  };
  return advance(definition, state, null, turn);
}

/** Gives a waiting conversation its answer. The step holds only if nothing else moved the conversation meanwhile. */
export async function resumeConversation<Input>(
  definition: ConversationDefinition<Input>,
  state: Versioned<ConversationState>,
  answer: Answer,
  turn: Turn,
): Promise<Draft> {
  const origins =
    answer.type === 'text' && turn.inbound.message !== null ? [originOf(turn.inbound.chat, turn.inbound.message)] : [];
  const known = new Set([...state.value.origins, ...origins]);
  const draft = await advance(definition, { ...state.value, origins: [...known] }, answer, turn);
  return joinDrafts({ guards: [unchanged(conversations, state)] }, draft);
}

async function advance<Input>(
  definition: ConversationDefinition<Input>,
  state: ConversationState,
  answer: Answer | null,
  turn: Turn,
): Promise<Draft> {
  const { isPrivate = false } = definition;
  const log = isPrivate ? openLog(turn.cipher, state) : state.log;
  const played = await play(definition, { ...state, log }, answer, turn);
  switch (played.type) {
    case 'waiting': {
      const kept = isPrivate ? sealLog(turn.cipher, state, played.log) : played.log;
      const target = targetOf(state, answer, played.card.refuses === true, turn);
      return joinDrafts(
        { outbound: target.card === null ? left(state, answer, turn) : acknowledgement(state, answer, turn) },
        waiting(state, { ...played, log: kept }, target, turn),
      );
    }
    case 'finished': {
      const ending = await played.finish(turn);
      return joinDrafts(
        { outbound: answerPress(turn, ending.toast ?? '') },
        finished({ ...state, log: isPrivate ? [] : played.log }, ending, targetOf(state, answer, false, turn), turn),
      );
    }
    case 'broken':
      return broken(state, played.code, turn);
  }
}

/** After so long others have written below a card, and an edit of it would not be seen. */
const nearMs = 5 * 60_000;

/** The message a card is shown in: the one it has, or a new one where words were not taken or have come long after. */
function targetOf(state: ConversationState, answer: Answer | null, refuses: boolean, turn: Turn): CardTarget {
  const { id, bot, chat, card, cardAt } = state;
  const isFar = cardAt !== null && turn.now - cardAt > nearMs;
  const isSaid = answer?.type === 'text' && turn.inbound.content.type === 'text';
  return card !== null && isSaid && (refuses || isFar)
    ? { id, bot, chat, card: null, anew: `${id}:${turn.nextId()}` }
    : { id, bot, chat, card };
}

/** The message a card leaves behind has nothing to press any more. */
function left(state: ConversationState, answer: Answer | null, turn: Turn): Outbound[] {
  const pressed = answer?.type === 'choice' ? answerPress(turn, '') : [];
  return state.card === null ? pressed : [...pressed, outbound(turn, state, { type: 'close', target: state.card })];
}

/** Words that rewrite a card further up get a sign of their own, since an edited card makes no sound. */
function acknowledgement(state: ConversationState, answer: Answer | null, turn: Turn): ReturnType<typeof react> {
  if (answer?.type === 'choice') return answerPress(turn, '');
  return answer?.type === 'text' && state.card !== null && turn.inbound.content.type === 'text'
    ? react(turn, '👌')
    : [];
}

function waiting(
  state: ConversationState,
  played: Extract<Played, { type: 'waiting' }>,
  target: CardTarget,
  turn: Turn,
): Draft {
  const card = commitCard({ ...played.card, target }, turn);
  const question: Question = {
    ...questionOf(state, card.id, turn),
    retired: state.nonces,
    purpose: 'conversation',
    subject: state.id,
    choices: card.choices,
    poll: card.poll,
    acceptsText: played.card.acceptsText,
    until: state.until,
  };
  const nonces = [...state.nonces, ...card.choices.map((choice) => choice.nonce)].slice(-mostNonces);
  const cardAt = target.card === null ? turn.now : state.cardAt;
  const next = { ...state, log: played.log, card: card.id, cardAt, question: question.id, nonces };
  return {
    outbound: [card.outbound],
    writes: [put(conversations, next), put(questions, question)],
    due: [
      {
        id: `conversation:${state.id}`,
        kind: 'conversation.expire',
        at: state.until,
        payload: { conversation: state.id },
      },
    ],
  };
}

function finished(state: ConversationState, ending: Ending, target: CardTarget, turn: Turn): Draft {
  const card = commitCard({ text: ending.text, rows: ending.rows, acceptsText: false, target }, turn);
  const question: Question = {
    ...questionOf(state, card.id, turn),
    retired: state.nonces,
    purpose: 'action',
    subject: ending.subject,
    choices: card.choices,
    poll: card.poll,
    acceptsText: false,
    state: card.choices.length > 0 ? 'open' : 'closed',
    until: turn.now + (ending.openMs ?? undoWindowMs),
  };
  return joinDrafts(ending.draft, {
    outbound: [...(target.card === null ? left(state, null, turn) : []), card.outbound],
    writes: [put(conversations, { ...state, state: 'done', card: card.id }), put(questions, question)],
    cancel: [`conversation:${state.id}`],
  });
}

function broken(state: ConversationState, code: string, turn: Turn): Draft {
  const text = turn.texts.say('conversation-broken');
  const incident = {
    id: turn.random.token(),
    at: turn.now,
    severity: code === 'conversation.version_changed' ? ('info' as const) : ('error' as const),
    code,
    source: state.name,
    detail: state.id,
    action: null,
  };
  return joinDrafts(finished(state, { text, toast: null, rows: [], subject: state.id, draft: {} }, state, turn), {
    outbound: answerPress(turn, ''),
    writes: [put(incidents, incident)],
  });
}

function questionOf(
  state: ConversationState,
  card: string,
  turn: Turn,
): Omit<Question, 'purpose' | 'subject' | 'choices' | 'acceptsText' | 'until' | 'retired' | 'poll'> {
  return {
    id: state.id,
    bot: state.bot,
    chat: state.chat,
    person: state.person,
    account: state.account,
    careful: false,
    state: 'open',
    openedAt: turn.now,
    card,
  };
}
