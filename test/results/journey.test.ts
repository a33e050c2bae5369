/** The way of a result with its person: read, explained, acknowledged, silent, a new version. */
import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { scored, withLevels } from '../../src/ratings/rescore.ts';
import { revise } from '../../src/results/issue.ts';
import { receiptOf, resultOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { does, releasedWorld } from './arrange.ts';

let w: World;
beforeAll(async () => {
  w = await releasedWorld('results-journey');
});
afterAll(() => w.end());

const place = (person: string) => w.inside(() => participants.must(`q1:${person}`));
const receipt = (person: string) => w.inside(() => receiptOf('q1', person));

test('the summary is there, and leads to the sum', async () => {
  const ann = w.as('ann');
  console.log(ann.sees());
  console.log(w.as('wang').sees());
  await ann.presses('Why this score?');
  console.log(ann.sees());
});
