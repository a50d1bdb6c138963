import { sealedPhonesOf } from '../../core/records/contacts.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { mayShowNumbers } from '../../domain/day-sheet/run.ts';
import { copiesOf, isSeen } from '../../agency/road/copies.ts';
import { inCharge } from '../../agency/road/in-charge.ts';
import { linksText } from '../../agency/road/links.ts';
import { roadDay, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { reachable } from '../../agency/road/send-sheet.ts';
import { nameOf } from '../../agency/road/sheet-lines.ts';
import { bigDay, placeOf } from '../../agency/road/sheet-text.ts';
import { stacked } from '../../agency/wording.ts';

/** Who has said that they saw the sheet, who has not, and who cannot be written to. */
export async function readersText(turn: Turn, known: KnownSheet): Promise<Text> {
  const { texts } = turn;
  const [copies, { nowhere }] = await Promise.all([copiesOf(turn.store, known.show.id), reachable(turn, known)]);
  const own = copies.flatMap(({ value }) =>
    value.person === null || !known.people.has(value.person)
      ? []
      : [{ copy: value, name: nameOf(known, value.person) }],
  );
  const list = (names: readonly string[]): string => new Intl.ListFormat(texts.locale).format(names);
  const seen = own.filter(({ copy }) => isSeen(copy)).map(({ name }) => name);
  const silent = own.filter(({ copy }) => !isSeen(copy)).map(({ name }) => name);
  const line = (key: string, names: readonly string[]): Text | null =>
    names.length === 0 ? null : texts.say(key, { names: list(names) });
  return stacked([
    texts.say('sheet-readers', {
      day: bigDay(turn, texts, known),
      venue: placeOf(known),
      version: String(known.sheet.version),
    }),
    known.sheet.sentAt === null ? texts.say('sheet-readers-not-sent') : null,
    line('sheet-readers-seen', seen),
    line('sheet-readers-unseen', silent),
    own.length > 0 && silent.length === 0 ? texts.say('sheet-readers-all') : null,
    line('sheet-readers-nowhere', nowhere),
    ...linksText(turn, texts, known, nowhere),
  ]);
}

/** From three days before to the day after, for those on the road, and whoever answers for it where nobody travels in charge. */
export async function maySeeNumbers(turn: Turn, known: KnownSheet): Promise<boolean> {
  if (known.show.state !== 'confirmed' || !mayShowNumbers(known.show, roadDay(turn))) return false;
  if (known.party.people.includes(turn.person.id)) return true;
  return (await inCharge(turn, known)).some(({ person }) => person.id === turn.person.id);
}

/** The numbers of those on the road together; they open only as the message leaves. */
export async function numbersText(turn: Turn, known: KnownSheet): Promise<Text> {
  const { texts } = turn;
  const others = known.party.people.filter((id) => id !== turn.person.id);
  const numbers = await sealedPhonesOf(turn, others);
  if (numbers.size === 0) return texts.say('sheet-numbers-none');
  return stacked([
    texts.say('sheet-numbers'),
    ...others.map((id): Text => {
      const number = numbers.get(id);
      const name = nameOf(known, id);
      return number === undefined
        ? texts.say('sheet-number-none', { name })
        : texts.say('sheet-unseen-number', { name, number: [number] });
    }),
  ]);
}
