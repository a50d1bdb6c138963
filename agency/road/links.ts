import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { addDays, instantOf } from '../../domain/day.ts';
import { type KnownSheet } from './known-sheet.ts';

/**
 * A link to the sheet for each of those who have no account, to be passed on by whoever is in charge; it ends at noon of the day
 * after. One sentence instead where the installation has no address.
 */
export function linksText(services: Services, texts: Texts, known: KnownSheet, names: readonly string[]): Text[] {
  const until = instantOf(addDays(known.show.day, 1), '12:00', services.agency.timezone);
  const links = names.map((name) => ({ name, link: services.links.sheet({ show: known.show.id, name, until }) }));
  const made = links.flatMap(({ name, link }) => (link === null ? [] : [texts.say('sheet-link', { name, link })]));
  return made.length === 0 && names.length > 0 ? [texts.say('sheet-links-off')] : made;
}
