import { questions } from '../../core/records/dialogue.ts';
import { type Turn } from '../../core/turn.ts';
import { subjectIn, type Subject } from './subject.ts';

/** What the latest card of dates in this chat is about, as its own buttons say it. */
export async function lastSubject(turn: Turn): Promise<Subject | null> {
  const open = await turn.store.find(questions, { name: 'open', value: turn.inbound.chat });
  const cards = open
    .filter(({ value }) => value.account === turn.account.id && turn.now <= value.until)
    .sort((a, b) => a.value.openedAt - b.value.openedAt);
  for (const { value } of cards.toReversed()) {
    const subjects = value.choices.flatMap(({ key }) => {
      const [, subject] = /^dispo\.(?:pick|why|sound|hold|paste|show):(.*)$/.exec(key) ?? [];
      return subject === undefined ? [] : (subjectIn(subject) ?? []);
    });
    const [subject] = subjects;
    // A card that asks which act is about none of them yet.
    if (subject !== undefined && subjects.every(({ artist }) => artist === subject.artist)) return subject;
  }
  return null;
}
