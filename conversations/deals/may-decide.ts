import { artists } from '../../core/records/agency.ts';
import { type Approval } from '../../core/records/oversight.ts';
import { type Turn } from '../../core/turn.ts';
import { accountableRoles } from '../../domain/acri.ts';
import { dayAt } from '../../domain/day.ts';
import { mayDecideFor } from '../../agency/deciders.ts';

/** Whether this person may decide about a deal at this moment (ACRI: the manager is accountable for every step of a deal). */
export async function mayDecideDeal(turn: Turn, approval: Approval): Promise<boolean> {
  const artist = await turn.store.get(artists, approval.artist);
  if (artist === null) return false;
  const accountable = accountableRoles('deal', 'lead-status');
  const today = dayAt(turn.now, turn.agency.timezone);
  const answers = turn.person.roles.some((role) => accountable.includes(role));
  if (answers && (await mayDecideFor(turn, turn.person, artist.value, today))) return true;
  // Administration answers where it was asked, which happens when no manager could be reached.
  return turn.person.roles.includes('admin') && approval.cards.some((card) => card.person === turn.person.id);
}
