import { type Inbound } from '../core/inbound.ts';
import { deliveries, questions, type Question } from '../core/records/dialogue.ts';
import { type MessageRef } from '../core/refs.ts';
import { type Records, type Versioned } from '../core/store.ts';

/** What somebody answered, and how sure it is that they meant this question. */
export type Answered =
  | {
      readonly type: 'choice';
      readonly question: Versioned<Question>;
      readonly choice: Question['choices'][number];
      readonly onCard: boolean;
    }
  | { readonly type: 'text'; readonly question: Versioned<Question>; readonly text: string }
  /** Several questions are open and the words fit more than one. */
  | { readonly type: 'unclear' }
  /** The button or card was ours and has been answered or rewritten since. */
  | { readonly type: 'retired'; readonly question: Versioned<Question> }
  /** No such button, or not for this person, chat or message. */
  | { readonly type: 'stale' }
  | { readonly type: 'none' };

const yes = /^(oui|ok|okay|yes|yep|d'?accord|dac|ça marche|ca marche|c'?est bon|vu|bien noté|👍|✅|👌|❤️?)[\s!.]*$/iu;
const no = /^(non|no|nope|👎|❌)[\s!.]*$/iu;
const numbered = /^\s*([1-9]\d?)\s*[.)]?\s*$/;

/** A press names its choice by a nonce; it counts only for the person, chat and bot it was made for, on the card itself. */
export async function answeredByPress(
  store: Records,
  message: Inbound,
  nonce: string,
  on: MessageRef | null,
): Promise<Answered> {
  if (nonce === '' || on === null || message.senderIsBot) return { type: 'stale' };
  const [question] = await store.find(questions, { name: 'nonce', value: nonce });
  if (question === undefined) return { type: 'stale' };
  const { value } = question;
  const ours = value.account === message.sender && value.chat === message.chat && value.bot === message.bot;
  const card = await store.get(deliveries, value.card);
  // A press may teach us a message id that was lost with the platform's answer, but never contradict one we know.
  const elsewhere = card !== null && card.value.messages.length > 0 && !card.value.messages.includes(on);
  if (!ours || elsewhere) return { type: 'stale' };
  const choice = value.choices.find((candidate) => candidate.nonce === nonce);
  if (choice === undefined || value.state === 'closed') return { type: 'retired', question };
  return { type: 'choice', question, choice, onCard: true };
}

/** A vote in the poll of a card, or a reaction on it. */
export async function answeredBySign(
  store: Records,
  message: Inbound,
  target: MessageRef,
  sign: { option: number } | { emoji: string },
): Promise<Answered> {
  const question = await questionOn(store, message, target);
  if (question === null) return { type: 'none' };
  if (question.value.state === 'closed') return { type: 'retired', question };
  const options = question.value.choices.filter((choice) => choice.numbered);
  const choice = 'option' in sign ? options[sign.option] : byMeaning(question.value, sign.emoji);
  return choice === undefined ? { type: 'none' } : { type: 'choice', question, choice, onCard: true };
}

/** Words: quoting a card, a number, a bare "ok", a choice's own label, or free text where a card takes it. */
export async function answeredByWords(
  store: Records,
  message: Inbound,
  text: string,
  replyTo: MessageRef | null,
): Promise<Answered> {
  const quoted = replyTo === null ? null : await questionOn(store, message, replyTo);
  if (quoted !== null && quoted.value.state === 'open') return inWords(quoted, text, true);
  const open = (await store.find(questions, { name: 'open', value: message.chat })).filter(
    (question) => question.value.account === message.sender,
  );
  const asked = open.filter(
    (question) => question.value.purpose === 'conversation' || question.value.purpose === 'approval',
  );
  // Menus and ↩ stay on their cards for long; they count only when nothing waits, and then the latest.
  const [only, second] = asked.length > 0 ? asked : open.slice(-1);
  if (only === undefined) return { type: 'none' };
  if (second === undefined) return inWords(only, text, false);
  const fits = asked.map((question) => inWords(question, text, false)).filter((answer) => answer.type === 'choice');
  if (fits.length > 0) return { type: 'unclear' };
  const takesText = asked.filter((question) => question.value.acceptsText);
  const [writing, another] = takesText;
  return writing !== undefined && another === undefined ? { type: 'text', question: writing, text } : { type: 'none' };
}

function inWords(question: Versioned<Question>, text: string, onCard: boolean): Answered {
  const { value } = question;
  const number = numbered.exec(text)?.[1];
  const options = value.choices.filter((choice) => choice.numbered);
  const chosen =
    (number === undefined ? undefined : options[Number(number) - 1]) ??
    byMeaning(value, text) ??
    options.find((choice) => fold(choice.label) === fold(text));
  if (chosen !== undefined) return { type: 'choice', question, choice: chosen, onCard };
  return value.acceptsText ? { type: 'text', question, text } : { type: 'none' };
}

function byMeaning(question: Question, words: string): Question['choices'][number] | undefined {
  const meant = yes.test(words.trim()) ? 'yes' : no.test(words.trim()) ? 'no' : null;
  return meant === null ? undefined : question.choices.find((choice) => choice.means === meant);
}

async function questionOn(store: Records, message: Inbound, target: MessageRef): Promise<Versioned<Question> | null> {
  const [delivery] = await store.find(deliveries, { name: 'message', value: `${message.chat} ${target}` });
  if (delivery === undefined) return null;
  const found = await store.find(questions, { name: 'card', value: delivery.value.id });
  return found.find((question) => question.value.account === message.sender) ?? null;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{P}\p{S}]/gu, '')
    .toLowerCase()
    .trim();
}
