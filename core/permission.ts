import { isWithUs, type Person, type Role } from '../domain/person.ts';
import { type Day } from '../domain/day.ts';
import { type Locale } from '../domain/schemas.ts';

/** Who may use something and where. `everyone` still means everyone who is linked to a person of the agency. */
export interface Permission {
  readonly roles: readonly Role[] | 'everyone';
  readonly chats: readonly ('private' | 'group')[];
}

/** A command as help and menus show it. */
export interface CommandInfo {
  /** Its name in each language, without accents: platforms take [a-z0-9_] only. */
  readonly name: Readonly<Record<Locale, string>>;
  /** Other words people say for it. */
  readonly aliases?: readonly string[];
  readonly permission: Permission;
  /** Shown in help and in the platform's own command menu. */
  readonly listed: boolean;
  /** Its name alone is also an answer people give (« dispo »), so without a slash it is no command. */
  readonly needsSlash?: boolean;
  /** Whether a sentence that begins with its name can mean nothing else (« deal gribitch le fil 13/3 »), so that no slash is needed. */
  readonly opensSentence?: (words: string) => boolean;
}

/** Why something is refused. */
export type Refusal = 'stranger' | 'left' | 'role' | 'chat';

/** Decides from the roles of this moment; whatever is not granted is denied. */
export function permit(
  person: Person | null,
  permission: Permission,
  where: { readonly chat: 'private' | 'group'; readonly today: Day },
): { readonly allowed: true } | { readonly allowed: false; readonly reason: Refusal } {
  if (person === null) return { allowed: false, reason: 'stranger' };
  if (!isWithUs(person, where.today)) return { allowed: false, reason: 'left' };
  const granted = permission.roles === 'everyone' || person.roles.some((role) => permission.roles.includes(role));
  if (!granted) return { allowed: false, reason: 'role' };
  if (!permission.chats.includes(where.chat)) return { allowed: false, reason: 'chat' };
  return { allowed: true };
}
