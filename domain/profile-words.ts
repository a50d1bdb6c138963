import { readPhone } from './phone.ts';
import { type ProfileField } from './profile.ts';

/** What somebody said of themselves, for one line of their card. */
export interface SaidOfOneself {
  readonly field: ProfileField;
  /** The words for that line; empty: which line is meant is clear, what it is to say is not. */
  readonly words: string;
  /** It comes on top of what the line says already: an allergy is not forgotten because somebody no longer eats meat. */
  readonly adds: boolean;
}

/** How people call each line of their card. The first that fits counts, so the longer names stand first. */
const names: readonly (readonly [ProfileField, string])[] = [
  [
    'emergency',
    "(?:contact|personne|num[ée]ro)s? (?:d['’]\\s?)?urgence|en cas d['’]urgence|urgence|emergency(?: contact)?|ice",
  ],
  ['email', '(?:adresse |address )?(?:e?-?mails?|courriel|m[ée]l)(?: address)?'],
  [
    'phone',
    '(?:num[ée]ro|num|phone|mobile)(?: (?:de )?(?:t[ée]l[ée]phone|t[ée]l|portable|phone|number))?|t[ée]l[ée]phone|t[ée]l|portable|(?:phone )?number',
  ],
  ['size', '(?:taille|size)(?: de)?(?: (?:tee|t)-?\\s?shirts?)?|(?:tee|t)-?\\s?shirts?(?: size)?'],
  ['diet', 'r[ée]gime(?: alimentaire)?|allergies?|diet|food|repas'],
  ['town', 'ville|town|city|domicile'],
  ['seat', 'place|si[èe]ge|chambre|pr[ée]f[ée]rences?|seat|room|preferences?'],
  ['instruments', 'instruments?|matos|mat[ée]riel|backline|gear'],
];

const link = "\\.?\\s*(?:(?:est|c['’]est|is|are|sont)(?!\\p{L})\\s*)?[:=,]?\\s*(?:(?:le|the)\\s+(?=[+\\d]))?";

/** What follows `/moi`: the name of a line and what it is to say, « taille M », « tel 06… », « régime sans gluten »; else a sentence. */
export function readProfileCommand(words: string): SaidOfOneself | null {
  const said = words.trim();
  for (const [field, name] of names) {
    const match = new RegExp(`^(?:(?:mon|ma|mes|my)\\s+)?(?:${name})(?!\\p{L})${link}(?<words>.*)$`, 'isu').exec(said);
    if (match !== null) return { field, words: (match.groups?.['words'] ?? '').trim(), adds: false };
  }
  return readProfileSentence(said);
}

const diets =
  'v[ée]g[ée]tarien(?:·?ne)?|v[ée]g[ée]|v[ée]gan[e]?|v[ée]g[ée]talien(?:·?ne)?|pesc[ée]tarien(?:·?ne)?|flexitarien(?:·?ne)?|c(?:œ|oe)liaque|diab[ée]tique|vegetarian|vegan|pescatarian|coeliac|celiac|diabetic';
const eats =
  'hala+l|casher|kasher|kosher|sans (?:gluten|lactose|porc|viande|sel|sucre)|bio|gluten[- ]free|lactose[- ]free';
const sizes = '(?:x{0,6}[sl]|m|[2-6]xl)';

const sentences: readonly { readonly field: ProfileField; readonly adds: boolean; readonly as: RegExp }[] = [
  { field: 'diet', adds: true, as: new RegExp(`^(?:je suis|i['’]?\\s?a?m)(?: an?)? (?<words>${diets})$`, 'iu') },
  {
    field: 'diet',
    adds: true,
    as: /^(?:je suis|i['’]?\s?a?m)\s+(?<words>(?:allergique|intol[ée]rante?|allergic|intolerant) (?:à|au|aux|to) .{2,80})$/iu,
  },
  { field: 'diet', adds: true, as: new RegExp(`^(?:je mange|i eat) (?<words>${eats})$`, 'iu') },
  {
    field: 'diet',
    adds: true,
    as: /^(?:je (?:ne )?|j['’]?)(?:mange|bois) (?<words>(?:pas|plus|jamais) (?:de |d['’])(?![\p{L}\s]*(?:ce soir|demain|samedi|dimanche))[\p{L}\s'’,-]{2,60})$/iu,
  },
  { field: 'diet', adds: true, as: /^i (?:don['’]?t|do not) eat (?<words>[\p{L}\s'’,-]{2,60})$/iu },
  {
    field: 'size',
    adds: false,
    as: new RegExp(`^(?:ma |my )?(?:taille|size|t-?shirt(?: size)?)${link}(?<words>${sizes})$`, 'iu'),
  },
  {
    field: 'size',
    adds: false,
    as: new RegExp(`^(?:je (?:fais|porte|mets|prends) du|i wear(?: an?)?) (?<words>${sizes})$`, 'iu'),
  },
  {
    field: 'town',
    adds: false,
    as: /^(?:j['’]habite (?:maintenant |désormais )?(?:à|au|aux|en)|j['’]ai d[ée]m[ée]nag[ée] (?:à|au|aux|en)|i (?:now )?live in|i moved to)\s+(?<words>[\p{L}'’-]+(?: [\p{L}'’-]+){0,3})$/iu,
  },
];

/** « je mange de tout »: nothing to mind any more. */
const eatsAll = /^(?:je mange (?:de )?tout|i eat everything)$/iu;

/**
 * A sentence about oneself that can mean nothing else: « mon numéro : 06 12 34 56 78 », « je suis végétarienne », « taille M ».
 * Null for anything less clear, since most of what people write is about days.
 */
export function readProfileSentence(text: string): SaidOfOneself | null {
  const said = text.trim().replace(/[\s.!]+$/u, '');
  if (eatsAll.test(said)) return { field: 'diet', words: '-', adds: false };
  for (const { field, adds, as } of sentences) {
    const words = as.exec(said)?.groups?.['words'];
    if (words !== undefined) return { field, words: field === 'diet' ? withNegation(said, words) : words, adds };
  }
  return ownCoordinate(said);
}

/** « I don't eat pork » is kept as « no pork », and « plus de viande », which reads the other way by itself, as « pas de viande ». */
function withNegation(said: string, words: string): string {
  return /^i (?:don|do not)/iu.test(said) ? `no ${words}` : words.replace(/^(?:plus|jamais)(?!\p{L})/iu, 'pas');
}

/** « mon numéro c'est le 06… », « my email: … », « contact d'urgence : Paul 06… », once a number or an address really follows. */
function ownCoordinate(said: string): SaidOfOneself | null {
  for (const [field, name] of names) {
    if (field !== 'phone' && field !== 'email' && field !== 'emergency') continue;
    const own =
      field === 'emergency'
        ? '(?:(?:mon|my)\\s+)?'
        : '(?:voici\\s+|here is\\s+)?(?:mon|my)\\s+(?:nouveau\\s+|nouvelle\\s+|new\\s+)?';
    const words = new RegExp(`^${own}(?:${name})(?!\\p{L})${link}(?<words>.+)$`, 'isu').exec(said)?.groups?.['words'];
    if (words !== undefined && isCoordinate(field, words)) return { field, words: words.trim(), adds: false };
  }
  return null;
}

function isCoordinate(field: ProfileField, words: string): boolean {
  if (field === 'email') return /^\S+@\S+\.\S+$/.test(words.trim());
  if (field === 'phone') return readPhone(words) !== null || /^[+\d][\d\s().-]{5,}$/.test(words.trim());
  return /\d(?:[\s().-]?\d){5,}/.test(words);
}
