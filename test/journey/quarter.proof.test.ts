import { verifyFacts } from '../../src/core/facts.ts';
import { dump } from '../kit/dump.ts';
import { type World, world } from '../kit/world.ts';
import { quarter } from './quarter.ts';

const start = '2027-01-04T08:02:00Z';
const open: World[] = [];
afterEach(async () => {
  for (const w of open.splice(0)) await w.end();
});

async function lived(database: string, how: { twice?: boolean; abortEvery?: number }): Promise<World> {
  const w = await world({ database, start, seed: 'quarter', ...how });
  open.push(w);
  await quarter(w);
  return w;
}

/** The first lines that differ: a whole diff of two such texts takes minutes. */
function difference(a: string, b: string): [string | undefined, string | undefined][] {
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => line !== y[i]);
  return at < 0 && x.length === y.length ? [] : [[x[Math.max(at, 0)], y[Math.max(at, 0)]]];
}

test('every event twice, every tenth run aborted mid-way: the same quarter, to the byte', async () => {
  const calm = await lived('quarter-calm', {});
  const rough = await lived('quarter-rough', { twice: true, abortEvery: 10 });
  const [a, b] = [await dump(calm), await dump(rough)];
  expect(a.length).toBeGreaterThan(20_000);
  expect(difference(a, b)).toEqual([]);
  expect(await rough.inside(() => verifyFacts())).toMatchObject({ whole: true, unsealed: 0 });
  for (const person of ['ann', 'bo', 'hanna', 'wang'])
    expect(rough.as(person).sees()).toBe(calm.as(person).sees());
}, 400_000);
