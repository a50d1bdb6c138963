import { instantOf, parseDay } from '../domain/day.ts';
import { joinSignal } from './cast.ts';
import { inGroup, known, press, says, send, vote, zone, type Cast, type Scene } from './scene.ts';
import { until } from './stage.ts';

const afterUndo = 61_000;

/** A date twelve days ahead: its sheet, a change of it, the day itself and the day after. */
export const roadStory: readonly Scene[] = [
  {
    title: 'Une date toute proche est calée à Dijon, le 5 décembre ; Solène, en régie, arrive sur Signal',
    play: async (cast) => {
      const { nadia, marc } = known(cast);
      cast.people.solene = await joinSignal(cast.stage, 'solene-le-bihan', 'Solène');
      await says(cast, nadia, '/deal gribitch la vapeur 5/12 1600ht payante passage 21h', /J’ai compris/);
      await press(cast, nadia, /^Envoyer à valider$/);
      await until('Marc is asked', () => marc.sees().find((message) => /À valider.*Vapeur/s.test(message.text)));
      await press(cast, marc, /^Valider$/);
      await until('Marc’s card says so', () =>
        marc.sees().find((message) => /Vapeur.*Validé par toi/s.test(message.text)),
      );
      await cast.stage.moveTo(cast.stage.now() + afterUndo);
      await inGroup(cast, /date confirmée.*Vapeur/s);
    },
    shows: [{ platform: 'telegram', method: send, says: /date confirmée.*Vapeur/s }],
  },
  {
    title: 'Le matin, un seul message par personne : ce qui manque pour Dijon, les tâches, le reste',
    play: async (cast) => {
      const { nadia } = known(cast);
      await moveTo(cast, '2026-11-25', '09:00');
      await until('Nadia has her morning', () => nadia.sees().findLast((message) => /Vapeur/.test(message.text)));
      await says(cast, nadia, '/manque vapeur', /Vapeur/);
    },
    shows: [{ platform: 'telegram', method: send, says: /manque/i }],
  },
  {
    title: 'Nadia remplit la feuille de route en une phrase ; trois jours avant, elle part toute seule',
    play: async (cast) => {
      const { nadia, tom, lea } = known(cast);
      await says(
        cast,
        nadia,
        '/feuille 5 décembre rdv 9h15 au local, départ 9h30 en van, arrivée 15h, balance 16h, repas 19h, portes 20h, passage 21h (1h15), fin 22h30, hôtel : Ibis Gare, contact Karim, régisseur, 06 12 34 56 78',
        /C’est noté sur la feuille/,
      );
      await moveTo(cast, '2026-12-02', '10:00');
      for (const one of [tom, lea])
        await until(`${one.name} has the sheet`, () => one.sees().find(({ text }) => /9 h 15.* RDV/.test(text)));
      await inGroup(cast, /9 h 15.* RDV/);
      await press(cast, tom, /^Bien reçu$/);
    },
    shows: [
      { platform: 'telegram', method: send, says: /RDV.*passage/s },
      { platform: 'signal', method: send, says: /RDV.*passage/s },
      { platform: 'telegram', method: /pinChatMessage/, says: /./ },
    ],
  },
  {
    title: 'Ça bouge : Solène change la balance, chacun ne lit que ce qui change',
    play: async (cast) => {
      const { solene, tom, lea } = known(cast);
      await says(cast, solene, '/feuille 5 décembre balance 15h30 au lieu de 16h', /Balance à/);
      await cast.stage.moveTo(cast.stage.now() + afterUndo);
      for (const one of [tom, lea])
        await until(`${one.name} reads what moved`, () => one.sees().find(({ text }) => /ça bouge/.test(text)));
    },
    shows: [
      { platform: 'telegram', method: send, says: /15 h 30.*au lieu de 16 h/s },
      { platform: 'signal', method: send, says: /15 h 30.*au lieu de 16 h/s },
    ],
  },
  {
    title: 'Le jour même : le train de Léa est annulé, Solène le sait à la seconde ; Tom a faim',
    play: async (cast) => {
      const { solene, tom, lea } = known(cast);
      await moveTo(cast, '2026-12-05', '08:30');
      await says(cast, lea, 'mon train est annulé', /C’est parti chez Solène/);
      await until('Solène knows', () => solene.sees().find(({ text }) => /train annulé/.test(text)));
      await vote(cast, solene, 'Je m’en occupe');
      await until('Léa hears', () => lea.sees().find(({ text }) => /s’occupe de ton souci/.test(text)));
      await says(cast, tom, 'on mange quand ?', /Repas/);
    },
    shows: [
      { platform: 'signal', method: send, says: /train annulé/ },
      { platform: 'telegram', method: send, says: /Repas.*19 h/s },
    ],
  },
  {
    title: 'Le lendemain : comment c’était ? Un chiffre, un mot',
    play: async (cast) => {
      const { tom } = known(cast);
      await moveTo(cast, '2026-12-06', '09:00');
      await until('Tom is asked', () => tom.sees().findLast(({ text }) => /Comment s’est passé/.test(text)));
      await press(cast, tom, /^5/);
    },
    shows: [{ platform: 'telegram', method: send, says: /Comment s’est passé/ }],
  },
];

async function moveTo(cast: Cast, text: string, time: string): Promise<void> {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is no day`);
  await cast.stage.moveTo(instantOf(day, time, zone) + 1000);
}
