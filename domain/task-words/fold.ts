/** A text for matching: no accents, no case, straight apostrophes, single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\u2018\u2019\u02BC\u00B4`]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase()
    .trim();
}
