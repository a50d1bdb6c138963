import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

/** Numbers without a country code are French: that is where the agency's people live. */
const home: CountryCode = 'FR';

/**
 * A number as people write it (« 06 12 34 56 78 », « +32 470 12 34 56 », « 0033 6… ») in E.164; null when no such number can
 * exist. Length alone proves nothing (`12` parses), so the full numbering plan is asked.
 */
export function readPhone(words: string): string | null {
  const parsed = parsePhoneNumberFromString(words.trim().replace(/^00(?=[1-9])/, '+'), {
    defaultCountry: home,
    extract: false,
  });
  return parsed?.isValid() === true ? parsed.number : null;
}

/** A number in E.164 as one reads and dials it from anywhere: « +33 6 12 34 56 78 »; what is none stays as it is. */
export function spokenPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
