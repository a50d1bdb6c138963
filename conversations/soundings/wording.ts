import { type Offer } from '../../core/conversation.ts';
import { plain, type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { dayAt, daysBetween, timeAt, type Day } from '../../domain/day.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { type Asked, type Sounding, type SoundingAnswer } from '../../domain/sounding.ts';
import { type Venue } from '../../domain/venue.ts';
import { dayName, spokenTime } from '../../agency/wording.ts';

/** A date asked, with the act and the place it is about. */
export interface About {
  readonly sounding: Pick<
    Sounding,
    'id' | 'artist' | 'day' | 'place' | 'deadline' | 'lead' | 'asked' | 'state' | 'closedBy'
  >;
  readonly artist: Artist;
  readonly venue: Venue | null;
}

/** « On demande Gribitch le sam. 13 mars à Saint-Étienne (Le Fil). Tu es dispo ? … », with hours on the reader's clock. */
export function askText(services: Services, texts: Texts, { sounding, artist, venue }: About, reader: Person): Text {
  const place = placeWords(texts, venue, sounding.place);
  return texts.say('sounding-ask', {
    artist: artist.name,
    day: `${dayName(services, texts, sounding.day)}${place.bold}`,
    place: place.plain,
    until: deadlineWords(services, texts, sounding.deadline, reader.timezone),
  });
}

/** The town stands out, the house is in brackets: « à Saint-Étienne », « au Mans ». */
function placeWords(texts: Texts, venue: Venue | null, place: string | null): { bold: string; plain: string } {
  if (venue === null) return { bold: '', plain: place === null ? '' : ` (${place})` };
  const { name, town } = venue;
  if (town === '') return { bold: '', plain: ` (${name})` };
  const [, article, rest] = /^(Les?) (.+)$/u.exec(town) ?? [];
  const key = article === 'Le' ? 'sounding-in-le' : article === 'Les' ? 'sounding-in-les' : 'sounding-in';
  return { bold: ` ${texts.label(key, { town: rest ?? town })}`, plain: ` (${name})` };
}

/** « 18 h » today, « jeudi 18 h » this week, « le jeu. 21 janv. à 18 h » later. */
export function deadlineWords(services: Services, texts: Texts, instant: number, zone: string): string {
  const time = spokenTime(timeAt(instant, zone), texts);
  const day = dayAt(instant, zone);
  const ahead = daysBetween(dayAt(services.now, zone), day);
  if (ahead === 0) return time;
  if (ahead > 0 && ahead < 7) return texts.label('sounding-until-weekday', { day: weekdayName(texts, day), time });
  return texts.label('sounding-until-date', { day: dayName(services, texts, day), time });
}

/** « jeudi », "Thursday". */
export function weekdayName(texts: Texts, day: Day): string {
  return new Intl.DateTimeFormat(texts.locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}

/** What may be answered, two on a line. `later` is the day to which it may be put off, if any. */
export function answerOffers(
  texts: Texts,
  id: string,
  later: { readonly day: Day; readonly today: Day } | null,
): Offer[][] {
  const first: Offer[] = [
    { key: `sounding.yes:${id}`, label: texts.label('sounding-yes'), tone: 'primary', means: 'yes' },
    { key: `sounding.no:${id}`, label: texts.label('sounding-no'), means: 'no' },
  ];
  const condition: Offer = { key: `sounding.condition:${id}`, label: texts.label('sounding-condition') };
  if (later === null) return [first, [condition]];
  const label =
    daysBetween(later.today, later.day) === 1
      ? texts.label('sounding-later-tomorrow')
      : texts.label('sounding-later', { day: weekdayName(texts, later.day) });
  return [first, [condition, { key: `sounding.later:${id}/${later.day}`, label }]];
}

/** What somebody's own card says below the question once they have answered. */
export function ownAnswer(
  services: Services,
  texts: Texts,
  sounding: Pick<Sounding, 'day'>,
  answer: SoundingAnswer,
  zone: string,
): Text {
  const day = dayName(services, texts, sounding.day);
  switch (answer.says) {
    case 'yes':
      return texts.say('sounding-said-yes', { day });
    case 'no':
      return texts.say('sounding-said-no', { day });
    case 'condition':
      return texts.say('sounding-said-condition', { condition: answer.condition ?? '' });
    case 'later':
      return texts.say('sounding-said-later', {
        day: weekdayName(texts, dayAt(answer.until ?? services.now, zone)),
      });
  }
}

/** « 3 oui, 1 à une condition (Tom : « … »), Léa n'a pas répondu »: only for who negotiates, since it tells conditions. */
export function answersText(
  texts: Texts,
  asked: readonly Asked[],
  names: ReadonlyMap<string, Person>,
  zone: string,
): Text {
  const nameOf = (one: Asked): string => shortName(names, one.person);
  const saying = (says: SoundingAnswer['says']): Asked[] => asked.filter((one) => one.answer?.says === says);
  const [yes, no, conditional, later] = [saying('yes'), saying('no'), saying('condition'), saying('later')];
  const silent = asked.filter((one) => one.answer === null);
  const parts: (Text | null)[] = [
    yes.length === 0 ? null : texts.say('sounding-count-yes', { count: yes.length }),
    conditional.length === 0
      ? null
      : texts.say('sounding-count-condition', {
          count: conditional.length,
          details: joined(
            conditional.map((one) => conditionOf(texts, one, nameOf(one))),
            ' ; ',
          ),
        }),
    no.length === 0 ? null : texts.say('sounding-count-no', { count: no.length, names: listed(texts, no.map(nameOf)) }),
    ...later.map((one) =>
      texts.say('sounding-puts-off', {
        name: nameOf(one),
        day: weekdayName(texts, dayAt(one.answer?.until ?? 0, names.get(one.person)?.timezone ?? zone)),
      }),
    ),
    silent.length === 0
      ? null
      : texts.say('sounding-silent', { count: silent.length, names: listed(texts, silent.map(nameOf)) }),
  ];
  return joined(
    parts.filter((part) => part !== null),
    ', ',
  );
}

function conditionOf(texts: Texts, { answer }: Asked, name: string): Text {
  const condition = answer?.condition ?? '';
  return condition === '' ? plain(name) : texts.say('sounding-condition-of', { name, condition });
}

/** The first name of somebody, `?` when nothing is known of them any more. */
export function shortName(names: ReadonlyMap<string, Person>, id: string): string {
  const person = names.get(id);
  return person === undefined ? '?' : firstName(person);
}

/** « Léa, Tom et Malo ». */
export function listed(texts: Texts, names: readonly string[]): string {
  return new Intl.ListFormat(texts.locale).format(names);
}

function joined(parts: readonly Text[], by: string): Text {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [{ text: by }, ...part]));
}
