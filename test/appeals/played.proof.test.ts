/** Everybody does what they owe around appeals; disturbed or not, it ends the same. */
import { appealsModule } from '../../src/appeals/index.ts';
import { appealFigures, appeals } from '../../src/appeals/model.ts';
import { people } from '../../src/people/model.ts';
import { versionsOf } from '../../src/results/model.ts';
import { dump } from '../kit/dump.ts';
import type { Disturbance, World } from '../kit/world.ts';
import { appealsWorld } from './arrange.ts';

async function moves(w: World, id: string): Promise<string[]> {
  const move = await w.inside(async () => appealsModule.player?.(id, w.clock.now(), () => 0));
  if (!move || 'say' in move) return [];
  const event =
    'press' in move
      ? { kind: 'press', token: move.press }
      : { kind: 'submit', token: move.submit, values: move.values };
  const { errors } = await w.as(id).sends(event as never);
  if (errors) throw new Error(`${id}: ${move.what('en')}: ${JSON.stringify(errors)}`);
  return [`${id} ${move.what('en')}`];
}

async function playAll(w: World): Promise<string[]> {
  const ids = (await w.inside(() => people.find({}, { sort: { _id: 1 } }))).map((p) => p._id);
  const did: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const before = did.length;
    for (const id of ids) did.push(...(await moves(w, id)));
    if (did.length === before) return did;
  }
  throw new Error(`it never ends: ${did.join(', ')}`);
}

async function played(database: string, how: Disturbance = {}): Promise<{ did: string[]; all: string }> {
  const w = await appealsWorld(database, async () => {}, how);
  const did = await playAll(w);
  expect(await w.inside(() => appeals.find({}))).toMatchObject([
    { person: 'dev', state: 'decided', decision: { outcome: 'adjusted', version: 2 } },
  ]);
  expect(await w.inside(() => versionsOf('q1', 'dev'))).toHaveLength(2);
  await w.until('2027-05-06T12:00:00Z');
  expect(await w.inside(() => appealFigures('q1'))).toMatchObject({ count: 1, open: 0, changed: 1 });
  const all = await dump(w);
  await w.end();
  return { did, all };
}

test('every event twice, every third run aborted: byte for byte the same', async () => {
  const calm = await played('calm');
  expect(calm.did).toEqual([
    'dev appealed the result',
    'hanna named a case owner and a panel',
    'lin confirmed receipt',
    ...calm.did.slice(3),
  ]);
  expect(calm.did.at(-1)).toContain('agreed to the decision');
  expect((await played('rough', { twice: true, abortEvery: 3 })).all).toBe(calm.all);
}, 400_000);
