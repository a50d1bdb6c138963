/** Stretches that days said after them are taken from. */
export const PERIODS: ReadonlySet<string> = new Set(['month', 'month-shift', 'week', 'week-number', 'week-of']);
