import { people } from '../../core/records/agency.ts';
import { digestMemories } from '../../core/records/reminders.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { firstName, isWithUs } from '../../domain/person.ts';
import { monthReminders, silenceReminders } from '../../domain/reminders/silent-months.ts';
import { monthWord } from '../short-days.ts';
import { heardOf, playedActs } from './heard.ts';
import { freshIn, titled, type Part, type Reader } from './section.ts';

/** On Mondays: the months about which this person said nothing, and who stayed silent in the acts they look after. */
export async function monthsPart(reader: Reader): Promise<Part> {
  const { step, person, acts, memory, morning, texts } = reader;
  const played = playedActs(person.id, acts);
  const own =
    played.length === 0
      ? []
      : monthReminders(await heardOf(step.store, person.id, acts, morning.today), morning, memory, step.now);
  const silent = await silentMembers(reader);
  const names = new Map(silent.map((member) => [member.person, member.name]));
  return {
    reminders: [...own, ...silenceReminders(silent, morning)],
    show: (fresh) => {
      const told = freshIn(fresh, 'months');
      const months = told.flatMap((one) => ('silent' in one ? [] : [one.month]));
      const others = told.flatMap((one) =>
        'silent' in one
          ? [
              texts.say('digest-silence', {
                name: names.get(one.silent) ?? '?',
                month: spanOfMonths(texts, [one.month]),
              }),
            ]
          : [],
      );
      const list = others.length === 0 ? [] : titled(texts.say('digest-silences'), others);
      if (months.length === 0) return { text: list, first: [], more: [] };
      const asked = {
        months: [{ text: spanOfMonths(texts, months), style: 'bold' as const }],
        of: ofWord(texts, months),
      };
      const text = under(texts.say('digest-months', asked), list);
      const alone = under(texts.say('digest-months-alone', { ...asked, name: firstName(person) }), list);
      return { text, alone, first: [monthOffers(texts, months)], more: [] };
    },
  };
}

function under(text: Text, list: Text): Text {
  return list.length === 0 ? text : [...text, { text: '\n' }, ...list];
}

/** [Rien à signaler] [Calendrier] [Demain]. */
export function monthOffers(texts: Texts, months: readonly string[]): Offer[] {
  return [
    { key: `months.nothing:${months.join('+')}`, label: texts.label('months-nothing') },
    { key: 'months.calendar', label: texts.label('months-calendar') },
    { key: 'months.tomorrow', label: texts.label('months-tomorrow') },
  ];
}

/** « mars à mai », "March to May"; « mars et mai » when one between is known. */
export function spanOfMonths(texts: Texts, months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isRun = isRunOf(months);
  const word = (month: string): string => monthWord(month, texts.locale);
  return isRun
    ? texts.label('months-span', { first: word(first), last: word(last) })
    : new Intl.ListFormat(texts.locale).format(months.map(word));
}

/** « de mars à mai », « en mars et mai »; "for March to May". */
export function periodOfMonths(texts: Texts, months: readonly string[]): string {
  const span = spanOfMonths(texts, months);
  return isRunOf(months)
    ? texts.label('months-period-run', { of: ofWord(texts, months), months: span })
    : texts.label('months-period', { months: span });
}

function isRunOf(months: readonly string[]): boolean {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return months.length > 2 && monthNumber(last) - monthNumber(first) === months.length - 1;
}

function monthNumber(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return year * 12 + number;
}

/** « de » or « d’ » in front of a month; "for" in English. */
export function ofWord(texts: Texts, months: readonly string[]): string {
  const word = monthWord(months[0] ?? '', texts.locale);
  return texts.label(/^[aeiouâéô]/iu.test(word) ? 'months-of-vowel' : 'months-of');
}

interface Member {
  readonly person: string;
  readonly name: string;
  readonly heard: ReadonlySet<string>;
  readonly told: readonly { readonly key: string; readonly at: number }[];
}

/** The members of the acts this person manages, with what they were reminded of. */
async function silentMembers({ step, person, acts, morning }: Reader): Promise<Member[]> {
  const managed = person.roles.includes('manager')
    ? acts.filter((act) => act.status === 'active' && act.managers.includes(person.id))
    : [];
  const ids = [...new Set(managed.flatMap((act) => act.members.map((member) => member.person)))].filter(
    (id) => id !== person.id,
  );
  const [found, memories] = await Promise.all([
    step.store.getMany(people, ids),
    step.store.getMany(digestMemories, ids),
  ]);
  return Promise.all(
    ids.flatMap((id, index) => {
      const member = found[index]?.value;
      const told = memories[index]?.value.told ?? [];
      if (member === undefined || !isWithUs(member, morning.today) || !told.some(({ key }) => key.startsWith('month:')))
        return [];
      return [
        heardOf(step.store, id, managed, morning.today).then((heard) => ({
          person: id,
          name: firstName(member),
          heard,
          told,
        })),
      ];
    }),
  );
}
