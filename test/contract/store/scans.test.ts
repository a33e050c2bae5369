import { askIndexed } from './scans.ts';

test('questions by indexed fields read no collection', async () => {
  const { collection, index } = await askIndexed(20_000);
  expect({ collection, index }).toEqual({ collection: 0, index: 9 });
}, 60_000);
