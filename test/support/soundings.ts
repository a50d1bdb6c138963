import { soundings } from '../../core/records/booking.ts';
import { notifications } from '../../core/records/oversight.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { type Sounding } from '../../domain/sounding.ts';
import { type SignalPerson, type TelegramPerson } from './cast.ts';
import { openCompany, type Company } from './company.ts';
import { freeDays, spoken } from './season.ts';

/** The agency with everybody of Gribitch, its booker and a manager, each on the channel they prefer. */
export interface SoundingStage {
  readonly company: Company;
  readonly nadia: TelegramPerson;
  readonly tom: TelegramPerson;
  readonly ben: TelegramPerson;
  readonly malo: TelegramPerson;
  readonly lea: SignalPerson;
  readonly clara: SignalPerson;
  readonly anna: SignalPerson;
  /** A day nobody was asked about yet. */
  readonly day: () => Day;
  /** Asks everybody about a new day, at ten the next morning. */
  readonly askAll: (line?: string) => Promise<{ readonly on: Day; readonly card: number }>;
  /** The sounding asked last. */
  readonly latest: () => Promise<Sounding>;
  /** How many notifications of somebody wait for the end of their quiet hours. */
  readonly waitingFor: (person: string) => Promise<number>;
}

/** What the button says when all five of Gribitch are asked. */
export const askEverybody = 'Demander à 5 personnes';

/** Everybody joins. */
export async function openSoundings(): Promise<SoundingStage> {
  const company = await openCompany();
  const nadia = await company.telegram('nadia-benali');
  const free = await freeDays(company, 120, 30);
  let next = 0;
  const day = (): Day => addDays(free, (next += 1) - 1);
  const { store } = company.stage.product.runtime;
  return {
    company,
    nadia,
    tom: await company.telegram('tom-garnier'),
    ben: await company.telegram('ben-hartley', 'en'),
    malo: await company.telegram('malo-guivarch'),
    lea: await company.signal('lea-moreau'),
    clara: await company.signal('clara-fontaine'),
    anna: await company.signal('anna-kervella'),
    day,
    askAll: async (line = 'le fil') => {
      await company.at(1, '10:00');
      const on = day();
      await nadia.say(`/sonder gribitch ${spoken(on)} ${line}`);
      const card = nadia.last().id;
      // Whoever cannot be reached any more is not counted on it.
      await nadia.press(nadia.buttons(card)[0] ?? askEverybody, card);
      return { on, card };
    },
    latest: async () => {
      const all = (await store.all(soundings)).map((one) => one.value).toSorted((a, b) => a.askedAt - b.askedAt);
      const found = all.at(-1);
      if (found === undefined) throw new Error('nothing was asked');
      return found;
    },
    waitingFor: async (person) =>
      (await store.all(notifications)).filter(({ value }) => value.person === person && value.state === 'waiting')
        .length,
  };
}
