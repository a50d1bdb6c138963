import { type Locale } from '../domain/schemas.ts';
import { type Text } from './text.ts';

/** What a text may be filled with. Strings are shown as they are and never read as markup; numbers take part in plurals. */
export type TextArguments = Readonly<Record<string, string | number | Text>>;

/** One language's texts. */
export interface Texts {
  readonly locale: Locale;
  /** The text of `key`, filled. */
  readonly say: (key: string, args?: TextArguments) => Text;
  /** The same without any look, for button labels, toasts and menus. */
  readonly label: (key: string, args?: TextArguments) => string;
  /** Whether there is a text of that name, for names put together from what others declare. */
  readonly has: (key: string) => boolean;
}

/** The texts of a language. */
export type TextsOf = (locale: Locale) => Texts;
