import { dump } from '../kit/dump.ts';
import { type Disturbance, type World, world } from '../kit/world.ts';
import { seats } from './seats.ts';

const best = { did: 'You let the intern go first', effect: 'They came back with ideas' };

async function lived(database: string, how: Disturbance): Promise<string> {
  const w: World = await world({ database, start: '2027-01-05T13:00:00Z', ...how });
  const as = seats(() => w);
  await as('tom').types('/perf kudos @ann @bo stayed late');
  await as('ann').presses('Say thanks');
  for (const [who, visible] of [
    ['tom', 'unnamed'],
    ['wang', 'unnamed'],
    ['dev', 'named'],
    ['li', 'unnamed'],
    ['zhao', 'manager'],
  ] as const) {
    await as(who).types('/perf feedback @ann');
    await as(who).submits({ ...best, whom: 'ann', visible });
  }
  await as('bo').types('/perf note @ann held a training');
  await as('ann').presses('I have seen it');
  await as('ann').types('/perf feedback');
  await as('ann').submits({ whom: ['bo', 'nina'] });
  await as('bo').presses('Not now');
  await w.until('2027-01-06T15:00:00Z');
  const all = await dump(w);
  await w.end();
  return all;
}

test('every event delivered twice and every third run aborted: the same store, byte for byte', async () => {
  const once = await lived('feedback-once', {});
  const often = await lived('feedback-often', { twice: true, abortEvery: 3 });
  expect(often).toBe(once);
}, 400_000);
