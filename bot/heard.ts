import { type Catalogue, type Command } from '../core/command.ts';
import { type Draft } from '../core/commit.ts';
import { originOf, resumeConversation } from '../core/conversation-step.ts';
import { type Inbound } from '../core/inbound.ts';
import { groups } from '../core/records/identity.ts';
import { conversations, questions, type Question } from '../core/records/dialogue.ts';
import { type Versioned } from '../core/store.ts';
import { permit } from '../core/permission.ts';
import { react, reply } from '../core/replies.ts';
import { type Turn } from '../core/turn.ts';
import { homeCard } from '../conversations/account/home.ts';
import { answeredByWords, isBareAnswer } from './answers.ts';
import { performChoice, performCommand, performRetired, performText, stale } from './perform.ts';
import { nearest, spokenCommand } from './words.ts';

type Said = Extract<Inbound['content'], { type: 'text' }>;
type Edited = Extract<Inbound['content'], { type: 'edit' }>;

const longestSentence = 4000;

/** Small talk that opens or closes a chat, and nothing more. */
const greeting =
  /^(salut|bonjour|bonsoir|coucou|hello|hi|hey|yo|re)([\s,!.?]+(régie|regie|à toi|a toi|ça va|ca va|there|all))*[\s!.?]*$/iu;
const thanks =
  /^(merci|thanks|thank you|thx|super|parfait|top|cool|nickel|great|perfect)([\s,]+(beaucoup|bien|à toi|a toi|a lot|so much))*[\s!.]*$/iu;

/** Words in a chat. In private everything gets an answer; in a group only commands and clear statements about oneself do. */
export async function handleText(catalogue: Catalogue, turn: Turn, content: Said): Promise<Draft> {
  const text = content.text.slice(0, longestSentence);
  // Forwarded words are somebody else's: they answer nothing and state nothing.
  if (content.forwarded)
    return turn.inbound.chatKind === 'group' ? {} : { outbound: [reply(turn, turn.texts.say('forwarded'))] };
  const spoken = spokenCommand(text, catalogue.commands);
  // A quote answers what it quotes, even with a word that is a command's name as well.
  const quotes =
    (spoken.type === 'command' && spoken.loose === true) ||
    (content.replyTo !== null && !text.trim().startsWith('/') && turn.inbound.chatKind === 'private');
  if (spoken.type === 'command' && !quotes && (turn.inbound.chatKind === 'private' || content.addressed)) {
    return performCommand(turn, spoken.command, spoken.words);
  }
  return turn.inbound.chatKind === 'group'
    ? inGroup(catalogue, turn, text, content, spoken.type === 'unknown')
    : inPrivate(catalogue, turn, text, content);
}

async function inGroup(
  catalogue: Catalogue,
  turn: Turn,
  text: string,
  content: Said,
  unknownCommand: boolean,
): Promise<Draft> {
  if (unknownCommand) return {};
  // Free words are read in bound groups alone, where people were told so.
  if ((await turn.store.get(groups, turn.inbound.chat)) === null) return content.addressed ? groupHelp(turn) : {};
  const meant = await firstIntent(catalogue, turn, text);
  if (meant !== null) return meant;
  return content.addressed && content.replyTo === null ? groupHelp(turn) : {};
}

function groupHelp(turn: Turn): Draft {
  return { outbound: [reply(turn, turn.texts.say('group-help'), { replyTo: turn.inbound.message })] };
}

async function inPrivate(catalogue: Catalogue, turn: Turn, text: string, content: Said): Promise<Draft> {
  const spoken = spokenCommand(text, catalogue.commands);
  const usable = catalogue.commands.filter((command) => mayUse(turn, command));
  if (spoken.type === 'unknown') {
    const among = spokenCommand(text, usable);
    return notUnderstood(turn, among.type === 'unknown' ? (among.near?.name[turn.texts.locale] ?? null) : null);
  }
  const answered = await answeredByWords(turn.store, turn.inbound, text, content.replyTo, turn.now);
  switch (answered.type) {
    case 'choice':
      return performChoice(catalogue, turn, answered.question, answered.choice, answered.onCard);
    case 'text':
      return (
        (await clearlyElse(catalogue, turn, answered.question, content)) ??
        performText(catalogue, turn, answered.question, answered.text)
      );
    case 'unclear':
      return { outbound: [reply(turn, turn.texts.say('answer-which'))] };
    case 'retired':
      return performRetired(catalogue, turn, answered.question);
    case 'stale':
      return stale(turn, 'quote');
    case 'none':
      break;
  }
  if (spoken.type === 'command' && (spoken.loose !== true || mayUse(turn, spoken.command)))
    return performCommand(turn, spoken.command, spoken.words);
  const meant = await firstIntent(catalogue, turn, text);
  if (meant !== null) return meant;
  if (isBareAnswer(text) && (await waitingHere(turn)) === 0)
    return { outbound: [reply(turn, turn.texts.say('nothing-waits'))] };
  const [word = '', ...rest] = text.trim().split(/\s+/);
  const isSmallTalk = greeting.test(text.trim()) || thanks.test(text.trim());
  // Without a slash it is a word like any other, and a guess has to be close.
  const near =
    rest.length === 0 && !isBareAnswer(text) && !isSmallTalk ? nearest(word, usable, word.length > 3 ? 2 : 1) : null;
  return notUnderstood(turn, near?.name[turn.texts.locale] ?? null);
}

/** How many cards of this chat ask this person something. */
async function waitingHere(turn: Turn): Promise<number> {
  const open = await turn.store.find(questions, { name: 'open', value: turn.inbound.chat });
  return open.filter(
    ({ value }) =>
      value.account === turn.inbound.sender &&
      turn.now <= value.until &&
      (value.purpose === 'conversation' || value.purpose === 'approval'),
  ).length;
}

/** What was clearly said about something else while a conversation that gives way waited; a quote always answers its card. */
async function clearlyElse(
  catalogue: Catalogue,
  turn: Turn,
  question: Versioned<Question>,
  content: Said,
): Promise<Draft | null> {
  const state = await turn.store.get(conversations, question.value.subject);
  const definition = state === null ? undefined : catalogue.conversations.get(state.value.name);
  if (definition?.givesWay !== true || content.replyTo !== null) return null;
  if (greeting.test(content.text.trim())) return homeCard(turn);
  if (thanks.test(content.text.trim())) return { outbound: react(turn, '👌') };
  for (const intent of catalogue.clearIntents) {
    const meant = await intent(turn, content.text.slice(0, longestSentence));
    if (meant !== null) return meant;
  }
  return null;
}

function mayUse(turn: Turn, command: Command): boolean {
  return permit(turn.person, command.permission, { chat: turn.inbound.chatKind, today: turn.today }).allowed;
}

async function firstIntent(catalogue: Catalogue, turn: Turn, text: string): Promise<Draft | null> {
  for (const intent of catalogue.intents) {
    const meant = await intent(turn, text);
    if (meant !== null) return meant;
  }
  return null;
}

async function notUnderstood(turn: Turn, near: string | null): Promise<Draft> {
  if (near !== null) return { outbound: [reply(turn, turn.texts.say('did-you-mean', { command: `/${near}` }))] };
  const said = turn.inbound.content.type === 'text' ? turn.inbound.content.text.trim() : '';
  if (said === '' || greeting.test(said)) return homeCard(turn);
  if (thanks.test(said)) return { outbound: react(turn, '👌') };
  const key = turn.person.roles.includes('musician') ? 'not-understood' : 'not-understood-staff';
  return { outbound: [reply(turn, turn.texts.say(key))] };
}

/** An edited message corrects the card it began, as long as that is not confirmed; anything else that was edited stays as it was. */
export async function handleEdit(catalogue: Catalogue, turn: Turn, content: Edited): Promise<Draft> {
  const origin = originOf(turn.inbound.chat, content.target);
  const [open] = await turn.store.find(conversations, { name: 'origin', value: origin });
  if (open === undefined || open.value.person !== turn.person.id) return {};
  const definition = catalogue.conversations.get(open.value.name);
  const permission =
    definition === undefined
      ? null
      : permit(turn.person, definition.permission, { chat: 'private', today: turn.today });
  return definition === undefined || permission?.allowed !== true
    ? {}
    : resumeConversation(
        definition,
        open,
        { type: 'text', text: content.text, corrects: open.value.origins[0] === origin },
        turn,
      );
}
