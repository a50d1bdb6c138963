import { type Offer } from '../../core/conversation.ts';
import { type DigestMemory } from '../../core/records/reminders.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Person } from '../../domain/person.ts';
import { type Morning, type Reminder } from '../../domain/reminders/reminder.ts';

/** Whose digest is being made, from what. */
export interface Reader {
  readonly step: Step;
  readonly texts: Texts;
  readonly person: Person;
  /** The acts they play in, manage or book. */
  readonly acts: readonly Artist[];
  readonly memory: DigestMemory;
  /** Today on their clocks, and the day of their last digest. */
  readonly morning: Morning;
}

/** How a part of a digest reads. */
export interface Shown {
  readonly text: Text;
  /** What it says when it is all there is; `text` unless given. */
  readonly alone?: Text;
  /** Rows that come before those of other parts. */
  readonly first: readonly (readonly Offer[])[];
  /** Rows where there is room left. */
  readonly more: readonly (readonly Offer[])[];
  /** Rows when it is all there is; `first` and `more` unless given. */
  readonly aloneRows?: readonly (readonly Offer[])[];
}

/** One part of a digest: what there would be to tell, and how what is fresh of it reads. */
export interface Part {
  readonly reminders: readonly Reminder[];
  readonly show: (fresh: readonly Reminder[]) => Shown;
}

/** A title and lines below it. */
export function titled(title: Text, lines: readonly Text[]): Text {
  return [...title, ...lines.flatMap((line): Text => [{ text: '\n• ' }, ...line])];
}

/** The reminders of one kind among those that are fresh, in their order. */
export function freshIn<S extends Reminder['section']>(
  fresh: readonly Reminder[],
  section: S,
): Extract<Reminder, { section: S }>[] {
  return fresh.filter((one): one is Extract<Reminder, { section: S }> => one.section === section);
}
