import { addDays, dayAt, instantOf } from '../domain/day.ts';
import { bookingStory } from './booking-story.ts';
import { roadStory } from './road-story.ts';
import { joinSignal, joinTelegram } from './cast.ts';
import { edit, inGroup, known, says, send, zone, type Scene } from './scene.ts';
import { until } from './stage.ts';

/** The story of an absence, on both channels, with everything that comes of it. */
const absenceStory: readonly Scene[] = [
  {
    title: 'Tout le monde entre par une invitation : trois sur Telegram, deux sur Signal',
    play: async (cast) => {
      const { stage, people } = cast;
      people.tom = await joinTelegram(stage, 'tom-garnier', 'Tom');
      people.marc = await joinTelegram(stage, 'marc-delaunay', 'Marc');
      people.nadia = await joinTelegram(stage, 'nadia-benali', 'Nadia');
      people.lea = await joinSignal(stage, 'lea-moreau', 'Léa');
      people.anna = await joinSignal(stage, 'anna-kervella', 'Anna');
    },
    shows: [
      { platform: 'telegram', method: send, says: /Bienvenue, Nadia/ },
      { platform: 'signal', method: send, says: /Bienvenue, Anna/ },
    ],
  },
  {
    title: 'Une inconnue frappe à la porte',
    play: async (cast) => {
      const stranger = cast.stage.sandbox.signal.control.addPerson({ name: 'Inconnue' });
      cast.tell('Inconnue', 'Coucou, c’est quand le prochain concert de Gribitch ?');
      stranger.write('Coucou, c’est quand le prochain concert de Gribitch ?');
      await until('the stranger is answered', () => stranger.see().messages.find((message) => message.author.us));
    },
    shows: [{ platform: 'signal', method: send, says: /réservé aux personnes invitées/ }],
  },
  {
    title: 'Marc lie le groupe Telegram de Gribitch',
    play: async (cast) => {
      const { tom, marc } = known(cast);
      const bot = cast.stage.bots['gribitch'] ?? '';
      cast.group = cast.stage.sandbox.telegram.control.createGroup({
        title: 'Gribitch',
        members: [tom.id, marc.id],
        bots: [bot],
        admins: [bot],
      }).id;
      cast.tell('Marc (groupe Gribitch)', '/lier Gribitch');
      marc.write(`/lier@${bot} Gribitch`, cast.group);
      await inGroup(cast, /groupe est celui de Gribitch/);
    },
    shows: [{ platform: 'telegram', method: send, says: /groupe est celui de Gribitch/ }],
  },
  {
    title: 'Léa, dans le tram, sur Signal ; ses deux managers reçoivent une carte, car le 14 est en option',
    play: async (cast) => {
      const { lea, marc, anna } = known(cast);
      await says(cast, lea, 'pas dispo du 12 au 15 mars', /J’ai compris/);
      await says(cast, lea, 'sauf le 13', /J’ai compris.*sauf/);
      cast.tell('Léa', '(vote) C’est ferme');
      lea.vote('C’est ferme');
      await until('Léa’s absence is noted', () => lea.sees().find((message) => /C’est noté, Léa/.test(message.text)));
      await until('Marc gets a card', () => marc.sees().find((message) => /Léa n’est pas dispo/.test(message.text)));
      await until('Anna gets a card', () => anna.sees().find((message) => /Léa n’est pas dispo/.test(message.text)));
    },
    shows: [
      { platform: 'telegram', method: send, says: /Léa n’est pas dispo.*Vapeur/s },
      { platform: 'signal', method: send, says: /Léa n’est pas dispo.*Vapeur/s },
      { platform: 'signal', method: /polls/, says: /C’est bien ça/ },
      { platform: 'signal', method: edit, says: /C’est noté, Léa/ },
    ],
  },
  {
    title: 'Ils répondent en même temps : une seule décision, l’autre le sait',
    play: async (cast) => {
      const { marc, anna } = known(cast);
      cast.tell('Marc', '[Bien noté]');
      cast.tell('Anna', '(vote) Bien noté');
      marc.press('Bien noté');
      anna.vote('Bien noté');
      await until('both cards say who answered', () =>
        [marc, anna].every((manager) => manager.sees().some((message) => /Bien noté par/.test(message.text)))
          ? true
          : null,
      );
    },
    shows: [
      { platform: 'telegram', method: edit, says: /Bien noté par/ },
      { platform: 'signal', method: edit, says: /Bien noté par/ },
    ],
  },
  {
    title: 'Une minute plus tard, Nadia (booking) apprend les jours, Léa la réponse',
    play: async (cast) => {
      const { nadia, lea } = known(cast);
      await cast.stage.moveTo(cast.stage.now() + 61_000);
      await until('Nadia hears', () =>
        nadia.sees().find((message) => /Gribitch : Léa n’est pas dispo/.test(message.text)),
      );
      await until('Léa hears', () => lea.sees().find((message) => /a bien noté/.test(message.text)));
    },
    shows: [
      { platform: 'telegram', method: send, says: /Gribitch : Léa n’est pas dispo/ },
      { platform: 'signal', method: send, says: /a bien noté que tu n’es pas dispo/ },
    ],
  },
  {
    title: 'Tom le dit dans le groupe ; la suite se passe en privé',
    play: async (cast) => {
      const { tom } = known(cast);
      cast.tell('Tom (groupe Gribitch)', 'je suis pas dispo samedi 17 avril');
      tom.write('je suis pas dispo samedi 17 avril', cast.group);
      await until('Tom is asked in private', () => tom.sees().find((message) => /17 avr/.test(message.text)));
      cast.tell('Tom', '[Ça se discute]');
      tom.press('Ça se discute');
      await until('Tom is asked on what condition', () =>
        tom.sees().find((message) => /quelle condition/.test(message.text)),
      );
      await says(cast, tom, 'si on rentre le soir même', /à discuter/);
    },
    shows: [
      { platform: 'telegram', method: /setMessageReaction/, says: /👀/u },
      { platform: 'telegram', method: edit, says: /C’est noté, Tom.*à discuter/s },
    ],
  },
  {
    title: 'Finalement, Léa est dispo le 15',
    play: async (cast) => {
      const { lea } = known(cast);
      await says(cast, lea, 'finalement je suis dispo le 15 mars', /de nouveau dispo/);
      await says(cast, lea, 'oui', /C’est noté : tu es de nouveau dispo/);
    },
    shows: [{ platform: 'signal', method: edit, says: /C’est noté : tu es de nouveau dispo/ }],
  },
  {
    title: 'Le lendemain à 9 h, les absences sans conséquence arrivent en une fois',
    play: async (cast) => {
      const { marc } = known(cast);
      const tomorrow = addDays(dayAt(cast.stage.now(), zone), 1);
      await cast.stage.moveTo(instantOf(tomorrow, '09:00', zone) + 1000);
      await until('Marc gets the digest', () =>
        marc.sees().find((message) => /aucune date touchée/.test(message.text)),
      );
    },
    shows: [{ platform: 'telegram', method: send, says: /aucune date touchée.*Tom/s }],
  },
];

/** Everything the demonstration plays, in order. */
export const story: readonly Scene[] = [...absenceStory, ...bookingStory, ...roadStory];
