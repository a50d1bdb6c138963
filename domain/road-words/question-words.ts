import type { DayQuestion } from './types.ts';

type About = DayQuestion['about'];

/** What a question is about. `verb`: it needs a question word or an hour beside it (« on mange ? » is an invitation). */
export interface Topic {
  readonly words: RegExp;
  readonly about: (asks: Asks) => About | null;
  readonly verb?: true;
}

/** What kind of answer is wanted. */
export interface Asks {
  readonly when: boolean;
  readonly where: boolean;
  readonly what: boolean;
  readonly how: boolean;
}

function word(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`, 'gu');
}

function always(about: About): Topic['about'] {
  return () => about;
}

const RDV = String.raw`rdv|rendez[- ]?vous|call ?time|call|lobby call|meeting|meet(?:ing)? time|convoc(?:ation)?`;

/** The first that matches decides, so the narrower stand before the wider. */
export const TOPICS: readonly Topic[] = [
  {
    words: word(
      String.raw`(?:code |mdp |mot de passe |reseau |password )?(?:du |de |le |for the )?wi[- ]?fi(?: (?:code|password|mdp|network))?`,
    ),
    about: always('wifi'),
  },
  {
    words: word(
      String.raw`(?:adresse|address|lieu|point|place) (?:du |de |of the )?(?:rdv|rendez[- ]?vous|meeting)|meeting (?:point|place)|where (?:do|are) we meet(?:ing)?`,
    ),
    about: always('meeting'),
  },
  {
    words: word(
      String.raw`(?:adresse|nom|address|name) (?:de l'|of the |du )?(?:hotel|logement|hebergement|airbnb)|hotel(?: address)?|hebergement|logement|airbnb|accommodation`,
    ),
    about: always('hotel'),
  },
  {
    words: word(
      String.raw`(?:la |des |les )?(?:repartition des )?chambres?|rooming(?:[- ]?list)?|rooms?|(?:je|on) dors? avec qui|avec qui (?:je|on) dors?`,
    ),
    about: always('rooms'),
  },
  {
    words: word(String.raw`on (?:dort|loge|couche)|je dors|(?:do|are) we (?:sleep|sleeping|stay|staying)|dort[- ]on`),
    about: always('hotel'),
    verb: true,
  },
  {
    words: word(
      String.raw`on se gare|se garer|parkings?|stationnement|(?:do|can|should) we park|park(?: the)? van|garer(?: le van)?`,
    ),
    about: always('parking'),
  },
  {
    words: word(
      String.raw`qui (?:est-ce qui )?(?:m'|nous |me |vous )?(?:ouvre|accueille|recoit|attend)|qui (?:j'|je |on )?(?:appelle|appeler|contacte|contacter|previent|prevenir)|(?:j'|on )?(?:appelle|contacte|demande) qui|contacts?(?: sur place)?|personne (?:a contacter|sur place|a appeler)|numeros?(?: de telephone)?|tel|telephone|06|qui (?:vient |passe |est-ce qui vient )?(?:nous |me |vous )(?:chercher|prendre|recuperer|recupere)|qui vient (?:nous|me) (?:chercher|prendre|recuperer)|who(?:'s| is| are)? (?:picks?|picking|collects?|collecting|fetching) (?:us|me)(?: up)?|(?:le )?regisseur|who (?:do|should|can) (?:i|we) (?:call|contact|ask|ring)|who(?:'s| is)? (?:opens?(?: up)?|opening|let(?:s|ting)? (?:us|me) in|meets?(?: us)?)|(?:\p{L}+'s )?(?:phone )?number`,
    ),
    about: always('contact'),
  },
  { words: word(String.raw`catering|vege|vegetarien|vegan|buy[- ]?out`), about: always('catering') },
  {
    words: word(String.raw`on (?:mange|bouffe|dine)|manger|do we eat|are we eating|we eat`),
    about: ({ when, where, what }) => (when ? 'meal' : where || what ? 'catering' : null),
    verb: true,
  },
  {
    words: word(String.raw`repas|diner|bouffe|dinner|meal|food|lunch|dejeuner`),
    about: ({ when, where, what }) => (!when && (where || what) ? 'catering' : 'meal'),
  },
  { words: word(String.raw`(?:stand |table )?(?:de |du )?merch(?:andising)?`), about: always('merch') },
  {
    words: word(String.raw`balances?|sound[- ]?checks?|line[- ]?check|on balance|do we (?:soundcheck|check)`),
    about: always('soundcheck'),
  },
  { words: word(String.raw`couvre[- ]?feu|curfew`), about: always('curfew') },
  {
    words: word(
      String.raw`(?:ouverture (?:des )?)?portes|ouverture(?: des portes| public| au public)?|doors?(?: open)?`,
    ),
    about: always('doors'),
  },
  {
    words: word(String.raw`dechargement|on decharge|load[- ]?in|get[- ]?in|do we (?:load in|unload)`),
    about: always('load-in'),
  },
  {
    words: word(
      String.raw`on (?:finit|termine)|(?:ca|le concert|le set) (?:finit|se termine|termine)|fin (?:du |de |de la )?(?:concert|set|soiree|son)|la fin|do we (?:finish|end)|end of the (?:night|show|set)|it (?:end|finish)`,
    ),
    about: always('end'),
  },
  {
    words: word(
      String.raw`on (?:y va|rentre|revient|repart)|do we (?:get there|get back|come back|travel|go (?:home|back)|head (?:back|home))|are we (?:heading|going|coming|driving|travelling|traveling) (?:back|home)|get there`,
    ),
    about: ({ when, how }) => (when || how ? 'travel' : null),
    verb: true,
  },
  {
    words: word(
      String.raw`(?:le |the )?(?:van|bus|camion|minibus|tour ?bus) (?:part|decolle|demarre|leaves?|goes)|does the (?:van|bus) (?:leave|go)|(?:van|bus) leaving`,
    ),
    about: ({ when, where }) => (when ? 'departure' : where ? 'travel' : null),
    verb: true,
  },
  {
    words: word(
      String.raw`(?:mon |mes |le |les |nos |notre |my |our |the )?(?:trains?|tgv) (?:part|arrive|leaves?)|does (?:the|our|my) train leave`,
    ),
    about: always('travel'),
    verb: true,
  },
  {
    words: word(
      String.raw`(?:mon |mes |le |les |nos |notre |my |our |the )?(?:trains?|tgv|billets?(?: de train| d'avion)?|vols?|avion|flights?|tickets?|trajets?|voyage|transports?|covoit(?:urage)?|van)`,
    ),
    about: always('travel'),
  },
  {
    words: word(String.raw`on (?:part|decolle|s'en va)|(?:do|are) we (?:leave|leaving|go|going)`),
    about: ({ when, where, how }) => (when ? 'departure' : how || where ? 'travel' : null),
    verb: true,
  },
  { words: word(String.raw`departs?|departure`), about: ({ where }) => (where ? 'travel' : 'departure') },
  {
    words: word(
      String.raw`(?:on|je|nous) (?:doit|dois|devons|doive) etre (?:la|sur place|a la salle)|(?:il )?(?:faut|faudra)(?: qu'on| que je)? (?:etre|soit|sois) (?:la|sur place|a la salle)|(?:do|must|should) (?:we|i) (?:need to |have to |must )?be (?:there|at the venue)|are we (?:due|expected|needed)`,
    ),
    about: ({ when }) => (when ? 'call' : null),
    verb: true,
  },
  {
    words: word(String.raw`on se (?:retrouve|rejoint|voit)|(?:do|are) we meet(?:ing)?|${RDV}`),
    about: ({ where, when }) => (where && !when ? 'meeting' : 'call'),
  },
  {
    words: word(
      String.raw`on arrive|arrivee|(?:(?:on|je) (?:doit|dois) )?arriver|do we arrive|do we (?:need|have) to arrive|(?:do we|should we) (?:be there|get there)|arrival`,
    ),
    about: always('arrival'),
  },
  {
    words: word(
      String.raw`qui (?:vient|part|est la|est du voyage|est sur la route|joue)|on est combien|combien (?:on est|sommes[- ]nous)|l'equipe|who(?:'s| is| are)? (?:coming|playing|on the road|travelling|traveling)|how many are we`,
    ),
    about: always('people'),
  },
  {
    words: word(String.raw`(?:on|ca) (?:joue|passe)|joue[- ]t[- ]on|do we play|are we (?:on|playing)|we(?:'re)? on`),
    about: ({ when, where }) => (when ? 'set' : where ? 'address' : null),
    verb: true,
  },
  {
    words: word(
      String.raw`adresse|address|(?:c'est|est) ou(?: la salle| le concert| le lieu)|la salle|le lieu|the venue|venue`,
    ),
    about: ({ when }) => (when ? null : 'address'),
  },
  {
    words: word(
      String.raw`feuille de route|feuille|fdr|(?:day|call) ?sheet|planning|programme|deroule|horaires|timings?|schedule|running order|times|roadmap`,
    ),
    about: always('sheet'),
  },
  {
    words: word(
      String.raw`(?:heure de |debut du |duree du |l'heure du )?(?:passage|set|concert|show|set ?time|stage ?time)`,
    ),
    about: ({ where, when }) => (where && !when ? 'address' : 'set'),
  },
  {
    words: word(
      String.raw`la suite|prochaine etape|et apres|(?:on fait|c'est|qu'est-ce qu'on fait) quoi (?:apres|maintenant|ensuite)|quoi (?:apres|ensuite|maintenant)|what's next|next|what now|et maintenant|apres quoi|quoi de prevu|prevu quoi`,
    ),
    about: always('next'),
  },
];

/** Words of questions and politeness that say nothing of what is asked. */
export const SCAFFOLD: ReadonlySet<string> = new Set(
  (
    'c ce est ca cest ces quoi quand ou a quelle quel quelles quels kel heure heures comment combien temps de du des la le les l un une d on nous je j tu vous m me moi mon ma mes notre nos ' +
    't te s il y en qui que qu quest sont sera as ai avez avons ils deja encore exactement svp stp sil plait merci please pls plz salut bonjour hello hey coucou yo euh alors et donc dis ' +
    'demain soir aujourd hui matin midi apres apm aprem lundi mardi mercredi jeudi vendredi samedi dimanche prochain prochaine peux peut peus pourrais pouvez redonner donner donne donnez ' +
    'redonne envoyer envoie envoies envoyez rappelle rappeler rappelles redis redire renvoie renvoyer sais sait savoir besoin faut faudrait veux voudrais pour sur place jour date prevu prevue prevus ' +
    'regie quelqu sait aura ete ya t-il se debut pouvoir retrouver trouver trouve vers vite urgent avec ' +
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'what whats s is the when whens where wheres who which time at do does we i you my our me us can could would have get give send tell remind know need tonight tomorrow today again exactly for ' +
    'thanks thank hi there any are in of to an it its on be will ll re m d must should long how much whats please code got find ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'
  ).split(' '),
);

/** Words worth mending when a letter slips. */
export const MENDED: readonly string[] =
  'balance soundcheck passage portes repas parking hotel adresse address depart arrivee arriver quand heure quelle catering merch contact feuille route planning horaires dechargement demain samedi address dinner doors curfew schedule'.split(
    ' ',
  );

/** Questions of other rooms, whatever else stands in them. */
export const ELSEWHERE =
  /(?<!\p{L})(?:dispos?|disponibles?|disponibilites?|libres?|available|availability|free|options?|contrats?|cachets?|payee?s?|paye|factures?|devis|annulee?s?|confirmee?s?|reportee?s?|cancelled|canceled|postponed|invoice|contract|retard|rate|missed|oublie)(?!\p{L})/u;
