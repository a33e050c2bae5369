import { people } from '../../src/people/model.ts';
import { aPerson } from '../kit/someone.ts';
import { type World, world } from '../kit/world.ts';

let w: World;
beforeAll(async () => {
  w = await world({ database: 'people-directory', start: '2027-01-04T09:00:00Z' });
  const more = [
    { _id: 'soon', name: 'Sofia Soon', hired: '2027-02-01' },
    { _id: 'gone', name: 'Gerd Gone', left: '2026-12-01' },
  ];
  await w.inside(() => people.insertAll(more.map((p) => aPerson(p))));
});
afterAll(() => w.end());

test.each([
  ['soon', 'You begin on Mon 1 Feb; from that day on I am here for you.'],
  ['gone', 'This account has been closed.'],
])('%s: %s', async (person, words) => {
  expect((await w.as(person).types('/perf')).toast).toContain(words);
});
