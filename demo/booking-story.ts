import { edit, inGroup, known, press, says, send, vote, type Scene } from './scene.ts';
import { until } from './stage.ts';

/** The minute in which a decision can be taken back, and a little more. */
const afterUndo = 61_000;

/** The story of a date: asked, placed, decided by two at once, announced, moved. */
export const bookingStory: readonly Scene[] = [
  {
    title: 'Nadia cherche une date pour Le Fil et sonde le groupe',
    play: async (cast) => {
      const { nadia, lea, tom } = known(cast);
      await says(cast, nadia, 'Gribitch est libre quand en mars ?', /Gribitch, mars/);
      await says(cast, nadia, '/sonder gribitch 13 mars le fil', /On demande Gribitch/);
      await press(cast, nadia, /^Demander à/);
      await until('Léa is asked', () => lea.sees().find((message) => /On demande Gribitch/.test(message.text)));
      await until('Tom is asked', () => tom.sees().find((message) => /On demande Gribitch/.test(message.text)));
      await vote(cast, lea, 'Oui');
      await press(cast, tom, /^Oui$/);
      await until('Nadia’s card counts two', () => nadia.sees().find((message) => /2 oui/.test(message.text)));
    },
    shows: [
      { platform: 'signal', method: send, says: /On demande .{0,2}Gribitch/ },
      { platform: 'telegram', method: send, says: /On demande Gribitch/ },
      { platform: 'telegram', method: edit, says: /2 oui/ },
    ],
  },
  {
    title: 'Un deal en une ligne ; il part chez les deux managers, l’option est posée',
    play: async (cast) => {
      const { nadia, marc, anna } = known(cast);
      await says(
        cast,
        nadia,
        '/deal gribich le fil 13/3 1800ht +vhr payante passage 21h30',
        /J’ai compris : Gribitch, Le Fil/,
      );
      await press(cast, nadia, /^Envoyer à valider$/);
      await until('Marc gets the deal', () => marc.sees().find((message) => /À valider : Gribitch/.test(message.text)));
      await until('Anna can vote on it', () => anna.sees().find((message) => message.choices.includes('Valider')));
    },
    shows: [
      { platform: 'telegram', method: send, says: /À valider.*Le Fil.*1.800/s },
      { platform: 'signal', method: send, says: /À valider.*Le Fil/s },
      { platform: 'google', method: /events\.insert/, says: /tentative/ },
    ],
  },
  {
    title: 'Les deux managers valident en même temps : une seule décision, une seule date',
    play: async (cast) => {
      const { marc, anna } = known(cast);
      cast.tell('Marc', '[Valider]');
      cast.tell('Anna', '(vote) Valider');
      marc.press('Valider');
      anna.vote('Valider');
      await until('both cards say who decided', () =>
        [marc, anna].every((manager) => manager.sees().some((message) => /Validé par/.test(message.text)))
          ? true
          : null,
      );
    },
    shows: [
      { platform: 'telegram', method: edit, says: /Validé par/ },
      { platform: 'signal', method: edit, says: /Validé par/ },
    ],
  },
  {
    title: 'Une minute plus tard : le groupe, Nadia et l’agenda le savent, les tâches sont là',
    play: async (cast) => {
      const { nadia } = known(cast);
      await cast.stage.moveTo(cast.stage.now() + afterUndo);
      await inGroup(cast, /date confirmée/);
      await until('Nadia hears', () => nadia.sees().find((message) => /a validé : Gribitch/.test(message.text)));
    },
    shows: [
      { platform: 'telegram', method: send, says: /date confirmée.*Le Fil/s },
      { platform: 'telegram', method: send, says: /a validé.*tâches/s },
      { platform: 'telegram', method: /sendDocument/, says: /ics/ },
      { platform: 'google', method: /events\.update/, says: /confirmed/ },
    ],
  },
  {
    title: 'Le Fil reporte : une phrase, un appui, et tout suit',
    play: async (cast) => {
      const { nadia, anna } = known(cast);
      await says(cast, nadia, 'le fil reporte du 13 mars au 11 septembre, mêmes conditions', /Reporter Gribitch/);
      await press(cast, nadia, /^Envoyer à valider$/);
      await until('Anna is asked', () => anna.sees().find((message) => /Report à valider/.test(message.text)));
      await vote(cast, anna, 'Valider');
      await until('Anna’s card says so', () =>
        anna.sees().find((message) => /Report à valider.*Validé par toi/s.test(message.text)),
      );
      await cast.stage.moveTo(cast.stage.now() + afterUndo);
      await inGroup(cast, /reporté du/);
    },
    shows: [
      { platform: 'telegram', method: send, says: /reporté du/ },
      { platform: 'google', method: /events\.delete/, says: /./ },
      { platform: 'google', method: /events\.insert/, says: /confirmed/ },
    ],
  },
];
