import { joinDrafts, put, unchanged } from '../../core/commit.ts';
import { defineHandler } from '../../core/job.ts';
import { people } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { audit } from '../../core/records/oversight.ts';
import { revokeLeavers } from './revoke-leavers.job.ts';

/** Revokes what leavers still have. Their messages count as a stranger's from the day after their last in any case. */
export const revokeLeaversHandler = defineHandler(revokeLeavers, async (step, { day }) => {
  const everybody = await step.store.all(people);
  const left = everybody.filter(({ value }) => value.leaves !== null && value.leaves < day);
  const linked = await Promise.all(
    left.map(({ value }) => step.store.find(accounts, { name: 'person', value: value.id })),
  );
  return joinDrafts(
    ...linked.flat().map((account) => ({
      guards: [unchanged(accounts, account)],
      writes: [
        put(accounts, { ...account.value, revokedAt: step.now }),
        put(audit, {
          id: step.random.token(),
          at: step.now,
          what: 'account.revoked',
          person: account.value.person,
          account: account.value.id,
          subject: account.value.person,
          outcome: 'left',
        }),
      ],
    })),
  );
});
