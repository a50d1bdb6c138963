import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { firstName } from '../../domain/person.ts';
import { type DealBrief } from '../../agency/deal-brief.ts';
import { dayName, placeName, stacked } from '../../agency/wording.ts';

/** Why the act cannot play on that day: each thing that stands in the way, for one who negotiates for the act. */
export function blockedText(services: Services, texts: Texts, brief: DealBrief): Text {
  const { artist, day, availability } = brief;
  const lines = availability.reasons.map((reason): Text | null => {
    switch (reason.type) {
      case 'show': {
        const venue = brief.agenda.venues.find((one) => one.id === reason.show.venue);
        return texts.say('deal-blocked-show', { venue: placeName(venue) });
      }
      case 'away':
      case 'elsewhere': {
        if (reason.substitute !== null) return null;
        const person = brief.names.get(reason.person);
        return texts.say(`deal-blocked-${reason.type}`, { name: person === undefined ? '?' : firstName(person) });
      }
      case 'hold':
      case 'flexible':
      case 'silent':
        return null;
    }
  });
  const heading = texts.say('deal-blocked', {
    artist: artist.name,
    day: [{ text: dayName(services, texts, day), style: 'bold' }],
  });
  return stacked([heading, ...lines]);
}
