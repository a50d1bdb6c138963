import { type Text } from '../core/text.ts';
import { type Texts } from '../core/texts.ts';
import { type Services } from '../core/turn.ts';
import { type Reason, type Warning } from '../domain/availability/agenda.ts';
import { takesDay, termsAsked } from '../domain/lead.ts';
import { formatMoney } from '../domain/money.ts';
import { firstName, type Person } from '../domain/person.ts';
import { aheadOf, isBlocked, ownHold, type DealBrief, type Neighbour } from './deal-brief.ts';
import { changedTerms } from './changed-terms.ts';
import { dayName, placeName, spokenTime, stacked, termsText } from './wording.ts';

/** The whole card of a deal for one who decides about it: everything needed to say yes or no stands on it. */
export function briefText(services: Services, texts: Texts, brief: DealBrief): Text {
  const { lead, artist, venue } = brief;
  return stacked([
    texts.say(headingOf(brief), { artist: artist.name, venue: placeName(venue), number: lead.number }),
    whenText(services, texts, brief),
    [...termsText(termsAsked(lead), texts), ...floorText(texts, brief)],
    ...(lead.change?.type === 'terms' ? changedTerms(services, texts, lead.terms, lead.change.terms) : []),
    marginText(texts, brief),
    entryText(texts, brief),
    ...(takesDay(lead) ? [castText(texts, brief), ...stackedBrief(services, texts, brief)] : []),
    holdText(services, texts, brief),
    conditionsText(services, texts, brief),
    brief.booker === null ? null : texts.say('deal-asked-by', { name: firstName(brief.booker) }),
  ]);
}

function headingOf({ lead }: DealBrief): string {
  return lead.change === null ? 'deal-card' : `deal-card-${lead.change.type}`;
}

/** « Sam. 13 mars 2027, passage 21 h 30 ». */
function whenText(services: Services, texts: Texts, { lead, day }: DealBrief): Text {
  const { set } = termsAsked(lead).times;
  const name = dayName(services, texts, day);
  const shown = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const moved =
    lead.change?.type === 'postpone' && lead.day !== null
      ? texts.say('deal-instead-of', { day: dayName(services, texts, lead.day) })
      : [];
  const time = set === null ? [] : [{ text: `, ${texts.label('deal-time-set', { time: spokenTime(set, texts) })}` }];
  return [{ text: shown, style: 'bold' }, ...time, ...moved];
}

/** « Ton plancher : 1 500 € », and loudly when the price lies below. */
function floorText(texts: Texts, { artist, lead }: DealBrief): Text {
  const { floor } = artist;
  if (floor === null) return [];
  const { price } = termsAsked(lead);
  const below = price !== null && price.cents < floor.cents;
  return [
    { text: '. ' },
    ...texts.say(below ? 'deal-below-floor' : 'deal-floor', { floor: formatMoney(floor, texts.locale) }),
  ];
}

function marginText(texts: Texts, { margin }: DealBrief): Text | null {
  if (margin === null) return null;
  const amount = `${margin.cents < 0 ? '− ' : ''}${formatMoney({ cents: Math.abs(margin.cents), currency: 'EUR' }, texts.locale)}`;
  return texts.say('deal-margin', { amount });
}

function entryText(texts: Texts, { lead }: DealBrief): Text | null {
  const { entry, kind, employer } = termsAsked(lead);
  const employs = texts.label(`deal-employer-${employer}`);
  if (entry === null) return kind === 'cession' ? null : texts.say('deal-employs', { employer: employs });
  return texts.say(`deal-entry-${entry}`, { employer: employs });
}

/** What of a brief tells who can play. */
type People = Pick<DealBrief, 'artist' | 'availability' | 'names' | 'agenda' | 'day'>;

/**
 * « Dispos : 4 oui sur 5, Léa n'a pas répondu ». A yes is somebody's own word about that day; of others it is only said that
 * nothing of theirs stands against it. A condition was said to the act's managers, and only they read it.
 */
export function peopleText(texts: Texts, brief: People, reads: { readonly conditions: boolean }): Text {
  const needed = brief.artist.members.filter((member) => member.needed).map((member) => member.person);
  const concerned = brief.availability.reasons.filter((reason) => 'person' in reason);
  const missing = new Set(concerned.map((reason) => reason.person));
  const silent = concerned.flatMap((reason) => (reason.type === 'silent' ? [nameIn(brief.names, reason.person)] : []));
  const details = [
    ...concerned.flatMap((reason) =>
      reason.type === 'silent' ? [] : [reasonText(texts, reason, brief.names, reads.conditions)],
    ),
    ...(silent.length === 0
      ? []
      : [
          texts.say('deal-person-silent', {
            names: new Intl.ListFormat(texts.locale).format(silent),
            count: silent.length,
          }),
        ]),
  ];
  const open = needed.filter((person) => !missing.has(person));
  const willing = brief.agenda.heard.filter((one) => one.yes === true && one.month === brief.day);
  const said = new Set(willing.map(({ person }) => person));
  const yes = open.filter((person) => said.has(person)).length;
  const key = yes === open.length ? 'deal-people-yes' : yes === 0 ? 'deal-people-open' : 'deal-people-some-yes';
  const head = texts.say(key, { count: open.length, of: needed.length, yes });
  return [...head, ...details.flatMap((detail): Text => [{ text: ', ' }, ...detail])];
}

/** Who can play; on a day that already has a date of the act, that date instead: who could play is no question any more. */
function castText(texts: Texts, brief: DealBrief): Text {
  const [other] = brief.availability.reasons.flatMap((reason) =>
    reason.type === 'show' && reason.show.lead !== brief.lead.id ? [reason.show] : [],
  );
  if (other === undefined || !isBlocked(brief)) return peopleText(texts, brief, { conditions: true });
  return texts.say('deal-warning-taken', { venue: placeIn(brief, other.venue) });
}

function placeIn({ agenda }: Pick<DealBrief, 'agenda'>, id: string): string {
  return placeName(agenda.venues.find((venue) => venue.id === id));
}

function nameIn(names: DealBrief['names'], id: string): string {
  const person: Person | undefined = names.get(id);
  return person === undefined ? '?' : firstName(person);
}

type Hindrance = Exclude<Extract<Reason, { person: string }>, { type: 'silent' }>;

function reasonText(texts: Texts, reason: Hindrance, names: DealBrief['names'], conditions: boolean): Text {
  const name = nameIn(names, reason.person);
  if (reason.type === 'flexible')
    return reason.absence.condition === null || !conditions
      ? texts.say('deal-person-flexible', { name })
      : texts.say('deal-person-condition', { name, condition: reason.absence.condition });
  const key = `deal-person-${reason.type}`;
  return reason.substitute === null
    ? texts.say(`${key}-alone`, { name })
    : texts.say(`${key}-substitute`, { name, substitute: nameIn(names, reason.substitute) });
}

/** « La veille : Brest, environ 950 km ». */
function neighbourText(texts: Texts, near: Neighbour | null, key: string): Text | null {
  if (near === null) return null;
  const town = near.venue?.town ?? '?';
  return near.km === null ? texts.say(`${key}-unknown`, { town }) : texts.say(key, { town, km: roundKm(near.km) });
}

/** Distances by road are estimates; more digits would be a lie. */
function roundKm(km: number): number {
  return km < 50 ? Math.round(km) : Math.round(km / 10) * 10;
}

function warningText(services: Services, texts: Texts, warning: Warning): Text | null {
  switch (warning.type) {
    case 'same-day':
      return texts.say('deal-warning-same-day');
    case 'travel':
      return warning.tooFar
        ? texts.say('deal-warning-travel', { hours: Math.ceil(warning.hours), km: roundKm(warning.km) })
        : null;
    case 'exclusivity':
      return texts.say(`deal-warning-exclusivity-${warning.clause}`, {
        day: dayName(services, texts, warning.show.day),
        km: roundKm(warning.km),
        weeks: warning.weeks,
      });
  }
}

function holdText(services: Services, texts: Texts, brief: DealBrief): Text | null {
  const own = ownHold(brief);
  const ahead = aheadOf(brief);
  const mine =
    own === null
      ? texts.say('deal-no-hold')
      : texts.say('deal-hold', { rank: own.rank, until: dayName(services, texts, own.validUntil) });
  const theirs =
    ahead === null
      ? null
      : texts.say('deal-hold-ahead', {
          rank: ahead.rank,
          venue: placeIn(brief, ahead.venue),
          until: dayName(services, texts, ahead.validUntil),
        });
  // A date that moves has no option of its own any more; another's still stands before it.
  return stacked([brief.lead.show === null ? mine : null, theirs]);
}

function conditionsText(services: Services, texts: Texts, { lead }: DealBrief): Text | null {
  const { conditions, embargo, exclusivity } = termsAsked(lead);
  const lines = [
    conditions === null ? null : texts.say('deal-conditions', { conditions }),
    exclusivity === null ? null : texts.say('deal-exclusivity', { km: exclusivity.km, weeks: exclusivity.weeks }),
    embargo === null ? null : embargoText(services, texts, { embargo }),
    lead.change?.type === 'cancel' && lead.change.why !== null
      ? texts.say('deal-cancel-why', { why: lead.change.why })
      : null,
  ];
  return stacked(lines);
}

/** « Pas d'annonce publique avant… »: stands on every confirmation that has one. */
export function embargoText(
  services: Services,
  texts: Texts,
  { embargo }: { readonly embargo: DealBrief['lead']['terms']['embargo'] },
  venue?: string,
): Text | null {
  if (embargo === null) return null;
  if (embargo.until !== null) return texts.say('deal-embargo-until', { day: dayName(services, texts, embargo.until) });
  return venue === undefined ? texts.say('deal-embargo') : texts.say('deal-embargo-venue', { venue });
}

/** What lies around a date and what to mind about it: the lines of a card below those on terms and people. */
export function stackedBrief(services: Services, texts: Texts, brief: DealBrief): (Text | null)[] {
  return [
    neighbourText(texts, brief.before, 'deal-before'),
    neighbourText(texts, brief.after, 'deal-after'),
    ...brief.availability.warnings
      // What its people do with other acts is not this card's to tell.
      .filter((warning) => warning.show.artist === brief.artist.id)
      .map((warning) => warningText(services, texts, warning)),
  ];
}
