/** Appointments: in the calendar where the platform has one, as a file where it has none or refuses. */
import { command, module } from '../../src/core/module.ts';
import { type Appointment, PlatformError } from '../../src/core/platform.ts';
import { people } from '../../src/people/model.ts';
import { type FakePlatform, fakePlatform } from '../kit/platform.ts';
import { type World, world } from '../kit/world.ts';

const seats = ['ann', 'bo', 'dev'];
const books = module('books', {
  commands: [
    command('book', {
      help: () => 'book',
      touches: ['notes:W'],
      load: async () => undefined,
      allow: () => true,
      async run(ctx, _, { text }) {
        const start = new Date('2027-01-05T09:00:00Z');
        const event = {
          uid: 'u',
          sequence: Number(text),
          title: 'Talk',
          start,
          end: start,
          cancelled: false,
        };
        const file = { name: 'talk.ics', type: 'text/calendar', bytes: Buffer.from(`file ${text}`) };
        ctx.book('talk', { appointment: event, seats: seats.map((person) => ({ person, file })) });
      },
    }),
  ],
});

let w: World;
let other: FakePlatform;
let booked: [string, Appointment, string[]][];
let fault: PlatformError | undefined;
beforeEach(async () => {
  w = await world({ database: 'booking', more: [books] });
  other = fakePlatform(w.clock, 'other');
  booked = [];
  fault = undefined;
  other.book = async (...args) => {
    if (fault) throw fault;
    booked.push(args);
  };
  (w.parts.adapters as Map<string, unknown>).set('other', other);
  for (const id of ['ann', 'bo'])
    await w.inside(() => people.change({ _id: id }, { $set: { accounts: [`other:T1:o-${id}`] } }));
});
afterEach(() => w.end());

const files = (platform: FakePlatform) => platform.all().map((m) => [m.to, m.file?.bytes.toString()]);

test('those with a calendar share one event, who has none gets a file', async () => {
  await w.as('hanna').types('/perf book 0');
  expect(booked).toMatchObject([['T1', { uid: 'u', title: 'Talk' }, ['o-ann', 'o-bo']]]);
  expect(booked[0]?.[1].start).toEqual(new Date('2027-01-05T09:00:00Z'));
  expect(files(other)).toEqual([]);
  expect(files(w.platform)).toContainEqual(['dm:dev', 'file 0']);
  await w.as('hanna').types('/perf book 1');
  expect(booked.map(([, { sequence }]) => sequence)).toEqual([0, 1]);
  expect(files(w.platform)).toContainEqual(['dm:dev', 'file 1']);
});

test('a calendar that cannot be written: files go out, once', async () => {
  fault = new PlatformError('denied', 'no scope');
  await w.as('hanna').types('/perf book 0');
  expect(files(other)).toEqual([
    ['dm:o-ann', 'file 0'],
    ['dm:o-bo', 'file 0'],
  ]);
});

test('of several changes that wait only the newest is told', async () => {
  fault = new PlatformError('retry', 'away');
  await w.as('hanna').types('/perf book 0');
  await w.as('hanna').types('/perf book 1');
  fault = undefined;
  await w.until(new Date(w.clock.now().getTime() + 120_000).toISOString());
  expect(booked.map(([, { sequence }]) => sequence)).toEqual([1]);
});
