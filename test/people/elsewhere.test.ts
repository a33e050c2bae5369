/** Whom a platform's own pickers cannot offer, because they have no account there. */
import { people } from '../../src/people/model.ts';
import { aboutPeople } from '../../src/people/platform-ports.ts';
import { searchOf } from '../../src/people/search.ts';
import { aPerson } from '../kit/someone.ts';
import { type World, world } from '../kit/world.ts';

let w: World;
const slack = { platform: 'slack', tenant: 'T.1' };
const feishu = { platform: 'feishu', tenant: 't1' };
const elsewhere = async (of: typeof slack, typed = '') =>
  (await aboutPeople(w.inside, w.clock.now).elsewhere(of, typed)).map((o) => o.value);
const has = (id: string, ...accounts: string[]) =>
  w.inside(() => people.change({ _id: id }, { $set: { accounts } }));

beforeAll(async () => {
  w = await world({ database: 'people-elsewhere' });
  for (const { _id } of await w.inside(() => people.find({}))) await has(_id, `slack:T.1:${_id}`);
});
afterAll(() => w.end());

test('nobody is elsewhere where everybody has the same platform', async () => {
  expect(await elsewhere(slack)).toEqual([]);
  expect(await elsewhere(slack, 'bo')).toEqual([]);
});

test('who has another platform, or another workspace, is; who has both is not', async () => {
  await has('bo', 'feishu:t1:bo');
  await has('ann', 'feishu:t1:ann', 'slack:T.1:ann');
  await has('dev', 'slack:Tx1:dev');
  expect(await elsewhere(slack)).toEqual(['bo', 'dev']);
  expect(await elsewhere(feishu)).not.toContain('ann');
  expect(await elsewhere(feishu)).toContain('chen');
  expect(await elsewhere(slack, 'lars')).toEqual(['bo']);
  expect(await elsewhere(slack, 'miller')).toEqual([]);
  expect(await elsewhere(feishu, 'chen w')).toEqual(['chen']);
});

test('whoever has no account at all is found by name; whoever left is not', async () => {
  const more = [
    { _id: 'noa', name: 'Noa None', accounts: [] },
    { _id: 'gone', name: 'Gerd Gone', left: '2026-12-01', accounts: ['feishu:t1:gone'] },
  ];
  await w.inside(() =>
    people.insertAll(
      more.map((p) => ({
        ...aPerson(p),
        search: searchOf({ name: p.name, email: `${p._id}@example.org` }),
      })),
    ),
  );
  expect(await elsewhere(slack)).toEqual(['bo', 'dev']);
  expect(await elsewhere(slack, 'noa')).toEqual(['noa']);
  expect(await elsewhere(slack, 'gone')).toEqual([]);
});

test('namesakes are told apart', async () => {
  const [bo] = await aboutPeople(w.inside, w.clock.now).elsewhere(slack, 'bo larsen');
  expect(bo).toEqual({ label: 'Bo Larsen', value: 'bo', hint: 'Product lead, Product' });
});
