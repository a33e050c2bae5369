/** Half of the people here, half there: rooms, and what the bot says in them. */
import { command, module } from '../../src/core/module.ts';
import { gather, rooms } from '../../src/core/room.ts';
import { people } from '../../src/people/model.ts';
import { type FakePlatform, fakePlatform } from '../kit/platform.ts';
import { type World, world } from '../kit/world.ts';

const meets = module('meets', {
  commands: [
    command('meet', {
      help: () => 'meet',
      touches: ['notes:W'],
      load: async () => undefined,
      allow: () => true,
      async run(ctx, _, { text }) {
        await gather(ctx, `meet:${text}`, 'A meeting', text.split(' '));
        ctx.tell(`meeting:${text}`, { room: `meet:${text}` }, () => ({ title: 'In the room', blocks: [] }));
      },
    }),
  ],
});

let w: World;
let other: FakePlatform;
beforeAll(async () => {
  w = await world({ database: 'twoplatforms', more: [meets] });
  other = fakePlatform(w.clock, 'other');
  (w.parts.adapters as Map<string, unknown>).set('other', other);
  for (const id of ['bo', 'dev'])
    await w.inside(() => people.change({ _id: id }, { $set: { accounts: [`other:T1:${id}`] } }));
});
afterAll(() => w.end());

test('most are here: whoever is elsewhere hears it in their own conversation, once', async () => {
  await w.as('ann').types('/perf meet ann hanna bo');
  expect((await w.inside(() => rooms.must('meet:ann hanna bo'))).lane).toBe('web:local');
  expect(w.platform.seenBy('hanna').map((m) => m.card.title)).toContain('In the room');
  expect(other.seenBy('bo').map((m) => [m.to, m.card.title])).toEqual([['dm:bo', 'In the room']]);
});

test('most are there: the room is there, whoever asked for it', async () => {
  await w.as('ann').types('/perf meet ann bo dev');
  expect((await w.inside(() => rooms.must('meet:ann bo dev'))).lane).toBe('other:T1');
  expect(other.seenBy('dev').filter((m) => m.to.startsWith('room:'))).toHaveLength(1);
  expect(
    w.platform.seenBy('ann').filter((m) => m.card.title === 'In the room' && m.to === 'dm:ann'),
  ).toHaveLength(1);
});
