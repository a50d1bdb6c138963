import { timeAt } from '../domain/day.ts';
import { type Texts } from '../core/texts.ts';

/** « 14 h 02 » in French, "14:02" in English. */
export function clockTime(instant: number, zone: string, texts: Texts): string {
  const [hours = '', minutes = ''] = timeAt(instant, zone).split(':');
  return texts.label('clock-time', { hours: String(Number(hours)), minutes });
}
