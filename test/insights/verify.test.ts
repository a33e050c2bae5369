import { facts } from '../../src/core/facts.ts';
import { inWords, verify } from '../../src/insights/verify.ts';
import { type World, world } from '../kit/world.ts';
import { praise } from './praise.ts';

let w: World;
beforeAll(async () => {
  w = await world({ database: 'insights-verify', more: [praise] });
  for (let i = 0; i < 5; i += 1) await w.as('bo').types('/perf praise ann');
});
afterAll(() => w.end());

const raw = () => w.store.connection.collection<{ _id: string }>('facts');

test('a chain that nobody touched is whole', async () => {
  const { verdict, text } = await verify(w.store);
  expect(verdict).toMatchObject({ whole: true, sealed: 5, unsealed: 0 });
  expect(text).toBe('The audit is whole: 5 facts in an unbroken chain, nothing waits to be sealed.');
});

test.each([
  ['changed', { $set: { by: 'hanna' } }],
  ['told of another person', { $set: { about: 'tom' } }],
  ['given other data', { $set: { 'data.n': 2 } }],
  ['moved in time', { $set: { at: new Date('2026-01-01') } }],
])('a fact that was %s breaks it there', async (_, change) => {
  const third = await w.inside(() => facts.one({ seq: 3 }));
  await raw().updateOne({ _id: third?._id ?? '' }, change);
  const { verdict, text } = await verify(w.store);
  expect(verdict).toMatchObject({ whole: false, sealed: 2, brokenAt: third?._id });
  expect(text).toContain('broken after 2 facts: number 3');
  await raw().replaceOne({ _id: third?._id ?? '' }, third as never);
  expect((await verify(w.store)).verdict.whole).toBe(true);
});

test('a fact that was taken out breaks it at the one behind', async () => {
  const [third, fourth] = await w.inside(() =>
    facts.find({ sealed: true, seq: { $in: [3, 4] } }, { sort: { seq: 1 } }),
  );
  await raw().deleteOne({ _id: third?._id ?? '' });
  expect((await verify(w.store)).verdict).toMatchObject({ whole: false, brokenAt: fourth?._id });
  await raw().insertOne(third as never);
  expect((await verify(w.store)).verdict.whole).toBe(true);
});

test('what waits to be sealed is told', () => {
  expect(inWords({ whole: true, sealed: 1, unsealed: 2 })).toContain(
    '1 fact in an unbroken chain, 2 newer facts',
  );
});
