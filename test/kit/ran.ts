import type { AggregatedResult } from '@jest/reporters';
import { backends } from './backend.ts';

/** Says on which stores the contract ran, if it did, among the closing lines. */
export default class Ran {
  onRunComplete(_: unknown, { testResults }: AggregatedResult): void {
    const contract = testResults.some(({ testFilePath }) => /contract[\\/]store[\\/]/.test(testFilePath));
    if (!contract) return;
    process.once('exit', () => process.stdout.write(`store contract ran on: ${backends.join(', ')}\n`));
  }
}
