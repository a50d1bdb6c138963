import { calendarOf } from '../../documents/calendar-file.ts';
import { sampleDates } from './calendar-samples.ts';
import { readByIcalJs, readByNodeIcal } from './read-calendar.ts';

/** Run as a process of its own, under whatever zone that has: says the sample calendar, and what two readers make of it there. */
const file = calendarOf({ name: 'Mes dates (La Belle Étape)', refreshHours: 1 }, sampleDates());
const [one, other] = [readByIcalJs(file), readByNodeIcal(file)].map(({ events }) => [...events.values()]);
process.stdout.write(JSON.stringify({ file, one, other, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }));
