const NUMBERS: Readonly<Record<string, number>> = {
  cinq: 5,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  'quarante-cinq': 45,
  cinquante: 50,
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  deux: 2,
  trois: 3,
  two: 2,
  three: 3,
  une: 1,
  un: 1,
  one: 1,
  an: 1,
};
const COUNT = `\\d{1,3}|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => number])[] = [
  [/^(?:trois quarts d'heure|3\/4 ?d'heure|3\/4 ?h(?:eure)?)/u, () => 45],
  [
    /^(?:1\/2 ?(?:heure|h|hour)|une?(?: petite| bonne| grosse)? demi[- ]?(?:heure|h)|demi[- ]heure|(?:a )?half an hour|half hour|a half hour)/u,
    () => 30,
  ],
  [/^(?:1\/4 ?d'heure|un(?: petit| bon| gros)? quart d'heure|quart d'heure|(?:a )?quarter of an hour)/u, () => 15],
  [
    /^(?:une(?: bonne| petite| grosse)? heure et demie|1 ?h(?:eure)? et demie|an hour and a half|one and a half hours)/u,
    () => 90,
  ],
  [/^(?:\d{1,3}) ?(?:-|\/|a|to|ou) ?(\d{1,3}) ?(?:minutes?|mins?|mn|')/u, (match) => Number(match[1])],
  [
    new RegExp(String.raw`^(?:une? )?(?:bonne |petite )?(${COUNT}) ?(?:minutes?|mins?|mn|m|')(?!\p{L})`, 'u'),
    (match) => counted(match[1]),
  ],
  [/^(\d{1,2}) ?(?:h|heures?|hours?|hrs?)(?: ?([0-5]\d))(?!\d)/u, (match) => Number(match[1]) * 60 + Number(match[2])],
  [
    new RegExp(String.raw`^(${COUNT}) ?(?:bonnes? |petites? |grosses? |good )?(?:h|heures?|hours?|hrs?)(?!\p{L})`, 'u'),
    (match) => counted(match[1]) * 60,
  ],
];
const ABOUT = String.raw`(?:(?:environ|a peu pres|au moins|bien|about|around|at least|like|encore|roughly|genre|~|\+)\s?)*`;
const BEFORE = new RegExp(
  String.raw`(?:retard(?:ee?s?)?|late|delay(?:ed)?|bourre|behind)\s?(?:d'|de |by |of |:|=|\+|,)*\s?${ABOUT}$`,
  'u',
);
const AFTER = /^\s?(?:de |d'|of )?(?:retard|late|delay|behind|a la bourre|en retard|more)/u;
const WAITS = new RegExp(String.raw`(?:pour|for|pendant|depuis|encore|there's|there is|y a)\s?${ABOUT}$`, 'u');

function counted(word: string | undefined): number {
  return NUMBERS[word ?? ''] ?? Number(word);
}

/** How late, in minutes, where a length stands beside words of lateness; the hour of a train is no length. */
export function delayIn(flat: string): number | null {
  const alone = /(?<!\p{L})(?:retard|late|coince|bloque|bouchon|stuck|traffic|delay|bourre)/u.test(flat);
  for (const start of flat.matchAll(/(?<![\p{L}\d/.,:])(?=[\p{L}\d])/gu)) {
    const [before, rest] = [flat.slice(0, start.index), flat.slice(start.index)];
    for (const [form, minutesOf] of FORMS) {
      const match = form.exec(rest);
      if (match === null) continue;
      const after = rest.slice(match[0].length);
      const clause =
        /(?:^|[,.;!\n(])\s*$/u.test(before.replace(new RegExp(`${ABOUT}$`, 'u'), '')) &&
        /^\s*(?:$|[,.;!)\n])/u.test(after);
      const said = BEFORE.test(before) || AFTER.test(after) || (alone && (clause || WAITS.test(before)));
      const minutes = minutesOf(match);
      if (said && minutes > 0 && minutes <= 1440) return minutes;
      break;
    }
  }
  return null;
}
