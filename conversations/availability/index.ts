import { type Action } from '../../core/command.ts';
import { holdAction, soundAction } from './begin.ts';
import { imageAction } from './image.ts';
import { showAction } from './overview-card.ts';
import { pasteAction } from './paste.ts';
import { noneAction, pickAction } from './pick.ts';
import { whyAction } from './why.ts';

export { availabilityCommand, availabilityIntent } from './availability-intent.ts';
export { whyIntent } from './why.ts';

/** What the buttons about dates do. */
export const availabilityActions: readonly (readonly [string, Action])[] = [
  ['dispo.hold', holdAction],
  ['dispo.image', imageAction],
  ['dispo.none', noneAction],
  ['dispo.paste', pasteAction],
  ['dispo.pick', pickAction],
  ['dispo.show', showAction],
  ['dispo.sound', soundAction],
  ['dispo.why', whyAction],
];
