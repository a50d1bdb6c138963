import { type Reporter, type TestCase, type TestModule } from 'vitest/node';

const shown = 10;

/**
 * Prints the ten slowest tests and, as its last line, `N passed, N failed`, which scripts can read. A file that could not
 * be loaded and an error outside of any test count as failures: nothing that went wrong leaves the count at zero.
 */
export class SlowestReporter implements Reporter {
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void = (line) => void process.stdout.write(`${line}\n`)) {
    this.#print = print;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const slowest = tests.toSorted((a, b) => durationOf(b) - durationOf(a)).slice(0, shown);
    this.#print('\nSlowest tests:');
    for (const test of slowest)
      this.#print(
        `${String(Math.round(durationOf(test))).padStart(7)} ms  ${test.module.relativeModuleId} › ${test.fullName}`,
      );
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    const broken = modules.flatMap((module) => module.errors()).length + unhandledErrors.length;
    this.#print(`\n${passed} passed, ${failed + broken} failed`);
  }
}

function durationOf(test: TestCase): number {
  return test.diagnostic()?.duration ?? 0;
}
