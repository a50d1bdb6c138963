import { type Inbound } from '../core/inbound.ts';
import { deliveries, questions, type Question } from '../core/records/dialogue.ts';
import { channelOf, type MessageRef } from '../core/refs.ts';
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

/** A press names its choice by a nonce; it counts only for the person, chat and bot the nonce was made for. */
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
  if (!ours || !(await mayStandAt(store, value.card, on))) return { type: 'stale' };
  const choice = value.choices.find((candidate) => candidate.nonce === nonce);
  if (choice === undefined || value.state === 'closed') return { type: 'retired', question };
  return { type: 'choice', question, choice, onCard: true };
}

/** A card stands where it was sent; only one whose sending had to be repeated may stand elsewhere as well. */
async function mayStandAt(store: Records, card: string, on: MessageRef): Promise<boolean> {
  const delivery = await store.get(deliveries, card);
  return (
    delivery === null ||
    delivery.value.messages.length === 0 ||
    delivery.value.resent ||
    delivery.value.messages.includes(on)
  );
}

/** A vote in the poll of a card, or a reaction on it. A vote counts for what the poll offers, whatever the card says by now. */
export async function answeredBySign(
  store: Records,
  message: Inbound,
  target: MessageRef,
  sign: { readonly option: number } | { readonly emoji: string },
): Promise<Answered> {
  const pointed = await pointedAt(store, message, target);
  if (pointed.type !== 'card') return pointed.type === 'nowhere' ? { type: 'stale' } : { type: 'none' };
  const { question } = pointed;
  if (question.value.state === 'closed') return { type: 'retired', question };
  const polled = 'option' in sign ? question.value.poll?.[sign.option] : undefined;
  if ('option' in sign && polled === undefined) return { type: 'retired', question };
  const choice =
    'emoji' in sign ? byMeaning(question.value, sign.emoji) : question.value.choices.find((one) => one.key === polled);
  return choice === undefined ? { type: 'none' } : { type: 'choice', question, choice, onCard: true };
}

/** Words: quoting a card, a number, a bare "ok", a choice's own label, or free text where a card takes it. */
export async function answeredByWords(
  store: Records,
  message: Inbound,
  text: string,
  replyTo: MessageRef | null,
  now: number,
): Promise<Answered> {
  if (replyTo !== null) {
    const pointed = await pointedAt(store, message, replyTo);
    if (pointed.type === 'card' && pointed.question.value.state === 'open')
      return inWords(pointed.question, text, true);
    // A quote says what is meant: a bare answer to something else must not decide the card that happens to be open.
    if (isBare(text))
      return pointed.type === 'card' ? { type: 'retired', question: pointed.question } : { type: 'stale' };
  }
  const open = (await store.find(questions, { name: 'open', value: message.chat })).filter(
    (question) => question.value.account === message.sender && now <= question.value.until,
  );
  // What is worth a press takes no bare word, so it stands in nobody's way; but the card shown last is the one that is meant.
  const asked = open.filter(
    ({ value }) => (value.purpose === 'conversation' || value.purpose === 'approval') && !value.careful,
  );
  // Menus and ↩ stay on their cards for long; they count only when nothing waits, and then the latest.
  const [only, second] = asked.length > 0 ? asked : latest(open);
  if (only === undefined) return { type: 'none' };
  // Numbers that no platform has drawn beside a menu's buttons are just numbers.
  const unasked = asked.length === 0 && channelOf(message.bot) === 'telegram' && numbered.test(text);
  if (unasked) return { type: 'none' };
  if (second === undefined) return inWords(only, text, false);
  const fits = asked.map((question) => inWords(question, text, false)).filter((answer) => answer.type === 'choice');
  if (fits.length > 0) return { type: 'unclear' };
  // Of several cards that wait for words, people answer the one they were shown last.
  const writing = asked
    .filter((question) => question.value.acceptsText)
    .toSorted((a, b) => a.value.openedAt - b.value.openedAt)
    .at(-1);
  return writing === undefined ? { type: 'none' } : { type: 'text', question: writing, text };
}

function latest(open: readonly Versioned<Question>[]): readonly Versioned<Question>[] {
  return open.toSorted((a, b) => a.value.openedAt - b.value.openedAt).slice(-1);
}

function isBare(text: string): boolean {
  return numbered.test(text) || isBareAnswer(text);
}

/** « oui », « non », « ok » and nothing else: an answer to something, and by itself to nothing. */
export function isBareAnswer(text: string): boolean {
  return yes.test(straight(text)) || no.test(straight(text));
}

function inWords(question: Versioned<Question>, text: string, onCard: boolean): Answered {
  const { value } = question;
  const number = numbered.exec(text)?.[1];
  const options = value.choices.filter((choice) => choice.numbered);
  const chosen =
    (number === undefined ? undefined : options[Number(number) - 1]) ??
    byMeaning(value, text) ??
    value.choices.find((choice) => fold(choice.label) === fold(text) && (onCard || choice.numbered));
  if (chosen !== undefined) return { type: 'choice', question, choice: chosen, onCard };
  return value.acceptsText ? { type: 'text', question, text } : { type: 'none' };
}

function byMeaning(question: Question, words: string): Question['choices'][number] | undefined {
  const meant = yes.test(straight(words)) ? 'yes' : no.test(straight(words)) ? 'no' : null;
  return meant === null ? undefined : question.choices.find((choice) => choice.means === meant);
}

/** What a quote, vote or reaction points at: a card of this person, another message of this chat, or nothing in this chat. */
type Pointed =
  | { readonly type: 'card'; readonly question: Versioned<Question> }
  | { readonly type: 'message' }
  | { readonly type: 'nowhere' };

async function pointedAt(store: Records, message: Inbound, target: MessageRef): Promise<Pointed> {
  const [delivery] = await store.find(deliveries, { name: 'message', value: `${message.chat} ${target}` });
  if (delivery === undefined) return { type: 'nowhere' };
  const found = await store.find(questions, { name: 'card', value: delivery.value.id });
  const question = found.find((candidate) => candidate.value.account === message.sender);
  return question === undefined ? { type: 'message' } : { type: 'card', question };
}

/** Phones type the curly apostrophe. */
function straight(text: string): string {
  return text.trim().replaceAll('’', "'");
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{P}\p{S}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}
