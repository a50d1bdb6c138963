import type { Said } from './hours.ts';
import type { SheetChange } from './types.ts';

/** What each change is about: two that are about the same thing must agree. Null: any number of them may stand together. */
function subjectOf(change: SheetChange): string | null {
  switch (change.type) {
    case 'hour':
    case 'duration':
      return `${change.type} ${change.key}`;
    case 'regisseur':
      return change.type;
    case 'crew':
      return `crew ${change.name.toLowerCase()}`;
    case 'info':
      return `info ${change.key}`;
    case 'contact':
    case 'leg':
    case 'eve':
      return null;
  }
}

function valueOf(change: SheetChange): string {
  return JSON.stringify(change.type === 'hour' ? change.to : change);
}

/** « parking » said twice is one longer text; said and taken away, it is a contradiction. */
function joinInfo(same: readonly Said[]): Said | null {
  const texts: string[] = [];
  for (const { change } of same) {
    if (change.type !== 'info' || change.text === null) return null;
    if (!texts.includes(change.text)) texts.push(change.text);
  }
  const [first] = same;
  if (first?.change.type !== 'info') return null;
  const text = texts.join(' ; ');
  return text.length > LONGEST_INFO ? null : { ...first, change: { ...first.change, text } };
}

/** As long as a sheet keeps it. */
export const LONGEST_INFO = 400;

/** Of several hours that agree, the one that says most: what it was before. */
function fullest(same: readonly Said[]): Said | undefined {
  return same.find(({ change }) => change.type === 'hour' && change.from !== null) ?? same[0];
}

/** The changes of a text once each; those that contradict each other are handed back as typed. */
export function agreed(said: readonly Said[]): {
  readonly changes: readonly SheetChange[];
  readonly refused: readonly string[];
} {
  const subjects = new Map<string, Said[]>();
  for (const one of said) {
    const subject = subjectOf(one.change) ?? JSON.stringify(one.change);
    subjects.set(subject, [...(subjects.get(subject) ?? []), one]);
  }
  const changes: SheetChange[] = [];
  const refused: string[] = [];
  for (const same of subjects.values()) {
    const values = new Set(same.map(({ change }) => valueOf(change)));
    const kept = values.size <= 1 ? fullest(same) : joinInfo(same);
    if (kept === null || kept === undefined) refused.push(...same.map(({ words }) => words));
    else changes.push(kept.change);
  }
  return { changes, refused: [...new Set(refused)] };
}
