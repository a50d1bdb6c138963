import { describe, expect, it } from 'vitest';
import { benches } from '../../support/store.ts';
import { openDesk, spoke, type Desk, type Got } from './desk.ts';

const bench = benches();

/** Questions about the dates of an act: who asks, in which words. */
const questions: readonly (readonly [who: string, text: string])[] = [
  ['nadia', 'Gribitch est libre quand en mars ?'],
  ['nadia', 'gribitch est libre quand en avril'],
  ['nadia', 'Est-ce que Gribitch est dispo le 12 juin ?'],
  ['nadia', 'Gribitch dispo le 12 juin ?'],
  ['nadia', 'gribitch libre samedi 13 mars ?'],
  ['nadia', 'Quand est-ce que Gribitch est disponible en mai ?'],
  ['nadia', 'Les dispos de Gribitch en juin'],
  ['nadia', 'les dispos de Gribitch en juin ?'],
  ['nadia', 'dispos de Gribitch en mai'],
  ['nadia', 'Quelles sont les dates libres de Gribitch en avril ?'],
  ['nadia', 'dates libres de Gribitch en avril'],
  ['nadia', 'donne-moi les dispos de Gribitch en avril'],
  ['nadia', 'montre moi les disponibilités de Gribitch en juin'],
  ['nadia', 'Tu peux me donner les dispos de Gribitch pour mai ?'],
  ['nadia', 'Bonjour, les dispos de Gribitch du 10 au 20 juin ?'],
  ['nadia', 'Et Nuit Ferrée, libre le 14 avril ?'],
  ['nadia', 'Nuit Ferrée est-elle disponible le 1er mai ?'],
  ['nadia', 'quels week-ends de juin Gribitch est libre ?'],
  ['nadia', 'quels sont les samedis libres de Gribitch en avril ?'],
  ['nadia', 'Gribitch, c’est libre le 20 avril ?'],
  ['nadia', 'Gribich est libre quand en mars ?'],
  ['nadia', 'gribitch libre ?'],
  ['nadia', 'Gribitch serait dispo entre le 10 et le 20 juin ?'],
  ['nadia', 'Gribitch n’est pas libre le 14 avril ?'],
  ['nadia', 'quand est dispo Nuit Ferrée'],
  ['anna', 'nuit ferree dispo ce week-end ?'],
  ['anna', 'Quelles dispos pour Gribitch en mai ?'],
  ['julien', 'Barbeline est libre le 3 mai ?'],
  ['malo', 'Gribitch est libre le 14 avril ?'],
  ['malo', 'Est-ce que Nuit Ferrée est dispo en juin ?'],
  ['lea', 'gribitch dispo quand en mai ?'],
  ['ines', 'Gribitch est libre le 3 avril ?'],
  ['boris', 'is Gribitch free on June 12?'],
  ['boris', 'When is Gribitch free in March?'],
  ['boris', 'Is Gribitch available from 10 to 20 June?'],
  ['boris', 'which weekends is Gribitch free in May?'],
  ['boris', 'show me the availability of Gribitch in June'],
  ['boris', 'what dates are free for Gribitch in April?'],
  ['boris', 'Gribitch free on 3 May?'],
  ['boris', 'open dates for Gribitch in June'],
];

/** What is no such question: people's own days first, then everything else in which a name or « libre » may stand. */
const others: readonly (readonly [who: string, text: string])[] = [
  ['malo', 'pas dispo le 12 avril'],
  ['malo', 'je suis pas dispo le 14 avril pour Gribitch'],
  ['malo', 'dispo le 12 avril'],
  ['malo', 'je suis libre le 12 mai'],
  ['malo', 'pas là du 12 au 15 avril sauf le 13'],
  ['malo', 'samedi soir pas possible'],
  ['malo', 'Suis pas libre quand Gribitch joue le 14 avril'],
  ['malo', 'pas libre le 14 avril avec Gribitch'],
  ['malo', 'finalement je suis dispo le 13 avril'],
  ['malo', 'je peux pas le 20 avril, Gribitch devra se trouver quelqu’un'],
  ['malo', 'dispo seulement le 12 avril pour Gribitch'],
  ['malo', 'Gribitch : je suis dispo le 3 mai'],
  ['malo', 'moi je suis libre le 3 mai, et Gribitch ?'],
  ['malo', 'tu es dispo le 12 ?'],
  ['malo', 't’es libre le 14 avril ?'],
  ['malo', 'Tom est dispo le 14 avril ?'],
  ['malo', 'Léa est libre ?'],
  ['malo', 'on joue toujours bien avec Gribitch'],
  ['malo', 'Gribitch joue où le 14 avril ?'],
  ['malo', 'c’est quand la prochaine date de Gribitch ?'],
  ['malo', 'Barbeline est libre le 14 avril ?'],
  ['malo', 'entrée libre pour Gribitch le 14 avril'],
  ['lea', 'absente tout le mois de mai'],
  ['lea', 'je serai pas dispo quand Gribitch part en tournée en mai'],
  ['lea', 'bonjour'],
  ['lea', 'merci !'],
  ['nadia', 'Le Fil confirme Gribitch le 14 avril'],
  ['nadia', 'ils lâchent le 14 avril'],
  ['nadia', 'Gribitch n’est pas libre le 14 avril'],
  ['nadia', 'note que Gribitch est libre le 14 avril'],
  ['nadia', 'Gribitch le 14 avril au Fil ?'],
  ['nadia', 'Zorglub est libre le 14 avril ?'],
  ['julien', 'Gribitch est libre quand en mars ?'],
  ['leonie', 'Gribitch est libre quand en mars ?'],
  ['boris', 'I am not available on June 12'],
  ['boris', 'I’m free on 3 May'],
  ['boris', 'are you free tomorrow?'],
  ['boris', 'Gribitch is not free on June 12'],
  ['boris', 'we are not free when Gribitch plays in Lille'],
  ['boris', 'thanks'],
];

function isCard(got: Got): boolean {
  return got.texts.some((text) => /(?:^|\n)(?:Libre|Free) : ?|(?:^|\n)Free: /u.test(text));
}

describe('questions about the dates of an act', () => {
  it('are forty', () => {
    expect(new Set(questions.map(([, text]) => text)).size).toBe(40);
    expect(new Set(others.map((one) => one.join())).size).toBe(40);
  });

  it('when asked in so many words, are all answered with its dates, and nothing else is', async () => {
    const wrong: string[] = [];
    for (const [who, text] of questions) {
      const single = await freshDesk();
      if (!isCard(await single.says(who, text))) wrong.push(`not answered: ${who}, ${text}`);
    }
    for (const [who, text] of others) {
      const single = await freshDesk();
      if (isCard(await single.says(who, text))) wrong.push(`answered: ${who}, ${text}`);
    }
    expect(wrong).toEqual([]);
  });
});

async function freshDesk(): Promise<Desk> {
  const made = await openDesk(bench());
  await made.save(...spoke(['lea', 'tom', 'malo', 'camille'], '2027-03', '2027-04', '2027-05', '2027-06'));
  return made;
}

describe('what people say of their own days', () => {
  it.each([
    [
      'malo',
      'je suis pas dispo le 14 avril pour Gribitch',
      'J’ai compris : tu n’es pas dispo le mer. 14 avr. (1 jour). C’est ferme ?',
    ],
    [
      'lea',
      'pas là du 12 au 15 avril sauf le 13',
      'J’ai compris : tu n’es pas dispo du lun. 12 au jeu. 15 avr., sauf le mar. 13 (3 jours). C’est ferme ?',
    ],
    [
      'malo',
      'dispo le 12 avril',
      'Je n’avais aucune absence notée pour toi le lun. 12 avr. : tu es bien dispo, rien à changer.',
    ],
  ])('when %s writes « %s », it is still noted or answered as theirs', async (who, text, answer) => {
    expect((await (await freshDesk()).says(who, text)).texts).toEqual([answer]);
  });
});
