import { findSensitive } from '../domain/sensitive.ts';
import { type FieldCipher } from './cipher.ts';
import { type Inbound } from './inbound.ts';
import { type Outbound } from './outbound.ts';

/** The record under which a sealed item of this message is kept; the seal is bound to it. */
export function vaultId(dedupe: string): string {
  return `vault:${dedupe}`;
}

/**
 * Protects what must not be stored in clear, before the message is stored anywhere: a text with an IBAN or a social
 * security number is sealed whole, and the handle of a file likewise.
 */
export function protect(message: Inbound, cipher: FieldCipher): Inbound {
  const { content } = message;
  const seal = (plain: string): string => cipher.seal(plain, vaultId(message.dedupe));
  if (content.type === 'file')
    return { ...message, content: { ...content, sealed: content.sealed === null ? null : seal(content.sealed) } };
  if (content.type !== 'text' && content.type !== 'edit') return message;
  const what = findSensitive(content.text);
  return what === null ? message : { ...message, content: { type: 'sensitive', what, sealed: seal(content.text) } };
}

/** The same message with its sealed words opened, for the moment in which it leaves. */
export function unseal(message: Outbound, cipher: FieldCipher): Outbound {
  const { operation } = message;
  if (operation.type !== 'send' && operation.type !== 'edit') return message;
  const text = operation.text.map((span) =>
    span.sealed === undefined ? span : { text: cipher.open(span.sealed.value, span.sealed.record) },
  );
  return { ...message, operation: { ...operation, text } };
}
