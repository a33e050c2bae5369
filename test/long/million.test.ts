import { askIndexed } from '../contract/store/scans.ts';

/** To read all of them takes seconds. */
const atMostMs = 500;

test('indexed questions are quick among a million documents too', async () => {
  const slowest = await askIndexed(1_000_000);
  process.stdout.write(`1,000,000 documents: slowest ${slowest.toFixed(0)} ms\n`);
  expect(slowest).toBeLessThan(atMostMs);
}, 900_000);
