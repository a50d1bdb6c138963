import { describe, expect, it } from 'vitest';
import {
  dropsIt,
  isQuestion,
  isSmallTalk,
  plainWords,
  readFrom,
  withoutNeed,
} from '../../../conversations/soundings/plain-words.ts';
import { readMemberWords } from '../../../conversations/soundings/member-words.ts';
import { daySchema } from '../../../domain/schemas.ts';

const today = daySchema.parse('2026-11-22');
const day = daySchema.parse('2027-03-13');

describe('a follow-up to a draft', () => {
  it.each([
    ['plutôt le 20', 'le 20'],
    ['plutot le 20', 'le 20'],
    ['le 20 plutot', 'le 20'],
    ['non le 14', 'le 14'],
    ['non, en fait le 27 a rennes', 'le 27 a rennes'],
    ['le 13 alors', 'le 13'],
    ['20', 'le 20'],
    ['ah non pas besoin', ''],
    ['plutôt le samedi', 'samedi'],
    ["demande a gribitch s'ils sont dispo le 27 mars a rennes", 'gribitch le 27 mars a rennes'],
    ['demande-leur plutôt le 14', 'le 14'],
  ])('when it is « %s », « %s » is what it says', (text, plain) => {
    expect(plainWords(text, 'fr')).toBe(plain);
  });

  it('when somebody is not needed, that is said of people', () => {
    expect(withoutNeed('pas besoin de Ben')).toBe('sauf Ben');
  });

  it.each([
    ['le 20', '2027-03-01'],
    ['le 5', '2027-03-01'],
    ['samedi', '2027-03-10'],
    ['le 20 avril', today],
    ['20/4', today],
    ['demain', today],
  ])('when « %s » follows a draft of 13 March, it is read from %s', (words, from) => {
    expect(readFrom(words, day, today)).toBe(from);
  });

  it('when the draft is at the end of its month, bare days may be of the next one', () => {
    expect(readFrom('le 2', daySchema.parse('2027-03-30'), today)).toBe('2027-03-15');
  });

  it('when nothing is known yet, or the draft is of this month, days are read from today', () => {
    expect(readFrom('le 20', null, today)).toBe(today);
    expect(readFrom('le 28', daySchema.parse('2026-11-25'), today)).toBe(today);
  });

  it.each(['laisse tomber', 'Laisse tomber le sondage', 'non laisse tomber', 'annule', 'never mind', 'oublie ça'])(
    'when it is « %s », it drops the draft',
    (text) => {
      expect(dropsIt(text)).toBe(true);
    },
  );

  it('when « laisse tomber » is said of somebody, it drops nothing', () => {
    expect(dropsIt('laisse tomber Ben')).toBe(false);
  });

  it('when it greets or asks, it says so', () => {
    expect(isSmallTalk('bonjour')).toBe(true);
    expect(isSmallTalk('bonjour minuit')).toBe(false);
    expect(isQuestion('ou ça en est le sondage')).toBe(true);
    expect(isQuestion('plutôt le 14')).toBe(false);
  });
});

describe('what a member writes about a date', () => {
  it.each([
    ['oui si on rentre le soir meme', 'si on rentre le soir meme'],
    ['ok mais pas avant 18h', 'pas avant 18h'],
    ['oui, à condition qu’on dorme sur place', 'à condition qu’on dorme sur place'],
    ['yes if we travel back at night', 'if we travel back at night'],
    ['oui sauf si je bosse', 'sauf si je bosse'],
  ])('when it is « %s », the condition is « %s »', (text, condition) => {
    expect(readMemberWords(text)).toEqual({ type: 'condition', condition });
  });

  it.each([
    ['oui', { type: 'yes', turns: false }],
    ['ah oui finalement', { type: 'yes', turns: true }],
    ['non', { type: 'no', turns: false }],
    ['finalement non', { type: 'no', turns: true }],
    ['non désolée', { type: 'no', turns: false }],
    ['en fait je peux pas', { type: 'no', turns: true }],
    ['je te dis jeudi', { type: 'later', words: 'jeudi' }],
    ['je réponds jeudi', { type: 'later', words: 'jeudi' }],
    ['peut-être', { type: 'unsure' }],
    ['peut etre', { type: 'unsure' }],
    ['on verra', { type: 'unsure' }],
  ])('when it is « %s », it means that', (text, meant) => {
    expect(readMemberWords(text)).toEqual(meant);
  });

  it.each([
    'pas dispo le 14 mars',
    'oui simon vient',
    'bonjour',
    'c’est où ?',
    'je te dis que je suis pas dispo jeudi',
    'je ne sais pas jouer, pas dispo le 12',
  ])('when it is « %s », it is about something else', (text) => {
    expect(readMemberWords(text)).toBeNull();
  });
});
