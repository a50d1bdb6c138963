import { wait } from '../core/clock.ts';
import { type Stage } from './stage.ts';

/** Prints what people and Régie say to each other, in the order in which it happens. */
export interface Transcript {
  readonly tell: (who: string, words: string) => void;
  /** Waits until what was under way has been printed. */
  readonly catchUp: () => Promise<void>;
  readonly stop: () => void;
}

type Entry = Parameters<Parameters<Stage['sandbox']['ledger']['onAppend']>[0]>[0];

const calmMs = 120;

/** Follows the sandbox's ledger: every message, edit, poll and reaction that the product makes is a line. */
export function followChats(stage: Stage, write: (line: string) => void): Transcript {
  const names = (chat: string | undefined): string => nameOf(stage, chat ?? '');
  const stop = stage.sandbox.ledger.onAppend((entry) => {
    if (entry.kind !== 'request' || !entry.applied) return;
    const line = describe(entry);
    const to = entry.platform === 'google' ? 'Google Agenda' : names(entry.chat);
    if (line !== null) write(`   Régie → ${to} : ${line}`);
  });
  return {
    tell: (who, words) => write(`   ${who} : ${words}`),
    catchUp: () => wait(calmMs),
    stop,
  };
}

function describe(entry: Entry): string | null {
  const params = fieldsOf(entry.params);
  const text = stringOf(params['text'] ?? params['message']);
  switch (entry.method) {
    case 'sendMessage':
      return `${indent(text)}${buttons(params['reply_markup'])}`;
    case 'editMessageText':
      return `✎ ${indent(text)}${buttons(params['reply_markup'])}`;
    case 'POST /v2/send':
      return `${params['edit_timestamp'] === undefined ? '' : '✎ '}${indent(text)}`;
    case 'POST /v1/polls/{number}':
      return `(sondage) ${stringOf(params['question'])}`;
    case 'setMessageReaction':
    case 'POST /v1/reactions/{number}':
      return /👌|👀/u.exec(JSON.stringify(params))?.[0] ?? null;
    case 'sendDocument':
    case 'sendPhoto':
      return `(fichier) ${stringOf(params['caption'])}`;
    case 'events.insert':
    case 'events.update':
    case 'events.delete':
      return calendarLine(entry.method, params);
    case 'answerCallbackQuery':
      return text === '' ? null : `(bulle) ${text}`;
    default:
      return null;
  }
}

/** What stands in the act's shared calendar after a call. */
function calendarLine(method: string, params: Readonly<Record<string, unknown>>): string {
  const body = fieldsOf(params['body'] ?? params['requestBody'] ?? params);
  const what = method === 'events.delete' ? 'retiré' : stringOf(body['status']) === 'tentative' ? 'option' : 'confirmé';
  return `${what} ${stringOf(body['summary'])}`.trim();
}

function fieldsOf(params: unknown): Readonly<Record<string, unknown>> {
  return typeof params === 'object' && params !== null ? Object.fromEntries(Object.entries(params)) : {};
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function indent(text: string): string {
  return text.split('\n').join('\n      ');
}

function buttons(markup: unknown): string {
  const labels = [...JSON.stringify(markup ?? {}).matchAll(/"text":"([^"]*)"/g)].map(([, label]) => label ?? '');
  return labels.length === 0 ? '' : `\n      ${labels.map((label) => `[${label}]`).join(' ')}`;
}

function nameOf(stage: Stage, chat: string): string {
  const onTelegram = stage.sandbox.telegram.control.chats().find((view) => String(view.id) === chat);
  if (onTelegram !== undefined) return onTelegram.title.split(' · ')[0] ?? chat;
  const onSignal = stage.sandbox.signal.control
    .people()
    .find((person) => person.aci === chat || person.number === chat);
  return onSignal?.name ?? chat;
}
