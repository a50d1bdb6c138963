import { allowedSlips, slips } from '../booking-words/name-forms.ts';
import { fold } from './fold.ts';
import { tokensOf, verbsAgree, weightOf } from './vocabulary.ts';

/** A task as people call it. */
export interface CalledTask {
  readonly id: string;
  readonly title: string;
}

/** Which task a statement means. `several` are offered, not decided: it may hold a single one that is only likely. */
export type CompletionMatch =
  | { readonly type: 'one'; readonly id: string }
  | { readonly type: 'several'; readonly ids: readonly string[] }
  | { readonly type: 'none' };

const mostWords = 30;
const mostOffered = 6;
/** How much of what was said must be found in a title. */
const enough = 0.74;
/** How far ahead of the next the best must be. */
const margin = 0.18;

const START = String.raw`^\s*(?:(?:ok|oui|voil[aà]|hop|bon|alors|et|au fait|[cç]a y est|yes|hey|hi|salut|coucou|done|re|ps|btw|by the way|fyi|so|well)[\s,.:!]+)*`;
const OWN =
  /(?:j['’]?\s?ai|on (?:a|vient|s['’]est)|nous avons|je viens|je (?:me )?suis|je l['’]ai|je les ai|i['’]?ve|i have|i just|i(?!['’]?(?:ll|d)\b)|we['’]?ve|we have|we just|we)(?!\p{L})/iu;
const SOMEBODY_ELSE =
  /(?<!\p{L})(?:tu|t['’](?:as|es|avais)|vous|il|elle|ils|elles|you|he|she|they|qui|who|\p{Lu}\p{Ll}+ (?:a|ont|has|vient))(?!\p{L})/u;
const NOT =
  /(?<!\p{L})(?:pas|plus|jamais|rien|presque|bient[oô]t|n['’](?:ai|a|est|avons)|not|never|haven['’]?t|hasn['’]?t|didn['’]?t|isn['’]?t|won['’]?t|can['’]?t|almost|nearly|soon)(?!\p{L})/iu;
const NOT_YET =
  /(?<!\p{L})(?:vais|va|vas|allons|faut|dois|doit|devrais|devoir|pourrais|peux|peut|veux|voudrais|aimerais|compte|serai|ferai|enverrai|quand|si|s['’]il|d[eè]s que|avant de|sans|essaye?|esp[eè]re|pense|pensais|voulais|oubli\p{L}*|[aà] (?:envoyer|faire|signer|payer|r[eé]gler|pr[eé]parer|appeler|r[eé]server)|will|['’]ll|going to|gonna|must|should|need|needs|have to|has to|want|wanted|if|when|before|forgot|hope|think|try|trying|to be|let['’]?s)(?!\p{L})/iu;
const BARE = new RegExp(
  String.raw`${START}(?:(?:c['’]?\s?est|c['’]?est tout|tout est|voil[aà] c['’]?est|it['’]?s|that['’]?s|all)\s+)?(?:fait|faite|faits|fini|termin[eé]|boucl[eé]|r[eé]gl[eé]|ok c['’]est fait|done|finished|all done|sorted)(?:\s+(?:pour moi|de mon c[oô]t[eé]|merci|thanks|chef|hier|ce matin))?[\s!.👍✅👌]*$`,
  'iu',
);
/** Over words folded but for the accent of their end, which tells the past from the present. */
const PARTICIPLE =
  /(?<!\p{L})(?:fait(?:e|s|es)?|finie?s?|bouclée?s?|reglée?s?|terminée?s?|envoyée?s?|transmis(?:e|es)?|partie?s?|signée?s?|payée?s?|reservée?s?|appelée?s?|rappelée?s?|relancée?s?|confirmée?s?|validée?s?|calée?s?|postée?s?|publiée?s?|imprimée?s?|remplie?s?|rendue?s?|recuperée?s?|recue?s?|prise?s?|reparée?s?|changée?s?|mise?s?|corrigée?s?|enregistrée?s?|mixée?s?|rangée?s?|chargée?s?|choisie?s?|ecrite?s?|redigée?s?|preparée?s?|verifiée?s?|relue?s?|deposée?s?|achetée?s?|commandée?s?|facturée?s?|declarée?s?|bookée?s?|louée?s?|completée?s?|prete?s?|done|sent|signed|paid|booked|called|finished|emailed|shared|posted|published|printed|filled|returned|bought|ordered|fixed|recorded|mixed|confirmed|checked|written|prepared|ready|invoiced|uploaded|forwarded|approved)(?!\p{L})/iu;
/** Typed without its accent: « envoyee ». « signe » without one may be the present, so it does not count. */
const PLAIN_PARTICIPLE = /\p{L}{3,}ees?(?!\p{L})/u;
const LAST_WORD = /(?:^|[\s:,–-])(?:✅|☑️|✔️?|👍|ok|fait|faite|done|check)[\s!.]*$/iu;

/** « fait », « c'est fait », "done": said of whatever was just spoken of. */
export function isBareDone(text: string): boolean {
  return BARE.test(text.trim());
}

/** Whether a sentence says that its author has done something: « j'ai envoyé la fiche tech », « fiche tech envoyée », « contrat signé ». */
export function saysDone(text: string): boolean {
  const said = text.normalize('NFC').trim();
  if (said === '' || /[?]/.test(said) || said.split(/\s+/u).length > mostWords || /\n.*\n/u.test(said)) return false;
  if (NOT.test(said) || NOT_YET.test(said)) return false;
  const isOwn = new RegExp(`${START}${OWN.source}`, 'iu').test(said);
  if (isOwn) return tokensOf(said).some(({ kind }) => kind === 'verb');
  if (SOMEBODY_ELSE.test(said.replace(/^\s*\p{Lu}/u, (letter) => letter.toLowerCase())) || isSaidOf(said)) return false;
  const isPast = PARTICIPLE.test(withoutInnerAccents(said)) || PLAIN_PARTICIPLE.test(fold(said));
  return (isPast && tokensOf(said).some(({ kind }) => kind === 'verb')) || LAST_WORD.test(said);
}

/**
 * « c'est envoyé », « it's booked », "sent it": something is done and nothing is named but the doing. « c'est parti » is none: it
 * is said of anything that begins.
 */
export function saysDoneOfIt(text: string): boolean {
  const said = text.trim();
  const isAboutIt =
    /^(?:(?:ok|voil[aà]|yes|oui)[\s,]+)*(?:c['’]\s?est\s+(?!parti)|it['’]s\s+|\p{L}+\s+(?:it|them)[\s.!]*$)/iu.test(
      said,
    );
  return isAboutIt && saysDone(said) && keys(said, 'thing').length === 0;
}

/** Whether a task is of the doing that a statement names: « c'est envoyé » and « envoyer la fiche tech ». */
export function isSameDoing(said: string, title: string): boolean {
  return keys(title, 'verb').length > 0 && verbsAgree(keys(said, 'verb'), keys(title, 'verb'));
}

function withoutInnerAccents(said: string): string {
  return said.replaceAll(/[\p{L}\p{M}]+/gu, (word) => {
    const end = /é(?:e|s|es)?$/iu.exec(word)?.[0] ?? '';
    return fold(word.slice(0, word.length - end.length)) + end.toLowerCase();
  });
}

/** « Tom a envoyé… »: somebody else did it. */
function isSaidOf(said: string): boolean {
  return /^\s*\p{L}+\s+(?:a|ont|has|have|vient)\s+(?!\p{L}*(?:été|been))/u.test(said);
}

interface Scored {
  readonly id: string;
  readonly score: number;
  readonly sure: boolean;
}

function shares(thing: string, things: readonly string[]): boolean {
  return things.some(
    (other) => other === thing || slips(thing, other, allowedSlips(Math.min(thing.length, other.length))) !== null,
  );
}

function weigh(things: readonly string[]): number {
  return things.reduce((sum, thing) => sum + weightOf(thing), 0);
}

function keys(text: string, kind: 'verb' | 'thing'): readonly string[] {
  return tokensOf(text).flatMap((token) => (token.kind === kind ? [token.key] : []));
}

function scoreOf(said: string, task: CalledTask): Scored | null {
  const [things, wanted] = [keys(said, 'thing'), keys(task.title, 'thing')];
  const shared = things.filter((thing) => shares(thing, wanted));
  if (shared.length === 0 || !verbsAgree(keys(said, 'verb'), keys(task.title, 'verb'))) return null;
  const heard = weigh(shared) / weigh(things);
  if (heard < enough) return null;
  const covered = weigh(wanted.filter((thing) => shares(thing, shared))) / weigh(wanted);
  const isTelling = shared.some((thing) => weightOf(thing) === 1);
  // « le mail » alone tells a task only that speaks of nothing else; « un mail » is any.
  if (!isTelling && isIndefinite(said)) return null;
  return { id: task.id, score: 0.6 * heard + 0.4 * covered, sure: isTelling || covered === 1 };
}

function isIndefinite(said: string): boolean {
  return /(?:^|\s)(?:un|une|des|a|an|some)\s/u.test(fold(said));
}

/** Which of somebody's open tasks a statement says to be done. Only a clear best one counts; others are asked about. */
export function matchCompletion(text: string, tasks: readonly CalledTask[]): CompletionMatch {
  if (!saysDone(text)) return { type: 'none' };
  const ranked = tasks.flatMap((task) => scoreOf(text, task) ?? []).toSorted((a, b) => b.score - a.score);
  const [best, next] = ranked;
  if (best === undefined) return { type: 'none' };
  const isClear = next === undefined || best.score - next.score >= margin;
  if (isClear && best.sure) return { type: 'one', id: best.id };
  return {
    type: 'several',
    ids: ranked
      .filter(({ score }) => best.score - score < margin)
      .slice(0, mostOffered)
      .map(({ id }) => id),
  };
}
