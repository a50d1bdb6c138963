/** Private data that must not stay in a chat. */
export type SensitiveKind = 'iban' | 'social-security' | 'token';

/** What people put between the characters of a number to make it readable. */
const gap = String.raw`[\s.\-_/,:]{0,3}`;

/** Two letters, two digits and 11 to 30 more characters (ISO 13616). The checksum is not required: a mistyped IBAN is as private. */
const iban = new RegExp(
  String.raw`(?:(?<![A-Z0-9])|(?<=IBAN))[A-Z]{2}${gap}\d${gap}\d(?:${gap}[A-Z0-9]){11,30}(?![A-Z0-9])`,
  'gi',
);

/** French NIR: sex, year, month, department (2A and 2B in Corsica), commune, order, and mostly the two digits of the key. */
const socialSecurity = new RegExp(
  [
    '(?<!\\d)[12]',
    '\\d',
    '\\d',
    '(?:0[1-9]|1[0-2]|[2-9]\\d)',
    '(?:\\d{2}|2[AB])',
    '\\d',
    '\\d',
    '\\d',
    '\\d',
    '\\d',
    '\\d',
  ].join(gap) + `(?:${gap}\\d${gap}\\d)?(?!\\d)`,
  'i',
);

/** A Telegram bot token: the bot's number and 35 characters; whoever has it is the bot. */
const botToken = /(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}/;

/** Characters that are not seen and would hide a number from a reader of text. */
const invisible = /[\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}]/gu;

/** Countries that use IBANs begin theirs so; keeps words such as « du 12 au 14… » from looking like one. */
const ibanCountries = new Set(
  'AD AE AL AT AZ BA BE BG BH BR BY CH CR CY CZ DE DK DO EE EG ES FI FO FR GB GE GI GL GR GT HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV MC MD ME MK MR MT MU NL NO PK PL PS PT QA RO RS SA SC SE SI SK SM ST SV TL TN TR UA VA VG XK'.split(
    ' ',
  ),
);

/** Fewer digits than any real IBAN body has; a sentence with a few numbers in it stays below. */
const fewestDigits = 8;

/** Finds an IBAN, a French social security number or a bot token in what somebody typed, full-width digits and hidden characters included. */
export function findSensitive(text: string): SensitiveKind | null {
  const normal = text.normalize('NFKC').replaceAll(invisible, '');
  const looksLikeIban = [...normal.matchAll(iban)].some(
    ([match]) =>
      ibanCountries.has(match.slice(0, 2).toUpperCase()) && match.replaceAll(/\D/g, '').length >= fewestDigits,
  );
  if (looksLikeIban) return 'iban';
  if (socialSecurity.test(normal)) return 'social-security';
  return botToken.test(normal) ? 'token' : null;
}
