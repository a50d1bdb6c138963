/** Private data that must not stay in a chat. */
export type SensitiveKind = 'iban' | 'social-security';

/** Two letters, two digits and 11 to 30 more characters, as people space them (ISO 13616). The checksum is not required: a mistyped IBAN is as private. */
const iban = /(?<![A-Z0-9])[A-Z]{2}[\s.-]?\d{2}(?:[\s.-]?[A-Z0-9]){11,30}(?![A-Z0-9])/gi;

/** French NIR: sex, year, month, department (2A and 2B in Corsica), commune, order, and mostly the two digits of the key. */
const socialSecurity =
  /(?<!\d)[12][\s.-]?\d{2}[\s.-]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.-]?(?:\d{2}|2[AB])[\s.-]?\d{3}[\s.-]?\d{3}(?:[\s.-]?\d{2})?(?!\d)/i;

const invisible = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g;

/** Countries that use IBANs begin theirs so; keeps words such as « du 12 au 14… » from looking like one. */
const ibanCountries = new Set(
  'AD AE AL AT AZ BA BE BG BH BR BY CH CR CY CZ DE DK DO EE EG ES FI FO FR GB GE GI GL GR GT HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV MC MD ME MK MR MT MU NL NO PK PL PS PT QA RO RS SA SC SE SI SK SM ST SV TL TN TR UA VA VG XK'.split(
    ' ',
  ),
);

/** Fewer digits than any real IBAN body has; a sentence with a few numbers in it stays below. */
const fewestDigits = 8;

/** Finds an IBAN or a French social security number in what somebody typed, full-width digits and hidden characters included. */
export function findSensitive(text: string): SensitiveKind | null {
  const normal = text.normalize('NFKC').replaceAll(invisible, '');
  const looksLikeIban = [...normal.matchAll(iban)].some(
    ([match]) =>
      ibanCountries.has(match.slice(0, 2).toUpperCase()) && match.replaceAll(/\D/g, '').length >= fewestDigits,
  );
  if (looksLikeIban) return 'iban';
  return socialSecurity.test(normal) ? 'social-security' : null;
}
