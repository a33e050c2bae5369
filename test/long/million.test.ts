import { askIndexed } from '../contract/store/scans.ts';

test('among a million documents too', async () => {
  const { collection, index, slowest } = await askIndexed(1_000_000);
  process.stdout.write(
    `1,000,000 documents: ${collection} collections read, slowest ${slowest.toFixed(0)} ms\n`,
  );
  expect({ collection, index }).toEqual({ collection: 0, index: 9 });
}, 900_000);
