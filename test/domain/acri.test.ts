import { describe, expect, it } from 'vitest';
import { accountableRoles, acri, type AcriMatrix, type Party } from '../../domain/acri.ts';

/** The plan's four tables, as printed: one line a role, one column a step. */
const plan: Readonly<Record<keyof typeof acri, string>> = {
  campaign: `
    booker R A C R
    manager I C A C
    system A - R A
    ai-teams R - R -
    artist I I I I`,
  deal: `
    booker C C C C R
    manager A A A A A
    system R R R R -
    artist I I I I C
    legal I I I I C`,
  onboarding: `
    hr A A C A A
    system R I R R I
    direct-manager I R R R R
    it R R I C I
    newcomer I I I I I`,
  availability: `
    musician R I I I I
    manager C A C C A
    system I I R R R
    booker I I I I C`,
};

function printed(table: string): Record<string, string[]> {
  const lines = table.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => line.trim().split(' ')).map(([party = '', ...letters]) => [party, letters]),
  );
}

describe('the responsibility matrices', () => {
  for (const name of ['campaign', 'deal', 'onboarding', 'availability'] as const) {
    it(`when the plan's table of ${name} is read, it is ours, letter for letter`, () => {
      expect(acri[name].parties).toEqual(printed(plan[name]));
    });

    it(`when a line of ${name} is read, it has a letter for every step`, () => {
      const matrix: AcriMatrix = acri[name];
      for (const letters of Object.values(matrix.parties)) expect(letters).toHaveLength(matrix.steps.length);
    });
  }
});

describe('who decides', () => {
  it.each<[keyof typeof acri, string, Party[]]>([
    ['availability', 'validation', ['manager']],
    ['availability', 'impact', ['manager']],
    ['availability', 'sync', []],
    ['campaign', 'target', ['booker']],
    ['campaign', 'base-message', ['manager']],
    ['campaign', 'prospecting', ['system']],
    ['deal', 'contract', ['manager']],
    ['onboarding', 'accounts', ['hr']],
    ['onboarding', 'introduction', []],
    ['deal', 'no-such-step', []],
  ])('when %s comes to %s, it is %j', (process, step, parties) => {
    expect(accountableRoles(process, step)).toEqual(parties);
  });
});
