import { shows } from '../../core/records/agency.ts';
import { instantOf, parseDay } from '../../domain/day.ts';
import { type SignalPerson, type TelegramPerson } from './cast.ts';
import { openCompany, type Company } from './company.ts';

/** Gribitch on 12 December at Le Fil, confirmed on 24 November, with a group that the bot may read. */
export interface Road {
  readonly company: Company;
  readonly show: string;
  readonly nadia: TelegramPerson;
  readonly marc: TelegramPerson;
  readonly tom: TelegramPerson;
  readonly ben: TelegramPerson;
  readonly solene: TelegramPerson;
  readonly lea: SignalPerson;
  readonly group: number;
  readonly moveTo: (day: string, time: string) => Promise<void>;
  /** The minute of ↩ passes. */
  readonly minute: () => Promise<void>;
  /** What Régie wrote in the group. */
  readonly inGroup: () => string[];
}

/** Opens the road of one show, at `deal`'s hours, with nothing on its sheet. */
export async function openRoad(deal = '/deal gribitch le fil 12/12 1800ht payante passage 20h30'): Promise<Road> {
  const company = await openCompany();
  const nadia = await company.telegram('nadia-benali');
  const tom = await company.telegram('tom-garnier');
  const ben = await company.telegram('ben-hartley', 'en');
  const solene = await company.telegram('solene-le-bihan');
  const marc = await company.telegram('marc-delaunay');
  const lea = await company.signal('lea-moreau');
  const { control } = company.stage.sandbox.telegram;
  const members = [marc.id, tom.id, solene.id];
  const bots = [company.staff];
  const group = control.createGroup({ title: 'Gribitch', members, bots, admins: bots }).id;
  await company.calm();
  await marc.say('/lier gribitch', group);
  await nadia.say(deal);
  await nadia.press('Envoyer à valider');
  await marc.press('Valider');
  await company.later(61_000);
  const all = await company.stage.product.runtime.store.all(shows);
  const show = all.find(({ value }) => value.day === '2026-12-12' && value.artist === 'gribitch')?.value.id ?? '-';
  return {
    company,
    show,
    nadia,
    marc,
    tom,
    ben,
    solene,
    lea,
    group,
    moveTo: async (text, time) => {
      const day = parseDay(text);
      if (day === null) throw new Error(text);
      await company.stage.moveTo(instantOf(day, time, 'Europe/Paris') + 1000);
      await company.calm();
    },
    minute: async () => {
      await company.later(61_000);
      await company.calm();
    },
    inGroup: () =>
      control
        .chat(group)
        .messages.filter((message) => message.from.isBot && message.service === null)
        .map((message) => message.text),
  };
}

/** Everything Régie wrote to somebody, one text each. */
export function wordsOf(person: TelegramPerson | SignalPerson): string[] {
  return person.read().map((message) => message.text ?? '');
}
