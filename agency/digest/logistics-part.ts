import { addDays } from '../../domain/day.ts';
import { logisticsDays, logisticsReminders } from '../../domain/reminders/date-reminders.ts';
import { comingDates, dateText } from '../missing-lines.ts';
import { stacked } from '../wording.ts';
import { freshIn, type Part, type Reader } from './section.ts';

const labelLength = 60;

/** Ten days before a date, to its booker and the managers of its act: what is still missing, each task to tick. */
export async function logisticsPart(reader: Reader): Promise<Part> {
  const { step, person, acts, morning, texts } = reader;
  const live = acts.filter((act) => act.status === 'active');
  const span = { from: morning.today, to: addDays(morning.today, logisticsDays) };
  const dates = (await comingDates(step, live, span)).filter((date) => date.concerned.includes(person.id));
  return {
    reminders: logisticsReminders(
      dates.map(({ show }) => show),
      morning.today,
    ),
    show: (fresh) => {
      const told = new Set(freshIn(fresh, 'logistics').map(({ show }) => show));
      const shown = dates.filter(({ show }) => told.has(show.id));
      const open = shown.flatMap((date) => date.open);
      const isComplete = shown.every((date) => date.open.length === 0 && date.facts.length === 0);
      return {
        text: stacked([
          texts.say('logistics', { count: shown.length }),
          ...shown.map((date) => dateText(step, texts, date)),
        ]),
        first: isComplete ? [] : [[{ key: 'command:manque', label: texts.label('digest-logistics-open') }]],
        more: open.map((task) => [{ key: `task.done:${task.id}`, label: `✓ ${task.title}`.slice(0, labelLength) }]),
      };
    },
  };
}
