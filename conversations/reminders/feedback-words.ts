/** A score and what was said with it. */
export interface FeedbackSaid {
  readonly score: number;
  readonly words: string | null;
}

const scored =
  /^\s*(?:(?:je mets|je donne|note|i['’]d say|i give it)\s*:?\s*)?(?<score>[1-5])\s*(?:\/|sur|out of)\s*5(?![\d/])[\s,;:.!–—-]*(?<words>[\s\S]*)$/iu;

/** « 4/5 super salle », « 2 sur 5, son pourri », "5 out of 5": null when no score stands first. */
export function readFeedback(text: string): FeedbackSaid | null {
  const found = scored.exec(text)?.groups;
  if (found === undefined) return null;
  const words = (found['words'] ?? '').trim().slice(0, 1000);
  return { score: Number(found['score']), words: words === '' ? null : words };
}
