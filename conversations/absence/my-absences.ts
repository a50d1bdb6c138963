import { type Command } from '../../core/command.ts';
import { absences } from '../../core/records/agency.ts';
import { menuCard } from '../menu-card.ts';
import { dayNumber } from '../../domain/day.ts';
import { list } from './reading.ts';

const most = 12;

/** `/mesindispos`: what is noted from today on, each with a way to cancel it. */
export const myAbsencesCommand: Command = {
  name: { fr: 'mesindispos', en: 'mydates' },
  permission: { roles: 'everyone', chats: ['private'] },
  listed: true,
  run: async (turn) => {
    const noted = await turn.store.find(absences, {
      name: 'person',
      value: turn.person.id,
      from: dayNumber(turn.today),
    });
    if (noted.length === 0)
      return menuCard(turn, turn.texts.say('my-absences-none'), [
        [{ key: 'command:indispo', label: turn.texts.label('home-indispo') }],
      ]);
    const shown = noted
      .slice(0, most)
      .map(({ value }) => ({ id: value.id, days: list(turn, value.parts), flexible: value.firmness === 'flexible' }));
    const lines = shown
      .map((one) => `• ${one.days}${one.flexible ? ` (${turn.texts.label('absence-flexible')})` : ''}`)
      .join('\n');
    const rows = shown.map((one) => [
      { key: `absence.cancel:${one.id}`, label: turn.texts.label('my-absences-cancel', { days: one.days }) },
    ]);
    return menuCard(turn, turn.texts.say('my-absences', { lines, count: noted.length }), rows);
  },
};
