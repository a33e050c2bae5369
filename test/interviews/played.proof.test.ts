/** Everybody plays: all conversations come to their end, in both languages; and whatever is delivered twice or torn changes nothing. */
import { play } from '../../src/core/play.ts';
import { type Interview, interviews } from '../../src/interviews/model.ts';
import { dump } from '../kit/dump.ts';
import type { Disturbance, World } from '../kit/world.ts';
import { agreeOn, conclude, filesOf, talksWorld } from './talks.ts';

const all = (w: World): Promise<Interview[]> => w.inside(() => interviews.find({}, { sort: { _id: 1 } }));
const everybody = [
  'chen',
  'hanna',
  'lin',
  'bo',
  'ann',
  'dev',
  'zhao',
  'wang',
  'sun',
  'li',
  'carla',
  'tom',
  'nina',
];

test('played by all: written ones are done at once, the others meet, note it, confirm, and say whether it helped', async () => {
  const w = await talksWorld('played');
  const deeds = await play(w.parts, w.bot, everybody, 'seed');
  await w.bot.settle();
  expect(deeds.length).toBeGreaterThan(10);
  expect((await all(w)).map((i) => [i.person, i.state]).filter(([, s]) => s !== 'done')).toEqual([
    ['dev', 'scheduled'],
    ['tom', 'scheduled'],
  ]);
  await w.until('2027-05-13T06:00:00Z');
  await play(w.parts, w.bot, everybody, 'later');
  await w.bot.settle();
  expect((await all(w)).filter((i) => i.state !== 'done')).toEqual([]);
  expect((await all(w)).find((i) => i.person === 'dev')?.notes?.steps).toHaveLength(1);
  await w.until('2027-07-20T06:00:00Z');
  await play(w.parts, w.bot, everybody, 'two months later');
  await w.bot.settle();
  const said = (await all(w)).filter((i) => i.helped.person && i.helped.manager);
  // Written feedback is no conversation to ask about.
  expect(said.map((i) => i.person)).toEqual(['dev', 'tom']);
  expect(w.as('wang').sees()).toContain('看到的事和带来的变化');
  await w.end();
}, 120_000);

async function lived(name: string, how: Disturbance) {
  const w = await talksWorld(name, how);
  await agreeOn(w, 'dev', 'bo', '2027-05-04');
  await agreeOn(w, 'dev', 'bo', '2027-05-05');
  await conclude(w, 'dev', 'bo');
  const store = await dump(w);
  const files = [...filesOf(w, 'bo'), ...filesOf(w, 'dev')];
  await w.end();
  return { store, files };
}

test('the same events twice, and every third run torn: the same cards, files and documents', async () => {
  const plain = await lived('plain', {});
  expect(plain.files).toHaveLength(6);
  expect(await lived('twice', { twice: true })).toEqual(plain);
  expect(await lived('torn', { abortEvery: 3 })).toEqual(plain);
}, 120_000);
