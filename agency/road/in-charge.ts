import { type Recipient } from '../../core/notification.ts';
import { type Services } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { recipients } from '../recipients.ts';
import { type KnownSheet } from './known-sheet.ts';

/**
 * Whom something about a date is said to: its régisseur; those who manage the act where there is none, where nothing reaches
 * them, or where it is they who say it (`by`).
 */
export async function inCharge(
  services: Services,
  { sheet, artist }: Pick<KnownSheet, 'sheet' | 'artist'>,
  by: string | null = null,
): Promise<Recipient[]> {
  const today = dayAt(services.now, services.agency.timezone);
  const linked = async (ids: readonly string[]): Promise<Recipient[]> => {
    const others = ids.filter((id) => id !== by);
    const found = await recipients(services.store, others, today);
    return found.filter(({ accounts }) => accounts.some((account) => account.revokedAt === null));
  };
  const first = sheet.regisseur === null ? [] : await linked([sheet.regisseur]);
  return first.length > 0 ? first : linked(artist.managers);
}

/** The same for what a job has to say: managers without an account are written to by the way that is left. */
export async function inChargeOrManagers(
  services: Services,
  known: Pick<KnownSheet, 'sheet' | 'artist'>,
): Promise<Recipient[]> {
  const found = await inCharge(services, known);
  const today = dayAt(services.now, services.agency.timezone);
  return found.length > 0 ? found : recipients(services.store, known.artist.managers, today);
}
