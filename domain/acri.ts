import { type Role } from './person.ts';

/** Accountable, consulted, responsible, informed. One letter may be held by several; a cell may hold two. */
export type Acri = 'A' | 'C' | 'R' | 'I' | 'RA' | '-';

/** Who the matrices speak of: people by role, the act and the musician concerned, and Régie itself with its AI teams. */
export type Party = Role | 'artist' | 'direct-manager' | 'it' | 'newcomer' | 'system' | 'ai-teams';

/** One process: its steps, and for each party its letter at each step, in that order. */
export interface AcriMatrix {
  readonly steps: readonly string[];
  readonly parties: Readonly<Partial<Record<Party, readonly Acri[]>>>;
}

/** The four responsibility matrices of the agency's plan (pilier 2, « Matrices de Responsabilités »), as data. */
export const acri = {
  campaign: {
    steps: ['prospecting', 'target', 'base-message', 'follow-up'],
    parties: {
      booker: ['R', 'A', 'C', 'R'],
      manager: ['I', 'C', 'A', 'C'],
      system: ['A', '-', 'R', 'A'],
      'ai-teams': ['R', '-', 'R', '-'],
      artist: ['I', 'I', 'I', 'I'],
    },
  },
  deal: {
    steps: ['lead-status', 'calendar-event', 'agenda', 'notification', 'contract'],
    parties: {
      booker: ['C', 'C', 'C', 'C', 'R'],
      manager: ['A', 'A', 'A', 'A', 'A'],
      system: ['R', 'R', 'R', 'R', '-'],
      artist: ['I', 'I', 'I', 'I', 'C'],
      legal: ['I', 'I', 'I', 'I', 'C'],
    },
  },
  onboarding: {
    steps: ['accounts', 'equipment', 'introduction', 'training', 'trial-period'],
    parties: {
      hr: ['A', 'A', 'C', 'A', 'A'],
      system: ['R', 'I', 'R', 'R', 'I'],
      'direct-manager': ['I', 'R', 'R', 'R', 'R'],
      it: ['R', 'R', 'I', 'C', 'I'],
      newcomer: ['I', 'I', 'I', 'I', 'I'],
    },
  },
  availability: {
    steps: ['submission', 'validation', 'sync', 'booker-notice', 'impact'],
    parties: {
      musician: ['R', 'I', 'I', 'I', 'I'],
      manager: ['C', 'A', 'C', 'C', 'A'],
      system: ['I', 'I', 'R', 'R', 'R'],
      booker: ['I', 'I', 'I', 'I', 'C'],
    },
  },
} as const satisfies Record<string, AcriMatrix>;

/** The parties with an A at a step: who decides. Empty for a step the matrix does not know. */
export function accountableRoles(process: keyof typeof acri, step: string): readonly Party[] {
  const matrix: AcriMatrix = acri[process];
  const column = matrix.steps.indexOf(step);
  return partiesOf(matrix)
    .filter(([, letters]) => letters[column]?.includes('A') === true)
    .map(([party]) => party);
}

function partiesOf(matrix: AcriMatrix): [Party, readonly Acri[]][] {
  const known = Object.entries(matrix.parties);
  return known.flatMap(([party, letters]): [Party, readonly Acri[]][] =>
    isParty(party, matrix) && letters !== undefined ? [[party, letters]] : [],
  );
}

function isParty(name: string, matrix: AcriMatrix): name is Party {
  return name in matrix.parties;
}
