import { roleSchema, workers, type Role } from '../../domain/person.ts';

const dealers: readonly Role[] = ['booker', 'manager'];
const team = roleSchema.options.filter((role) => role !== 'guest');

/** What may be done with a sheet by those whose it is, and is refused to anybody else whatever their role. */
export const ofSheets = [
  'announce',
  'ask',
  'ics',
  'image',
  'numbers',
  'pdf',
  'readers',
  'send',
  'show',
  'undo',
] as const;

/** Who may do what is sensitive, written down a second time: widening it must be meant. */
export const reserved: Readonly<Record<string, readonly Role[]>> = {
  '/inviter': ['manager', 'hr', 'admin'],
  '/lier': ['manager', 'admin'],
  '/roles': ['admin', 'hr'],
  '/incidents': ['manager', 'admin'],
  invite: ['manager', 'hr', 'admin'],
  'roles.show': ['admin', 'hr'],
  'roles.switch': ['admin', 'hr'],
  'incident.done': ['manager', 'admin'],
  'vault.show': ['hr'],
  'absence.undecide': ['manager'],
  '/absent': ['manager'],
  delegate: ['manager'],
  'delegate.end': ['manager'],
  '/valider': ['manager', 'admin'],
  'deal.undecide': ['manager', 'admin'],
  ...forAll(['manager', 'admin'], 'queue', [
    'all',
    'all-now',
    'approve',
    'back',
    'challenge',
    'question',
    'refuse',
    'show',
    'skip',
  ]),
  ...forAll(dealers, '', ['/deal', '/note', '/pipeline', '/relances', '/sonder', 'booking.do', 'note.on']),
  ...forAll(dealers, 'deal', ['answer', 'cancel', 'from', 'postpone', 'redo', 'submit']),
  ...forAll(dealers, 'hold', ['challenge', 'confirm', 'extend', 'keep', 'release', 'release-now', 'wait']),
  ...forAll(dealers, 'follow-up', ['done', 'tomorrow', 'week']),
  ...forAll(dealers, 'followups', ['chased', 'later']),
  ...forAll(dealers, 'lead', ['history', 'status', 'statuses']),
  ...forAll(dealers, 'pipeline', ['bulk', 'do', 'drop', 'page', 'preview', 'undo']),
  ...forAll(dealers, 'sounding', ['cancel', 'start']),
  ...forAll(dealers, 'dispo', ['hold', 'paste', 'sound']),
  ...forAll(team, 'dispo', ['image', 'none', 'pick', 'show', 'why']),
  '/dispo': team,
  '/manque': ['booker', 'manager', 'tour-manager'],
  ...forAll(['booker', 'manager', 'tour-manager'], 'missing', ['nudge', 'page']),
  '/retours': dealers,
  ...forAll(team, 'months', ['calendar', 'nothing', 'tomorrow', 'undo']),
  ...forAll(team, 'feedback', ['open', 'score']),
  '/agenda': team,
  ...forAll(team, 'agenda', ['cut', 'cut-now', 'make', 'renew', 'renew-now', 'show']),
  ...forAll(workers, '', ['/tache', '/taches']),
  ...forAll(workers, 'task', [
    'back',
    'cancel',
    'done',
    'drop',
    'later',
    'none',
    'open',
    'pass',
    'take',
    'undo',
    'which',
  ]),
  ...forAll(workers, 'tasks', ['more', 'tick', 'untick', 'view']),
  ...forAll(workers, '', ['/cherche', 'search.again', 'search.open']),
  'contact.show': ['hr'],
  '/feuille': workers,
  ...forAll(workers, 'sheet', [...ofSheets, 'seen']),
  ...forAll(workers, 'trouble', ['answer', 'group', 'take']),
};

/** The same roles for several things whose names begin alike. */
function forAll(granted: readonly Role[], start: string, ends: readonly string[]): Record<string, readonly Role[]> {
  return Object.fromEntries(ends.map((end) => [start === '' ? end : `${start}.${end}`, granted]));
}
