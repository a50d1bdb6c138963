import { type Services } from '../../core/turn.ts';
import { sealsIn } from '../../domain/day-sheet/sealed-words.ts';
import { type DaySheet } from '../../domain/day-sheet/sheet.ts';
import { readPhone } from '../../domain/phone.ts';
import { contactBinding } from '../../agency/road/sheet-lines.ts';

/**
 * Seals numbers for one sheet. A seal never comes out the same twice, so a number that stands there already keeps its own: said
 * again, it is no change.
 */
export function sealFor(services: Services, sheet: DaySheet): (phone: string) => string | null {
  const binding = contactBinding(sheet.id);
  const words = [...Object.values(sheet.info), ...sheet.legs.map(({ label }) => label)];
  const seals = [
    ...(sheet.contact?.phone == null ? [] : [sheet.contact.phone]),
    ...words.flatMap((one) => sealsIn(one ?? '')),
  ];
  const known = new Map(seals.map((seal) => [services.cipher.open(seal, binding), seal]));
  return (phone) => {
    const number = readPhone(phone);
    return number === null ? null : (known.get(number) ?? services.cipher.seal(number, binding));
  };
}
