import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Refused } from '../../domain/day-sheet/change.ts';
import { capital } from '../../agency/road/sheet-text.ts';
import { spokenTime } from '../../agency/wording.ts';
import { type WhoIs } from './who-is.ts';

const longest = 300;

/** What people wrote, no longer than one reads again. */
export function quoted(words: string): string {
  if (words.length <= longest) return words;
  return `${words
    .slice(0, longest)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trim()}…`;
}

/** What of a line was not understood; null when everything was. */
export function unreadText(turn: Turn, unread: readonly string[], nothingElse: boolean): Text | null {
  if (unread.length === 0) return null;
  const words = quoted(unread.join(' … '));
  return turn.texts.say(nothingElse ? 'sheet-unread-only' : 'sheet-unread', { words });
}

/** Why some of what was understood was left out, a sentence each. */
export function refusedText(turn: Turn, refused: readonly Refused[], { isShared }: WhoIs): Text[] {
  return refused.map((one) => sentence(turn, one, isShared));
}

function sentence({ texts }: Turn, one: Refused, isShared: WhoIs['isShared']): Text {
  switch (one.type) {
    case 'who':
      return texts.say(isShared(one.name) ? 'sheet-who-several' : 'sheet-who', { name: one.name });
    case 'contact':
      return texts.say('sheet-one-contact', { name: one.name, kept: one.kept });
    case 'phone':
      return texts.say('sheet-no-phone', { words: one.said });
    case 'full':
      return texts.say('sheet-full', { words: one.said });
    case 'was': {
      const time = (value: string | null): string =>
        value === null ? texts.label('sheet-open-title').toLowerCase() : spokenTime(value, texts);
      return texts.say('sheet-was', {
        label: capital(texts.label(`sheet-hour-${one.key}`)),
        current: time(one.current),
        said: time(one.said),
        to: time(one.to),
      });
    }
  }
}
