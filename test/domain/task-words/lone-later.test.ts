import { describe, expect, it } from 'vitest';
import { readLoneLater } from '../../../domain/task-words/index.ts';

describe('a lone word under a task', () => {
  it.each([
    ['demain', 'demain'],
    ['Demain !', 'demain'],
    ['ok, après-demain', 'après-demain'],
    ['lundi', 'lundi'],
    ['plutôt mardi matin', 'mardi'],
    ['jeudi prochain stp', 'jeudi prochain'],
    ['tomorrow', 'tomorrow'],
    ['on Monday please', 'on monday'],
  ])('when « %s » is a day alone, it is « %s »', (said, words) => {
    const read = readLoneLater(said);
    expect(read?.type === 'day' ? read.words.toLowerCase() : read).toBe(words);
  });

  it.each(['la semaine prochaine', 'semaine prochaine', 'next week'])(
    'when « %s » is all that is said, it is next week',
    (said) => expect(readLoneLater(said)).toEqual({ type: 'week' }),
  );

  it.each(['plus tard', 'un peu plus tard', 'pas maintenant', 'later', 'not now.'])(
    'when « %s » names no day, it is later',
    (said) => expect(readLoneLater(said)).toEqual({ type: 'later' }),
  );

  it.each([
    'pas là demain',
    'demain je ne suis pas dispo',
    'lundi et mardi',
    'le 12 mars',
    'pas dispo la semaine prochaine',
    'on en parle plus tard au local',
    'demain ?',
    'fait',
  ])('when « %s » says more, or something else, it is left to others', (said) =>
    expect(readLoneLater(said)).toBeNull(),
  );
});
