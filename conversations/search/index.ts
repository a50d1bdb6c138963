import { type Action } from '../../core/command.ts';
import { openResult } from './open-result.ts';
import { showContact } from './person-card.ts';
import { searchAgain } from './search-command.ts';

export { searchCommand } from './search-command.ts';

/** What the buttons of what was found do. */
export const searchActions: readonly (readonly [string, Action])[] = [
  ['search.again', searchAgain],
  ['search.open', openResult],
  ['contact.show', showContact],
];
