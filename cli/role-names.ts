/** What a process of Régie can be; without a choice it is everything. */
export const roleNames = ['bot', 'worker', 'web', 'signal-reader'] as const;

/** What a process of Régie can be. */
export type RoleName = (typeof roleNames)[number];
