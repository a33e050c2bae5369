import { participants } from '../../src/cycles/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import { dump } from '../kit/dump.ts';
import type { Disturbance } from '../kit/world.ts';
import { ratingsWorld, says } from './arrange.ts';
import { playAll } from './played.ts';

const group = [{ of: 'peer' as const, value: '3.5', givers: '5+' as const }];
const product = ['ann', 'dev', 'bo', 'chen'];

async function played(database: string, how: Disturbance = {}): Promise<string> {
  const few = async () => {
    await participants.remove({ person: { $nin: product } });
    await says('ann', { competencies: group, collaboration: group });
  };
  const w = await ratingsWorld(database, few, how);
  await playAll(w);
  expect(await w.inside(() => ratings.count({ cycle: 'q1', state: 'approved' }))).toBe(3);
  const all = await dump(w);
  await w.end();
  return all;
}

test('every event twice, every third run aborted: byte for byte the same', async () => {
  expect(await played('rough', { twice: true, abortEvery: 3 })).toBe(await played('calm'));
}, 400_000);
