import type { AggregatedResult } from '@jest/reporters';

/** Prints the closing line that CI reads, after jest's own summary. */
export default class Tally {
  onRunComplete(_: unknown, r: AggregatedResult): void {
    const failed = r.numFailedTests + r.numRuntimeErrorTestSuites;
    const skipped = r.numPendingTests + r.numTodoTests;
    process.once('exit', () => {
      process.stdout.write(`${r.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`);
    });
    // A failed test may leave a connection open, which must not hold the run up.
    setTimeout(() => process.exit(failed > 0 ? 1 : 0), 10_000).unref();
  }
}
