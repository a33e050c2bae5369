/** A whole cycle, disturbed: every event twice, every tenth run aborted once. Nothing is lost, nothing is doubled. */
import { verifyFacts } from '../../src/core/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { results } from '../../src/results/model.ts';
import { dump } from '../kit/dump.ts';
import { type Lived, lived } from './lived.ts';

/** The first lines that differ: a whole diff of two such texts takes minutes. */
function difference(a: string, b: string): (string | undefined)[] {
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => line !== y[i]);
  return at < 0 && x.length === y.length ? [] : [x[Math.max(at, 0)], y[Math.max(at, 0)]];
}

const once = new Map<string, Lived>();
afterAll(async () => {
  for (const { w } of once.values()) await w.end();
});

test('a calm one goes from the kick-off to a decided appeal, an exported outcome and the close', async () => {
  const calm = await lived('cycle-calm');
  once.set('calm', calm);
  const { w, did } = calm;
  expect((await w.inside(() => cycles.find({}))).map((c) => c.state)).toEqual(['closed']);
  expect(await w.inside(() => participants.tally({ state: { $ne: 'final' } }, ['state']))).toEqual([]);
  expect(await w.inside(() => results.count({ source: 'appeal' }))).toBe(1);
  const deeds = did.map((d) => d.split(': ')[1]);
  for (const deed of ['appealed the result', 'agreed to the decision', 'exports the outcomes'])
    expect(deeds).toContain(deed);
  const dead = { state: 'dead' };
  expect(await w.store.connection.collection('jobs').countDocuments(dead)).toBe(0);
  expect(await w.store.connection.collection('outbox').countDocuments(dead)).toBe(0);
}, 900_000);

test('every event twice, every tenth run aborted once: the same to the byte', async () => {
  const rough = await lived('cycle-rough', { twice: true, abortEvery: 10 });
  once.set('rough', rough);
  const { w } = once.get('calm') as Lived;
  const [a, b] = [await dump(w), await dump(rough.w)];
  expect(a.length).toBeGreaterThan(100_000);
  expect(difference(a, b)).toEqual([]);
  expect(await rough.w.inside(() => verifyFacts())).toMatchObject({ whole: true, unsealed: 0 });
  for (const person of ['ann', 'bo', 'dev', 'hanna', 'zhao'])
    expect(rough.w.as(person).sees()).toBe(w.as(person).sees());
}, 900_000);
