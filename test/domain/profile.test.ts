import { describe, expect, it } from 'vitest';
import { readProfileValue } from '../../domain/profile.ts';
import { readProfileCommand, readProfileSentence } from '../../domain/profile-words.ts';

describe('reading what a line is to say', () => {
  it.each([
    ['size', 'xl', { type: 'text', text: 'XL' }],
    ['size', '2xl', { type: 'text', text: 'XXL' }],
    ['size', 'xxxl', { type: 'text', text: '3XL' }],
    ['size', 'M coupe femme', { type: 'text', text: 'M coupe femme' }],
    ['phone', '06 12 34 56 78', { type: 'text', text: '+33612345678' }],
    ['phone', '06 12', { type: 'wrong' }],
    ['email', 'Lea@Exemple.fr', { type: 'text', text: 'lea@exemple.fr' }],
    ['email', 'lea arobase exemple', { type: 'wrong' }],
    ['phone', 'aucun', { type: 'nothing' }],
    ['diet', '  sans gluten. ', { type: 'text', text: 'sans gluten' }],
  ] as const)('when %s is « %s », it is read so', (field, words, value) =>
    expect(readProfileValue(field, words)).toEqual(value),
  );

  it.each([
    ['Paul Moreau, 06 12 34 56 78', 'Paul Moreau', '+33612345678'],
    ['06 12 34 56 78 Paul', 'Paul', '+33612345678'],
    ['ma mère au +32 470 12 34 56', 'ma mère', '+32470123456'],
    ['Paul', 'Paul', null],
    ['06 12 34 56 78', null, '+33612345678'],
  ])('when an emergency contact is « %s », name and number come apart', (words, name, phone) =>
    expect(readProfileValue('emergency', words)).toEqual({ type: 'emergency', name, phone }),
  );

  it('when the number of an emergency contact cannot be, it is said so and nothing is kept of it', () => {
    expect(readProfileValue('emergency', 'Paul 06 12 34 56')).toEqual({ type: 'wrong' });
  });
});

describe('what is said behind /moi', () => {
  it.each([
    ['taille M', 'size', 'M'],
    ['t-shirt XL', 'size', 'XL'],
    ['tel 06 12 34 56 78', 'phone', '06 12 34 56 78'],
    ['Tél. : 06 12 34 56 78', 'phone', '06 12 34 56 78'],
    ['mon numéro c’est le 06 12 34 56 78', 'phone', '06 12 34 56 78'],
    ['numéro de portable 06 12 34 56 78', 'phone', '06 12 34 56 78'],
    ['régime sans gluten', 'diet', 'sans gluten'],
    ['allergies arachides', 'diet', 'arachides'],
    ['ville Dijon', 'town', 'Dijon'],
    ['mail lea@exemple.fr', 'email', 'lea@exemple.fr'],
    ['urgence Paul 06 12 34 56 78', 'emergency', 'Paul 06 12 34 56 78'],
    ['contact d’urgence : Paul 06 12 34 56 78', 'emergency', 'Paul 06 12 34 56 78'],
    ['place fenêtre, chambre seule', 'seat', 'fenêtre, chambre seule'],
    ['instruments basse 5 cordes', 'instruments', 'basse 5 cordes'],
    ['size M', 'size', 'M'],
    ['phone number +44 20 7946 0958', 'phone', '+44 20 7946 0958'],
    ['tel', 'phone', ''],
  ])('when « /moi %s », it is the line %s', (words, field, value) =>
    expect(readProfileCommand(words)).toEqual({ field, words: value, adds: false }),
  );

  it.each(['', 'villeurbanne', 'qui suis-je ?', 'telle est la question', '12 mars'])(
    'when « /moi %s », no line is meant',
    (words) => expect(readProfileCommand(words)).toBeNull(),
  );
});

describe('what is said of oneself in passing', () => {
  it.each([
    ['mon numéro : 06 12 34 56 78', 'phone', '06 12 34 56 78', false],
    ['Mon nouveau numéro c’est le 06 12 34 56 78.', 'phone', '06 12 34 56 78', false],
    ['my number is +44 20 7946 0958', 'phone', '+44 20 7946 0958', false],
    ['mon numéro : 06 12 34 56', 'phone', '06 12 34 56', false],
    ['mon mail c’est lea@exemple.fr', 'email', 'lea@exemple.fr', false],
    ['contact d’urgence : Paul 06 12 34 56 78', 'emergency', 'Paul 06 12 34 56 78', false],
    ['je suis végétarienne', 'diet', 'végétarienne', true],
    ['I’m vegan', 'diet', 'vegan', true],
    ['je suis allergique aux arachides', 'diet', 'allergique aux arachides', true],
    ['je mange pas de porc', 'diet', 'pas de porc', true],
    ['je ne mange plus de viande', 'diet', 'pas de viande', true],
    ['I don’t eat fish', 'diet', 'no fish', true],
    ['je mange halal', 'diet', 'halal', true],
    ['je mange de tout', 'diet', '-', false],
    ['taille M', 'size', 'M', false],
    ['je fais du XL', 'size', 'XL', false],
    ['j’habite à Dijon', 'town', 'Dijon', false],
    ['I moved to Lyon', 'town', 'Lyon', false],
  ])('when « %s », it is the line %s', (said, field, words, adds) =>
    expect(readProfileSentence(said)).toEqual({ field, words, adds }),
  );

  it.each([
    'je suis pas dispo le 12 mars',
    'je suis végétarienne depuis le 12 mars, on mange quand ?',
    'je mange pas avec vous ce soir',
    'je ne mange pas ce soir',
    'taille de la scène ?',
    'mon numéro de siège est le 12',
    'mon mail est parti hier',
    'urgence : le train est annulé',
    'urgence, appelle-moi',
    'ville du concert ?',
    'place du marché',
    'j’habite à 2h de là donc samedi pas possible',
    'oui',
    'deal gribitch le fil 13/3 1800 ht',
    'pas là du 12 au 15 mars sauf le 13',
  ])('when « %s », it is about something else', (said) => expect(readProfileSentence(said)).toBeNull());
});
