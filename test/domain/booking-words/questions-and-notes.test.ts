import { describe, expect, test } from 'vitest';
import { readAvailabilityQuestion, readNoteLine } from '../../../domain/booking-words/index.ts';
import { contextOf, known, saidDays, saidMatch } from './known.ts';

describe('questions about the free days of an act', () => {
  test.each([
    ['Gribitch est libre quand en mars ?', 'fr', 'gribitch 2027-03-01..2027-03-31'],
    ['on a quoi de libre en juin pour les soeurs vanneau', 'fr', 'les-soeurs-vanneau 2027-06-01..2027-06-30'],
    ['est-ce que nuit ferrée est dispo le 12 ?', 'fr', 'nuit-ferree 2026-12-12'],
    ['gribich dispo du 10 au 12 mars ?', 'fr', 'gribitch 2027-03-10 2027-03-11 2027-03-12'],
    ['quelles dispos pour barbeline en mars-avril', 'fr', 'barbeline 2027-03-01..2027-04-30'],
    ['les dispos de Barbeline ?', 'fr', 'barbeline '],
    ['is Gribitch free on June 12?', 'en', 'gribitch 2027-06-12'],
    ['when is Barbeline available in May?', 'en', 'barbeline 2027-05-01..2027-05-31'],
  ] as const)('« %s »', (text, locale, says) => {
    const question = readAvailabilityQuestion(text, known, contextOf(locale));
    expect(question === null ? null : `${saidMatch(question.artist)} ${saidDays(question.days)}`).toBe(says);
  });

  test.each([
    'je suis dispo le 12',
    'tu es dispo le 12 ?',
    'Tom est dispo le 12 ?',
    'gribitch joue le 12 ?',
    'pas dispo le 12',
    'vous êtes libres ?',
    'je suis libre pour gribitch le 12 ?',
    "i'm free with gribitch on June 12?",
  ])('« %s » is none', (text) => {
    expect(readAvailabilityQuestion(text, known, contextOf('fr'))).toBeNull();
  });
});

describe('notes', () => {
  test.each([
    ['Fil : rappelle lundi', 'le-fil-saint-etienne null null | rappelle lundi | 2026-11-23'],
    ['42 : rappeler Karim', '- null 42 | rappeler Karim | null'],
    ['42 rappelle lundi', '- null 42 | rappelle lundi | 2026-11-23'],
    ['deal 12 balance à 16:30', '- null 12 | balance à 16:30 | null'],
    ['le fil rappelle dans 15 jours', 'le-fil-saint-etienne null null | rappelle dans 15 jours | 2026-12-07'],
    ['vapeur dijon: ok pour le 13', 'la-vapeur-dijon null null | ok pour le 13 | null'],
    ['gribitch le fil : envoyer la fiche', 'le-fil-saint-etienne gribitch null | envoyer la fiche | null'],
    ['les docks : rappeler', '?les-docks-cahors|les-docks-lausanne null null | rappeler | null'],
    ['les docks lausanne : rappeler', 'les-docks-lausanne null null | rappeler | null'],
    ['rappelle lundi', '- null null | rappelle lundi | 2026-11-23'],
    ['le 106 : relancer jeudi ou vendredi', 'le-106-rouen null null | relancer jeudi ou vendredi | null'],
    ['Fil : call them on Monday', 'le-fil-saint-etienne null null | call them on Monday | 2026-11-23'],
  ])('« %s »', (text, says) => {
    const { venue, artist, number, note, due } = readNoteLine(text, known, contextOf('fr'));
    expect(`${saidMatch(venue)} ${saidMatch(artist)} ${String(number)} | ${note} | ${String(due)}`).toBe(says);
  });
});
