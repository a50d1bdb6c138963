import { type Clock } from '../core/clock.ts';
import { type Catalogue } from '../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../core/commit.ts';
import { type Inbound } from '../core/inbound.ts';
import { auditLine } from '../core/audit.ts';
import { deliveries, type Question } from '../core/records/dialogue.ts';
import { accounts, type Account } from '../core/records/identity.ts';
import { type MessageRef } from '../core/refs.ts';
import { outbound, reply } from '../core/replies.ts';
import { type Store, type Versioned } from '../core/store.ts';
import { type Services, type Step, type Turn } from '../core/turn.ts';
import { dayAt } from '../domain/day.ts';
import { type Person } from '../domain/person.ts';
import { keepSensitive, warnOfToken } from '../conversations/staff/vault.ts';
import { answeredByPress, answeredBySign, type Answered } from './answers.ts';
import { type Handler } from './consumer.ts';
import { handleEdit, handleText } from './heard.ts';
import { meetStranger, type Gate } from './join.ts';
import { performChoice, performRetired, performText, stale } from './perform.ts';
import { handleMigration, handlePresence, handleReceipt } from './platform-events.ts';
import { identify } from './who.ts';

/** What routing needs. */
export interface RouterOptions {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly services: () => Promise<Services>;
}

/** Decides what every inbound message leads to: who is it, what is it an answer to, what may they do. */
export function createRouter(options: RouterOptions): Handler {
  return {
    handle: async (message, name) => {
      const [step, sender] = await Promise.all([
        stepOf(options, name),
        identify(options.store, message, options.clock.now()),
      ]);
      if (message.content.type === 'receipt') return handleReceipt(step, message, message.content);
      if (message.content.type === 'migration') return handleMigration(step, message, message.content.to);
      if (sender.type === 'stranger') return stranger(options, step, message, sender.account);
      const turn = turnOf(step, message, sender.person, sender.account.value);
      const outcome = await route(options, turn);
      return touchesAccount(outcome) ? outcome : joinDrafts(outcome, learnReach(turn, sender.account));
    },
    apologise: async (message, name) => {
      const step = await stepOf(options, name);
      const sender = await identify(options.store, message, step.now);
      if (sender.type === 'stranger' || message.chatKind === 'group') return {};
      const turn = turnOf(step, message, sender.person, sender.account.value);
      return { outbound: [reply(turn, turn.texts.say('apology', { reference: name.slice(-12) }))] };
    },
  };
}

async function stepOf(options: RouterOptions, name: string): Promise<Step> {
  const services = await options.services();
  let count = 0;
  return { ...services, nextId: () => `${name}:${count++}` };
}

function turnOf(step: Step, message: Inbound, person: Person, account: Account): Turn {
  return {
    ...step,
    inbound: message,
    person,
    account,
    today: dayAt(step.now, person.timezone),
    texts: step.textsOf(person.locale),
  };
}

async function stranger(
  options: RouterOptions,
  step: Step,
  message: Inbound,
  account: Versioned<Account> | null,
): Promise<Draft> {
  const draft = await meetStranger(step, message, account, options.gate);
  if (message.content.type !== 'press') return draft;
  // Every press is answered, a stranger's with nothing: what the button stood for is none of their business.
  const answer = outbound(step, message, { type: 'answer', query: message.content.query, text: '', alert: false });
  return { ...draft, outbound: [answer] };
}

async function route(options: RouterOptions, turn: Turn): Promise<Draft> {
  const { content } = turn.inbound;
  switch (content.type) {
    case 'press': {
      const answered = await answeredByPress(turn.store, turn.inbound, content.nonce, content.message);
      const taught =
        answered.type === 'choice' && content.message !== null
          ? await teach(turn, answered.question, content.message)
          : {};
      return joinDrafts(await perform(options, turn, answered, 'press'), taught);
    }
    case 'vote':
      // A vote taken back answers nothing.
      return content.options[0] === undefined
        ? {}
        : bySign(options, turn, content.target, { option: content.options[0] });
    case 'reaction':
      return content.removed ? {} : bySign(options, turn, content.target, { emoji: content.emoji });
    case 'text':
      return handleText(options.catalogue, turn, content);
    case 'edit':
      return handleEdit(options.catalogue, turn, content);
    case 'sensitive':
      return content.what === 'token'
        ? { outbound: warnOfToken(turn) }
        : keepSensitive(turn, content.what, content.sealed);
    case 'file':
      return handleFile(turn, content);
    case 'unsupported':
      return { outbound: [reply(turn, turn.texts.say('unsupported'))] };
    case 'presence':
      return handlePresence(turn, content);
    case 'receipt':
    case 'migration':
      return {};
  }
}

/** A vote or reaction. What points at nothing we sent here is noted and not answered: it may be a ❤️ on something old. */
async function bySign(
  options: RouterOptions,
  turn: Turn,
  target: MessageRef,
  sign: Parameters<typeof answeredBySign>[3],
): Promise<Draft> {
  const answered = await answeredBySign(turn.store, turn.inbound, target, sign);
  if (answered.type === 'stale') return { writes: [auditLine(turn, 'press.refused', target, 'elsewhere')] };
  return perform(options, turn, answered, 'sign');
}

/**
 * The platform's answer to a card may have been lost and the card sent twice: a press tells where the copy in use stands,
 * and from then on that is the one to rewrite.
 */
async function teach(turn: Turn, question: Versioned<Question>, on: MessageRef): Promise<Draft> {
  const { card, bot, chat } = question.value;
  const known = await turn.store.get(deliveries, card);
  if (known === null) return {};
  if (known.value.messages[0] === on) return {};
  const messages = [on, ...known.value.messages.filter((message) => message !== on)];
  return {
    guards: [unchanged(deliveries, known)],
    writes: [put(deliveries, { ...known.value, bot, chat, status: 'sent', messages })],
  };
}

async function perform(options: RouterOptions, turn: Turn, answered: Answered, subject: string): Promise<Draft> {
  switch (answered.type) {
    case 'choice':
      return performChoice(options.catalogue, turn, answered.question, answered.choice, answered.onCard);
    case 'text':
      return performText(options.catalogue, turn, answered.question, answered.text);
    case 'retired':
      return performRetired(options.catalogue, turn, answered.question);
    case 'stale':
      return stale(turn, subject);
    case 'unclear':
    case 'none':
      return {};
  }
}

/** Files reach this point from private chats alone. */
function handleFile(turn: Turn, content: Extract<Inbound['content'], { type: 'file' }>): Draft | Promise<Draft> {
  if (content.kind === 'voice') return { outbound: [reply(turn, turn.texts.say('voice-note'))] };
  return content.sealed === null ? {} : keepSensitive(turn, 'file', content.sealed);
}

/** A private chat in which somebody writes is a way to reach them, from the first message on and again after a block. */
function learnReach(turn: Turn, account: Versioned<Account>): Draft {
  const { inbound } = turn;
  if (inbound.chatKind !== 'private' || inbound.content.type === 'presence') return {};
  const { reach } = account.value;
  if (reach.some((way) => way.bot === inbound.bot && way.chat === inbound.chat && way.open)) return {};
  const others = reach.filter((way) => way.bot !== inbound.bot);
  const changed = { ...account.value, reach: [...others, { bot: inbound.bot, chat: inbound.chat, open: true }] };
  return { guards: [unchanged(accounts, account)], writes: [put(accounts, changed)] };
}

function touchesAccount(draft: Draft): boolean {
  return (draft.writes ?? []).some((write) => write.collection === accounts.name);
}
