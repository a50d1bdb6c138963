import { groupsOf, quote, stretchOf, take } from '../booking-words/line.ts';
import type { Line } from '../booking-words/line.ts';
import type { Leg } from '../day-sheet/sheet.ts';
import { CLOCK_SOURCE, clocksIn } from './clocks.ts';
import type { Found, Said } from './hours.ts';
import { isName, NAME, namesOf } from './people.ts';

type Means = Leg['means'];

const MEANS: readonly (readonly [Means, string])[] = [
  ['train', 'trains?|tgv|ter|ouigo|inoui|intercites?|eurostar|thalys|rer|railjet'],
  ['plane', 'avion|vol|flight|plane'],
  ['van', 'van|minibus|mini-bus|camion|fourgon|tour ?bus|bus|9 places'],
  ['car', 'voitures?|covoit(?:urage)?|car|taxi|uber'],
  ['other', 'ferry|bateau|metro|tram|navette|shuttle|a pied|velo'],
];
const ANY = `(?:${MEANS.map(([, words]) => words).join('|')})`;
const CODED = String.raw`(?<code>(?:train |vol |flight )?(?:tgv|ter|ouigo|inoui|intercites?|eurostar|thalys|train|vol|flight)(?: inoui| lyria)?\s?(?:n°|no|#)?\s?[a-z]{0,2}\s?\d{2,6}|[a-z]{2}\s?\d{3,4})`;
const LEAD = String.raw`^\s*(?:[-•]\s)?(?:(?:(?:on y va|on part|voyage|trajet|transport|travel|aller|retour|going|we go|we travel)\s?:?\s?)?(?:en|by|le|la|l'|un|mon|notre|the|in the|our|a)?\s?)`;
const BY_MEANS = new RegExp(String.raw`${LEAD}(?<means>${ANY})(?![\p{L}])`, 'u');
const IN_MEANS = new RegExp(
  String.raw`(?<!\p{L})(?:en|by|avec le|in the|in a|dans le)\s(?<means>${ANY})(?!\p{L})`,
  'u',
);
const SETS_OUT = /^\s*(?:le |the )?(?:departs?|dep|on (?:part|decolle)|we leave|leaving|leave|departure)(?!\p{L})/u;
const OFF = /(?<!\p{L})(?:annul|supprim|retard|cancel|delay|late|rate|missed|panne)/u;

const PLACE = String.raw`(?!(?:en|a|au|pour|for|by|at|vers|de|arr|arrivee|arrive)(?!\p{L}))\p{L}[\p{L}' .-]{0,60}?`;
const STOP = String.raw`(?=\s*(?:$|[,;()>→➔\uE000]|-|(?:arr|arrivee?s?|arrives|arriving|arrival|dep|departs?|pour|for|en|by|avec|a|at|vers|to|jusqu'a)(?!\p{L})|${CLOCK_SOURCE}))`;
const AT = String.raw`\s?:?\s?(?:(?:a|at|vers)\s)?`;
const DEPARTS = new RegExp(
  String.raw`(?<!\p{L})(?:departs?|dep\.?|departing|departure|leaves?|leaving|on part|on decolle)(?!\p{L})${AT}(?<first>${CLOCK_SOURCE})?\s?(?:(?:de la |de l'|de |du |d'|from the |from )?(?<place>${PLACE})${STOP})?(?:${AT}(?<second>${CLOCK_SOURCE})(?![\d\p{L}:]))?`,
  'du',
);
const ARRIVES = new RegExp(
  String.raw`(?:\s?(?:->|→|-)\s?)?(?<!\p{L})(?:arrivee?s?|arr\.?|arrives|arriving|arrival)(?!\p{L})${AT}(?<first>${CLOCK_SOURCE})?\s?(?:(?:a la |a l'|a |au |at the |at |in )?(?<place>${PLACE})${STOP})?(?:${AT}(?<second>${CLOCK_SOURCE})(?![\d\p{L}:]))?`,
  'du',
);
const ROUTE = new RegExp(
  String.raw`(?:(?:de|from)\s)?(?<from>${PLACE})\s?(?<leaves>${CLOCK_SOURCE})?\s?(?:->|=>|→|➔|>|\s-\s|(?<=${CLOCK_SOURCE})-)\s?(?<to>${PLACE})\s?(?:(?<arrives>${CLOCK_SOURCE})(?![\d\p{L}:])|${STOP})`,
  'du',
);
const FOR = new RegExp(
  String.raw`(?<!\p{L})(?:pour|for|avec|with|\()\s?(?<names>${NAME}(?:(?:\s?[,&+]\s?|\s(?:et|and)\s)${NAME})*)\s*\)?\s*$`,
  'du',
);
const TOWARDS = new RegExp(
  String.raw`(?<!\p{L})(?:to|vers|direction|destination)\s(?:the |le |la )?(?<place>${PLACE})${STOP}`,
  'du',
);
const EVERYBODY = /^(?:tous|tout le monde|toute l'equipe|le groupe|everybody|everyone|all|the band)$/u;

interface Draft {
  line: Line;
  readonly means: Means;
  label: string | null;
  from: string | null;
  goes: string | null;
  depart: string | null;
  arrive: string | null;
  people: readonly string[];
}

function groupOf(line: Line, match: RegExpExecArray, name: string): string | null {
  const at = match.indices?.groups?.[name];
  if (at === undefined) return null;
  const words = quote(line, { from: at[0], to: at[1] });
  return words === '' ? null : words;
}

function timeOf(match: RegExpExecArray, ...names: readonly string[]): string | null {
  const [clock] = names.flatMap((name) => clocksIn(match.groups?.[name]?.trim() ?? ''));
  return clock?.time ?? null;
}

function impossible(match: RegExpExecArray): boolean {
  return Object.values(match.groups ?? {}).some((said?: string) =>
    clocksIn(said ?? '').some(({ time }) => time === null),
  );
}

function withPeople(draft: Draft): void {
  const match = FOR.exec(draft.line.flat);
  const names = match === null ? null : groupOf(draft.line, match, 'names');
  if (match === null || names === null) return;
  const all = EVERYBODY.test(match.groups?.['names'] ?? '');
  if (!all && !namesOf(match.groups?.['names'] ?? '').every(isName)) return;
  draft.people = all ? [] : namesOf(names);
  draft.line = take(draft.line, stretchOf(match));
}

function withEnds(draft: Draft): void {
  const leaves = DEPARTS.exec(draft.line.flat);
  if (leaves !== null && !impossible(leaves)) {
    draft.depart = timeOf(leaves, 'first', 'second');
    draft.from = groupOf(draft.line, leaves, 'place');
    draft.line = take(draft.line, stretchOf(leaves));
  }
  const arrives = ARRIVES.exec(draft.line.flat);
  if (arrives !== null && !impossible(arrives)) {
    draft.arrive = timeOf(arrives, 'first', 'second');
    draft.goes = groupOf(draft.line, arrives, 'place');
    draft.line = take(draft.line, stretchOf(arrives));
  }
}

function withRoute(draft: Draft): void {
  const route = ROUTE.exec(draft.line.flat);
  if (route === null || draft.from !== null || impossible(route)) return;
  draft.from = groupOf(draft.line, route, 'from');
  draft.goes = draft.goes ?? groupOf(draft.line, route, 'to');
  draft.depart = draft.depart ?? timeOf(route, 'leaves');
  draft.arrive = draft.arrive ?? timeOf(route, 'arrives');
  draft.line = take(draft.line, stretchOf(route));
}

function withGoal(draft: Draft): void {
  const towards = TOWARDS.exec(draft.line.flat);
  if (towards === null || draft.goes !== null) return;
  draft.goes = groupOf(draft.line, towards, 'place');
  draft.line = take(draft.line, stretchOf(towards));
}

/** Hours without a word: that of a train is when it leaves, the second when it arrives. */
function withBareHours(draft: Draft): void {
  const [first, second, third] = clocksIn(draft.line.flat);
  if (first?.time == null || draft.depart !== null || third !== undefined) return;
  const between = draft.line.flat.slice(first.to, second?.from ?? first.to);
  if (second === undefined) draft.line = take(draft.line, first);
  else if (second.time !== null && draft.arrive === null && /^\s?(?:-|->|→|>|a|to)\s?$/u.test(between)) {
    draft.arrive = second.time;
    draft.line = take(draft.line, { from: first.from, to: second.to });
  } else return;
  draft.depart = first.time;
}

function meansIn(flat: string): { readonly means: Means; readonly from: number; readonly to: number } | null {
  const match = BY_MEANS.exec(flat) ?? (SETS_OUT.test(flat) ? IN_MEANS.exec(flat) : null);
  const said = match?.groups?.['means'];
  const means = MEANS.find(([, words]) => new RegExp(`^(?:${words})$`, 'u').test(said ?? ''))?.[0];
  return match === null || means === undefined ? null : { means, ...stretchOf(match) };
}

/** « départ 9h30 du local »: without a means, the place they leave from makes it a leg. */
function leavesFrom(flat: string): boolean {
  return SETS_OUT.test(flat) && /(?<!\p{L})(?:(?:du|de la|de chez|from|from the|de)\s|de l'|d')\p{L}{3}/u.test(flat);
}

function begin(line: Line): Draft | null {
  const means = meansIn(line.flat);
  if (OFF.test(line.flat) || (means === null && !leavesFrom(line.flat))) return null;
  const code = new RegExp(CODED, 'du').exec(line.flat);
  const coded = code !== null && (means?.means === 'train' || means?.means === 'plane') ? code : null;
  let rest = coded === null ? line : take(line, stretchOf(coded));
  if (means !== null) rest = take(rest, means);
  const label = coded === null ? null : (groupOf(line, coded, 'code')?.replace(/^train (?=[a-z])/i, '') ?? null);
  return {
    line: rest,
    means: means?.means ?? 'other',
    label,
    from: null,
    goes: null,
    depart: null,
    arrive: null,
    people: [],
  };
}

function saidOf(draft: Draft, words: string): readonly Said[] {
  const { means, from, depart, arrive, people, goes } = draft;
  const label = [draft.label, goes === null ? null : `→ ${goes}`].filter((part) => part !== null).join(' ');
  const leg: Said = {
    change: { type: 'leg', means, label: label === '' ? null : label, from, depart, arrive, people },
    words,
  };
  const together = people.length === 0 && means !== 'train' && means !== 'plane';
  const hour = (key: 'departure' | 'arrival', to: string | null): readonly Said[] =>
    together && to !== null ? [{ change: { type: 'hour', key, to, from: null }, words }] : [];
  return [leg, ...hour('departure', depart), ...hour('arrival', arrive)];
}

/**
 * « train TGV 6605 départ Paris Gare de Lyon 8h30 arrivée 10h27 pour Léa et Tom », « départ 9h30 du local en van ». Where it
 * goes ends up in the label. A van everybody rides sets the hours of departure and arrival too.
 */
export function takeLeg(given: Line): Found {
  const draft = begin(given);
  if (draft === null) return { line: given, said: [] };
  withPeople(draft);
  withEnds(draft);
  withRoute(draft);
  withGoal(draft);
  withBareHours(draft);
  const empty = draft.depart === null && draft.arrive === null && draft.from === null && draft.people.length === 0;
  const long = [draft.label, draft.from, draft.goes].some((words) => (words?.length ?? 0) > 60);
  const lost = groupsOf(draft.line).length > 2;
  if ((empty && draft.label === null) || long || lost) return { line: given, said: [] };
  return { line: draft.line, said: saidOf(draft, given.source.trim()) };
}

/** Whether a folded clause goes on with a leg said before it: « départ Paris 8h30 », « pour Léa et Tom ». */
export function goesOn(flat: string, before: string): boolean {
  const leg = BY_MEANS.exec(before);
  if (leg === null) return false;
  const rides = /^(?:trains?|tgv|ter|ouigo|inoui|intercites?|eurostar|thalys|avion|vol|flight|plane)$/u.test(
    leg.groups?.['means'] ?? '',
  );
  return rides
    ? /^\s*(?:depart|dep\b|leaves|arriv|arr\b|pour|for|de |from|->|→)/u.test(flat)
    : /^\s*(?:depart|dep\b|leaves|pour|for)/u.test(flat);
}
