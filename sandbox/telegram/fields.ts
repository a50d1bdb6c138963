import type { ApiError } from './errors.ts';
import { badRequest } from './errors.ts';
import { isRecord } from './params.ts';

/** How a refusal is worded: some places prefix it (`can't parse MessageEntity: …`), the others say it bare. */
export type Wording = (text: string) => ApiError;

/** Says the text bare, first letter lowered, as the platform does. */
export const bare: Wording = (text) => badRequest(text.charAt(0).toLowerCase() + text.slice(1));

/** Says the text after a prefix. */
export function prefixed(prefix: string): Wording {
  return (text) => badRequest(`${prefix}: ${text}`);
}

/** A text field, undefined when absent. */
export function optionalString(
  object: Readonly<Record<string, unknown>>,
  name: string,
  say: Wording,
): string | undefined {
  const value = object[name];
  if (value === undefined || value === null) return undefined;
  // Numbers are taken as texts by the platform's reader.
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw say(`Field "${name}" must be of type String`);
  return value;
}

/** A text field that must be there. */
export function requiredString(object: Readonly<Record<string, unknown>>, name: string, say: Wording): string {
  const value = optionalString(object, name, say);
  if (value === undefined) throw say(`Can't find field "${name}"`);
  return value;
}

/** A boolean field, false when absent. */
export function optionalFlag(object: Readonly<Record<string, unknown>>, name: string, say: Wording): boolean {
  const value = object[name];
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw say(`Field "${name}" must be of type Boolean`);
  return value;
}

/** A whole number that must be there; the platform also takes it written as a text. */
export function requiredInteger(object: Readonly<Record<string, unknown>>, name: string, say: Wording): number {
  const value = object[name];
  if (value === undefined || value === null) throw say(`Can't find field "${name}"`);
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) throw say(`Field "${name}" must be of type Number`);
  return number;
}

/** An object, or the refusal given. */
export function asObject(value: unknown, refusal: ApiError): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw refusal;
  return value;
}
