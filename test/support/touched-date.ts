import { addDays, type Day } from '../../domain/day.ts';
import { type TelegramPerson } from './cast.ts';
import { type Company } from './company.ts';
import { heldDate, spoken } from './season.ts';

/**
 * Tom says that he is away for `length` days from a date that Gribitch holds (the first one after `skip` others); resolves
 * with that date and the card on which its manager is asked.
 */
export async function tomIsAwayFrom(
  company: Company,
  { tom, manager }: { readonly tom: TelegramPerson; readonly manager: TelegramPerson },
  skip: number,
  length = 1,
): Promise<{ readonly day: Day; readonly card: number }> {
  const { hold } = await heldDate(company, 'gribitch', skip);
  const last = addDays(hold.day, length - 1);
  const before = manager.read().length;
  await tom.say(
    length === 1 ? `pas dispo le ${spoken(hold.day)}` : `pas dispo du ${spoken(hold.day)} au ${spoken(last)}`,
  );
  await tom.press('C’est ferme', tom.last().id);
  const card = manager
    .read()
    .slice(before)
    .find((message) => manager.buttons(message.id).includes('On en parle'));
  if (card === undefined) throw new Error('the manager was not asked');
  return { day: hold.day, card: card.id };
}
