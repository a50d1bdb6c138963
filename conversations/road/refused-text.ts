import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Refused } from '../../domain/day-sheet/change.ts';
import { hourOf, hourRank, type HourKey } from '../../domain/day-sheet/sheet.ts';
import { type KnownSheet } from '../../agency/road/known-sheet.ts';
import { capital } from '../../agency/road/sheet-text.ts';
import { spokenTime } from '../../agency/wording.ts';
import { type WhoIs } from './who-is.ts';

type Dated = Pick<KnownSheet, 'show' | 'sheet'>;

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

/** What comes after what: an hour that was written now and stands before one that must come first was most likely mistyped. */
const order = [
  ['arrival', 'set'],
  ['soundcheck', 'set'],
  ['doors', 'set'],
  ['set', 'end'],
] as const satisfies readonly (readonly [HourKey, HourKey])[];

/** « Fin de son à 14 h, avant le passage (21 h 30) : c'est bien ça ? »; null when the hours follow each other, or none of them moved. */
export function oddText({ texts }: Turn, before: Dated, { show, sheet }: Dated): Text | null {
  for (const [first, then] of order) {
    const [early, late] = [hourOf(show, sheet, first), hourOf(show, sheet, then)];
    if (early === null || late === null || hourRank(early) < hourRank(late)) continue;
    const moved = [first, then].some((key) => hourOf(before.show, before.sheet, key) !== hourOf(show, sheet, key));
    if (!moved) continue;
    const [label, other] = [texts.label(`sheet-hour-${then}`), texts.label(`sheet-hour-${first}`)];
    const hours = { to: spokenTime(late, texts), before: spokenTime(early, texts) };
    return texts.say('sheet-odd', { label: capital(label), other, ...hours });
  }
  return null;
}
