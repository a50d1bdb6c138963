import { type Channel, type DeliveryOutcome } from '../../core/channel.ts';
import { type Inbound, type InboundContent } from '../../core/inbound.ts';
import { type Choice } from '../../core/outbound.ts';
import { type ChatRef, type MessageRef } from '../../core/refs.ts';

/** A message as the person in the chat sees it; `bold` are the stretches shown so, `answers` the ways offered to choose. */
export interface Shown {
  readonly text: string;
  readonly bold: readonly string[];
  readonly answers: readonly string[];
  /** What the platform carries for each answer; null where it carries nothing but a position. */
  readonly carried: readonly (string | null)[];
}

/** Where something is said. */
export type Place = 'private' | 'group';

/** How to fail one delivery, and what it must lead to. */
export interface Failure {
  readonly name: string;
  readonly arrange: () => void | Promise<void>;
  /** Sends to somebody else than usual. */
  readonly chat?: () => ChatRef;
  readonly outcome: Partial<DeliveryOutcome>;
}

/** One platform with one bot, one person and one group, driven by what the platform itself would send. */
export interface ChannelBench {
  readonly channel: Channel;
  /** What the adapter has handed on so far. */
  readonly received: () => readonly Inbound[];
  readonly write: (
    text: string,
    options?: { place?: Place; to?: MessageRef; mention?: boolean; by?: 'other' },
  ) => string;
  readonly edit: (message: string, text: string, place?: Place) => void;
  readonly react: (message: MessageRef, emoji: string, on: boolean) => void;
  /** Chooses the n-th answer of the newest card of ours, as people do on this platform. */
  readonly choose: (index: number) => void;
  readonly send: (what: 'voice' | 'photo' | 'document' | 'sticker') => void;
  readonly shown: (place?: Place) => readonly Shown[];
  /** Has the platform hand the next event over twice, as it does when it did not hear "received". */
  readonly repeatNext: () => void;
  /** Makes it impossible to rewrite a message; what the product then knows of it, and the instant at which it tries. */
  readonly lose: (messages: readonly MessageRef[]) => { readonly target: readonly MessageRef[]; readonly at: number };
  /** How the choice of the n-th answer arrives. */
  readonly chosen: (card: readonly MessageRef[], index: number, nonces: readonly string[]) => Partial<InboundContent>;
  readonly failures: readonly Failure[];
  readonly stop: () => Promise<void>;
}

/** Two answers that carry these nonces. */
export function card(yes: string, no: string): Choice[][] {
  return [
    [
      { key: 'yes', label: 'Oui', nonce: yes, kind: 'option' },
      { key: 'no', label: 'Non', nonce: no, kind: 'option' },
    ],
  ];
}

/** Receipts and comings and goings are no acts of the person. */
export function isSaid(message: Inbound): boolean {
  return message.content.type !== 'receipt' && message.content.type !== 'presence';
}
