import { sortEntities } from './entities.ts';
import type { WireEntity } from './wire.ts';

/**
 * What the platform recognises in any text without being told: commands, mentions, hashtags, addresses of pages and of mailboxes. Bare domain
 * names are recognised for a few common endings only; phone numbers, cashtags and bank cards are left out.
 */
const PATTERNS: readonly { readonly type: string; readonly pattern: RegExp }[] = [
  { type: 'url', pattern: /(?<![\p{L}\p{N}_@./])https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?')\]]/giu },
  {
    type: 'email',
    pattern: /(?<![\p{L}\p{N}_.+-])[a-z0-9][a-z0-9_.+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\p{L}\p{N}_@])/giu,
  },
  {
    type: 'url',
    pattern:
      /(?<![\p{L}\p{N}_@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|fr|be|ch|de|eu|io|me|app|info)(?![\p{L}\p{N}_@])(?:\/[^\s<>"«»]*[^\s<>"«».,;:!?')\]])?/giu,
  },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_@])@[a-z0-9_]{3,32}(?![\p{L}\p{N}_@])/giu },
  {
    type: 'bot_command',
    pattern: /(?<![\p{L}\p{N}_/<>@])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>@])/giu,
  },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}(?![\p{L}\p{N}_#])/gu },
];

/** Adds what the platform finds by itself to what was given; nothing is found inside code, links and mentions. */
export function withDetected(text: string, given: readonly WireEntity[]): readonly WireEntity[] {
  const closed = given.filter((entity) =>
    ['code', 'pre', 'text_link', 'text_mention', 'custom_emoji', 'date_time'].includes(entity.type),
  );
  const found: WireEntity[] = [];
  for (const { type, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...closed, ...found].some((other) => overlaps(entity, other))) found.push(entity);
    }
  }
  return sortEntities([...given, ...found]);
}

function overlaps(left: WireEntity, right: WireEntity): boolean {
  return left.offset < right.offset + right.length && right.offset < left.offset + left.length;
}

/** The text of each span of a type, in order. */
export function spans(text: string, entities: readonly WireEntity[] | undefined, type: string): readonly string[] {
  return (entities ?? [])
    .filter((entity) => entity.type === type)
    .map((entity) => text.slice(entity.offset, entity.offset + entity.length));
}
