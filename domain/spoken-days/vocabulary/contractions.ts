/** Words that hide several: English contractions with or without their apostrophe, French chat spellings. */
const TABLE =
  "im=i am | i'm=i am | ill=i will | i'll=i will | ive=i have | i've=i have | i'd=i would | id=i would | u're=you are | you're=you are | youre=you are | ur=you are | you'll=you will | " +
  "he's=he is | hes=he is | she's=she is | shes=she is | it's=it is | its=it is | that's=that is | we're=we are | we'll=we will | we've=we have | they're=they are | theyre=they are | they'll=they will | " +
  "he'll=he will | she'll=she will | isn't=is not | isnt=is not | aren't=are not | arent=are not | wasn't=was not | wasnt=was not | weren't=were not | won't=will not | wont=will not | can't=can not | cant=can not | cannot=can not | " +
  "couldn't=couldnt | don't=do not | dont=do not | doesn't=does not | doesnt=does not | didn't=was not | didnt=was not | shouldn't=should not | wouldn't=would not | there's=there is | theres=there is | who's=who is | gonna=going to | gotta=have to | " +
  'jai=j ai | jsuis=je suis | jsui=je suis | chuis=je suis | chui=je suis | shuis=je suis | jss=je suis | jpeux=je peux | jpe=je peux | jpeu=je peux | jpourrai=je pourrai | jpourrais=je pourrai | jpourre=je pourrai | jserai=je serai | jsrai=je serai | jserais=je serai | jsrais=je serai | ' +
  'cest=c est | jvais=je vais | jvai=je vais | jpense=je pense | jcrois=je crois | jdois=je dois | jbosse=je bosse | jtaffe=je taffe | jtravaille=je travaille | jpars=je pars | jbloque=je bloque | jgarde=je garde | jfais=je fais | tas=t as | ta=t as | tai=t es | té=t es | lan=l an | laprem=l aprem | lapres=l apres | ' +
  "daout=d aout | davril=d avril | doctobre=d octobre | lascension=l ascension | larmistice=l armistice | qua=qu a | jetais=j etais | jveux=je veux | jsais=je sais | chais=je sais | ns=nous | vs=vous | jte=je te | jvous=je vous | dispo=dispo | jla=je la | jsaurai=je sais pas | jconfirme=je confirme | jprefere=je prefere | aujourd'hui=aujourdhui | jusqu'ici=inconnu";

const EXPANSIONS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.split(' | ').map((entry) => {
    const [from = '', to = ''] = entry.split('=');
    return [from, to.split(' ')] as const;
  }),
);

/** The words hidden in one: « jsuis » is « je suis », « d'août » is « d août », "can't" is "can not", "Tom's" is "Tom s". */
export function wordsIn(text: string): readonly string[] {
  const word = text.replace(/'$/, '');
  const known = EXPANSIONS.get(word);
  if (known !== undefined) return known;
  const elided = /^(l|d|j|c|t|s|n|m|qu|jusqu|lorsqu|puisqu|y|parc)'(.+)$/.exec(word);
  if (elided !== null) return [elided[1] ?? '', ...wordsIn(elided[2] ?? '')];
  return word.includes("'") ? word.split("'") : [word];
}
