/**
 * Words of everyday talk that stand one letter from a day, a month or a word of availability (« levrier » and « février »,
 * "merch" and "March"): written as they should be, they are no slip of the finger. Without accents, whatever the language.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  (
    'vendre vendu vendue vends vendra vendrai vente mardo hardi pardi lardi merci mercy merch marche marches match marsh larch parch ' +
    'levrier decombre decombres sundry sundae mondain honday auguste ' +
    'livre livres litre litres libere liberer fibre timbre disco dispose disposer depot brise brises crise crises prime primes prose frise grise ' +
    'price prive privee presse prisme priser parlant parlante partent portant portante partait occuper bloquer cloque empecher booker ' +
    'looked cooked hooked token takes taker board aboard cleared'
  ).split(' '),
);
