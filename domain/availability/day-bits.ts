/** A set of days, one bit each, counted from the first day of a window. */
export type DayBits = Uint32Array;

/** Days of a window: two seasons ahead and a month back. What lies outside is looked up day by day. */
const words = 26;

/** How many days before today the window begins. */
const back = 31;

/** The day number at which the window begins when today's is `today`. */
export function windowStart(today: number): number {
  return today - back;
}

/** No day. */
export function noDays(): DayBits {
  return new Uint32Array(words);
}

/** Every day of the window. */
export function allDays(): DayBits {
  return noDays().fill(0xffffffff);
}

/** Puts the day `index` in; outside of the window nothing happens. */
export function addDay(bits: DayBits, index: number): void {
  const word = index >> 5;
  if (word < 0 || word >= words) return;
  bits[word] = (bits[word] ?? 0) | (1 << (index & 31));
}

/** Takes the day `index` out. */
export function removeDay(bits: DayBits, index: number): void {
  const word = index >> 5;
  if (word < 0 || word >= words) return;
  bits[word] = (bits[word] ?? 0) & ~(1 << (index & 31));
}

/** The indexes of the days that are in, ascending. */
export function indexesOf(bits: DayBits): number[] {
  const indexes: number[] = [];
  for (const [word, set] of bits.entries()) {
    for (let left = set; left !== 0; left &= left - 1) indexes.push(word * 32 + 31 - Math.clz32(left & -left));
  }
  return indexes;
}

/** Whether the day `index` is in; never outside of the window. */
export function hasDay(bits: DayBits, index: number): boolean {
  const word = bits[index >> 5];
  return word !== undefined && (word & (1 << (index & 31))) !== 0;
}

/** Puts all of `more` in. */
export function addAll(bits: DayBits, more: DayBits): void {
  for (let word = 0; word < words; word += 1) bits[word] = (bits[word] ?? 0) | (more[word] ?? 0);
}

/** What is in either. */
export function union(one: DayBits, other: DayBits): DayBits {
  const both = one.slice();
  addAll(both, other);
  return both;
}

/** Takes all of `gone` out. */
export function takeOut(bits: DayBits, gone: DayBits): void {
  for (let word = 0; word < words; word += 1) bits[word] = (bits[word] ?? 0) & ~(gone[word] ?? 0);
}

/** Keeps what is in `also` as well. */
export function keep(bits: DayBits, also: DayBits): void {
  for (let word = 0; word < words; word += 1) bits[word] = (bits[word] ?? 0) & (also[word] ?? 0);
}
