/** Small numbers as people write them out before « jours », « semaines », "weeks". */
export const COUNTS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  six: 6,
  huit: 8,
  dix: 10,
  quinze: 15,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  ten: 10,
};
