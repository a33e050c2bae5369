import type mongoose from 'mongoose';
import { onEachBackend } from '../../kit/database.ts';
import type { Doc } from './cases/case.ts';

type Db = mongoose.mongo.Db;
type Collection = mongoose.mongo.Collection<Doc>;

interface Stage {
  stage: string;
  indexName?: string;
  inputStage?: Stage;
  inputStages?: Stage[];
  queryPlan?: Stage;
}

/** The stages of a plan; MongoDB nests them in several ways. */
function stagesOf(plan: Stage): Stage[] {
  const below = [plan.inputStage, plan.queryPlan, ...(plan.inputStages ?? [])].filter(
    (one) => one !== undefined,
  );
  return [plan, ...below.flatMap(stagesOf)];
}

async function planOf(find: {
  explain(): Promise<unknown>;
}): Promise<{ stages: string[]; indexes: string[] }> {
  const { queryPlanner } = (await find.explain()) as { queryPlanner: { winningPlan: Stage } };
  const stages = stagesOf(queryPlanner.winningPlan);
  return {
    stages: stages.map(({ stage }) => stage),
    indexes: stages.flatMap(({ indexName }) => indexName ?? []),
  };
}

await onEachBackend('contract_plans', (connection) => {
  const db = connection.db as Db;

  let c: Collection;
  beforeAll(async () => {
    c = db.collection<Doc>('plans');
    await c.createIndex({ org: 1, at: -1 }, { name: 'org' });
    await c.createIndex({ tags: 1 }, { name: 'tags' });
    await c.createIndex({ name: 1 }, { name: 'name' });
    await c.insertMany(
      Array.from({ length: 200 }, (_, i) => ({
        _id: i as never,
        org: `o${i % 5}`,
        at: i,
        name: `n${i}`,
        tags: [`t${i % 7}`, `t${i % 3}`],
      })),
    );
  });

  const cases: [string, Doc, Doc, string, number][] = [
    ['equality', { name: 'n7' }, {}, 'name', 1],
    ['a range of ids', { _id: { $gt: 150 } as never }, { sort: { _id: 1 } }, '_id_', 49],
    [
      'ids from one to another, backwards',
      { _id: { $gte: 7, $lt: 9 } as never },
      { sort: { _id: -1 } },
      '_id_',
      2,
    ],
    ['$in', { name: { $in: ['n7', 'n8', 'none'] } }, {}, 'name', 2],
    ['a range', { name: { $gte: 'n19', $lt: 'n2' } }, {}, 'name', 11],
    ['a prefix of text', { name: /^n19/ }, {}, 'name', 11],
    ['an element of an array', { tags: 't1' }, {}, 'tags', 86],
    ['a compound prefix', { org: 'o1' }, {}, 'org', 40],
    ['a compound prefix and a range', { org: 'o1', at: { $gt: 150 } }, {}, 'org', 10],
    ['a prefix and a sort by the rest', { org: 'o1' }, { sort: { at: -1 } }, 'org', 40],
    ['a sort backwards', { org: 'o1' }, { sort: { at: 1 } }, 'org', 40],
    ['$and', { $and: [{ org: 'o1' }, { at: { $lt: 11 } }] }, {}, 'org', 2],
    ['$or of indexed fields', { $or: [{ name: 'n1' }, { org: 'o2', at: 2 }] }, {}, 'name', 2],
  ];

  test.each(cases)('%s', async (_, filter, options, index, count) => {
    const { stages, indexes } = await planOf(c.find(filter, options));
    expect(indexes).toContain(index);
    expect(stages).not.toContain('COLLSCAN');
    expect(stages).not.toContain('SORT');
    expect(await c.find(filter, options).toArray()).toHaveLength(count);
  });

  test('the order of an index is the order of the sort', async () => {
    const down = await c.find({ org: 'o1' }).sort({ at: -1 }).limit(3).toArray();
    const up = await c.find({ org: 'o1' }).sort({ at: 1 }).limit(3).toArray();
    expect(down.map(({ at }) => at)).toEqual([196, 191, 186]);
    expect(up.map(({ at }) => at)).toEqual([1, 6, 11]);
  });

  test('an id is looked up, what no index knows is searched', async () => {
    expect((await planOf(c.find({ _id: 3 as never }))).stages.join()).toMatch(/IDHACK|EXPRESS/);
    expect((await planOf(c.find({ other: 1 }))).stages).toContain('COLLSCAN');
  });

  test('a hint by name is followed', async () => {
    expect((await planOf(c.find({ org: 'o1', name: 'n1' }).hint('org'))).indexes).toEqual(['org']);
    expect(await c.find({ org: 'o1', name: 'n1' }).hint('org').toArray()).toHaveLength(1);
  });

  test('a partial index serves a filter that asks for no more than it holds', async () => {
    const c = db.collection<Doc>('partial');
    await c.createIndex({ at: 1 }, { name: 'due', partialFilterExpression: { state: 'ready' } });
    await c.createIndex({ n: 1 }, { name: 'there', partialFilterExpression: { n: { $exists: true } } });
    await c.insertMany(Array.from({ length: 50 }, (_, i) => ({ at: i, state: i % 2 ? 'ready' : 'done' })));
    expect((await planOf(c.find({ state: 'ready', at: { $lte: 9 } }))).indexes).toEqual(['due']);
    expect((await planOf(c.find({ at: { $lte: 9 } }))).indexes).toEqual([]);
    expect((await planOf(c.find({ n: { $gt: 3 } }))).indexes).toEqual(['there']);
    expect(await c.find({ state: 'ready', at: { $lte: 9 } }).toArray()).toHaveLength(5);
    expect(await c.find({ at: { $lte: 9 } }).toArray()).toHaveLength(10);
  });
});
