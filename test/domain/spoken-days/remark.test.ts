import { describe, expect, it } from 'vitest';
import { isRemark } from '../../../domain/spoken-days/index.ts';
import { day } from './corpus.ts';

const context = (locale: 'fr' | 'en'): Parameters<typeof isRemark>[1] => ({
  today: day('2026-11-24'),
  locale,
  holidays: { dayOf: () => null },
});

describe('a sentence with a day in it', () => {
  it.each([
    'la vapeur confirmera demain',
    'le contrat part lundi',
    'le train part vendredi à 8h',
    'on part jeudi',
    'on répète jeudi',
    'la balance est à 16h samedi',
    'le botanique veut annuler mais on verra demain',
    'mes parents arrivent samedi',
    'je t’envoie le contrat demain',
    'je rappelle karim lundi',
    'je confirme le 12',
    'la salle est fermée lundi',
    '13 mars c’est quoi le cachet',
    'c’est le 12 mars',
    'merci, à demain',
    'à lundi',
  ])('when « %s » only tells something, is a remark', (text) => {
    expect(isRemark(text, context('fr'))).toBe(true);
  });

  it.each([
    'the venue will confirm tomorrow',
    'the contract leaves on Monday',
    'they will call back Monday',
    'I will call Karim on Monday',
    'the van is in the garage until Friday',
  ])('when "%s" only tells something, is a remark', (text) => {
    expect(isRemark(text, context('en'))).toBe(true);
  });

  it.each([
    'le 12',
    'vendredi',
    'du 3 au 7',
    'peut-être le 12',
    'mariage le 12',
    'vacances du 3 au 10',
    'en tournée du 3 au 7',
    'dentiste jeudi matin',
    'je joue le 12',
    'je joue à Guingamp le 12',
    'je bosse vendredi',
    'j’ai un concert le 12',
    'je suis convoqué au tribunal jeudi',
    'je me marie le 12',
    'moi le 12',
  ])('when « %s » is bare or keeps the speaker, is none', (text) => {
    expect(isRemark(text, context('fr'))).toBe(false);
  });

  it.each(['on the 12th', 'I work on Friday', 'I am in Paris on Friday', 'wedding on the 12th', 'I leave on the 12th'])(
    'when "%s" is bare or keeps the speaker, is none',
    (text) => {
      expect(isRemark(text, context('en'))).toBe(false);
    },
  );

  it.each(['pas dispo le 12', 'je ne suis pas là demain', 'pas dispo le 12 ou le 13', 'pas dispo', 'salut'])(
    'when « %s » says free or not, or nothing, is none',
    (text) => {
      expect(isRemark(text, context('fr'))).toBe(false);
    },
  );
});
