import type { TroubleType } from './types.ts';

const TRAINS = 'trains?|tgv|ter|ouigo|inoui|intercites?|eurostar|thalys|rer|correspondance|connection|changement';
const PLANES = 'avion|vol|flight|plane';
const VANS = 'van|camion|minibus|fourgon|bus|tour ?bus|trafic';
const CARS = 'voiture|caisse|bagnole|covoit(?:urage)?|taxi|uber|car';
const RIDE = `(?:${TRAINS}|${PLANES}|${VANS}|${CARS})`;
const MINE = String.raw`(?:mon|ma|mes|le|la|les|l'|notre|nos|my|our|the)\s?`;
/** The ride as the writer's own; « le train de Tom » is somebody else's. */
const RODE = String.raw`(?:${MINE})?${RIDE}(?: \d{3,5}| (?:de|du|of|pour|vers|to|from|a) (?:\d\S*|ce (?:matin|soir)|ce midi|midi|matin|soir|demain|retour)| (?:pour|vers|to) \p{L}+(?:-\p{L}+)*| retour| aller)?`;
const IS = String.raw`(?: (?:est|sont|sera|vient d'etre|a ete|ont ete|s'est fait|is|are|was|has been|got|just got|'s been|encore|finalement|aussi|just|been|again))*`;
const I = String.raw`(?:je (?:suis|serai|vais etre|risque d'etre|vais arriver|sors)|j'suis|jsuis|chuis|j'arrive|j'arriverai|on (?:est|sera|va etre|risque d'etre|arrive|arrivera|va arriver)|nous (?:sommes|serons|arrivons)|i'm|i am|im|i'll be|we're|we are|we'll be|we will be|i will be|i'm gonna be|i'm going to be|we're gonna be|we're going to be|we are going to be|running|i'm running|we're running)`;
const VERY = String.raw`(?: (?:encore|toujours|tres|un peu|bien|vraiment|super|deja|trop|completement|totalement|desole|still|really|so|very|a bit|a little|bit|grave|finalement|aussi|tous|all|now|la|du coup|surement|probablement|running))*`;
const HAVE = String.raw`(?:j'ai|j'aurai|j'vais avoir|je vais avoir|je risque d'avoir|on a|on aura|on va avoir|nous avons|nous aurons|${RODE}(?: (?:a|aura|ont|affiche|annonce|has|annonce avec))?)`;
const LENGTH = String.raw`(?:(?:environ |au moins |bien |about |around |~|\+ ?)?(?:\d[\d ]*(?:-\d+ ?)?(?:h(?:eures?)?\s?\d{0,2}|min(?:ute)?s?|mn|m|'|hours?|hrs?)|1\/[24] (?:h|heure|d'heure)|3\/4 d'heure|une?(?: bonne| petite| grosse)? (?:demi[- ]?heure|heure(?: et demie)?|quart d'heure)|half an hour|an hour(?: and a half)?|(?:dix|quinze|vingt|trente|quarante|cinq|ten|fifteen|twenty|thirty|forty) min(?:ute)?s?|(?:deux|trois|two|three) (?:heures|hours)|trois quarts d'heure))`;
const LEAD = String.raw`^[\s\-•*:]*(?:(?:bon|merde|putain|aie|desolee?s?|sorry|salut|hello|alerte|attention|info|mince|zut|euh|fuck|shit|bonjour|hey|hi|oups|oh non|oh no|alors|bah|ben|et|mais|donc|finalement|du coup|update|urgent|guys|les gars|la team|nous|moi|encore|toujours|aujourd'hui|ce matin|ce soir|demain|gros|grosse|probleme|pb|souci|problem|bad news|mauvaise nouvelle|so|ok|well|coucou|ah|regie|heads up)[\s:,!.-]+)*`;
const LATE_WORK = String.raw`(?! (?:sur|dans) (?:mes|mon|ma|les|la|le) | pour (?:repondre|mes|ma|mon|rendre|envoyer|payer|la facture)| de (?:paiement|loyer)| with (?:my|the) | on (?:my|the) | sur le planning)`;
const GEAR = String.raw`(?:basse|guitares?|gratte|amplis?|pedales?|pedalier|pedalboard|jacks?|claviers?|synthe|caisse claire|cymbales?|baguettes?|sacs?|valises?|bagages?|passeport|papiers|carte d'identite|billets?|telephone|portable|tel|cles?|clefs?|instruments?|micros?|cables?|costume|tenue|ordi(?:nateur)?|in[- ]?ears?|ears|merch|violon|trompette|archet|sax(?:o)?|accordeon|flute|trombone|batterie|chaussures|veste|lunettes|chargeur|partoches|partitions|bass|guitar|amp|pedals?|keyboard|snare|cymbals|sticks|bags?|suitcase|luggage|passport|papers|ticket|phone|keys|instrument|mic|cables|stage clothes|outfit|laptop|violin|trumpet|bow|shoes|jacket|glasses|charger|wallet|portefeuille|matos|gear)`;
const TRAFFIC = String.raw`(?:(?:(?:en|dans|sur|a|au|aux|in|on|at)\s?(?:(?:les|le|la|l'|un|une|des|du|de|d'|the|a)\s?)?)(?:gros |grosse |enormes? |big |huge |heavy )?(?:bouchons?|embouteillages?|trafic|circulation|autoroute|a\d{1,3}|periph(?:erique)?|gare|aeroport|peage|train|tgv|metro|rer|neige|douane|frontiere|route|rase campagne|tunnel|manif|traffic|traffic jam|jam|motorway|highway|station|airport|border|snow|train station|toll|plein champ|pleine voie))`;

const TODAY = String.raw`(?:ce soir|ce matin|cet apres[- ]?midi|aujourd'hui|tonight|today|this (?:morning|evening|afternoon))`;
const TONIGHT = String.raw`(?: (?:${TODAY}|finalement|du tout|after all|any ?more|desolee?s?|sorry|les gars|guys))*\s*$`;
/** Not coming at all, today or no day said; a day named makes an absence of it, which is no trouble. */
const ABSENT: readonly string[] = [
  String.raw`(?:je|j')\s?(?:ne |n')?(?:viens|viendrai|vais venir) (?:pas|plus)${TONIGHT}`,
  String.raw`(?:je|j')\s?(?:ne |n')?(?:peux|pourrai|peut|pourrais) (?:pas|plus|vraiment pas) (?:venir|etre la|jouer|y etre|assurer)${TONIGHT}`,
  String.raw`(?:je|j')\s?(?:ne |n')?(?:vais|pense) (?:pas|plus) (?:pouvoir )?(?:venir|etre la|jouer|y etre)${TONIGHT}`,
  String.raw`(?:je|j')\s?(?:ne |n')?(?:suis|serai|serais) (?:pas|plus) (?:la|des votres) (?:finalement )?${TODAY}\s*$`,
  String.raw`(?:i'm|im|i am) not (?:coming|gonna make it|going to make it|going to be there|able to (?:come|make it|play))${TONIGHT}`,
  String.raw`i (?:can't|cant|cannot|can not|won't|wont|will not)(?: be able to)? (?:come|make it|play|be there)${TONIGHT}`,
];

function anywhere(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${source})`, 'u');
}

function bare(source: string): RegExp {
  return new RegExp(String.raw`${LEAD}(?:${source})`, 'u');
}

/** How people say it, the graver first: one message names one trouble. */
export const TROUBLES: readonly (readonly [TroubleType, readonly RegExp[]])[] = [
  [
    'cancelled',
    [
      bare(String.raw`${RODE}${IS} (?:annulee?s?|supprimee?s?|cancell?ed|scrapped)(?!\p{L})`),
      anywhere(String.raw`(?:mon|ma|notre|my|our) ?${RIDE}${IS} (?:annulee?s?|supprimee?s?|cancell?ed)(?!\p{L})`),
      anywhere(
        String.raw`(?:annule|supprime|cancell?ed) (?:mon|ma|notre|nos|le|my|our|the) ?${RIDE}(?!\p{L})(?! d[eu] \p{L})`,
      ),
      bare(
        String.raw`(?:il n'?y a |y a |there are |there is |there's |still |toujours |encore )*(?:(?:plus|pas) (?:de |d'|aucun |un seul )|aucun |no |not a single )(?:trains?|vols?|avions?|flights?)(?=\s*$| (?:ce (?:matin|soir)|aujourd'hui|a la gare|pour (?:l'instant|le moment)|annonce|en vue|today|tonight|yet|this morning|at the station|du tout|at all))`,
      ),
    ],
  ],
  [
    'missed',
    [
      anywhere(
        String.raw`(?:j'ai|on a|nous avons|je viens de|on vient de|je vais|on va|i(?:'ve)?|we(?:'ve)?|i just|we just|just)(?: (?:tous|encore|just|totalement|bien))? (?:ratee?r?|louper?|manquer?|loupee?|miss(?:ed|ing)?) ${MINE}${RIDE}(?!\p{L})(?! d[eu] \p{L})`,
      ),
      bare(String.raw`(?:ratee?|loupee?|manquee?|missed) ${MINE}${RIDE}(?!\p{L})`),
      bare(String.raw`${RODE} (?:rate|loupe|manque|missed)\s*$`),
      anywhere(String.raw`je (?:rate|loupe|manque) ${MINE}${RIDE}(?!\p{L})(?! d[eu] \p{L})`),
      anywhere(
        String.raw`(?:i'm|im|i am|we're|we are)(?: (?:going to|gonna|about to))? (?:missing|miss) ${MINE}${RIDE}(?!\p{L})`,
      ),
      ...ABSENT.map(bare),
    ],
  ],
  [
    'breakdown',
    [
      anywhere(
        String.raw`(?:on|j|nous)(?:'ai| a| avons) (?:creve|(?:eu |eclate )?(?:un )?(?:pneu|crevaison|accident|accrochage)|(?:eu )?une panne)(?!\p{L})`,
      ),
      bare(
        String.raw`(?:(?:un|une|le) )?(?:pneu (?:creve|eclate|a plat)|crevaison|panne (?:de (?:van|voiture|camion|batterie|moteur)|d'essence|seche)|flat (?:tyre|tire)|breakdown)`,
      ),
      bare(
        String.raw`(?:on (?:est|tombe|vient de tomber)|nous sommes|je suis|${RODE}(?: est| vient de)?)?(?: ?tombee?s?| tomber)? ?en (?:rade|panne)(?!\p{L})`,
      ),
      anywhere(String.raw`on (?:est |est tombe )?(?:tombes? )?en (?:rade|panne)`),
      bare(
        String.raw`${RODE} (?:(?:ne |n')?(?:demarre|redemarre|avance) (?:pas|plus)|(?:nous |m')?(?:a|est) (?:lache|casse|mort|hs|foutu)e?s?|(?:nous )?lache|fume|won't start|doesn't start|broke down|has broken down|is broken|is dead|died|broken down|hs)(?!\p{L})`,
      ),
      anywhere(
        String.raw`(?:we|i)(?:'ve|'ve got| have| got| had)? (?:got )?(?:a )?(?:broken down|broke down|flat tyre|flat tire|puncture|blown a tyre|breakdown|an accident)`,
      ),
      bare(
        String.raw`(?:(?:un|petit|gros|car|van|gros) )*(?:accident|accrochage)(?: (?:de|en) (?:voiture|van|camion|la route)| sur (?:la route|l'autoroute)| on the (?:road|motorway|way))?\s*$`,
      ),
      bare(
        String.raw`${RODE} (?:(?:nous )?a rendu l'ame|vient de rendre l'ame|rend l'ame|(?:has )?(?:given|gave) up the ghost|gave up on us|conked out)(?!\p{L})`,
      ),
      bare(String.raw`(?:broken down|broke down|batterie a plat|moteur (?:casse|hs|mort))`),
    ],
  ],
  [
    'ill',
    [
      anywhere(
        String.raw`(?:je (?:suis|me sens)|j'suis|jsuis|chuis|i'm|i am|im|feeling|i feel)${VERY} (?:malade|souffrante?|patraque|alitee?|bloquee? du dos|hors service|aux urgences|a l'hopital|clouee? au lit|ill|sick|unwell|poorly|in (?:the )?hospital)(?!\p{L})(?! d[e'])`,
      ),
      anywhere(
        String.raw`(?:j'ai|i have|i've got|i got|chope|attrape)(?: (?:chope|attrape|encore|surement))? ?(?:la |le |une |un |de la |des |du |the |a |\d\d(?:[.,]\d)? de )*(?:grippe|covid|gastro|angine|fievre|grosse fievre|bronchite|extinction de voix|intoxication(?: alimentaire)?|flu|fever|stomach bug|food poisoning|migraine)(?!\p{L})`,
      ),
      anywhere(
        String.raw`(?:j'ai (?:chope|attrape) (?:la|une)(?: grosse| sale)? creve|j'ai la creve|i(?:'ve)? (?:caught|got|have|have got) (?:a|the)(?: bad| nasty)? cold)(?!\p{L})`,
      ),
      anywhere(
        String.raw`j'ai plus de voix|(?:j'ai )?perdu (?:la|ma) voix|lost my voice|je me suis (?:casse|blesse|tordu|foule|coupe|ouvert)e? |je me suis blessee?|i(?:'ve)? (?:broke|hurt|injured|sprained)n? my|bloquee? du dos`,
      ),
      bare(String.raw`(?:malade(?: comme un chien)?|sick|ill|grippe|gastro|covid|fievre)(?=\s*$| je | j'| i | can)`),
    ],
  ],
  [
    'lost',
    [
      anywhere(
        String.raw`(?:j'ai|on a|nous avons|i(?:'ve)?|we(?:'ve)?|i have)(?: (?:encore|tous|just))? (?:oublie|perdu|laisse|egare|forgot(?:ten)?|lost|left) (?:(?:ma|mon|mes|la|le|les|l'|notre|nos|my|our|the|une?|a) ?)(?:\p{L}+ )?${GEAR}(?!\p{L})`,
      ),
      bare(
        String.raw`(?:oublie|perdu|egare|forgot(?:ten)?|lost|left) (?:(?:ma|mon|mes|la|le|les|l'|notre|nos|my|our|the) ?)(?:\p{L}+ )?${GEAR}(?!\p{L})`,
      ),
      anywhere(
        String.raw`(?:on (?:m'|nous )a|je me suis fait|on s'est fait) (?:vole|tirer|voler|pique|piquer) (?:(?:ma|mon|mes|la|le|les|l'|notre|nos|une?) ?)(?:\p{L}+ )?${GEAR}|(?:my|our) (?:\p{L}+ )?${GEAR} (?:was|were|got|has been|is|are) (?:stolen|lost|missing|gone)|(?:mon|ma|mes) ${GEAR} (?:est|sont|a ete|ont ete) (?:perdu|vole)e?s?`,
      ),
    ],
  ],
  [
    'stuck',
    [
      anywhere(String.raw`(?:${I}|reste|restee?)${VERY} (?:coincee?s?|bloquee?s?|stuck|a l'arret)(?: ${TRAFFIC}|\s*$)`),
      bare(String.raw`(?:tous |all )?(?:coincee?s?|bloquee?s?|stuck|a l'arret)(?: ${TRAFFIC}|\s*$)`),
      bare(
        String.raw`(?:on est |je suis |i'm |we're )?(?:dans|in) (?:les |un |des |the |a )?(?:gros |enorme )?(?:bouchons?|embouteillages?|traffic(?: jam)?)(?!\p{L})`,
      ),
      bare(
        String.raw`(?:il y a |y a |there's |there is )?(?:(?:des |de |un |d'|a |the )?(?:gros |grosse |enormes? |big |huge |heavy )?(?:bouchons?|embouteillages?|traffic jam|traffic))(?= (?:sur|a|au|on|monstre|partout)|\s*$)`,
      ),
      bare(String.raw`${RODE}${IS} (?:a l'arret|immobilisee?|bloquee?|stuck|stopped)(?!\p{L})`),
    ],
  ],
  [
    'late',
    [
      anywhere(
        String.raw`${I}${VERY}(?: (?:avec |d')?${LENGTH})? (?:en retard|a la bourre|late|delayed|behind schedule|behind|a la ramasse)(?!\p{L})${LATE_WORK}`,
      ),
      anywhere(
        String.raw`${HAVE} ?(?:deja |encore |a peu pres |avec )?(?:du retard|un peu de retard|un (?:gros|petit) retard|pas mal de retard|beaucoup de retard|${LENGTH} (?:de )?(?:retard|delay)|a delay|${LENGTH} late)(?!\p{L})${LATE_WORK}`,
      ),
      anywhere(
        String.raw`(?:j'arrive|j'arriverai|on arrive|on arrivera|je vais arriver|on va arriver|i'll arrive|we'll arrive) (?:avec |a peu pres )?(?:du |un peu de |${LENGTH} (?:de |en )?)retard`,
      ),
      bare(
        String.raw`${RODE}${IS}(?: running)?(?: tres| very)?(?: ${LENGTH})? (?:en retard|retardee?|late|delayed)(?!\p{L})`,
      ),
      bare(
        String.raw`(?:un peu |tres |grave |probably )?(?:en retard|a la bourre|late|delayed|running)(?: d[e'] ?${LENGTH}| by ${LENGTH}| ${LENGTH}(?: late)?|\s*$)`,
      ),
      bare(String.raw`(?:petit |leger |big )?(?:retard|delay) ?(?:de |d'|of |:|sur (?:le|mon) \p{L}+ ?:?)? ?${LENGTH}`),
      bare(String.raw`${LENGTH} (?:de retard|late|delay|en retard)(?!\p{L})${LATE_WORK}`),
    ],
  ],
];

const FINE = String.raw`(?:c'est bon|ca y est|c'est ok|tout va bien|ok|ouf|enfin|bon|finalement|all good|it's ok|it's fine|phew|finally|ok then)`;
const THERE = String.raw`(?: (?:la|ici|enfin|finalement|sur place|a la salle|a l'hotel|here|at the venue|at the hotel|now|maintenant|merci|thanks|les gars|guys))*\s*$`;
const CLOCK = String.raw`\d{1,2}(?: ?(?:h|heures?) ?\d{0,2}|[:.]\d{2})?(?: ?[ap]m)?`;

const TROUBLED = String.raw`(?:retards?|annulee?s?|supprimee?s?|en panne|panne|malade|coincee?s?|bloquee?s?|bouchons?|late|delayed|cancell?ed|ill|sick|stuck|delays?|breakdown|traffic|embouteillages?|rate|loupe|missed|perdu|lost)`;

/** Arrived, or on their way again. */
const CLEAR_ENDS: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:${FINE} )*(?:(?:je suis|j'suis|jsuis|chuis|on est|nous sommes) (?:tous |bien |enfin |finalement )*arrivee?s?|(?:i've|i have|we've|we have|i|we) (?:just |finally )?(?:arrived|made it)|we're all here)${THERE}`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:${FINE} )+(?:(?:je suis|j'suis|jsuis|chuis|on est|nous sommes) (?:tous |bien )*(?:la|sur place|dans le train|en route)|(?:i'm|im|i am|we're|we are) (?:all )?(?:here|there|on the train|on (?:my|our) way))${THERE}`,
    'u',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:j'ai|on a|i have|i've|i've got|i got|i found|we got|we found|i'm on|we're on|je suis dans|on est dans)(?: (?:trouve|pris|eu|chope|found|got|taken))? (?:un autre|une autre|another) ${RIDE}(?!\p{L})`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:(?:oui|ok|bon|ouf|donc|et|yes|finalement) )*(?:c'est|tout est|ca s'est|probleme|souci|it's|it is|all|problem)? ?(?:regle|arrange|resolu|sorted(?: out)?|solved)(?= (?:j'ai|on a|i|we) |${THERE})`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:(?:finalement|en fait|actually) (?:j'arrive|on arrive|j'arriverai|i'll (?:arrive|be there)|arriving) (?:a|vers|at|around) ${CLOCK}\s*$|(?:j'arrive|on arrive|j'arriverai|i'll (?:arrive|be there)|arriving|i'm arriving) (?:a|vers|at|around) ${CLOCK} (?:finalement|en fait|after all|actually)\s*$)`,
    'u',
  ),
];

/** The trouble is over, or there is none. */
export const CLEARED: readonly RegExp[] = [
  ...CLEAR_ENDS,
  new RegExp(
    String.raw`(?<!\p{L})(?<!de plus en |encore |non )(?:n'?(?:est|ai|a|aurai|aura|etais|sommes) (?:finalement )?(?:pas|plus)|(?:pas|plus|aucun|no|no longer|not|isn't|aren't|wasn't|no more|won't be|pas du tout)) (?:finalement |du tout |en fait |actually |any |any more |anymore |going to be )?(?:de |du |en |d'|a |the |un |des |dans les )*${TROUBLED}(?!\p{L})(?! (?:que|than|encore))`,
    'u',
  ),
  /(?<!\p{L})(?:fausse alerte|false alarm|back on track|on time after all|moving again|running again|on est repartis|je suis reparti|ca (?:roule|avance) (?:a nouveau|de nouveau)|retard (?:rattrape|resorbe)|rattrape (?:le|notre|mon|du) retard|made up the time|feeling better|je vais mieux|ca va mieux)(?!\p{L})/u,
  /(?<!\p{L})(?:van|voiture|camion|bus|minibus|pneu|roue|moteur|train|vol|van's|car|tyre|tire|flight)(?:'s)?(?: (?:est|a|is|has|been|finalement|enfin|finally|was|c'est|re))* (?:reparee?|repare|redemarree?|reparti|retabli|maintenue?|changee?|fixed|repaired|back on|reinstated|running again)(?!\p{L})/u,
  /(?<!\p{L})(?:finalement|en fait|enfin|ouf|after all|actually|phew)(?!\p{L}).*(?<!\p{L})(?:a l'heure|on time)(?!\p{L})|(?<!\p{L})(?:a l'heure|on time)(?!\p{L}).*(?<!\p{L})(?:finalement|en fait|after all|ouf)(?!\p{L})/u,
  new RegExp(
    String.raw`(?<!\p{L})(?:j'ai |on a |i |we |i've )?(?:retrouve|found) (?:ma|mon|mes|la|le|les|my|our|the) ?${GEAR}(?!\p{L})`,
    'u',
  ),
];

/** Not now, not sure, or not the writer's. */
export const ELSEWHERE =
  /(?<!\p{L})(?:si|s'il|s'ils|if|unless|peut[- ]etre|maybe|perhaps|j'espere|esperons|hope|hopefully|peur|afraid|might|imagine|hier|yesterday|la derniere fois|last (?:time|year|week)|l'an(?:nee)? derniere?|souvent|d'habitude|parfois|sometimes|always|jamais|never|usually|etait|etaient|etais|avait|avais|failli|almost|nearly|quand (?:je|on|le|mon)|lorsque|des que|chaque fois|whenever|au cas ou|in case|comme si|attention a|pourrait|could be|quelle idee|lol|mdr|blague|je plaisante|pour ne pas|to avoid|eviter)(?!\p{L})/u;

/** By what they travel, as far as they say. */
export const MEANS: readonly (readonly ['train' | 'van' | 'plane' | 'car', RegExp])[] = [
  ['train', new RegExp(String.raw`(?<!\p{L})(?:${TRAINS}|sncf)(?!\p{L})`, 'u')],
  ['plane', new RegExp(String.raw`(?<!\p{L})(?:${PLANES})(?!\p{L})`, 'u')],
  ['van', new RegExp(String.raw`(?<!\p{L})(?:van|camion|minibus|fourgon|bus|tour ?bus)(?!\p{L})`, 'u')],
  ['car', new RegExp(String.raw`(?<!\p{L})(?:${CARS})(?!\p{L})`, 'u')],
];
