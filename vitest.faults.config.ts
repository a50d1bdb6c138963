import { defineConfig } from 'vitest/config';

/** The long campaigns: a million spoken days; every boundary of both stories, and seeded runs with two and three kills. One file at a time, because each takes both cores. */
export default defineConfig({
  test: {
    include: ['test/**/*.campaign.test.ts'],
    fileParallelism: false,
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 6 * 3_600_000,
    hookTimeout: 120_000,
  },
});
