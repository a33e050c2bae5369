import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { batches } from '../../src/results/batches.ts';
import { receiptOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { feedbackOpens, ratedWorld } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await ratedWorld('results-release', async () => {
    await participants.change({ cycle: 'q1' }, { $set: { state: 'calibrated' } });
    await participants.change({ _id: 'q1:tom' }, { $set: { state: 'rated' } });
  });
});
afterEach(() => w.end());

test('prints', async () => {
  await w.until(feedbackOpens);
  const hanna = w.as('hanna');
  await hanna.types('/perf release');
  await hanna.submits({ cycle: 'q1', units: [] });
  console.log(JSON.stringify(hanna.reply()));
  await hanna.presses('Ask for the sign-off');
  console.log(JSON.stringify(hanna.reply()), hanna.sees(), w.as('chen').sees());
  await w.as('chen').presses('签批');
  await hanna.presses('Release now');
  await w.until('2027-04-26T07:10:00Z');
  console.log(hanna.sees());
  console.log(w.as('ann').sees());
  console.log(JSON.stringify(await w.inside(() => batches.find({}))), (await w.inside(() => facts.find({}))).map((f) => f.kind + f.about).join());
  await w.as('bo').types('/perf result team');
  console.log(w.as('bo').sees());
  await w.as('ann').presses('Printable record');
  await w.as('ann').types('/perf history');
  console.log(w.as('ann').sees());
});
