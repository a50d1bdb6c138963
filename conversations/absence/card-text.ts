import { type Offer } from '../../core/conversation.ts';
import { people, venues } from '../../core/records/agency.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { absenceDays, type Absence } from '../../domain/absence.ts';
import { dayAt } from '../../domain/day.ts';
import { type Impact } from '../../domain/impact.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { listDays, recapDays } from '../../domain/spoken-days/index.ts';

/** The two answers to an absence: a freelance informs, so there is nothing to refuse. */
export function absenceOffers(texts: Texts): Offer[][] {
  return [
    [
      { key: 'noted', label: texts.label('absence-card-noted'), tone: 'primary', means: 'yes' },
      { key: 'talk', label: texts.label('absence-card-talk') },
    ],
  ];
}

/** « Léa n'est pas dispo le dim. 14 mars. Ça touche l'option 1 de La Vapeur (Dijon), valable jusqu'au… Inès peut remplacer. » */
export async function absenceCardText(
  services: Services,
  texts: Texts,
  musician: Person,
  absence: Absence,
  impacts: readonly Impact[],
): Promise<Text> {
  const options = { today: dayAt(services.now, services.agency.timezone), locale: texts.locale };
  const heading = texts.say(absence.firmness === 'firm' ? 'absence-card' : 'absence-card-flexible', {
    name: firstName(musician),
    days: [{ text: recapDays(absence.parts, options), style: 'bold' }],
  });
  const condition: Text =
    absence.condition === null
      ? []
      : [{ text: '\n' }, ...texts.say('absence-card-condition', { condition: absence.condition })];
  // With a single day, the heading has just said it.
  const isOneDay = absenceDays(absence.parts).length === 1;
  const touched = await Promise.all(
    impacts.map((impact) => impactLine(services, texts, impact, { ...options, isOneDay })),
  );
  return [...heading, ...condition, ...touched.flatMap((line): Text => [{ text: '\n' }, ...line])];
}

async function impactLine(
  services: Services,
  texts: Texts,
  impact: Impact,
  options: Parameters<typeof listDays>[1] & { readonly isOneDay: boolean },
): Promise<Text> {
  const venue = (await services.store.get(venues, impact.date.venue))?.value;
  const about = {
    artist: impact.artist.name,
    venue: venue === undefined ? '?' : `${venue.name} (${venue.town})`,
    day: options.isOneDay ? '' : ` ${recapDays([{ day: impact.date.day, part: 'day' }], options)}`,
  };
  const date =
    'rank' in impact.date
      ? texts.say('absence-card-hold', {
          ...about,
          rank: impact.date.rank,
          until: listDays([{ day: impact.date.validUntil, part: 'day' }], options),
        })
      : texts.say('absence-card-show', about);
  const stands = await services.store.getMany(people, impact.substitutes);
  const names = stands.flatMap((record) => (record === null ? [] : [firstName(record.value)]));
  if (names.length === 0) return date;
  const stand = texts.say('absence-card-substitute', {
    names: new Intl.ListFormat(texts.locale).format(names),
    count: names.length,
  });
  return [...date, { text: ' ' }, ...stand];
}
