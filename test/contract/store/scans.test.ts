import { askIndexed } from './scans.ts';

test('indexed questions find what they should among many', async () => {
  await askIndexed(20_000);
}, 60_000);
