import { testProgram } from './redis.ts';

/** Runs once before all test files: where Redis has to be fetched, it is fetched once and not by each of them at the same time. */
export async function setup(): Promise<void> {
  await testProgram();
}
