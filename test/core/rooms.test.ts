/** Rooms: who is taken off hears nothing more, and what is said there is never taken for a command by chance. */
import { command, module } from '../../src/core/module.ts';
import { gather, rooms } from '../../src/core/room.ts';
import { type World, world } from '../kit/world.ts';

let heard: string[];
const meets = module('meets', {
  commands: [
    command('meet', {
      help: () => 'meet',
      touches: ['notes:W'],
      load: async () => undefined,
      allow: () => true,
      async run(ctx, _, { text }) {
        await gather(ctx, 'meet:1', 'A meeting', text.split(' '));
        ctx.tell(`meeting:${text}`, { room: 'meet:1' }, () => ({ title: `With ${text}`, blocks: [] }));
      },
    }),
  ],
  ears: [{ prefix: 'meet:', hear: async (_, __, e) => void heard.push(e.text) }],
});

let w: World;
beforeEach(async () => {
  heard = [];
  w = await world({ database: 'rooms', more: [meets] });
});
afterEach(() => w.end());

const inRoom = (person: string) =>
  w.platform
    .seenBy(person)
    .filter((m) => m.to === 'room:meet:1')
    .map((m) => m.card.title);

test('who is taken off is let out, and let in again when they are back', async () => {
  await w.as('hanna').types('/perf meet hanna ann bo');
  await w.as('hanna').types('/perf meet hanna bo');
  await w.as('hanna').types('/perf meet bo hanna');
  expect(inRoom('ann')).toEqual([]);
  expect(inRoom('bo')).toEqual(['With hanna ann bo', 'With hanna bo', 'With bo hanna']);
  expect(await w.inside(() => rooms.must('meet:1'))).toMatchObject({ members: ['hanna', 'bo'], leaving: [] });
  await w.as('hanna').types('/perf meet hanna bo ann');
  expect(inRoom('ann')).toContain('With hanna bo ann');
});

test('a platform that lets nobody out is asked again; the one who came back meanwhile stays', async () => {
  await w.as('hanna').types('/perf meet hanna ann bo');
  const { remove } = w.platform;
  w.platform.remove = async () => {
    throw new Error('away');
  };
  await w.as('hanna').types('/perf meet hanna');
  expect((await w.inside(() => rooms.must('meet:1'))).leaving).toEqual(['ann', 'bo']);
  await w.as('hanna').types('/perf meet hanna ann');
  w.platform.remove = remove;
  await w.until(new Date(w.clock.now().getTime() + 600_000).toISOString());
  expect(inRoom('bo')).toEqual([]);
  expect(inRoom('ann')).toContain('With hanna ann');
});

test.each([
  ['perf reviews here are unfair', {}, ['perf reviews here are unfair']],
  ['绩效 结果我不认可', {}, ['绩效 结果我不认可']],
  ['/perf help', {}, []],
  ['perf help', { addressed: true }, []],
])('said in a room: %s %j', async (text, how, kept) => {
  await w.as('hanna').types('/perf meet hanna ann');
  const where = { platform: 'web', tenant: 'local', channel: 'room:meet:1' };
  const said = {
    kind: 'message',
    text,
    messageId: 'm1',
    edited: false,
    direct: false,
    where,
    ...how,
  } as const;
  await w.as('ann').sends(said);
  expect(heard).toEqual(kept);
});
