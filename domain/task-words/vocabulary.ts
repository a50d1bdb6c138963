import { fold } from './fold.ts';

/** Kinds of doing, with how their words begin once folded; a word that fits none is a thing. */
const VERBS: readonly (readonly [string, RegExp])[] = [
  [
    'send',
    /^(?:r?envoy\w*|r?envoi|transm\w+|expedi\w+|mail(?:e|er|ee|es|ees|ed)|send|sends|sending|sent|resent|forward(?:ed)?|emailed|partag\w+|shared?|parti(?:e|s|es)?|fait suivre|faire suivre)$/,
  ],
  ['sign', /^(?:sign(?:e|er|ee|es|ees|ed|ing)?|signatures?|contresign\w+|countersign\w+)$/],
  [
    'call',
    /^(?:r?appel(?:er|e|ee|es|le|ler)?|telephon\w+|eu|joint|joindre|contact(?:er|e|ee|es|ees|ed)|recontact\w+|call|called|calling|rang|ring|phone[ds]?|spoke|speak|parler|parle)$/,
  ],
  ['book', /^(?:reserv(?:er|e|ee|es|ees|ed)|reservations?|book(?:e|er|ee|es|ees|ed|ing)?|loue[ers]*|louer|hire[d]?)$/],
  ['pay', /^(?:pay(?:er|e|ee|es|ees)?|paie\w*|paid|regl(?:er|e|ee|es|ees)|rembours\w+|refund(?:ed)?|vire[er]?)$/],
  ['bill', /^(?:factur(?:er|ee|es|ees)|invoiced|billed)$/],
  ['write', /^(?:r?ecri(?:re|t|te|ts|tes|s)|redig(?:er|e|ee|es|ees)|writ(?:e|ten|ing)|wrote|draft(?:ed)?)$/],
  [
    'ask',
    /^(?:demand(?:er|e|ee|es|ees)|redemand\w+|relanc(?:er|e|ee|es|ees)|relances?|chase[ds]?|chasing|ask(?:ed)?)$/,
  ],
  [
    'check',
    /^(?:verifi(?:er|e|ee|es|ees)|verification|control(?:er|e|ee|es|ees)|relu(?:e|s|es)?|relire|relecture|checked|check|review(?:ed)?|proofread)$/,
  ],
  [
    'confirm',
    /^(?:confirm(?:er|e|ee|es|ees|ed)?|confirmation|valid(?:er|e|ee|es|ees|ate|ated)|validation|cal(?:er|e|ee|es|ees)|approved?)$/,
  ],
  [
    'post',
    /^(?:post(?:er|e|ee|es|ees|ed)|publi(?:er|e|ee|es|ees)|publish(?:ed)?|annonc(?:er|e|ee|es|ees)|mis en ligne|uploaded?|depos(?:er|e|ee|es|ees)|televers\w+|mettre en ligne)$/,
  ],
  ['buy', /^(?:achet(?:er|e|ee|es|ees)|achats?|bought|buy|command(?:er|e|ee|es|ees)|ordered|order)$/],
  ['print', /^(?:imprim(?:er|e|ee|es|ees)|impression|tir(?:er|ee|es|ees)|printed?)$/],
  ['fill', /^(?:rempl(?:ir|i|ie|is|ies)|complet(?:er|e|ee|es|ees|ed)|filled|fill|renseign\w+)$/],
  ['return', /^(?:rend(?:re|u|ue|us|ues)|ramen(?:er|e|ee|es)|rapport(?:er|e|ee|es)|returned?|gave|give)$/],
  [
    'fetch',
    /^(?:recuper(?:er|e|ee|es|ees)|cherch(?:er|e|ee)|pris|prise|prendre|apport(?:er|e|ee|es)|amen(?:er|e|ee)|picked|pick|fetch(?:ed)?|got|get|recu(?:e|s|es)?|recevoir|received?|brought|bring)$/,
  ],
  [
    'fix',
    /^(?:repar(?:er|e|ee|es|ees)|reparations?|chang(?:er|e|ee|es|ees)|remplac\w+|fix(?:ed)?|repaired?|replaced?|mended?)$/,
  ],
  [
    'update',
    /^(?:updated?|actualis\w+|corrig(?:er|e|ee|es|ees)|modifi(?:er|e|ee|es|ees)|mis|mise|mises|mettre|corrected?)$/,
  ],
  ['record', /^(?:enregistr(?:er|e|ee|es|ees)|mix(?:er|e|ee|es|ees|ed)|masteris\w+|record(?:ed)?|mastered)$/],
  [
    'tidy',
    /^(?:rang(?:er|e|ee|es|ees)|tri(?:er|e|ee|es|ees)|nettoy\w+|charg(?:er|e|ee|es|ees)|decharg\w+|vide[er]?|cleaned?|tidied|tidy|sorted|loaded?|load)$/,
  ],
  ['choose', /^(?:chois(?:ir|i|ie|is|ies)|decid\w+|chose|chosen|choose|picked)$/],
  ['declare', /^(?:declar(?:er|e|ee|es|ees|ed)|declarations?)$/],
  ['answer', /^(?:repond(?:re|u|ue|us)|answer(?:ed)?|replied|reply|reponses?)$/],
  [
    'do',
    /^(?:fai(?:re|t|te|ts|tes)|finir|fini(?:e|s|es)?|termin(?:er|e|ee|es|ees)|boucl(?:er|e|ee|es|ees)|prep(?:ar(?:er|e|ee|es|ees))?|prepared?|regl(?:er|e|ee)|done|do|did|finish(?:ed)?|sorted|made|make|pret|prete|prets|pretes|ready|ok|closed?|organis\w+|organized?|traite[ers]*|complete)$/,
  ],
];

/** Words that say that anything at all is done. */
const anything = 'do';

/** Kinds that may be said of each other: who was written to was also sent something. */
const near: readonly ReadonlySet<string>[] = [
  new Set(['send', 'write', 'answer', 'return', 'post']),
  new Set(['ask', 'call', 'write', 'send']),
  new Set(['confirm', 'check', 'choose']),
  new Set(['pay', 'buy', 'book']),
  new Set(['bill', 'send', 'write']),
  new Set(['fetch', 'buy', 'return']),
  new Set(['fix', 'update', 'buy']),
  new Set(['sign', 'return', 'send']),
];

/** Words that carry no meaning for telling tasks apart. */
const EMPTY = new Set(
  (
    "le la les l un une des du de d a au aux en et ou pour avec sur chez dans par y ce cet cette ces c est s se sa son ses mon ma mes ton ta tes notre nos votre vos leur leurs j ai jai je on ete sont etait were had been nous tu il elle ils elles m t n ne que qu qui quoi bien deja enfin tout toute tous toutes juste aussi voila ca cela yes oui ok hop done c'est " +
    'the an of at in on for with and to from my your our his her their its this that these those i ve we just already finally it is was been have has all now and so ' +
    'hier demain aujourd hui matin midi soir apres aprem lundi mardi mercredi jeudi vendredi samedi dimanche yesterday today tomorrow morning tonight monday tuesday wednesday thursday friday saturday sunday semaine week heure heures h ' +
    'tache taches task tasks truc stp svp merci thanks please venir viens vient avoir avant after'
  ).split(' '),
);

/** Things so common that alone they tell no task: « le mail » may be any mail. */
const VAGUE = new Set(
  'mail message email sms doc document fichier file list info information date show concert chose thing photo lien link point note papier dossier reponse texte text gen personne groupe equipe team band'.split(
    ' ',
  ),
);

/** Different words for the same thing. */
const SAME: readonly (readonly string[])[] = [
  ['fiche', 'rider'],
  ['tech', 'technique', 'technical', 'techniqu'],
  ['sheet', 'fiche'],
  ['facture', 'invoice', 'factur', 'invoic'],
  ['contrat', 'contract'],
  ['devi', 'quote'],
  ['billet', 'ticket', 'billetterie'],
  ['hotel', 'hebergement', 'lodging', 'accommodation', 'logement'],
  ['trajet', 'travel', 'transport', 'train', 'voyage'],
  ['acompte', 'deposit', 'arrhe'],
  ['affiche', 'poster', 'visuel'],
  ['communique', 'cp', 'press'],
  ['setlist', 'set-list'],
  ['com', 'communication', 'promo', 'promotion'],
  ['route', 'day'],
  ['mail', 'email', 'courriel'],
];

/** A word that tells something. */
export interface Token {
  readonly kind: 'verb' | 'thing';
  /** The kind of doing, or the stem of the thing. */
  readonly key: string;
}

function verbOf(word: string): string | null {
  return VERBS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Plural and feminine ends off: « envoyées » is matched as a verb before this. */
function stem(word: string): string {
  const bare = word.length > 3 ? word.replace(/(?:es|s|x)$/u, '') : word;
  const cut = bare.length > 3 ? bare.replace(/e$/u, '') : bare;
  return SAME.find((group) => group.some((one) => one === word || one === bare || one === cut))?.[0] ?? cut;
}

/** The words of a text that tell something, each once. */
export function tokensOf(text: string): readonly Token[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Map<string, Token>();
  for (const word of words) {
    const verb = verbOf(word);
    if (verb !== null) found.set(`verb ${verb}`, { kind: 'verb', key: verb });
    else if (!EMPTY.has(word)) {
      const key = stem(word);
      found.set(`thing ${key}`, { kind: 'thing', key });
    }
  }
  return [...found.values()];
}

/** How much a thing tells. */
export function weightOf(thing: string): number {
  return VAGUE.has(thing) || /^\d+$/.test(thing) ? 0.5 : 1;
}

/** Whether what was done is what was to be done. */
export function verbsAgree(said: readonly string[], wanted: readonly string[]): boolean {
  const real = wanted.filter((verb) => verb !== anything);
  const told = said.filter((verb) => verb !== anything);
  if (real.length === 0 || told.length === 0) return true;
  return told.some((verb) =>
    real.some((other) => verb === other || near.some((group) => group.has(verb) && group.has(other))),
  );
}
