import type { Locale } from './types.ts';

/** Written month names, January first, as the recap prints them (usual French abbreviations with their dot). */
export const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
};

/** Written weekday names, Monday first. */
export const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** Written parts of the day. */
export const PARTS = {
  fr: { morning: 'matin', afternoon: 'après-midi', evening: 'soir' },
  en: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
} as const;
