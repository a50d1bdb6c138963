import { describe, expect, it } from 'vitest';
import {
  isBareDone,
  isSameDoing,
  matchCompletion,
  saysDoneOfIt,
  type CalledTask,
} from '../../../domain/task-words/index.ts';

const open: readonly CalledTask[] = [
  { id: 'rider', title: 'envoyer la fiche tech' },
  { id: 'contract', title: 'Contrat : Le Fil (Saint-Étienne), sam. 27 mars' },
  { id: 'hotel', title: 'réserver l’hôtel à Dijon' },
  { id: 'karim', title: 'appeler Karim' },
  { id: 'poster', title: 'valider l’affiche de la tournée' },
  { id: 'strings', title: 'acheter des cordes de basse' },
  { id: 'invoice', title: 'Facture d’acompte : La Vapeur (Dijon), mer. 3 mars' },
  { id: 'amp', title: 'réparer l’ampli' },
  { id: 'mail', title: 'envoyer un mail à la mairie' },
  { id: 'bio', title: 'écrire la bio' },
  { id: 'van', title: 'louer le van' },
  { id: 'dpae', title: 'Embauches et DPAE : Le Fil (Saint-Étienne), sam. 27 mars' },
];

const meant: readonly (readonly [string, string])[] = [
  ['j’ai envoyé la fiche tech', 'rider'],
  ["J'ai envoyé la fiche tech !", 'rider'],
  ['jai envoyé la fiche technique', 'rider'],
  ['fiche tech envoyée', 'rider'],
  ['fiche tech envoyee', 'rider'],
  ['Fiche technique partie ce matin', 'rider'],
  ['la fiche tech est partie hier', 'rider'],
  ['la fiche tech a été envoyée', 'rider'],
  ['je viens d’envoyer la fiche tech', 'rider'],
  ['on a envoyé la fiche tech', 'rider'],
  ['fiche tech ✅', 'rider'],
  ['fiche tech : fait', 'rider'],
  ['c’est fait pour la fiche tech', 'rider'],
  ['ok, fiche tech envoyée', 'rider'],
  ['ça y est, j’ai transmis la fiche tech', 'rider'],
  ['contrat du Fil signé', 'contract'],
  ['le contrat du Fil est signé', 'contract'],
  ['j’ai renvoyé le contrat du fil', 'contract'],
  ['contrat Fil ok', 'contract'],
  ['hôtel réservé', 'hotel'],
  ['hotel reservé à Dijon', 'hotel'],
  ['j’ai réservé l’hotel', 'hotel'],
  ['j’ai appelé Karim', 'karim'],
  ['j’ai eu Karim au téléphone hier', 'karim'],
  ['Karim appelé', 'karim'],
  ['affiche validée', 'poster'],
  ['j’ai validé l’affiche', 'poster'],
  ['cordes achetées', 'strings'],
  ['j’ai acheté les cordes', 'strings'],
  ['j’ai commandé les cordes de basse', 'strings'],
  ['facture d’acompte envoyée', 'invoice'],
  ['facture de La Vapeur envoyée', 'invoice'],
  ['ampli réparé', 'amp'],
  ['l’ampli est réparé', 'amp'],
  ['j’ai envoyé le mail à la mairie', 'mail'],
  ['mail à la mairie envoyé', 'mail'],
  ['bio écrite', 'bio'],
  ['j’ai fini la bio', 'bio'],
  ['la bio est prête', 'bio'],
  ['van loué', 'van'],
  ['DPAE faites', 'dpae'],
  ['j’ai fait les DPAE du Fil', 'dpae'],
  ['dpae done', 'dpae'],
  ['I called Karim', 'karim'],
  ['I’ve booked the hotel', 'hotel'],
  ['hotel booked', 'hotel'],
];

const nothing: readonly string[] = [
  'j’ai envoyé un mail à ma mère',
  'j’ai envoyé un mail',
  'j’ai envoyé un message à Tom',
  'j’ai vu Karim hier',
  'je vais envoyer la fiche tech',
  'j’envoie la fiche tech demain',
  'il faut envoyer la fiche tech',
  'j’ai pas envoyé la fiche tech',
  'je n’ai pas encore envoyé la fiche tech',
  'tu as envoyé la fiche tech ?',
  'tu as envoyé la fiche tech',
  'Tom a envoyé la fiche tech',
  'Nadia a signé le contrat du Fil',
  'la fiche tech est envoyée ?',
  'qui a envoyé la fiche tech',
  'j’ai presque fini la bio',
  'j’ai oublié d’envoyer la fiche tech',
  'je dois réserver l’hôtel',
  'quand l’hôtel sera réservé je te dis',
  'si la fiche tech est envoyée on peut avancer',
  'j’ai reçu la fiche tech du Fil',
  'j’ai perdu l’ampli',
  'pas dispo vendredi',
  'je suis pas là du 12 au 15 mars',
  'le Fil confirme',
  'le Fil annule le 27',
  'ils lâchent le 13',
  'on reporte au 12 septembre',
  'c’est où l’hôtel ?',
  'on mange quand ?',
  'bonjour',
  'merci pour la fiche tech',
  'super',
  'oui',
  'le train est annulé',
  'je suis en retard de 40 minutes',
  'la balance est à quelle heure',
  'I will send the rider tomorrow',
  'I haven’t booked the hotel',
  'did you book the hotel?',
  'she booked the hotel',
  'need to call Karim',
  'j’ai envoyé la fiche tech à ma sœur pour son mariage',
  'j’ai mangé',
  'j’ai une question sur la fiche tech',
  'la fiche tech',
  'envoyer la fiche tech',
  'j’ai réservé un resto pour ma mère à Lyon',
  'j’ai payé l’hôtel de mes vacances à Rome',
  'Gribitch est libre quand en mars ?',
];

describe('a statement that something is done', () => {
  it.each(meant)('when « %s » is said, means %s', (said, id) => {
    expect(matchCompletion(said, open)).toEqual({ type: 'one', id });
  });

  it.each(nothing)('when « %s » is said, means no task', (said) => {
    expect(matchCompletion(said, open)).toEqual({ type: 'none' });
  });

  it('when two tasks fit as well, both are offered', () => {
    const two = [
      { id: 'fil', title: 'envoyer la fiche tech au Fil' },
      { id: 'vapeur', title: 'envoyer la fiche tech à La Vapeur' },
    ];
    expect(matchCompletion('fiche tech envoyée', two)).toEqual({ type: 'several', ids: ['fil', 'vapeur'] });
    expect(matchCompletion('fiche tech envoyée à la Vapeur', two)).toEqual({ type: 'one', id: 'vapeur' });
  });

  it('when one of two tasks says more than the other, both are offered', () => {
    const two = [
      { id: 'any', title: 'envoyer la fiche tech' },
      { id: 'vapeur', title: 'envoyer la fiche tech à La Vapeur' },
    ];
    expect(matchCompletion('j’ai envoyé la fiche tech', two)).toEqual({ type: 'several', ids: ['any', 'vapeur'] });
  });

  it('when only a common word fits, the task is offered and not taken for done', () => {
    const one = [{ id: 'karim', title: 'envoyer le mail à Karim' }];
    expect(matchCompletion('j’ai envoyé le mail', one)).toEqual({ type: 'several', ids: ['karim'] });
  });
});

describe('« fait » alone', () => {
  it.each([
    'fait',
    'Fait !',
    'c’est fait',
    "c'est fait",
    'C’est bouclé',
    'done',
    'It’s done',
    'terminé',
    'ok c’est fait',
    'fini',
  ])('when « %s » is said, it is said of what was spoken of', (said) => {
    expect(isBareDone(said)).toBe(true);
  });

  it.each([
    'pas fait',
    'c’est pas fait',
    'fait chier',
    'bientôt fini',
    'fait beau',
    'j’ai fait la bio',
    'ok',
    'oui',
    'c’est fait ?',
  ])('when « %s » is said, it is not', (said) => {
    expect(isBareDone(said)).toBe(false);
  });
});

describe('done, with nothing named but the doing', () => {
  it.each(['c’est envoyé', "c'est réservé", 'ok, c’est signé !', 'sent it', "it's booked"])(
    'when « %s » is said, it is',
    (said) => expect(saysDoneOfIt(said)).toBe(true),
  );

  it.each(['c’est parti', 'c’est pas envoyé', 'c’est envoyé ?', 'c’est envoyé à Karim', 'je l’envoie', 'call it'])(
    'when « %s » is said, it is not',
    (said) => expect(saysDoneOfIt(said)).toBe(false),
  );

  it('when the task is another doing, it is not meant', () => {
    expect(isSameDoing('c’est envoyé', 'envoyer la fiche tech')).toBe(true);
    expect(isSameDoing('c’est envoyé', 'réserver l’hôtel')).toBe(false);
  });
});
