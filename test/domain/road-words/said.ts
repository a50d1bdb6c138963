import type { Feedback, SheetChange, SheetLine, Trouble } from '../../../domain/road-words/index.ts';
import { saidDays, saidMatch } from '../booking-words/known.ts';

function saidChange(change: SheetChange): string {
  switch (change.type) {
    case 'hour':
      return `${change.key}=${change.to ?? 'tbc'}${change.from === null ? '' : `<${change.from}`}`;
    case 'duration':
      return `set for ${String(change.minutes)}`;
    case 'info':
      return `${change.key}: ${change.text ?? 'gone'}`;
    case 'contact':
      return `contact ${change.name}/${change.role ?? '-'}/${change.phone ?? '-'}`;
    case 'regisseur':
      return `regisseur ${change.name}`;
    case 'crew':
      return `${change.does === 'joins' ? '+' : '-'}${change.name}${change.role === null ? '' : ` (${change.role})`}`;
    case 'leg': {
      const { means, label, from, depart, arrive, people } = change;
      return `${means} [${[label, from, depart, arrive].map((part) => part ?? '').join('|')}] ${people.join('+')}`.trim();
    }
    case 'eve':
      return 'eve';
  }
}

/** Everything a sheet line says, in one line: `@` which show, the changes, `left=` what was not understood. */
export function saidSheet({ date, changes, unread }: SheetLine): string {
  const show = [saidDays(date.days), saidMatch(date.artist), saidMatch(date.venue)]
    .filter((part) => part !== '' && part !== '-')
    .join(' ');
  return [
    ...(show === '' ? [] : [`@${show}`]),
    ...changes.map(saidChange),
    ...unread.map((left) => `left=${left}`),
  ].join('; ');
}

/** A trouble as tables write it: its type, by what they travel, how many minutes late. */
export function saidTrouble(trouble: Trouble | null): string {
  if (trouble === null) return 'null';
  if (trouble.type === 'cleared') return trouble.type;
  return [trouble.type, trouble.means, trouble.minutes].filter((part) => part !== null).join(' ');
}

/** A feedback as tables write it: the mark or `-`, then the words. */
export function saidFeedback(feedback: Feedback | null): string {
  return feedback === null ? 'null' : `${String(feedback.score ?? '-')} ${feedback.words}`.trim();
}
